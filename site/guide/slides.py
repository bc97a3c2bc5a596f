#!/usr/bin/env python3
"""Makes the slides of the course from its lessons: `slides.py FOLDER`, where FOLDER/docs/khoa-hoc has the lessons.

A slide is what stands between `<!-- slide -->` and `<!-- /slide -->` in a lesson, so slides and lessons cannot say different things. The
result is one page without scripts or styles from elsewhere. The generator of the site brings Python's Markdown, so nothing else is installed;
Marp and reveal.js would bring a hundred packages of npm for the same.
"""

import re
import sys
from pathlib import Path

import markdown

SLIDE = re.compile(r"<!-- slide -->\n(.*?)<!-- /slide -->", re.DOTALL)


def slides(lesson: str) -> list[str]:
    """The title of a lesson, and its slides, as HTML."""
    title = lesson.split("\n", 1)[0].removeprefix("# ")
    parts = SLIDE.findall(lesson)
    if not parts:
        raise SystemExit(f"the lesson `{title}` has no slide")
    texts = [f"# {title}", *parts]
    return [markdown.markdown(text, extensions=["tables", "md_in_html"], output_format="html") for text in texts]


def main(folder: Path) -> None:
    docs, here = folder / "docs", Path(__file__).parent
    lessons = sorted(docs.glob("khoa-hoc/bai-*.md"))
    found = [slide for lesson in lessons for slide in slides(lesson.read_text("utf-8"))]
    if not found:
        return
    sections = "\n".join(f"<section>\n{slide}\n</section>" for slide in found)
    page = (here / "slides.html").read_text("utf-8").replace("{{slides}}", sections).replace("{{lang}}", folder.name)
    (docs / "trinh-chieu.html").write_text(page, "utf-8")
    print(f"{len(found)} slides of {len(lessons)} lessons")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
