"""Pictures can be read: nothing cut, nothing over something else, every letter there, in both languages."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import matplotlib
import pytest
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from thuocdo import plot
from thuocdo.errors import Lang
from thuocdo.plot import _style as style
from thuocdo.plot._words import _WORDS

from .schools import FRAMEWORK, authorities, card, course, full, many, review

CARDS = many(60)
MISSING = {code: points for code, points in full(0.8).items() if code not in ("1.4.1", "1.6.1", "2.3.3")}
REVIEW = review(card("VD-1", MISSING), card("VD-1", full(0.7)), moves=("1.5.1",))
COURSE = course(
    *(
        card("VD-1", answers, period=f"{2020 + nth}-{2021 + nth}")
        for nth, answers in enumerate([full(0.4), MISSING, full(0.9)])
    ),
    kinds=("comparable", "merged"),
)
EXTERNAL = many(60, stream="external", seed=2)

PICTURES: dict[str, Callable[[Lang], Axes]] = {
    "agreement": lambda lang: plot.agreement(FRAMEWORK, CARDS, EXTERNAL, group="2", lang=lang),
    "course": lambda lang: plot.course(FRAMEWORK, COURSE, lang=lang),
    "levels of 1": lambda lang: plot.levels(FRAMEWORK, CARDS, authorities(CARDS, 1), lang=lang),
    "levels of 30": lambda lang: plot.levels(FRAMEWORK, CARDS, authorities(CARDS, 30), group="2", lang=lang),
    "missing_points of 1": lambda lang: plot.missing_points(FRAMEWORK, CARDS, authorities(CARDS, 1), lang=lang),
    "missing_points of 30": lambda lang: plot.missing_points(FRAMEWORK, CARDS, authorities(CARDS, 30), lang=lang),
    "radar": lambda lang: plot.radar(FRAMEWORK, card("VD-1", MISSING), CARDS, lang=lang),
    "review": lambda lang: plot.review(FRAMEWORK, REVIEW, lang=lang),
}


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    pyplot.close("all")


@cache
def shown(name: str, lang: Lang) -> tuple[Bbox, list[tuple[str, Bbox]]]:
    """The page of a picture, and the texts that are seen on it with their places. A warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = PICTURES[name](lang).get_figure(root=True)
        assert figure is not None
        canvas: Any = FigureCanvasAgg(figure)
        canvas.draw()
    # The stubs have neither what makes ticks nor the renderer.
    axes: list[Any] = [axis for one in figure.axes for axis in (one.xaxis, one.yaxis)]
    # Ticks outside the limits keep their labels but are not drawn.
    labels = {label for axis in axes for label in (*axis.get_ticklabels(), *axis.get_ticklabels(minor=True))}
    drawn = {tick.label1 for axis in axes for tick in axis._update_ticks()}
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text().strip()]
    seen = [text for text in texts if text.get_visible() and (text in drawn or text not in labels)]
    found = [(text.get_text(), text.get_window_extent(canvas.get_renderer())) for text in seen]
    pyplot.close("all")
    return Bbox(figure.bbox.get_points()), found


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_letter_is_there_and_no_text_is_cut_or_lies_over_another(name: str, lang: Lang) -> None:
    page, texts = shown(name, lang)
    assert len(texts) > 5
    cut = [
        text
        for text, box in texts
        if not (page.x0 <= box.x0 and page.y0 <= box.y0 and box.x1 <= page.x1 and box.y1 <= page.y1)
    ]
    assert cut == []
    boxes = [(text, Bbox.from_extents(box.x0 + 1, box.y0 + 1, box.x1 - 1, box.y1 - 1)) for text, box in texts]
    assert [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)] == []


