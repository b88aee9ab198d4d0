"""Radar sectors in words: how far, who says so, and where it comes from which way they look.

A sector is a claim or an assumption, never what a radar sees. The browser says the same.
"""

from __future__ import annotations

from typing import Final

from geo.link import View
from geo.messages import message
from geo.reach.sectors import RadarSector
from geo.records import short_name
from geo.words import format_length

_WINDS: Final = (
    message("north"), message("north-north-east"), message("north-east"),
    message("east-north-east"), message("east"), message("east-south-east"),
    message("south-east"), message("south-south-east"), message("south"),
    message("south-south-west"), message("south-west"), message("west-south-west"),
    message("west"), message("west-north-west"), message("north-west"),
    message("north-north-west"),
)  # fmt: skip
_MOST_NAMED: Final = 6  # sectors in one line
_WIND_DEG: Final = 360.0 / len(_WINDS)


def sector_range(shown: RadarSector, view: View) -> str:
    """Return how far a sector goes: `600 km`, `more than 2,000 km` where that was said."""
    length = format_length(shown.sector.range_km, view.units, view.lang)
    if shown.claims and shown.claims[0].statement == "floor":
        return view.tell("more than {length}", length=length)
    return length


def sector_who(shown: RadarSector, view: View) -> str:
    """Return who claims a sector's range: the first, and how many more; or whose assumption."""
    if not shown.claims:
        return view.tell("own assumption")
    who, more = shown.claims[0].said_by, len(shown.claims) - 1
    return view.tell("{who} and {n} more", who=who, n=more) if more else who


def sector_name(shown: RadarSector, view: View) -> str:
    """Return what a map writes on a sector: `600 km \u00b7 US Congress report 2016`."""
    return f"{sector_range(shown, view)} \u00b7 {sector_who(shown, view)}"


def is_guessed(shown: RadarSector) -> bool:
    """Return whether nobody has published which way a sector looks, and it looks some way."""
    return shown.direction in ("ours", "list")


def direction_said(shown: RadarSector, view: View) -> str:
    """Return where it comes from which way a sector looks."""
    tell, sector = view.tell, shown.sector
    wind_name = _WINDS[round(sector.azimuth_deg / _WIND_DEG) % len(_WINDS)]
    wind = tell(wind_name)
    if shown.direction == "none":
        return tell("Direction not published; drawn all around")
    if shown.direction == "ours":
        return tell(
            "Direction not published; drawn to the {wind}, our bearing to North Korea", wind=wind
        )
    if shown.direction == "list":
        return tell(
            "Direction not published; drawn to the {wind}, as another list assumes", wind=wind
        )
    if sector.is_round:
        return tell("Drawn all around, as this link assumes")
    return tell(
        "Drawn to the {wind} ({azimuth}\u00b0), {width}\u00b0 wide, as this link assumes",
        wind=wind,
        azimuth=f"{sector.azimuth_deg:g}",
        width=f"{sector.width_deg:g}",
    )


def radar_name(shown: RadarSector) -> str:
    """Return the name of a sector's radar as maps have it."""
    return short_name(shown.radar.name)


def sectors_named(shown: list[RadarSector], view: View) -> str:
    """Return the first sectors in one line, and how many more there are; "" where there is none."""
    if not shown:
        return ""
    named = [f"{sector_name(each, view)}, {radar_name(each)}" for each in shown]
    said, more = "; ".join(named[:_MOST_NAMED]), len(named) - _MOST_NAMED
    if more > 0:
        said = view.tell("{who} and {n} more", who=said, n=more)
    return view.tell("Radar sectors: {sectors}", sectors=said)
