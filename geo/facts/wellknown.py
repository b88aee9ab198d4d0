"""Places by which readers measure a range: the ladder that a headline climbs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.messages import message


@dataclass(frozen=True, slots=True)
class WellKnown:
    """A place of the ladder, by its id.

    `name` is what a headline calls it where the place's own name says too little or too much, else
    None. `is_step` marks those by which several ranges are told apart; the others only help to say
    where one range ends.
    """

    id: str
    name: str | None = None
    is_step: bool = True


WELL_KNOWN: Final = (
    WellKnown("pyongyang", is_step=False),
    WellKnown("seoul"),
    WellKnown("busan", is_step=False),
    WellKnown("beijing"),
    WellKnown("tokyo"),
    WellKnown("naha", message("Okinawa"), is_step=False),
    WellKnown("guam_nb", message("Guam")),
    WellKnown("anchorage", message("Anchorage (Alaska)")),
    WellKnown("honolulu", message("Honolulu (Hawaii)")),
    WellKnown("seattle", is_step=False),
    WellKnown("san_francisco", is_step=False),
    WellKnown("los_angeles"),
    WellKnown("chicago", is_step=False),
    WellKnown("new_york"),
    WellKnown("washington_dc", message("Washington")),
)
# Inside whatever flies from a launch site of the table: news to nobody.
HOME_ID: Final = "pyongyang"
# `kind` of the cities that stand in where nothing of the ladder is near.
CAPITAL: Final = "capital"
# What stays outside every ring, for two rings, three and so on: small numbers are words.
OUTSIDE_ALL: Final = (
    message("{place} stays outside both, by {distance}."),
    message("{place} stays outside all three, by {distance}."),
    message("{place} stays outside all four, by {distance}."),
    message("{place} stays outside all five, by {distance}."),
    message("{place} stays outside all six, by {distance}."),
    message("{place} stays outside all seven, by {distance}."),
    message("{place} stays outside all eight, by {distance}."),
    message("{place} stays outside all nine, by {distance}."),
    message("{place} stays outside all ten, by {distance}."),
)
