"""Checks of what is claimed of radars, against its own cells and against the radars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from geo.files import LIST_MARK, Fault, Rows
from geo.records import RADAR_SHAPES

_FILE: Final = "radar_claims.csv"
_ENDS: Final = ("range_km_low", "range_km_high")


def radar_faults(claims: Rows) -> Iterator[Fault]:
    """Yield claims whose statement does not fit their ranges, and those that cannot be drawn."""
    for number, row in claims.items():
        fits, ends = RADAR_SHAPES.get(row.get("statement", ""), (None, ""))
        low, high = (_number(row.get(column, "")) for column in _ENDS)
        if fits and not fits((low, high)):
            problem = f"{row['statement']} takes {ends}. Correct it, or the ranges."
            yield Fault(_FILE, problem, number, row.get("id", ""), "statement")
        is_of_any = row.get("radars", "?") and row.get("statement") != "none"
        if row.get("drawn") == "yes" and not is_of_any:
            problem = "is yes, but there is no range or no radar to draw. Write no."
            yield Fault(_FILE, problem, number, row.get("id", ""), "drawn")


def unclaimed(radars: Rows, claims: Rows) -> Iterator[Fault]:
    """Yield ranges of radars that no claim of them names."""
    for number, row in radars.items():
        said = {
            _number(claim.get(column, ""))
            for claim in claims.values()
            if row.get("id") in claim.get("radars", "").split(LIST_MARK)
            for column in _ENDS
        }
        for column in _ENDS:
            km = _number(row.get(f"radar_{column}", ""))
            if km is not None and km not in said:
                problem = f"{km:g} is in no claim of it. Add that to {_FILE}, or correct it."
                yield Fault("missile_defense.csv", problem, number, row["id"], f"radar_{column}")


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:  # blank, or already reported as no number
        return None
