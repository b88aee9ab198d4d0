"""Every name has its Korean, in Hangul."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tests.facts.tables import Data, Fault, row_id

_HANGUL: Final = re.compile("[가-힣]")
# What Korean papers write in Latin letters, alone or with each other: types, broadcasters.
_LATIN: Final = re.compile(r"(KN-\d+|CSIS|SBS)(, (CSIS|SBS))?")
_NAMES: Final = {
    "launch_sites.csv": ("name",),
    "missiles.csv": ("name",),
    "claims.csv": ("said_by", "claimed_by"),
    "tests.csv": ("reported_by",),
    "radar_claims.csv": ("said_by", "claimed_by"),
    "thaad_timeline.csv": ("actor", "event"),
    "cities.csv": ("name",),
    "bases.csv": ("name",),
    "missile_defense.csv": ("name",),
}


def korean_faults(data: Data) -> Iterator[Fault]:
    """Yield names without Korean."""
    for row in data.rows("launch_sites.csv"):
        if not is_korean(row["name_ko"]):
            yield _fault("launch_sites.csv", row_id(row), "name_ko", row["name_ko"])
    for file, columns in _NAMES.items():
        korean = {row_id(row): row for row in data.korean.get(file, [])}
        for name in map(row_id, data.rows(file)):
            if name not in korean:
                yield Fault(f"rows/ko/{file}", name, "", "no row", "its Korean")
                continue
            for column in columns:
                cell = korean[name][column]
                if not is_korean(cell):
                    yield _fault(f"rows/ko/{file}", name, column, cell)


def is_korean(cell: str) -> bool:
    """Tell whether a Korean paper could print a name so."""
    return bool(_HANGUL.search(cell) or _LATIN.fullmatch(cell))


def _fault(file: str, row: str, column: str, found: str) -> Fault:
    return Fault(file, row, column, found or "blank", "a name in Hangul")
