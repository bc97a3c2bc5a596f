#!/usr/bin/env python3
"""Writes the forms of the guide and the exercises of its course into a folder: `forms.py FOLDER`. Python's standard library alone.

All schools are invented. The numbers are added up in the pages that use them.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[2] / "examples/department-year"))
from make import CONDITIONS, MARK, answers, workbook  # noqa: E402

SELF, EXTERNAL = "Tự đánh giá", "Đánh giá ngoài"
MET = dict.fromkeys(CONDITIONS, "đạt")


def form(path, code, name, points, stream=SELF, day="20/4/2027", conditions=MET, evidence=(), notes=()):
    """A form as a school sends it: a row for each field, condition and indicator."""
    evidence, notes = dict(evidence), dict(notes)
    about = [
        ("framework", "Bộ chỉ số", "moet-4725-2022"),
        ("institution.code", "Mã cơ sở giáo dục", code),
        ("institution.name", "Tên cơ sở giáo dục", f"{name} {MARK}"),
        ("institution.type", "Cấp học", "TH"),
        ("period", "Kỳ đánh giá", "2026-2027"),
        ("stream", "Hình thức đánh giá", stream),
        ("assessed_on", "Ngày đánh giá", day),
    ]
    rows = [["Phiếu đánh giá mức độ chuyển đổi số"], ["Mã", "Nội dung", "Điểm tối đa", "Kết quả", "Minh chứng", "Ghi chú"]]
    rows += [[field, label, "", value] for field, label, value in about]
    rows += [[key, "", "", value, evidence.get(key), notes.get(key)] for key, value in {**conditions, **points}.items()]
    workbook(path, "Phiếu đánh giá", rows)


def teacher(folder):
    """The day of a teacher. The draft has three faults; the finished form has 62.25 and 60 points (kind B, with 1.3.1: 5 and 1.6.1: 5.25)."""
    school = ("VD-11", "Trường Tiểu học Hoa Sen")
    evidence = {
        "1.1": "Kế hoạch 15/KH-THHS ngày 10/9/2026",
        "1.2": "Quyết định 18/QĐ-THHS ngày 12/9/2026",
        "1.3.1": "https://lop.hoasen.example/phong-hoc",
        "1.6.1": "Danh sách 24 tài khoản, xuất ngày 5/4/2027",
        "2.1": "Quyết định 05/QĐ-THHS ngày 20/8/2026",
        "2.2": "Kế hoạch 07/KH-THHS ngày 25/8/2026",
    }
    draft = answers("B", i1_3_1=7, i1_6_1="24/32")
    form(folder / "phieu-nhap.xlsx", *school, draft, day="29/4/2027", conditions={**MET, "2.2": "07/KH-THHS"}, evidence=evidence)
    form(folder / "phieu.xlsx", *school, answers("B", i1_3_1=5, i1_6_1=5.25), day="29/4/2027", evidence=evidence)


def officer(folder):
    """The panels that a department sends out."""
    rows = [
        ["Đoàn", "Thành viên", "Ngày", "Tránh", "Mỗi ngày"],
        ["Đoàn 1", "Bà An, ông Bình", "1/6/2027 đến 11/6/2027", "VD-03", 2],
        ["Đoàn 2", "Bà Cúc, ông Dũng", "1/6/2027 đến 11/6/2027", "", 2],
        ["Đoàn 3", "Bà Giang, ông Hải", "1/6/2027 đến 11/6/2027", "", 2],
    ]
    workbook(folder / "doan.xlsx", "Đoàn", rows)


def lessons(folder):
    """The exercises of the course, a lesson each. The lessons work out what comes out."""
    # Lesson 2: a form with four faults.
    faulty = answers("B", i1_4_1="60%", i1_7_1=9, i2_4_1="7 điểm")
    form(folder / "bai-2.xlsx", "VD-21", "Trường Tiểu học Trăng Non", faulty, conditions={**MET, "1.2": "đang làm"})
    # Facts that the illustrative overlay of the examples turns into points.
    shares = {"1.6.2": (28, 35), "1.7.1": (18, 24), "1.6.3": (10, 35)}
    facts = {code: {"part": part, "whole": whole} for code, (part, whole) in shares.items()}
    assessment = {"framework": "hai-phong-illustrative", "conditions": {}, "answers": facts}
    (folder / "bai-2-ti-le.json").write_text(json.dumps(assessment, indent=2) + "\n", "utf-8")
    # Lesson 3: 74.5 points in group 1, that is kind D with half a point less in 1.3.5; 76 in group 2.
    form(folder / "bai-3.xlsx", "VD-22", "Trường Tiểu học Vàng Anh", answers("D", i1_3_5=3.5))
    # Lesson 4: a school of kind D (75 and 76 points) and what three assessors find.
    school = ("VD-23", "Trường Tiểu học Ánh Dương")
    form(folder / "bai-4/tu-danh-gia.xlsx", *school, answers("D"))
    for number, (materials, tests) in enumerate(((4, 9), (8, 9), (5, 12)), 1):
        notes = {"1.4.1": "Mới xem được kho học liệu của hai khối lớp"} if number == 1 else {}
        points = answers("D", i1_4_1=materials, i1_5_1=tests)
        form(folder / f"bai-4/thanh-vien-{number}.xlsx", *school, points, EXTERNAL, "10/6/2027", notes=notes)
    # Lesson 5: six schools in a register, and what five of them sent.
    names = ["Ban Mai", "Bình Minh", "Cánh Buồm", "Hải Đăng", "Hoa Cúc", "Hoa Đào"]
    schools = [(f"VD-0{n}", f"Trường Tiểu học {name}") for n, name in enumerate(names, 1)]
    year = folder / "bai-5"
    ward = f"UBND phường Sao Biển {MARK}"
    register = [["Mã", "Tên", "Cấp học", "Cơ quan quản lý"]] + [[code, f"{name} {MARK}", "TH", ward] for code, name in schools]
    workbook(year / "danh-sach.xlsx", "Danh sách", register)
    for (code, name), kind in zip(schools, "ABCD"):
        form(year / f"{code}.xlsx", code, name, answers(kind))
    form(year / "VD-04 (gửi lại).xlsx", *schools[3], answers("B"))
    form(year / "VD-05.xlsx", "VD-50", schools[4][1], answers("E"))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    teacher(target / "hoa-sen")
    officer(target)
    lessons(target)
