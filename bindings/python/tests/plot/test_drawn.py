"""What is drawn is what was given: bars, lines and cells against numbers reckoned by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import numpy
import pyarrow
import pytest
from corpus import EXAMPLES
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from numpy.testing import assert_allclose
from numpy.typing import NDArray
from thuocdo import AssessmentDict, plot
from thuocdo.frames import PointsAs

from .schools import FRAMEWORK, authorities, card, course, full, many, review


def axes(**how: Any) -> Axes:
    made: Axes = Figure(layout="constrained").add_subplot(**how)
    return made


def bars_of(ax: Axes) -> list[Rectangle]:
    return [bar for bar in ax.patches if isinstance(bar, Rectangle)]


def xs(line: Line2D) -> NDArray[numpy.float64]:
    return numpy.asarray(line.get_xdata(), dtype=numpy.float64)


def ys(line: Line2D) -> NDArray[numpy.float64]:
    return numpy.asarray(line.get_ydata(), dtype=numpy.float64)


def texts(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts]


def test_bars_are_shares_of_their_row_and_counts_stand_beside_them() -> None:
    frame = {
        "overall.level.low": [1, 2, 2, 1, 3],
        "overall.level.high": [1, 2, 2, 3, 3],
        "authority": ["A", "A", "A", "A", "B"],
    }
    ax = axes()
    assert plot.levels(FRAMEWORK, frame, ax=ax) is ax
    bars = sorted((round(bar.get_y(), 2), bar.get_x(), bar.get_width()) for bar in bars_of(ax))
    everyone, first, second = -0.34, 0.66, 1.66
    # Of five: one on level 1, two on 2, one on 3, one undetermined. Of A's four: one, two, none, one. B's is on 3.
    assert_allclose(
        bars,
        [
            (everyone, 0, 20), (everyone, 20, 40), (everyone, 60, 20), (everyone, 80, 20),
            (first, 0, 25), (first, 25, 50), (first, 75, 25),
            (second, 0, 100),
        ],
    )  # fmt: skip
    counts = [text for text in texts(ax) if text.isdecimal()]
    assert counts == ["1", "2", "1", "1", "5", "1", "2", "0", "1", "4", "0", "0", "1", "0", "1", "1", "2", "3"]
    assert [bool(bar.get_hatch()) for bar in bars_of(ax) if bar.get_y() < 0] == [False, False, False, True]


def test_levels_of_a_group_leave_refused_rows_out_and_put_the_unknown_last() -> None:
    frame = {"group.2.level.low": [3, None, 2], "group.2.level.high": [3, None, 2], "authority": [None, "A", "A"]}
    ax = plot.levels(FRAMEWORK, frame, group="2", ax=axes())
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Tất cả", "A", "(không rõ)"]
    assert [bar.get_width() for bar in bars_of(ax)] == [50, 50, 100, 100]


def test_a_cohort_is_drawn_by_what_it_was_counted_by() -> None:
    def row(value: str | None, *counts: int) -> dict[str, Any]:
        levels = [{"level": level, "count": count} for level, count in zip((1, 2, 3), counts[:3], strict=True)]
        return {"value": value, "overall": {"levels": levels, "undetermined": counts[3]}, "groups": [], "count": 20}

    mark = many(1)[0]["framework"]
    cohort = {
        **row(None, 6, 6, 8, 0),
        "framework": mark,
        "by_authority": [row("A", 1, 1, 4, 14), row("B", 5, 5, 10, 0)],
    }
    ax = plot.levels(FRAMEWORK, cohort, ax=axes())
    assert [bar.get_width() for bar in bars_of(ax)] == [30, 30, 40, 5, 5, 20, 70, 25, 25, 50]
    with pytest.raises(ValueError, match="not by 'district'"):
        plot.levels(FRAMEWORK, cohort, by="district", ax=axes())


def test_a_radar_draws_shares_of_the_maximum_and_a_range_where_an_answer_is_missing() -> None:
    answers = full(1.0)
    del answers["1.4.1"]
    answers["1.3.1"] = 0
    ax = plot.radar(FRAMEWORK, card("VD-1", answers), ax=axes(projection="polar"))
    certain, possible, spoke = ax.lines
    # 1.3 has 24 of 30 points, 1.4 is not answered: 0 to 10 of 10.
    assert_allclose(ys(certain), [80, 0, 100, 100, 100, 100, 100, 100, 80])
    assert_allclose(ys(possible), [80, 100, 100, 100, 100, 100, 100, 100, 80])
    assert_allclose(ys(spoke), [0, 100])
    assert_allclose(xs(spoke), [2 * 3.14159265 / 8] * 2)


def test_the_cohort_of_a_radar_is_its_quartiles_by_nearest_rank() -> None:
    # 1.4 has 10 points; of five institutions one is not known, so that four are ranked: 2, 4, 6, 9.
    cohort = [card(f"VD-{nth}", full(1.0, i1_4_1=points)) for nth, points in enumerate([9, 2, None, 6, 4])]
    ax = plot.radar(FRAMEWORK, card("VD-9", full()), cohort, ax=axes(projection="polar"))
    median = next(line for line in ax.lines if line.get_linestyle() == "--")
    assert_allclose(ys(median)[1], 40)
    area = ax.patches[0]
    assert isinstance(area, Polygon)
    ring = area.get_xy()
    assert {20.0, 60.0} <= set(ring[:, 1])
    assert 90.0 not in ring[:, 1]
    assert 40.0 not in ring[:, 1]


def test_a_radar_refuses_what_it_cannot_draw() -> None:
    with pytest.raises(ValueError, match="polar Axes"):
        plot.radar(FRAMEWORK, card("VD-1", full()), ax=axes())
    with pytest.raises(ValueError, match="2 rows are given"):
        plot.radar(FRAMEWORK, many(2), ax=axes(projection="polar"))


def test_cells_are_mean_points_missing_and_what_is_not_answered_is_missing() -> None:
    cards = [card("A-1", full(1.0, i1_4_1=4)), card("A-2", full(1.0, i1_4_1=None)), card("B-1", full(1.0, i1_4_1=9.5))]
    ax = plot.missing_points(FRAMEWORK, cards, {"A-1": "A", "A-2": "A", "B-1": "B"}, ax=axes())
    cells = ax.images[0].get_array()
    assert cells is not None
    assert cells.shape == (len(FRAMEWORK.indicators), 2)
    # Of 10 points A's two lack 6 and 10, B's one lacks 0.5; nothing else is missing.
    assert_allclose(cells[FRAMEWORK.indicators.index("1.4.1")], [8, 0.5])
    assert cells.sum() == 8.5
    assert "8,0" in texts(ax)
    assert "0,5" in texts(ax)


def test_missing_points_may_be_shares_of_the_maximum_and_only_the_largest() -> None:
    # A lacks 6 of 10 points of 1.4.1 and 3 of 6 of 1.3.1; B lacks 1 of 10.
    cards = [card("A-1", full(1.0, i1_4_1=4, i1_3_1=3)), card("B-1", full(1.0, i1_4_1=9))]
    ax = plot.missing_points(FRAMEWORK, cards, {"A-1": "A", "B-1": "B"}, share=True, top=2, ax=axes())
    cells = ax.images[0].get_array()
    assert cells is not None
    assert_allclose(cells, [[60, 10], [50, 0]])
    assert [label.get_text()[:5] for label in ax.get_yticklabels()] == ["1.4.1", "1.3.1"]


def test_many_columns_have_so_many_names_as_can_be_read() -> None:
    cards = many(200)
    by = {one["institution"]["code"]: f"Trường {nth}" for nth, one in enumerate(cards)}
    ax = plot.missing_points(FRAMEWORK, cards, by, top=5, ax=axes())
    cells = ax.images[0].get_array()
    assert cells is not None and cells.shape == (5, 200)
    assert [label.get_text() for label in ax.get_xticklabels()][:2] == ["Trường 0", "Trường 4"]
    assert len(ax.get_xticklabels()) == 50


def test_authorities_stand_in_vietnamese_order_with_the_unknown_last() -> None:
    names = ["Trảng", None, "Ea", "Đá", "Dân", "số 10", "số 2"]
    frame = pyarrow.table(
        {
            "authority": names,
            "overall.level.low": [1] * 7,
            "overall.level.high": [1] * 7,
        }
    )
    ax = plot.levels(FRAMEWORK, frame, ax=axes())
    assert [label.get_text() for label in ax.get_yticklabels()][1:] == [
        "Dân",
        "Đá",
        "Ea",
        "số 2",
        "số 10",
        "Trảng",
        "(không rõ)",
    ]


def test_the_title_says_where_cards_are_counted_and_not_institutions() -> None:
    frame = pyarrow.table(
        {"institution.code": ["A", "A", "B"], "period": ["1", "2", "1"]}
        | {f"overall.level.{end}": [1, 2, 3] for end in ("low", "high")}
    )
    twice = plot.levels(FRAMEWORK, frame, "period", ax=axes())
    once = plot.levels(FRAMEWORK, frame.slice(1), "period", ax=axes())
    assert "3 phiếu của 2 cơ sở" in twice.get_title(loc="left") + twice.get_title()
    assert once.get_title(loc="left").replace("\n", " ") == "Số cơ sở giáo dục theo mức độ: Mức độ chung (n = 2)"


def test_titles_say_how_many_are_drawn_and_how_far_both_sides_agree() -> None:
    def side(levels: list[int], codes: str = "ABCD") -> pyarrow.Table:
        points = [Decimal(40 * level - 20) for level in levels]
        group = {f"group.1.level.{end}": levels for end in ("low", "high")}
        score = {f"group.1.score.{end}": points for end in ("low", "high")}
        return pyarrow.table({"institution.code": list(codes), "period": ["1"] * 4, **group, **score})

    # Three of four agree, which chance would have in 5 of 16: (12 - 5) / (16 - 5).
    ax = plot.agreement(FRAMEWORK, side([1, 2, 2, 3]), side([1, 2, 1, 3], "abcd"), group="1", ax=axes())
    assert "n = 4, kappa = 0,64" in ax.get_title(loc="left").replace("\n", " ")
    ax = plot.agreement(FRAMEWORK, side([2] * 4), side([2] * 4), group="1", ax=axes())
    assert ax.get_title(loc="left").endswith("(n = 4)")
    ax = plot.missing_points(FRAMEWORK, [card("A-1", full(1.0))], {"A-1": "A"}, ax=axes(), lang="en")
    assert ax.get_title(loc="left") == "Where points are missing (n = 1)"


def test_a_frame_of_answers_gives_the_same_cells_as_its_cards() -> None:
    cards = many(12)
    rows = [
        {i["code"]: i["score"] for g in one["groups"] for c in g["criteria"] for i in c["indicators"]} for one in cards
    ]
    answers: dict[str, list[Any]] = {
        code: [Decimal(str(row[code]["low"])) if row[code]["low"] == row[code]["high"] else None for row in rows]
        for code in FRAMEWORK.indicators
    }
    frame = pyarrow.table({**answers, "authority": ["A", "B", "C"] * 4})
    by = {one["institution"]["code"]: "ABC"[nth % 3] for nth, one in enumerate(cards)}
    scored = FRAMEWORK.score_frame(frame, criteria=True, indicators=True)
    of_frame = plot.missing_points(FRAMEWORK, scored, ax=axes()).images[0].get_array()
    of_cards = plot.missing_points(FRAMEWORK, cards, by, ax=axes()).images[0].get_array()
    assert of_frame is not None
    assert of_cards is not None
    assert_allclose(of_frame, of_cards)


@pytest.mark.parametrize("points", ["decimal", "float", "hundredths"])
def test_points_of_a_frame_may_be_of_either_type_and_answers_of_any(points: PointsAs) -> None:
    frame = pyarrow.table({code: ["0,5"] for code in FRAMEWORK.indicators} | {"authority": ["A"]})
    scored = FRAMEWORK.score_frame(frame, points=points, criteria=True, indicators=True)
    cells = plot.missing_points(FRAMEWORK, scored, ax=axes()).images[0].get_array()
    assert cells is not None
    # 1.3.1 has 6 points at most.
    assert_allclose(cells[FRAMEWORK.indicators.index("1.3.1")], [5.5])
    certain = plot.radar(FRAMEWORK, scored, ax=axes(projection="polar")).lines[0]
    # Five indicators of half a point, of 30.
    assert_allclose(ys(certain)[0], 100 * 2.5 / 30)


def test_indicators_that_take_facts_are_drawn_of_frames_too() -> None:
    local = FRAMEWORK.overlay(EXAMPLES / "overlays" / "hai-phong-illustrative.json")
    form = json.loads((EXAMPLES / "hai-phong-school.json").read_bytes())
    card = local.score(form)
    columns = {code: [cell(answer)] for code, answer in local.assessment(form).answers.items()}
    frame = pyarrow.table({**columns, "authority": ["A"]})
    scored = local.score_frame(frame, indicators=True, filled_by=form["framework"])
    cells = plot.missing_points(local, scored, ax=axes()).images[0].get_array()
    of_card = plot.missing_points(local, card, {"": ""}, ax=axes()).images[0].get_array()
    assert cells is not None and of_card is not None and len(cells) == len(local.indicators)
    assert_allclose(cells, of_card)


def cell(answer: Mapping[str, Any]) -> str:
    """An answer as it is written in a cell."""
    if "part" in answer:
        return f"{answer['part']}/{answer['whole']}"
    return str(next(answer[kind] for kind in ("points", "met", "count") if kind in answer))


def test_what_another_framework_made_is_not_drawn() -> None:
    local = FRAMEWORK.overlay(EXAMPLES / "overlays" / "hai-phong-illustrative.json")
    form: AssessmentDict = {
        "institution": {"code": "A"},
        "period": "2023-2024",
        "conditions": {},
        "answers": {},
    }
    both = local.score_both(form)
    assert plot.levels(local, [both.local], "stream", ax=axes()) and plot.levels(
        local.national, [both.national], "stream", ax=axes()
    )
    draws: list[Callable[[], Axes]] = [
        lambda: plot.levels(local, [both.local, both.national], "stream", ax=axes()),
        lambda: plot.levels(local, local.national.cohort([form]), ax=axes()),
        lambda: plot.missing_points(local, both.national, "stream", ax=axes()),
        lambda: plot.radar(local, both.local, [both.national], ax=axes(projection="polar")),
        lambda: plot.review(local, local.national.review(form, form), ax=axes()),
        lambda: plot.agreement(local, [both.national], [both.local], group="1", ax=axes()),
    ]
    for draw in draws:
        with pytest.raises(ValueError, match=f"of the framework {FRAMEWORK.id}, .* and not of {local.id}"):
            draw()
    other = course(card("A", full()), kinds=())
    other["entries"][0]["groups"][0]["max"] = 90
    with pytest.raises(ValueError, match="no group 1 of 100 points"):
        plot.course(FRAMEWORK, other, ax=axes())


def test_what_is_not_there_is_told_with_the_remedy() -> None:
    cards = [card("A", full())]
    with pytest.raises(ValueError, match=r"no column 'authority' to count by: give `by` .* institution\.code"):
        plot.levels(FRAMEWORK, cards, ax=axes())
    scored = FRAMEWORK.score_frame(pyarrow.table({"1.3.1": ["6"], "authority": ["A"]}))
    with pytest.raises(ValueError, match="indicators=True"):
        plot.missing_points(FRAMEWORK, scored, ax=axes())
    with pytest.raises(ValueError, match="criteria=True"):
        plot.radar(FRAMEWORK, scored, ax=axes(projection="polar"))


def test_frames_of_every_library_are_read_alike() -> None:
    import pandas
    import polars
    import pyarrow

    columns: dict[str, list[Any]] = {
        "overall.level.low": [1, 2, None],
        "overall.level.high": [3, 2, None],
        "authority": ["A", None, "A"],
    }
    frames = [columns, pandas.DataFrame(columns), polars.DataFrame(columns), pyarrow.table(columns)]
    frames.append(pandas.DataFrame(columns).convert_dtypes(dtype_backend="pyarrow"))
    drawn = [texts(plot.levels(FRAMEWORK, frame, ax=axes())) for frame in frames]
    assert drawn == [drawn[0]] * len(frames)
    with pytest.raises(ValueError, match="no column 'district'"):
        plot.levels(FRAMEWORK, frames[1], by="district", ax=axes())


def test_a_course_joins_what_compares_and_draws_the_unknown_as_a_bar() -> None:
    cards = [
        card("VD-1", full(0.5), period="2021-2022"),
        card("VD-1", full(1.0, i1_4_1=None), period="2022-2023"),
        card("VD-2", full(1.0), period="2023-2024"),
    ]
    drawn = course(*cards, kinds=("comparable", "merged"))
    ax = plot.course(FRAMEWORK, drawn, groups=("1",), ax=axes())
    low = cards[0]["groups"][0]["score"]["low"]
    joined = [
        ys(line) for line in ax.lines if len(ys(line)) == 2 and line.get_linestyle() == "-" and line.get_zorder() == 3
    ]
    assert_allclose(joined, [[low, 90]])
    (bar,) = ax.collections
    assert isinstance(bar, LineCollection)
    assert_allclose(bar.get_segments(), [[[1, 90], [1, 100]]])
    assert [xs(line).tolist() for line in ax.lines if line.get_linestyle() == ":"] == [[1.5, 1.5]]
    assert "90–100" in texts(ax)
    edges = [ys(line)[0] for line in ax.lines if line.get_zorder() == 1 and line.get_linestyle() == "-"]
    assert edges == [50, 75]


def test_a_review_draws_both_sides_and_stars_what_moves_a_level() -> None:
    own, external = card("VD-1", full(1.0, i1_3_2=None)), card("VD-1", full(1.0, i1_3_1=2.5), stream="external")
    ax = plot.review(FRAMEWORK, review(own, external, moves=("1.3.1",)), groups=("1",), ax=axes())
    first = [line for line in ax.lines if round(float(ys(line)[0])) == 1]
    points = {line.get_marker(): xs(line)[0] for line in first if len(xs(line)) == 1}
    assert points == {"o": 6, "s": 2.5, "*": 6.45}
    assert [list(xs(line)) for line in first if len(xs(line)) == 2] == [[6, 2.5]]
    second = [line.get_marker() for line in ax.lines if round(float(ys(line)[0])) == 2]
    assert second == ["s"]  # own is a range, drawn as a bar
    assert texts(ax) == ["Tự đánh giá: 94–100 (mức độ 3)   Đánh giá ngoài: 96,5 (mức độ 3)"]


def test_agreement_pairs_by_code_and_period_and_marks_what_became_of_the_level() -> None:
    own = [card("A", full(0.5)), card("B", full(1.0)), card("C", full(0.5)), card("D", full(0.5)), card("E", {})]
    external = [
        card("A", full(1.0)),
        card("B", full(0.25)),
        card("C", full(0.5)),
        card("E", full(0.5)),
        card("F", full(1.0)),
    ]
    ax = plot.agreement(FRAMEWORK, own, external, group="1", lang="en", ax=axes())
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()[:4]] == [
        "Level the same: 1", "Level raised: 1", "Level lowered: 1", "Level undetermined: 1",
    ]  # fmt: skip
    half = own[0]["groups"][0]["score"]["low"]
    raised = next(line for line in ax.lines if line.get_marker() == "^")
    assert_allclose([xs(raised), ys(raised)], [[half], [100]])
    with pytest.raises(ValueError, match="there twice"):
        plot.agreement(FRAMEWORK, own + own, external, group="1", ax=axes())
    with pytest.raises(ValueError, match="nobody is on both sides"):
        plot.agreement(FRAMEWORK, own[:1], external[1:], group="1", ax=axes())


def test_counts_by_authority_add_up() -> None:
    cards = many(60)
    ax = plot.levels(FRAMEWORK, cards, authorities(cards, 30), ax=axes())
    sums = [text.get_text() for text in ax.texts if text.get_position()[0] > 140 and text.get_text().isdecimal()]
    assert sums == ["60"] + ["2"] * 30
