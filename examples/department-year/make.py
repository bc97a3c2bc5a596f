#!/usr/bin/env python3
"""Writes the workbooks of this example into the folder `nam-hoc-2026-2027`, with Python's standard library alone.

The workbooks are in git, so nobody needs to run this. Run it after a change of the numbers below: the same numbers give the same bytes.
"""

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
YEAR = HERE / "nam-hoc-2026-2027"
PERIOD = "2026-2027"
MARK = "(ví dụ giả định)"
FRAMEWORK = "moet-4725-2022"

CONDITIONS = ["1.1", "1.2", "2.1", "2.2"]
INDICATORS = [
    "1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.4.1", "1.5.1", "1.5.2", "1.6.1", "1.6.2", "1.6.3", "1.7.1", "1.7.2", "1.7.3",
    "2.3.1", "2.3.2", "2.3.3", "2.3.4", "2.3.5", "2.3.6", "2.3.7", "2.3.8", "2.4.1", "2.4.2", "2.4.3", "2.x.1",
]  # fmt: skip

# The points of five kinds of schools, by group. README.md adds them up.
PROFILES = {
    "A": [5, 5, 5, 5, 5, 8, 12, 4, 6, 6, 5, 7, 6, 4, 5, 5, 9, 5, 8, 8, 5, 5, 7, 10, 8, 5],  # 83 and 80
    "B": [4, 4, 4, 3, 3, 6, 9, 3, 4, 4, 4, 5, 4, 3, 4, 4, 6, 4, 6, 6, 4, 4, 5, 7, 5, 5],  # 60 and 60
    "C": [3, 3, 3, 3, 3, 5, 8, 2, 4, 3, 3, 4, 4, 2, 3, 3, 5, 3, 5, 5, 3, 3, 4, 6, 5, 5],  # 50 and 50
    "D": [5, 5, 5, 4, 4, 7, 11, 4, 5, 5, 5, 6, 5, 4, 5, 5, 8, 5, 7, 7, 5, 5, 6, 10, 8, 5],  # 75 and 76
    "E": [2, 2, 2, 2, 2, 4, 6, 2, 3, 3, 3, 4, 3, 2, 3, 3, 5, 3, 4, 4, 3, 3, 4, 6, 4, 3],  # 40 and 45
}
WARDS = [f"UBND phường {name} {MARK}" for name in ("Sao Biển", "Hải Âu", "San Hô")]
NAMES = [
    "Ban Mai", "Bình Minh", "Cánh Buồm", "Hải Đăng", "Hoa Cúc", "Hoa Đào", "Hoa Hồng", "Hoa Lan", "Hoa Mai", "Hoa Phượng",
    "Hoa Sen", "Hoa Sữa", "Hướng Dương", "Mặt Trời", "Măng Non", "Ngọn Lửa", "Ngôi Sao", "Sao Mai", "Sơn Ca", "Tia Nắng",
    "Trăng Non", "Vàng Anh", "Ánh Dương", "Bồ Câu", "Cầu Vồng", "Dòng Sông", "Đồi Thông", "Hạt Giống", "Họa Mi", "Lúa Vàng",
    "Mùa Thu", "Mùa Xuân", "Nắng Mới", "Ngọc Trai", "Phù Sa", "Rạng Đông", "Sóng Biển", "Suối Reo", "Tre Xanh", "Vầng Trăng",
]  # fmt: skip


def kind(n):
    """The type of the n-th school, as people write it, and the beginning of its name."""
    if n <= 22:
        return "TH", "Trường Tiểu học"
    if n <= 34:
        return "THCS", "Trường THCS"
    if n <= 38:
        return "THPT", "Trường THPT"
    return ("Liên cấp", "Trường TH&THCS") if n == 39 else ("GDTX", "Trung tâm GDTX")


def code(n):
    return f"VD-{n:02}"


def name(n):
    return f"{kind(n)[1]} {NAMES[n - 1]} {MARK}"


def profile(n):
    """The kind of school that the n-th says it is."""
    for last, letter in ((10, "A"), (26, "B"), (30, "C"), (34, "D"), (36, "E"), (37, "A"), (38, "B")):
        if n <= last:
            return letter
    return None


def answers(letter, **changes):
    """The answers of a profile; a change is named `i1_5_1`."""
    found = dict(zip(INDICATORS, PROFILES[letter]))
    for key, value in changes.items():
        found[key[1:].replace("_", ".")] = value
    return found


def conditions(n):
    """All conditions are met, but for the plan (2.2) of school 38."""
    return {condition: "không đạt" if (n, condition) == (38, "2.2") else "đạt" for condition in CONDITIONS}


def external(n):
    """What the assessors of the authority find: mostly what the school says."""
    if n == 1:
        return answers("A", i1_5_1=10)
    if n == 2:
        return answers("A", i1_4_1=4, i1_5_1=7)
    if n == 11:
        return answers("D")
    if n == 27:
        return answers("C", i1_3_1=2.5)
    return answers(profile(n))


def cell(value):
    if value is None or value == "":
        return None
    return value


