"""What a type checker catches before anything runs."""

import subprocess
import sys
from pathlib import Path

import pytest

TYPOS = [
    '{"conditions": {}, "answer": {}}',
    '{"conditions": {}, "answers": {}, "stream": "slef"}',
    '{"conditions": {}, "answers": {}, "institution": {"cod": "A"}}',
    '{"conditions": {}, "answers": {"1.3.1": [5]}}',
]
GOOD = '{"conditions": {"1.1": True}, "answers": {"1.3.1": 5.25, "1.6.1": {"points": 6}}, "stream": "self"}'


@pytest.mark.parametrize("checker", [["mypy", "--strict"], ["pyright"]], ids=["mypy", "pyright"])
def test_a_mistyped_key_or_word_is_caught(checker: list[str], tmp_path: Path) -> None:
    lines = ["from thuocdo import Framework", "of = Framework.shipped()", f"of.score({GOOD})"]
    lines += [f"of.score({typo})" for typo in TYPOS]
    file = tmp_path / "typos.py"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = subprocess.run([sys.executable, "-m", *checker, str(file)], capture_output=True, text=True, cwd=tmp_path)
    caught = {int(line.split(":")[1]) for line in said.stdout.splitlines() if "typos.py:" in line and "error" in line}
    assert caught == {4, 5, 6, 7}, said.stdout
