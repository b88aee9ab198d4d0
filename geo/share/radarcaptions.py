"""Captions of missile defence: whose claim each sector is, and what no line says by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.link import View
from geo.reach import (
    direction_said,
    is_guessed,
    radar_name,
    radar_sectors,
    sector_range,
    sector_who,
)

_MOST_NAMES: Final = 3  # of radars of which one range is claimed


@dataclass(frozen=True, slots=True)
class SectorRow:
    """A line of the legend: a range, who says so of which radars, and whether it is dashed."""

    range: str
    claim: str
    is_guessed: bool


def sector_rows(view: View) -> list[SectorRow]:
    """Return one line per range and claimant, with the radars of which that is said."""
    together: dict[tuple[str, str, bool], list[str]] = {}
    for each in radar_sectors(view):
        key = (sector_range(each, view), sector_who(each, view), is_guessed(each))
        names = together.setdefault(key, [])
        if radar_name(each) not in names:
            names.append(radar_name(each))
    return [
        SectorRow(told, f"{who}: {_few(names, view)}", guessed)
        for (told, who, guessed), names in together.items()
    ]


def direction_text(view: View) -> str:
    """Return where it comes from which way the sectors look; "" where there is none."""
    said = list(dict.fromkeys(direction_said(each, view) for each in radar_sectors(view)))
    if len(said) < 2:
        return "".join(said)
    return view.tell(
        "Directions of radars are not published: dashed ones are our own or another list\u2019s "
        "assumption, solid ones are this link\u2019s or go all around"
    )


def seen_text(view: View) -> str:
    """Return what a ring about a symbol means; "" where no sector is drawn."""
    if not radar_sectors(view):
        return ""
    return view.tell("in a radar sector, by the claim or assumption drawn")


def interceptors_text(view: View) -> str:
    """Return what a dotted circle about a battery is."""
    return view.tell("Range of interceptors as published, not a defended area")


def _few(names: list[str], view: View) -> str:
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return "; ".join(names)
    return view.tell("{who} and {n} more", who="; ".join(names[:_MOST_NAMES]), n=more)
