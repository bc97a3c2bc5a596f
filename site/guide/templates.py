#!/usr/bin/env python3
"""Makes a page for a word processor of each template of a paper: `templates.py FOLDER`, from FOLDER/docs/mau into FOLDER/mau.

The page holds what stands between the head of the paper and its end, and says once more that the template is ours. LibreOffice makes a file
for Word of it. The same Markdown is the page of the guide, so page and file cannot differ.
"""

import re
import sys
from pathlib import Path

import markdown

PAPER = re.compile(r'<div class="dau" markdown>.*</div>', re.DOTALL)
OURS = "Mẫu tham khảo của nhóm phát triển thuocdo, không phải mẫu của Bộ GDĐT; xóa dòng này khi dùng."
PAGE = """<html><head><meta charset="utf-8"><style>
@page {{ size: 21cm 29.7cm; margin: 2cm 1.5cm 2cm 3cm }}
body, p, td, th, li {{ font-family: "Times New Roman"; font-size: 13pt }}
h2 {{ font-family: "Times New Roman"; font-size: 13pt; font-weight: bold }}
</style></head><body><p><i>{ours}</i></p>{body}</body></html>
"""


def page(text: str) -> str:
    """A template as a page; its tables have lines, but for the head of the paper and its end."""
    found = PAPER.search(text)
    if not found:
        raise SystemExit("a template begins with the head of a paper")
    body = markdown.markdown(found[0], extensions=["tables", "md_in_html", "attr_list"], output_format="html")
    body = re.sub(r"<thead>\s*<tr>\s*<th[^>]*></th>\s*<th[^>]*></th>\s*</tr>\s*</thead>", "", body)
    body = body.replace('class="giua"', 'align="center"').replace("<table>", '<table width="100%" border="1" cellspacing="0" cellpadding="4">')
    parts = body.split("<table ")
    # The first table is the head, the last one who gets the paper and who signs it.
    for at in (1, -1):
        parts[at] = parts[at].replace('border="1"', 'border="0"', 1)
    return PAGE.format(ours=OURS, body="<table ".join(parts))


def main(folder: Path) -> None:
    pages = folder / "mau"
    pages.mkdir(exist_ok=True)
    for template in sorted((folder / "docs/mau").glob("*.md")):
        if template.name != "index.md":
            (pages / f"{template.stem}.html").write_text(page(template.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
