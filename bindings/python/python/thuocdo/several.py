"""Several answers of one question: one for each group of forms, or for each form of a frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, Literal, TypeVar, final

from thuocdo._flat import listed
from thuocdo._result import Result
from thuocdo._rows import Library, framed
from thuocdo._skipped import Skipped

__all__ = ["Several", "Skipped"]

R = TypeVar("R", bound=Result)
Key = tuple[Any, ...]


@final
class Several(Mapping[Key, R], Generic[R]):
    """Several answers, each by its key: what `by` names of the forms that it is about.

    >>> from thuocdo import Framework
    >>> forms = [{"period": year, "conditions": {}, "answers": {}} for year in ("2022-2023", "2023-2024")]
    >>> cohorts = Framework.shipped().cohort(forms, by=["period"])
    >>> cohorts
    <Several: 2 of Cohort by period>
    >>> cohorts["2023-2024"].count
    1
    """

    __slots__ = ("_answers", "_by", "_library", "_skipped")

    def __init__(
        self, by: tuple[str, ...], answers: Mapping[Key, R], library: Library | None, skipped: tuple[Skipped, ...]
    ) -> None:
        self._by = by
        self._answers = dict(answers)
        self._library: Library | None = library
        self._skipped = skipped

    @property
    def by(self) -> tuple[str, ...]:
        """What the parts of a key are called."""
        return self._by

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The forms that `on_invalid="skip"` left out, each with what is wrong with it."""
        return self._skipped

    def __getitem__(self, key: Any) -> R:
        return self._answers[key if isinstance(key, tuple) else (key,)]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)

    def __repr__(self) -> str:
        kinds = {type(answer).__name__ for answer in self._answers.values()}
        return f"<Several: {len(self)} of {', '.join(sorted(kinds)) or 'nothing'} by {', '.join(self._by)}>"

    def to_frame(
        self,
        what: str | None = None,
        *,
        library: Library | None = None,
        points: Literal["decimal", "float"] = "decimal",
    ) -> Any:
        """A list of every answer as one frame, as `Result.to_frame` makes it of one; the key comes first."""
        rows = [
            {**dict(zip(self._by, key, strict=True)), **row}
            for key, answer in self._answers.items()
            for row in listed(answer, what)
        ]
        return framed(rows, library or self._library, self._by, points)
