"""Spark: the same columns from a cluster as from one machine."""

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
    """The Spark frame with the columns of `Framework.score_frame` behind; levels are `tinyint`.

    `framework` is one with its overlays, or the id of one that comes with the package. Nothing runs before Spark is
    asked for rows: batches then go through `mapInArrow`, each core scoring its own. The package has to be installed
    where Spark's workers run: they take the first `python3` on their path, unless the environment variable
    `PYSPARK_PYTHON` names another, before the session begins. On one machine, that is `sys.executable`.

    Raises `InvalidAssessment` of what is wrong with the table itself.
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
    # `mapInArrow` takes a dot in a name for a field of a struct, so that the columns go there by number.
    numbered = df.toDF(*(f"_{nth}" for nth in range(len(columns))))
    return numbered.mapInArrow(scored, from_arrow_schema(scored.batch(empty).schema))


class _Scored:
    """The work of a worker. A class, so that it pickles by name."""

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
