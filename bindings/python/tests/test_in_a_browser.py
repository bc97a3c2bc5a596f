"""How a scorecard looks in a notebook, seen by Chromium: in both languages, light and dark, wide and narrow.

Needs `chromium` on the PATH (Debian: `apt-get install chromium`); without it these tests are skipped, by name.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from thuocdo import Framework, Scorecard

pytestmark = pytest.mark.skipif(
    shutil.which("chromium") is None, reason="chromium is not installed: nobody looked at the HTML"
)

FRAMEWORK = Framework.shipped("moet-4725-2022")
SCHEMES = {"light": "1", "dark": "0"}

# What lies outside its own box or the page, and how well the text can be read on what is behind it.
LOOK = """
<script>addEventListener("load", () => {
  const numbers = colour => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = rgb => rgb.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = at => {
    for (; at; at = at.parentElement) {
      const rgb = numbers(getComputedStyle(at).backgroundColor);
      if (rgb.length < 4 || rgb[3] > 0) return rgb;
    }
    return [255, 255, 255];
  };
  const seen = { cut: [], contrast: 21, width: document.documentElement.scrollWidth, window: innerWidth };
  for (const at of document.querySelectorAll(".thuocdo, .thuocdo *")) {
    const box = at.getBoundingClientRect();
    if (at.tagName === "STYLE") continue;
    const isOver = at.clientWidth > 0 && at.scrollWidth > at.clientWidth + 1;
    if (isOver || box.right > innerWidth + 1) seen.cut.push(at.outerHTML.slice(0, 120));
    if ([...at.childNodes].some(node => node.nodeType === 3 && node.data.trim())) {
      const [one, other] = [light(numbers(getComputedStyle(at).color)), light(behind(at))].sort((a, b) => b - a);
      seen.contrast = Math.min(seen.contrast, (one + .05) / (other + .05));
    }
  }
  seen.background = getComputedStyle(document.querySelector(".thuocdo")).backgroundColor;
  document.title = JSON.stringify(seen);
});</script>
"""


@pytest.fixture(scope="module")
def card() -> Scorecard:
    """A card with a long name, something missing, unmet and unknown, and something that must not become HTML."""
    answers = {code: FRAMEWORK.max(code) for code in FRAMEWORK.indicators if code not in ("1.4.1", "2.3.3")}
    name = "Trường Tiểu học, Trung học cơ sở và Trung học phổ thông Nguyễn Thị Minh Khai <b>giả định</b> & bạn"
    return FRAMEWORK.score(
        {
            "institution": {"code": "VD-001", "name": name},
            "period": "2023-2024",
            "conditions": {"1.1": True, "2.1": False},
            "answers": answers,
        }
    )


def chromium(folder: Path, html: str, scheme: str, width: int, *asked: str) -> str:
    """What Chromium says of a page."""
    page = folder / "page.html"
    head = (
        '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body style="margin:8px">'
    )
    page.write_text(head + html + LOOK, encoding="utf-8")
    done = subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            f"--user-data-dir={folder / 'profile'}", f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
            f"--window-size={width},1600", *asked, page.as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


def look(folder: Path, html: str, scheme: str, width: int) -> dict[str, Any]:
    """What the page's own script saw."""
    found = re.search(r"<title>(.*?)</title>", chromium(folder, html, scheme, width, "--dump-dom"), re.DOTALL)
    assert found is not None
    seen: dict[str, Any] = json.loads(unescape(found[1]))
    return seen


@pytest.mark.parametrize("width", [900, 520])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_is_cut_and_every_text_can_be_read(
    card: Scorecard, tmp_path: Path, lang: Any, scheme: str, width: int
) -> None:
    seen = look(tmp_path, card.html(lang=lang), scheme, width)
    assert seen["window"] == width
    assert seen["width"] <= width
    assert seen["cut"] == []
    assert seen["contrast"] >= 4.5
    assert (seen["background"] == "rgb(255, 255, 255)") == (scheme == "light")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_picture_of_it_is_not_blank(card: Scorecard, tmp_path: Path, lang: Any, scheme: str) -> None:
    from matplotlib.image import imread

    shot = tmp_path / "shot.png"
    chromium(tmp_path, card.html(lang=lang), scheme, 900, f"--screenshot={shot}")
    pixels = imread(shot)[:, :, :3]
    assert pixels.shape[:2] == (1600, 900)
    paper = pixels[30, 400]
    inked = (abs(pixels[:900, :860] - paper) > 0.2).any(axis=2)
    # Text and bars cover some of it, in the upper half and in the lower, and not all.
    assert 0.02 < inked.mean() < 0.6
    assert inked[:300].any(axis=1).mean() > 0.3
    assert inked[300:700].any(axis=1).mean() > 0.3


def test_a_name_does_not_become_html(card: Scorecard) -> None:
    assert "<b>giả định</b>" not in card._repr_html_()
    assert "&lt;b&gt;giả định&lt;/b&gt; &amp; bạn" in card._repr_html_()
