"""Writes the tables of a province that does not exist: invented schools over three years, with dirt as it comes.

The same seed gives the same tables. What is dirty, and how often, is known:

- decimals have a comma, days are written 05/10/2023, conditions are met as `đạt`, `x` or `có`, answers are left blank;
- `APART` names are written with their marks apart (NFD), though they look the same;
- `ABOVE` answers are above their maximum;
- `NO_DAY` rows were assessed on 31 February;
- `TWICE` rows are there twice.

No row has two of the last four faults.
"""

from __future__ import annotations

import csv
import sys
import unicodedata
from pathlib import Path
from random import Random

from thuocdo import Framework

SCHOOLS = 60
PERIODS = ("2021-2022", "2022-2023", "2023-2024")
AUTHORITIES = ("Sóng Biếc", "Đồi Thông", "Bến Nghề", "Cửa Lạch", "Hòn Chuông", "Ruộng Bậc")
KINDS = (("primary", "Trường Tiểu học"), ("lower_secondary", "Trường Trung học cơ sở"))
APART, ABOVE, NO_DAY, TWICE = 7, 5, 6, 4

Row = dict[str, str]


def make(folder: Path, seed: int = 4725) -> tuple[Path, Path]:
    """Writes the self-assessments of three years and the external assessments of the last; gives their files."""
    framework = Framework.shipped("moet-4725-2022")
    dice = Random(seed)
    talents = [0.35 + 0.45 * dice.random() for _ in range(SCHOOLS)]
    own = [
        _row(framework, dice, school, period, talents[school] + 0.08 * year, missing=0.03)
        for year, period in enumerate(PERIODS)
        for school in range(SCHOOLS)
    ]
    external = [
        _row(framework, dice, school, PERIODS[-1], talents[school] + 0.1, missing=0.0) | {"stream": "Đánh giá ngoài"}
        for school in range(0, SCHOOLS, 2)
    ]
    return _write(folder / "tu-danh-gia.csv", _soiled(framework, own)), _write(folder / "danh-gia-ngoai.csv", external)


def _row(framework: Framework, dice: Random, school: int, period: str, talent: float, missing: float) -> Row:
    kind, name = KINDS[school % 3 == 2]
    row = {
        "institution.code": f"GD-{school + 1:02}",
        "institution.name": f"{name} Giả Định số {school + 1}",
        "institution.type": kind,
        "authority": f"UBND {AUTHORITIES[school % len(AUTHORITIES)]} (giả định)",
        "period": period,
        "stream": "Tự đánh giá",
        "assessed_on": f"{1 + int(28 * dice.random()):02}/05/{period[-4:]}",
    }
    for condition in framework.conditions:
        row[condition] = "không đạt" if dice.random() < 0.06 else ("đạt", "x", "có")[int(3 * dice.random())]
    for indicator in framework.indicators:
        quarters = int(4 * framework.max(indicator))
        answer = min(quarters, max(0, round(quarters * (talent + 0.3 * (dice.random() - 0.5)))))
        row[indicator] = "" if dice.random() < missing else f"{answer / 4:g}".replace(".", ",")
    return row


def _soiled(framework: Framework, rows: list[Row]) -> list[Row]:
    """Each fault in every 20th row, beginning at different ones."""
    for nth in range(APART):
        row = rows[3 + 20 * nth]
        row["institution.name"] = unicodedata.normalize("NFD", row["institution.name"])
    for nth in range(ABOVE):
        row = rows[8 + 20 * nth]
        indicator = framework.indicators[5 * nth]
        row[indicator] = f"{framework.max(indicator) + 1},5"
    for nth in range(NO_DAY):
        row = rows[13 + 20 * nth]
        row["assessed_on"] = f"31/02/{row['period'][-4:]}"
    return [*rows, *(dict(rows[18 + 20 * nth]) for nth in range(TWICE))]


def _write(path: Path, rows: list[Row]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


if __name__ == "__main__":
    for written in make(Path(sys.argv[1])):
        print(written)