def sheet(rows):
    lines = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, value in enumerate(map(cell, row)):
            if value is None:
                continue
            at = f"{chr(65 + c) if c < 26 else 'A' + chr(39 + c)}{r}"
            if isinstance(value, (int, float)):
                cells.append(f'<c r="{at}"><v>{value}</v></c>')
            else:
                cells.append(f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>')
        lines.append(f'<row r="{r}">{"".join(cells)}</row>')
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{space}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def workbook(path, title, rows):
    """Writes a workbook of one sheet: the least that is one."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0" encoding="UTF-8"?>'
        f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{office}"><sheets>'
        f'<sheet name="{escape(title)}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": sheet(rows),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for part, text in parts.items():
            packed.writestr(zipfile.ZipInfo(part, (2027, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def form(path, n, stream, day, values):
    """A form as a school or an assessor sends it."""
    about = [
        ("framework", "Bộ chỉ số", FRAMEWORK),
        ("institution.code", "Mã cơ sở giáo dục", code(n)),
        ("institution.name", "Tên cơ sở giáo dục", name(n)),
        ("institution.type", "Cấp học", kind(n)[0]),
        ("period", "Kỳ đánh giá", PERIOD),
        ("stream", "Hình thức đánh giá", stream),
        ("assessed_on", "Ngày đánh giá", day),
    ]
    rows = [["Phiếu đánh giá mức độ chuyển đổi số"], ["Mã", "Nội dung", "Điểm tối đa", "Kết quả", "Minh chứng", "Ghi chú"]]
    rows += [[field, label, "", value] for field, label, value in about]
    rows += [[key, "", "", value] for key, value in conditions(n).items()]
    rows += [[key, "", "", value] for key, value in values.items()]
    workbook(path, "Phiếu đánh giá", rows)


def forms():
    for n in range(1, 39):
        values = answers(profile(n))
        if n == 37:
            values["1.6.1"] = "24/32"  # the row takes points: this form is refused
        form(YEAR / "tu-danh-gia" / f"{code(n)}.xlsx", n, "Tự đánh giá", f"{16 + n % 10}/4/2027", values)
    for assessor, points in enumerate((12, 10, 11), 1):
        form(HERE / "doan-VD-03" / f"thanh-vien-{assessor}.xlsx", 3, "Đánh giá ngoài", "10/6/2027", answers("A", i1_5_1=points))


def table(path, schools, stream, period, day, of):
    """A table with a row a school."""
    head = ["Mã trường", "Tên trường", "Cấp học", "Kỳ đánh giá", "Hình thức", "Ngày đánh giá", *CONDITIONS, *INDICATORS]
    rows = [head]
    for n in schools:
        rows.append([code(n), name(n), kind(n)[0], period, stream, day, *conditions(n).values(), *of(n).values()])
    workbook(path, "Bảng điểm", rows)


def register():
    rows = [["DANH SÁCH CƠ SỞ GIÁO DỤC"], ["Mã", "Tên", "Cấp học", "Cơ quan quản lý", "Địa chỉ"]]
    rows += [[code(n), name(n), kind(n)[0], WARDS[n % 3], f"{n} đường Biển Xanh {MARK}"] for n in range(1, 41)]
    workbook(YEAR / "danh-sach.xlsx", "Danh sách", rows)


def events():
    """What happened up to the reports, in the order of time. Schools 37, 39 and 40 have only planned."""
    done = [("15/9/2026", code(n), "Lập kế hoạch") for n in range(1, 41)]
    schools = [n for n in range(1, 39) if n != 37]
    done += [("29/4/2027", code(n), "Tự đánh giá") for n in schools]
    done += [("10/5/2027", code(n), "Phê duyệt") for n in schools]
    late = {12: "3/6/2027", 36: "1/6/2027"}
    reports = [(late.get(n, "20/5/2027"), code(n), "Báo cáo") for n in schools]
    reports += [("25/5/2027", code(20), "Trả lại"), ("28/5/2027", code(20), "Báo cáo")]
    done += sorted(reports, key=lambda row: [int(part) for part in reversed(row[0].split("/"))])
    rows = [["Mã trường", "Việc", "Ngày", "Đơn vị"]] + [[school, act, day, ""] for day, school, act in done]
    workbook(YEAR / "viec-da-lam.xlsx", "Việc đã làm", rows)


if __name__ == "__main__":
    register()
    forms()
    events()
    assessed = [n for n in range(1, 39) if n not in (3, 37)]
    table(YEAR / "danh-gia-ngoai" / "danh-gia-ngoai.xlsx", assessed, "Đánh giá ngoài", PERIOD, "10/6/2027", external)
    # The year before: schools 1 to 5 were B, 11 was C, 31 was A, the others what they are now; 37 to 40 sent nothing.
    before = {**dict.fromkeys(range(1, 6), "B"), 11: "C", 31: "A"}
    table(YEAR / "nam-truoc.xlsx", range(1, 37), "Tự đánh giá", "2025-2026", "20/4/2026", lambda n: answers(before.get(n, profile(n))))
