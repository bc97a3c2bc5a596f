"""The published list of a period as files."""

from __future__ import annotations

from thuocdo import _thuocdo
from thuocdo._result import Result
from thuocdo.errors import Lang


class Listed(Result):
    """An answer that can be published as CSV, as a workbook or as a page."""

    __slots__ = ()

    def to_csv(self, *, lang: Lang | None = None) -> str:
        """The list as CSV (RFC 4180). A text that looks like a formula gets an apostrophe before it."""
        return self._list().csv(lang or self._lang)

    def to_html(self, *, lang: Lang | None = None) -> str:
        """The list with charts as one page without other files. Names appear as text, also where they hold HTML."""
        return self._list().html(lang or self._lang)

    def to_xlsx(self, *, lang: Lang | None = None) -> bytes:
        """The list as a workbook; the same list has the same bytes every day."""
        return self._list().xlsx(lang or self._lang)

    def _list(self) -> _thuocdo.Answer:
        source = self._answered()
        if not isinstance(source, _thuocdo.Answer):
            raise ValueError("a list that comes out of a pickle has its JSON and its report; make the files before")
        return source
