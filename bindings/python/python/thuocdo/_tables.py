"""Methods of `Framework` for frames: points and levels of every row, and the rows as assessments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, overload

from thuocdo import _thuocdo, frames
from thuocdo._rows import Library
from thuocdo.errors import Lang
from thuocdo.forms import Forms, FormsSource, read_forms
from thuocdo.scorecard import AssessmentDict
from thuocdo.tidied import TableSource, Tidied, failure_cases, tidy


class Tables:
    """Frames of any library, scored and read."""

    __slots__ = ()
    _native: _thuocdo.Framework

    # A frame of polars is an Arrow frame too; the first overload that fits decides the type of the result.
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
        """Scores a frame: a row is an assessment; a column with a code as its name is a fact. Null is missing.

        The result is the same frame with these columns after its own:

        | Column | Type | Meaning |
        |---|---|---|
        | `group.1.score.low`, `.high` | `decimal(9, 2)`, or by `points` | points of each group |
        | `group.1.level.low`, `.high` | `uint8`, in pandas `Int64` | its level |
        | `criterion.1.3.score.low`, `.high` | as points of groups | points of each criterion, with `criteria` |
        | `indicator.1.3.1.score.low`, `.high` | as points of groups | points of each indicator, with `indicators` |
        | `overall.level.low`, `.high` | as levels of groups | the level of the institution |
        | `eligible` | `bool` | whether recognition is open |
        | `blockers` | list of `{code, at, group}` | the reasons against recognition |
        | `violations` | list of `{code, at, message, found}` | the faults of a refused row; its results are null |

        `points="float"` gives floats for statistics and charts (`describe`, means, histograms), of which sums are not
        exact; `points="hundredths"` gives whole numbers.

        With `reasons="text"` the last two are one text each, so that `write_csv` and `to_csv` can write them:
        `condition_unmet:1.1 level_undetermined:2`, and `/answers/1.3.1: "7": type a number from 0 to 6, …`. With
        `reasons="nothing"`, the quickest, they are not there: a refused row has null results, and nothing says why.

        The result has the type of the frame: a pyarrow Table or RecordBatch, a polars DataFrame or LazyFrame (which
        stays lazy), or a pandas DataFrame. Any other object with Arrow's C interface, such as a DuckDB relation, gives
        an `ArrowTable`. The frame's own data is not copied. Columns may hold integers, floats, decimals, Booleans, or
        texts as people type them in a table (`"5,25"`, `"đạt"`, `"24/32"`). NaN is refused, except in pandas, which
        writes a missing number so. The call releases the interpreter; `threads=None` uses all processors.

        A column has the name of a code, alone or before its title (`1.3.1 - Phần mềm…`, `TC 1.3.1`); a mistyped code
        is refused. `filled_by` is the id of the framework of a frame without a column `framework`; a frame under an
        overlay may need it.

        All other columns pass through unread, also `institution.code` and `period`; `quality` checks those.

        Raises `InvalidAssessment` if the table itself is wrong: a column for an unknown code (`unknown_indicator`), no
        column for any code (`no_known_column`), or columns of results already (`column_taken`).
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
        """Scores a source larger than memory, batch by batch on request; columns and options as in `score_frame`.

        | `source` | Result |
        |---|---|
        | a pyarrow RecordBatchReader, ParquetFile, Dataset or Scanner | a `pyarrow.RecordBatchReader` |
        | any other object with Arrow's C stream, such as a DuckDB relation | an `ArrowStream` |
        | an iterator of frames, such as `pandas.read_csv(…, chunksize=…)` | an iterator of scored frames |

        Each can be read once. A polars LazyFrame streams by itself: `framework.score_frame(lazy).sink_parquet(…)`.

        Raises `InvalidAssessment` if the table itself is wrong; for an iterator of frames, at the frame in question.
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

    def read_forms(self, source: FormsSource, *, filled_by: str | None = None, lang: Lang = "vi") -> Forms:
        """The forms that schools sent, as the command reads them: filled workbooks (XLSX, ODS, XLS), CSV, JSON, in any
        number of files, folders and patterns. One bad file never stops the rest.

        `filled_by` is the id of the framework of tables that name none; `lang` is the language of what is refused.

        `framework.score_frame(framework.read_forms("phieu").to_frame())` scores a folder in one line; `.refused` tells
        what to correct, by file and cell.

        Raises `OSError` if a name or pattern leads to no file.
        """
        return read_forms(self._native, source, filled_by, lang)

    def columns(self, frame: Any, *, filled_by: str | None = None, lang: Lang = "vi") -> Any:
        """What each column of a frame is taken for, before it is scored: a frame of the same library, a row a column.

        | Column | Meaning |
        |---|---|
        | `column` | its name in the frame |
        | `code` | the code of its indicator or condition, or `institution.code`, `period` and the like |
        | `read_as` | `points`, `condition`, `met`, `share`, `part`, `whole`, `count`, `about`, `framework`, `nothing` |
        | `blank` | the share of blank cells, from 0 to 1; null where the column is not read |
        | `odd` | the first three values that a row is refused for |
        | `fault` | why `score_frame` refuses the frame for this column |

        A frame with faults is told too, and not refused. A frame of another library gives an `ArrowTable`.

        >>> import pyarrow
        >>> from thuocdo import Framework
        >>> frame = pyarrow.table({"Mã trường": ["31-0042"], "Điểm 1.3.1": ["sáu"], "Xã": ["A"]})
        >>> seen = Framework.shipped().columns(frame)
        >>> seen["code"].to_pylist(), seen["read_as"].to_pylist(), seen["odd"].to_pylist()
        (['institution.code', '1.3.1', None], ['about', 'points', 'nothing'], [None, 'sáu', None])
        """
        return frames.columns(self._native, frame, filled_by, lang)

    def failure_cases(self, source: TableSource, *, filled_by: str | None = None, lang: Lang = "vi") -> Any:
        """Every cell that a row is refused for, as a frame of the library of `source` (of a file: of pandas).

        | Column | Meaning |
        |---|---|
        | `row` | the place of the row in the frame, from 0; in a file that of the spreadsheet less one |
        | `column` | the name of its column |
        | `value` | what the cell says; null if it is blank |
        | `code` | the kind of fault, a stable word |
        | `message` | what is wrong, in `lang` |
        | `instead` | what to type instead |

        >>> import pyarrow
        >>> from thuocdo import Framework
        >>> frame = pyarrow.table({"Mã trường": ["A", "B"], "1.3.1": ["5,25", "5,5 điểm"]})
        >>> [wrong] = Framework.shipped().failure_cases(frame, lang="en").to_pylist()
        >>> wrong["row"], wrong["column"], wrong["value"]
        (1, '1.3.1', '5,5 điểm')
        >>> wrong["instead"]
        'type a number from 0 to 6, with two decimals at most, such as 5.25; is 5.5 meant?'

        Raises `InvalidAssessment` if the table itself is wrong.
        """
        return failure_cases(self._native, source, filled_by, lang)

    def tidy(
        self,
        source: TableSource | Iterable[TableSource],
        *,
        filled_by: str | None = None,
        library: Library | None = None,
        lang: Lang = "vi",
    ) -> Tidied:
        """The one wide table of tables as people make them, with a report of what was renamed, dropped and doubled.

        A source is a frame or the name of a file, or several of them. Wide tables and long ones are read (a row for
        each school, code and value), headers of two rows, titles above the header, columns of several levels, people's
        headings (`Mã trường`, `Điểm 1.3.1`) and words (`THCS`, `TĐG`, `đạt`, `5,25`), as the command reads files.

        The frames are of `library`, else of the library of the first frame, of files alone of pandas. Of several
        sources a broken one is told in `.refused`.

        >>> import pyarrow
        >>> from thuocdo import Framework
        >>> long = pyarrow.table({"Trường": ["A", "A"], "Mã": ["1.1", "1.3.1"], "Điểm": ["đạt", "5,25"]})
        >>> Framework.shipped().tidy(long).frame.to_pylist()
        [{'institution.name': 'A', '1.1': True, '1.3.1': Decimal('5.25')}]

        Raises `InvalidAssessment` if the only table is wrong as a whole, and `OSError` if a file cannot be read.
        """
        return tidy(self._native, source, filled_by, library, lang)

    def assessments(self, source: Any, *, filled_by: str | None = None) -> Iterator[AssessmentDict]:
        """The rows of a frame as assessments, for plans, reviews, quality and cohorts. `source` is any source of
        `score_frame` or `score_batches`, scored or not.

        Facts and `filled_by` mean the same as in `score_frame`. `institution.code`, `institution.name`,
        `institution.type`, `period`, `stream` and `assessed_on`, or their Vietnamese headings, say who was assessed,
        when and by whom, also as people write it (`Tiểu học`, `Tự đánh giá`, `Năm học 2023-24`,
        `05/10/2023`). Blank cells are left out. This method refuses only a wrong table: the method that uses a row
        reports its faults, and `quality` counts them.

        >>> import pyarrow
        >>> from thuocdo import Framework
        >>> rows = pyarrow.table({"institution.code": ["31-0042"], "1.1": ["đạt"], "1.3.1": ["5,25"]})
        >>> framework = Framework.shipped()
        >>> [form] = framework.assessments(rows)
        >>> form["institution"], form["answers"]
        ({'code': '31-0042'}, {'1.3.1': '5.25'})
        >>> framework.cohort(framework.assessments(rows)).count
        1

        Raises `InvalidAssessment` if the table itself is wrong.
        """
        return frames.assessments(self._native, source, filled_by)
