"""The list of a period as files."""

from __future__ import annotations

from thuocdo import _thuocdo
from thuocdo._result import Result
from thuocdo.errors import Lang


class Listed(Result):
    """An answer that can be published: as CSV, as a workbook, as a page of its own."""

    __slots__ = ()

    def to_csv(self, *, lang: Lang | None = None) -> str:
        """The list as CSV (RFC 4180). What a spreadsheet could take for a formula gets an apostrophe before it."""
        return self._list().csv(lang or self._lang)

    def to_html(self, *, lang: Lang | None = None) -> str:
        """The list with charts as one page that needs nothing but itself. Whatever names hold is shown as text."""
        return self._list().html(lang or self._lang)

    def to_xlsx(self, *, lang: Lang | None = None) -> bytes:
        """The list as a workbook; the same list has the same bytes on every day."""
        return self._list().xlsx(lang or self._lang)

    def _list(self) -> _thuocdo.Answer:
        source = self._answered()
        if not isinstance(source, _thuocdo.Answer):
            raise ValueError("a list that comes out of a pickle has its JSON and its report; make the files before")
        return source
