"""What is asked of frames, as methods of `Framework`: points and levels of every row, and the rows as assessments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, overload

from thuocdo import _thuocdo, frames
from thuocdo.errors import Lang
from thuocdo.scorecard import AssessmentDict


class Tables:
    """Frames of any library, scored and read."""

    __slots__ = ()
    _native: _thuocdo.Framework

    # A frame of polars is an Arrow frame too; the first that fits is what it comes back as.
    @overload
    def score_frame(  # type: ignore[overload-overlap] # pyright: ignore[reportOverlappingOverload]
        self,
        frame: frames.Frame,
        *,
        points: frames.PointsAs = "decimal",
        threads: int | None = None,
        scope: frames.Scope = "local",
        lang: Lang = "vi",
        criteria: bool = False,
        indicators: bool = False,
        reasons: frames.ReasonsAs = "lists",
        filled_by: str | None = None,
    ) -> frames.Frame: ...
    @overload
    def score_frame(
        self,
        frame: frames.ArrowFrame,
        *,
        points: frames.PointsAs = "decimal",
        threads: int | None = None,
        scope: frames.Scope = "local",
        lang: Lang = "vi",
        criteria: bool = False,
        indicators: bool = False,
        reasons: frames.ReasonsAs = "lists",
        filled_by: str | None = None,
    ) -> frames.ArrowTable: ...
    def score_frame(
        self,
        frame: Any,
        *,
        points: frames.PointsAs = "decimal",
        threads: int | None = None,
        scope: frames.Scope = "local",
        lang: Lang = "vi",
        criteria: bool = False,
        indicators: bool = False,
        reasons: frames.ReasonsAs = "lists",
        filled_by: str | None = None,
    ) -> Any:
        """Scores a frame: a row an assessment, a column for each indicator and condition, by its code. Null is missing.

        What comes back is the frame as it was, with these columns behind it:

        | Column | Type | Meaning |
        |---|---|---|
        | `group.1.score.low`, `.high` | `decimal(9, 2)`, or hundredths as `int32` | points of group 1; so for each |
        | `group.1.level.low`, `.high` | `uint8` | its level |
        | `criterion.1.3.score.low`, `.high` | as points of groups | those of each criterion, with `criteria` |
        | `indicator.1.3.1.score.low`, `.high` | as points of groups | those of each indicator, with `indicators` |
        | `overall.level.low`, `.high` | `uint8` | the level of the institution |
        | `eligible` | `bool` | whether recognition is open |
        | `blockers` | list of `{code, at, group}` | what stands against it |
        | `violations` | list of `{code, at, message}` | why the row is refused; then the columns above are null |

        With `reasons="text"` the last two are one text each, so that `write_csv` and `to_csv` can write them:
        `condition_unmet:1.1 level_undetermined:2`, and `/answers/1.3.1: 7 points lie outside 0 to 6`.

        A pyarrow Table or RecordBatch, a polars DataFrame or LazyFrame (which stays lazy) and a pandas DataFrame come
        back as what they are; anything else that speaks Arrow's C interface, such as a DuckDB relation, as an
        `ArrowTable`. Nothing that was given is copied. Columns may hold integers, floats, decimals, Booleans, or texts
        as they are written in a table (`"5,25"`, `"đạt"`, `"24/32"`). NaN is refused, but in pandas, where it says that
        a number is missing. The interpreter is free meanwhile; `threads` are as many as there are processors, where it
        is `None`.

        A column is named by a code, alone or before its title (`1.3.1 - Phần mềm…`, `TC 1.3.1`); a name that is meant
        for a code and is none is refused. `filled_by` is the id of the framework that the frame was filled in by, where
        it has no column `framework`: under an overlay it may be needed.

        All other columns go along unread, also `institution.code` and `period`: whether they are there, and good, is
        asked of `quality`.

        Raises `InvalidAssessment` of what is wrong with the table itself: a column for a code that there is not
        (`unknown_indicator`), none for any code (`no_known_column`), or columns of results already (`column_taken`).
        """
        options = frames.Options(
            points=points,
            threads=threads,
            scope=scope,
            lang=lang,
            criteria=criteria,
            indicators=indicators,
            reasons=reasons,
            filled_by=filled_by,
        )
        return frames.score_frame(self._native, frame, options)

    def score_batches(
        self,
        source: Any,
        *,
        points: frames.PointsAs = "decimal",
        threads: int | None = None,
        scope: frames.Scope = "local",
        lang: Lang = "vi",
        criteria: bool = False,
        indicators: bool = False,
        reasons: frames.ReasonsAs = "lists",
        filled_by: str | None = None,
    ) -> Any:
        """Scores what is larger than memory, batch by batch as asked for; columns and options as in `score_frame`.

        `source` is a pyarrow RecordBatchReader, ParquetFile, Dataset or Scanner, and then the answer is a
        `pyarrow.RecordBatchReader`; or anything else with Arrow's C stream, such as a DuckDB relation, and then it is
        an `ArrowStream`; or an iterator of frames, such as `pandas.read_csv(…, chunksize=…)`, and then each is given
        back scored, whichever types its columns have. All can be read once. A polars LazyFrame streams by itself:
        `framework.score_frame(lazy).sink_parquet(…)`.

        Raises `InvalidAssessment` of what is wrong with the table itself; of an iterator of frames, when it comes to
        it.
        """
        options = frames.Options(
            points=points,
            threads=threads,
            scope=scope,
            lang=lang,
            criteria=criteria,
            indicators=indicators,
            reasons=reasons,
            filled_by=filled_by,
        )
        return frames.score_batches(self._native, source, options)

    def assessments(self, source: Any, *, filled_by: str | None = None) -> Iterator[AssessmentDict]:
        """The rows of a frame as assessments, for whatever else is asked than points and levels: plans, reviews,
        quality, cohorts. `source` is anything that `score_frame` or `score_batches` takes, scored or not.

        Facts are read as `score_frame` reads them, and `filled_by` means the same. `institution.code`,
        `institution.name`, `institution.type`, `period`, `stream` and `assessed_on`, or their Vietnamese headings, say
        who is assessed, when and by whom, also as people write it (`Tiểu học`, `Tự đánh giá`, `Năm học 2023-24`,
        `05/10/2023`). What is blank is left out. Nothing is refused here but the table itself: what is wrong with a row
        is told by whoever is asked of it, and counted by `quality`.

        >>> import pyarrow
        >>> from thuocdo import Framework
        >>> rows = pyarrow.table({"institution.code": ["31-0042"], "1.1": ["đạt"], "1.3.1": ["5,25"]})
        >>> framework = Framework.shipped()
        >>> [form] = framework.assessments(rows)
        >>> form["institution"], form["answers"]
        ({'code': '31-0042'}, {'1.3.1': '5.25'})
        >>> framework.cohort(framework.assessments(rows)).count
        1

        Raises `InvalidAssessment` of what is wrong with the table itself.
        """
        return frames.assessments(self._native, source, filled_by)
