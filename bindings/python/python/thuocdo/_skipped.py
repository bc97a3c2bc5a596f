"""What is left out of an answer because it cannot be scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import final

from thuocdo.errors import Violation


@final
@dataclass(frozen=True, slots=True)
class Skipped:
    """A form that was left out, as `on_invalid="skip"` asks."""

    row: int
    """Its place among the forms that were given, from 0; of a frame, its row."""
    institution: str | None
    """The code of the institution, as far as it can be read."""
    period: str | None
    """Its period."""
    stream: str | None
    """Who assessed."""
    violations: tuple[Violation, ...]
    """Everything that is wrong with it."""
