#!/usr/bin/env python3
"""Makes the search of a built site find Vietnamese words that are typed without accents: `search.py FOLDER`.

Many people type `minh chung` for `minh chứng`. The search of Zensical compares letters as they are, so the index gets each text once more
without accents. Code is left out: nobody looks for the lines of a screen in that way.
"""

import json
import re
import sys
import unicodedata
from pathlib import Path

CODE = re.compile(r"<code>.*?</code>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def plain(text: str) -> str:
    """A text without accents: `Đúng` is `Dung`."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if unicodedata.category(letter) != "Mn")


def main(site: Path) -> None:
    index = json.loads((site / "search.json").read_text("utf-8"))
    for item in index["items"]:
        words = plain(f"{item['title']}. {TAG.sub(' ', CODE.sub(' ', item['text']))}")
        item["text"] += f"<p>{' '.join(words.split())}</p>"
    text = json.dumps(index, ensure_ascii=False)
    (site / "search.json").write_text(text, "utf-8")
    # From the disk a page cannot read a file, but it can run one.
    (site / "search.js").write_text(f"var __index = {text};", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
