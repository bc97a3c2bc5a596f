"""What people call the columns of frames."""

from __future__ import annotations

from thuocdo import _thuocdo
from thuocdo.errors import Lang

_HEADINGS: dict[str, dict[str, dict[str, str]]] = {
    "vi": {
        "about": {
            "institution.code": "Mã cơ sở giáo dục",
            "institution.name": "Tên cơ sở giáo dục",
            "institution.type": "Cấp học",
            "period": "Năm học",
            "stream": "Hình thức đánh giá",
            "assessed_on": "Ngày đánh giá",
            "framework": "Bộ chỉ số",
        },
        "score": {"group": "Điểm nhóm", "criterion": "Điểm tiêu chí", "indicator": "Điểm đạt được của mục"},
        "level": {"group": "Mức độ nhóm", "overall": "Mức độ chung"},
        "ends": {"low": "thấp nhất", "high": "cao nhất"},
        "others": {"eligible": "Đủ điều kiện", "blockers": "Vướng mắc", "violations": "Lỗi"},
    },
    "en": {
        "about": {
            "institution.code": "Code of the institution",
            "institution.name": "Name of the institution",
            "institution.type": "Type of institution",
            "period": "School year",
            "stream": "Who assesses",
            "assessed_on": "Day of the assessment",
            "framework": "Framework",
        },
        "score": {"group": "Points of group", "criterion": "Points of criterion", "indicator": "Points scored in"},
        "level": {"group": "Level of group", "overall": "Overall level"},
        "ends": {"low": "lowest", "high": "highest"},
        "others": {"eligible": "Eligible", "blockers": "Blockers", "violations": "Faults"},
    },
}
"""Words over columns of frames. The reader of tables knows those of who and when."""


def headings(framework: _thuocdo.Framework, lang: Lang) -> dict[str, str]:
    """The headings of a framework's columns, by their names."""
    words = _HEADINGS["en" if lang == "en" else "vi"]
    codes = (*framework.conditions, *framework.indicators)
    told = dict(words["about"])
    told.update({code: f"{code} {framework.title(code, lang)}" for code in codes})
    parts = [("group", code) for code in framework.groups]
    parts += [("criterion", code) for code in framework.criteria]
    parts += [("indicator", code) for code in framework.indicators]
    for kind, code in parts:
        for figure in ("score", "level") if kind == "group" else ("score",):
            for end in ("low", "high"):
                name = f"{words[figure][kind]} {code} ({words['ends'][end]})"
                told[f"{kind}.{code}.{figure}.{end}"] = name
    for end in ("low", "high"):
        told[f"overall.level.{end}"] = f"{words['level']['overall']} ({words['ends'][end]})"
    told.update(words["others"])
    return told
