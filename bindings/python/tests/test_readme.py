"""The Python blocks of the READMEs and of the guide, run as a reader would: in order, at the top of the repository."""

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


PAGES = ["README.md", "bindings/python/README.md", "site/guide/vi/docs/phan-tich.md", "site/guide/en/docs/analyst.md"]


@pytest.mark.parametrize("readme", PAGES)
def test_blocks_of_the_readme_run(readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / readme).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert blocks, f"{readme} shows no Python"
    # What a block writes must not stay in the repository.
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    session: dict[str, object] = {"__name__": "__main__"}
    for block in blocks:
        exec(compile(block, readme, "exec"), session)
