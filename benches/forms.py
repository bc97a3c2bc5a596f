#!/usr/bin/env python3
"""Measures how forms are written and read: makes them by the command itself, fills them in as people do, and times the commands that read them.

    python3 benches/forms.py target/release/thuocdo /tmp/forms 5000

Needs Python's standard library and GNU time. Prints seconds, how many cores were busy, and the largest memory of each command.
"""

import re
import subprocess
import sys
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

SHEET = "xl/worksheets/sheet1.xml"
NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
TYPES = ["TH", "THCS", "THPT", "GDTX", "Liên cấp"]


def texts(book):
    """The text of each cell of the first sheet, by its name such as `A4`."""
    shared = []
    if "xl/sharedStrings.xml" in book.namelist():
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        shared = ["".join(node.itertext()) for node in strings.findall("m:si", NAMES)]
    found = {}
    for cell in ElementTree.fromstring(book.read(SHEET)).iter(f"{{{NAMES['m']}}}c"):
        value, inline = cell.find("m:v", NAMES), cell.find("m:is", NAMES)
        if inline is not None:
            found[cell.get("r")] = "".join(inline.itertext())
        elif value is not None:
            found[cell.get("r")] = shared[int(value.text)] if cell.get("t") == "s" else value.text
    return found


def cells_to_fill(form):
    """The cells of answers of a form, each with the number or word that goes into it."""
    with zipfile.ZipFile(form) as book:
        found = texts(book)
    answers = {}
    for name, text in found.items():
        if not name.startswith("A"):
            continue
        row = name[1:]
        if re.fullmatch(r"\d\.(\d|x)\.\d", text):
            # Half of the maximum, which stands in column C.
            answers[f"D{row}"] = f"{float(found[f'C{row}']) / 2:g}".replace(".", ",")
            answers[f"F{row}"] = f"Biên bản số {row}/BB-NT https://vi-du.example/{row}"
        elif re.fullmatch(r"\d\.\d", text) and found.get(f"C{row}") in (None, "Bắt buộc"):
            answers[f"D{row}"] = "đạt"
        elif text == "Ngày đánh giá":
            answers[f"D{row}"] = "20/4/2027"
    return answers


def fill(job):
    """Types into the blank cells of a form."""
    form, answers = job
    with zipfile.ZipFile(form) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts[SHEET].decode()

    def typed(cell):
        text = answers.get(cell[1])
        return cell[0] if text is None else f'<c r="{cell[1]}" s="{cell[2]}" t="inlineStr"><is><t>{text}</t></is></c>'

    parts[SHEET] = re.sub(r'<c r="([A-Z]+\d+)" s="(\d+)"/>', typed, sheet).encode()
    with zipfile.ZipFile(form, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, content in parts.items():
            book.writestr(name, content)


def timed(what, *command):
    """Runs a command and prints what it took."""
    run = subprocess.run(["/usr/bin/time", "-v", *command], capture_output=True, text=True)
    figure = lambda name: re.search(rf"{name}.*: (.*)", run.stderr).group(1)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr)
    kilobytes = int(figure("Maximum resident set size"))
    print(f"{what:24} {figure('Elapsed')[-8:]:>8} s  {figure('Percent of CPU'):>5} of a core  {kilobytes / 1024:7.0f} MB  status {run.returncode}", flush=True)
    return run.stdout


def main():
    thuocdo, folder, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    folder.mkdir(parents=True)
    rows = [f"VD-{n:05};Trường số {n} (ví dụ giả định);{TYPES[n % len(TYPES)]};UBND phường {n % 50} (ví dụ giả định)" for n in range(1, count + 1)]
    register = folder / "danh-sach.csv"
    register.write_text("\n".join(["mã;tên;cấp học;cơ quan quản lý", *rows]) + "\n", encoding="utf-8")
    forms = folder / "tu-danh-gia"
    timed(f"form, {count} written", thuocdo, "form", "--register", str(register), "--period", "2026-2027", "--stream", "self", "-o", str(forms))
    files = sorted(forms.glob("*.xlsx"))
    answers = cells_to_fill(files[0])
    with ProcessPoolExecutor() as pool:
        list(pool.map(fill, [(file, answers) for file in files], chunksize=50))
    timed("score FOLDER -o .csv", thuocdo, "score", str(forms), "-o", str(folder / "muc-do.csv"), "--force")
    timed("check FOLDER", thuocdo, "check", str(forms))
    timed("cohort FOLDER", thuocdo, "cohort", str(forms))
    timed("gather -o .ndjson", thuocdo, "gather", str(forms), "-o", str(folder / "phieu.ndjson"), "--force")
    timed("year", thuocdo, "year", str(forms), str(register), "--as-of", "20/5/2027")


if __name__ == "__main__":
    main()