def test_the_last_resort_has_every_letter_of_the_catalogue() -> None:
    from matplotlib.font_manager import findfont
    from matplotlib.ft2font import FT2Font

    titles = [
        FRAMEWORK.title(code, lang=lang)
        for code in (*FRAMEWORK.groups, *FRAMEWORK.criteria, *FRAMEWORK.indicators)
        for lang in ("vi", "en")
    ]
    letters = {
        ord(letter) for text in (*titles, *(text for pair in _WORDS.values() for text in pair)) for letter in text
    }
    assert len(letters) > 100
    assert letters <= FT2Font(findfont(style.LAST_RESORT)).get_charmap().keys()


def test_a_font_of_the_callers_is_kept_only_if_it_has_the_letters() -> None:
    with matplotlib.rc_context({"font.family": ["DejaVu Serif"]}):
        assert style.font("ậ") == "DejaVu Serif"
    with matplotlib.rc_context({"font.family": ["STIXGeneral", "DejaVu Sans"]}):
        assert style.font("ậ\u0e01") == style.LAST_RESORT  # nobody has the Thai letter


@pytest.mark.parametrize("name", PICTURES)
def test_words_are_those_of_the_language(name: str) -> None:
    said = {lang: [" ".join(text.split()) for text, _ in shown(name, lang)[1]] for lang in ("vi", "en")}
    own = {"vi": {vi for vi, en in _WORDS.values()}, "en": {en for vi, en in _WORDS.values()}}
    assert own["vi"] & set(said["vi"])
    assert own["en"] & set(said["en"])
    assert not own["en"] & set(said["vi"])
    assert not own["vi"] & set(said["en"])


def test_numbers_have_the_decimal_sign_of_the_language() -> None:
    entry = COURSE["entries"][0]["groups"][0]["score"]["low"]
    assert entry != int(entry)
    assert str(entry) in [text for text, _ in shown("course", "en")[1]]
    assert str(entry).replace(".", ",") in [text for text, _ in shown("course", "vi")[1]]


def test_names_that_stand_apart_or_look_like_formulas_are_drawn_as_written() -> None:
    name = unicodedata.normalize("NFD", "Trường Tiểu học $A_1$ và $B$")
    ax = plot.radar(FRAMEWORK, card("VD-1", full(), name=name))
    assert ax.get_title(loc="left").startswith("Trường Tiểu học $A_1$ và $B$")
    figure = ax.get_figure(root=True)
    assert figure is not None
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()  # a formula that is none would be refused here


def test_colours_can_be_read_and_told_apart_in_grey() -> None:
    for count in (2, 3, 4, 5):
        colours = style.level_colours(count)
        assert all(style.contrast(colour, style.ink_on(colour)) >= 4.5 for colour in colours)
        grey = [style.contrast(colour, "black") for colour in colours]
        assert grey == sorted(grey, reverse=True)
        assert all(lighter - darker > 1 for lighter, darker in pairwise(grey))
    for colour in (style.INK, style.GREY, *(colour for colour, _ in style.SERIES)):
        assert style.contrast(colour, "white") >= 4.5
    assert len({marker for _, marker in style.SERIES}) == len(style.SERIES)


@pytest.mark.parametrize("name", PICTURES)
def test_without_axes_one_figure_is_made_and_nothing_is_configured(name: str) -> None:
    before = dict(matplotlib.rcParams)
    ax = PICTURES[name]("vi")
    assert pyplot.get_fignums() == [1]
    assert ax.figure is pyplot.figure(1)
    assert dict(matplotlib.rcParams) == before


def test_a_figure_of_the_callers_needs_no_pyplot() -> None:
    ax = Figure().add_subplot()
    assert plot.levels(FRAMEWORK, CARDS, authorities(CARDS, 3), ax=ax) is ax
    assert pyplot.get_fignums() == []


def test_the_package_does_without_matplotlib_and_the_plots_say_how_to_get_it() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys; sys.modules['matplotlib'] = None; import thuocdo; import thuocdo.plot"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert "ImportError: thuocdo.plot draws with matplotlib: pip install 'thuocdo[plot]'" in told.stderr
    asked = subprocess.run(
        [sys.executable, "-c", "import sys, thuocdo; print('matplotlib' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout == "False\n"
