"""All benches in one run, as one table: `python bindings/python/benches/run.py`."""

from __future__ import annotations

# First, because it says how many threads the libraries may take.
import million  # isort: skip
import country
import one_school
from table import markdown

if __name__ == "__main__":
    print(markdown([*one_school.rows(), *million.rows(), *country.rows()]))
