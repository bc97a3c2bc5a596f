"""What people call the columns of frames."""

from __future__ import annotations

from thuocdo import _thuocdo
from thuocdo.errors import Lang

_WORDS = {
    "framework": ("Bộ chỉ số", "Framework"),
    "group.score": ("Điểm nhóm", "Points of group"),
    "criterion.score": ("Điểm tiêu chí", "Points of criterion"),
    "indicator.score": ("Điểm đạt được của mục", "Points scored in"),
    "group.level": ("Mức độ nhóm", "Level of group"),
    "overall.level": ("Mức độ chung", "Overall level"),
    "low": ("thấp nhất", "lowest"),
    "high": ("cao nhất", "highest"),
    "eligible": ("Đủ điều kiện", "Eligible"),
    "blockers": ("Vướng mắc", "Blockers"),
    "violations": ("Lỗi", "Faults"),
}
"""Words over columns, in Vietnamese and English. The reader of tables has those of who and when."""


def headings(framework: _thuocdo.Framework, lang: Lang) -> dict[str, str]:
    """The headings of a framework's columns, by their names."""
    words = {name: said[lang == "en"] for name, said in _WORDS.items()}
    told = dict(_thuocdo.about_titles(lang))
    told["framework"] = words["framework"]
    told.update(
        {code: f"{code} {framework.title(code, lang)}" for code in (*framework.conditions, *framework.indicators)}
    )
    parts = [("group", code, figure) for code in framework.groups for figure in ("score", "level")]
    parts += [("criterion", code, "score") for code in framework.criteria]
    parts += [("indicator", code, "score") for code in framework.indicators]
    ends = ("low", "high")
    told.update(
        {
            f"{kind}.{code}.{figure}.{end}": f"{words[f'{kind}.{figure}']} {code} ({words[end]})"
            for kind, code, figure in parts
            for end in ends
        }
    )
    told.update({f"overall.level.{end}": f"{words['overall.level']} ({words[end]})" for end in ends})
    told.update({name: words[name] for name in ("eligible", "blockers", "violations")})
    return told
