"""What pictures say besides the framework's own texts."""

from __future__ import annotations

from thuocdo.errors import Lang

_WORDS: dict[str, tuple[str, str]] = {
    "all": ("Tất cả", "All"),
    "answers_missing": ("Khoảng điểm, vì còn mục chưa điền", "Range of points, as answers are missing"),
    "band_edge": ("Ngưỡng giữa các mức độ", "Edge between levels"),
    "certain": ("Điểm đã có", "Points that are certain"),
    "cards_title": (
        "Số phiếu theo mức độ ({cards} phiếu của {schools} cơ sở giáo dục)",
        "Cards by level ({cards} of {schools} institutions)",
    ),
    "cohort_median": ("Trung vị của {count} cơ sở so sánh", "Median of {count} institutions compared"),
    "cohort_quartiles": ("Từ tứ phân vị dưới đến tứ phân vị trên", "Lower to upper quartile"),
    "count": ("Số phiếu", "Cards"),
    "disputed": ("Chưa thống nhất", "Disputed"),
    "equal": ("Hai bên bằng nhau", "Both sides equal"),
    "external": ("Đánh giá ngoài", "External assessment"),
    "group": ("Nhóm {code} · {title}", "Group {code} · {title}"),
    "level": ("Mức độ {level} ({name})", "Level {level}: {name}"),
    "level_lowered": ("Mức độ thấp hơn", "Level lowered"),
    "level_open": ("Mức độ chưa xác định", "Level undetermined"),
    "level_raised": ("Mức độ cao hơn", "Level raised"),
    "level_same": ("Mức độ bằng nhau", "Level the same"),
    "kappa": ("{title} (n = {n}, kappa = {kappa})", "{title} (n = {n}, kappa = {kappa})"),
    "levels_title": ("Số cơ sở giáo dục theo mức độ", "Institutions by level"),
    "missing_mean": ("Điểm còn thiếu bình quân một cơ sở", "Missing points for each institution"),
    "missing_note": (
        "Điểm còn thiếu: điểm tối đa trừ điểm đã có; mục chưa điền tính là thiếu",
        "Missing: the maximum less the points that are certain; what is not answered counts as missing",
    ),
    "missing_share": (
        "Phần trăm điểm tối đa còn thiếu, bình quân một cơ sở",
        "Per cent of the maximum missing, for each institution",
    ),
    "missing_title": ("Các mục còn thiếu điểm", "Where points are missing"),
    "moves_level": ("Làm đổi mức độ của nhóm", "Moves the level of its group"),
    "n": ("{title} (n = {n})", "{title} (n = {n})"),
    "not_compared": ("Không so sánh được với kỳ trước", "Not comparable with the one before"),
    "overall": ("Mức độ chung", "Overall level"),
    "period": ("Kỳ đánh giá", "Period"),
    "points": ("Điểm", "Points"),
    "points_level": ("{points} (mức độ {level})", "{points} (level {level})"),
    "school": ("Cơ sở giáo dục", "Institution"),
    "self": ("Tự đánh giá", "Self-assessment"),
    "share_of_max": ("Phần trăm của điểm tối đa", "Per cent of the maximum"),
    "share_of_schools": ("Phần trăm số phiếu", "Per cent of cards"),
    "undetermined": ("Chưa xác định", "Undetermined"),
    "unknown": ("(không rõ)", "(not known)"),
    # Types of institution, as the tables of the practice name them.
    "primary": ("Tiểu học", "Primary"),
    "lower_secondary": ("Trung học cơ sở", "Lower secondary"),
    "upper_secondary": ("Trung học phổ thông", "Upper secondary"),
    "multi_level": ("Phổ thông có nhiều cấp học", "Several levels"),
    "continuing": ("Giáo dục thường xuyên", "Continuing education"),
}


def say(word: str, lang: Lang, **params: object) -> str:
    """A text with its parameters in place."""
    vi, en = _WORDS[word]
    return (vi if lang == "vi" else en).format(**params)


def named(value: object, lang: Lang) -> str:
    """A value of a column as people call it: a type or stream by its name, what is missing as not known."""
    if value is None:
        return say("unknown", lang)
    text = str(value)
    return say(text, lang) if text in _WORDS else text
