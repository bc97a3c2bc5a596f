"""Numbers as people write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from thuocdo.errors import Lang


def number(value: Decimal, lang: Lang, places: int | None = None) -> str:
    """A number as people write it: ``5,25`` in Vietnamese, ``5.25`` in English. ``places`` fixes the number of
    decimals, rounded half up.

    >>> number(Decimal("5.250"), "vi"), number(Decimal("100"), "en"), number(Decimal("2.35"), "vi", 1)
    ('5,25', '100', '2,4')
    """
    rounded = value if places is None else value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:f}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if lang == "vi" else text


def span(low: Decimal, high: Decimal, lang: Lang) -> str:
    """A range for people: ``66–76``, or one number if both ends are the same."""
    return number(low, lang) if low == high else f"{number(low, lang)}–{number(high, lang)}"
