"""Heights that everybody has heard of, as measures beside a trajectory, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.messages import message


@dataclass(frozen=True, slots=True)
class HeightMark:
    """A height above the ground, in kilometres, and who says so."""

    id: str
    name: str
    height_km: float
    source_name: str
    source_url: str


HEIGHT_MARKS: Final = (
    HeightMark(
        id="space",
        name=message("edge of space"),
        height_km=100.0,
        source_name="FAI, Statement about the Karman line, 2018",
        source_url="https://events.fai.org/news/statement-about-karman-line",
    ),
    HeightMark(
        id="station",
        name=message("space station"),
        height_km=386.0,
        source_name="NASA, help with sightings of the space station",
        source_url="http://spaceflight.nasa.gov/realdata/sightings/help.html",
    ),
)
