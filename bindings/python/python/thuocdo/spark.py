"""The columns of `Framework.score_frame` on a Spark cluster."""

# pyarrow comes without types, which strict pyright will not have.
# pyright: basic

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thuocdo.errors import Lang
from thuocdo.frames import Options, PointsAs, ReasonsAs, Scope
from thuocdo.framework import Framework

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["score"]


def score(
    df: DataFrame,
    framework: Framework | str = "moet-4725-2022",
    *,
    points: PointsAs = "decimal",
    scope: Scope = "local",
    lang: Lang = "vi",
    criteria: bool = False,
    indicators: bool = False,
    reasons: ReasonsAs = "lists",
    filled_by: str | None = None,
) -> DataFrame:
    """The Spark frame with the columns of `Framework.score_frame` after its own; levels are `tinyint`.

    `framework` is a framework with its overlays, or the id of one that comes with the package. The call is lazy: when
    Spark needs rows, batches go through `mapInArrow`, and each core scores its own. Spark's workers need the package.
    They use the first `python3` on their path, or the one that the environment variable `PYSPARK_PYTHON` names before
    the session begins; on one machine set it to `sys.executable`.

    Raises `InvalidAssessment` if the table itself is wrong.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    if isinstance(framework, str):
        framework = Framework.shipped(framework)
    options = Options(
        points=points,
        threads=1,
        scope=scope,
        lang=lang,
        criteria=criteria,
        indicators=indicators,
        reasons=reasons,
        filled_by=filled_by,
    )
    scored = _Scored(framework, df.columns, options)
    columns = to_arrow_schema(df.schema)
    empty = pyarrow.record_batch([pyarrow.array([], column.type) for column in columns], schema=columns)
    # `mapInArrow` reads a dot in a name as a field of a struct, so the columns have numbers there.
    numbered = df.toDF(*(f"_{nth}" for nth in range(len(columns))))
    return numbered.mapInArrow(scored, from_arrow_schema(scored.batch(empty).schema))


class _Scored:
    """The work of one worker. It is a class so that it pickles by name."""

    def __init__(self, framework: Framework, names: list[str], options: Options) -> None:
        self._framework = framework
        self._names = names
        self._options = options

    def __call__(self, batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return map(self.batch, batches)

    def batch(self, batch: pyarrow.RecordBatch) -> pyarrow.RecordBatch:
        """A batch with its results, in types that Spark has."""
        import pyarrow

        scored = self._framework.score_frame(batch.rename_columns(self._names), **self._options)
        columns = [
            column.cast(pyarrow.int8()) if column.type == pyarrow.uint8() else column for column in scored.columns
        ]
        return pyarrow.RecordBatch.from_arrays(columns, names=scored.schema.names)
