"""How test flights are drawn: by the way they went, which marks and dashes tell, not colour.

The browser's map, pictures, Google Earth and all legends read these rows. A mark is solid where
an apogee is known and hollow where all that was printed is a floor ("over 6,000 km").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.messages import message


@dataclass(frozen=True, slots=True)
class FlightLook:
    """How flights of one kind are drawn.

    `symbol` (geo/facts/symbols.py) stands where they came down, turned the way they flew where it
    `is_turned`; `dash` is that of the line in pixels of a screen; `legend` says what both mean.
    """

    id: str
    legend: str
    symbol: str
    dash: tuple[float, ...] = ()
    is_turned: bool = False


FLIGHT_LOOKS: Final = (
    FlightLook("flown", message("Test flight"), "dart", is_turned=True),
    FlightLook("lofted", message("Lofted test flight"), "lens", (6.0, 4.0)),
    FlightLook("failed", message("Failed test flight"), "saltire", (1.5, 3.5)),
)
FLIGHT_LINE_PX: Final = 1.1
FLIGHT_LINE_ALPHA: Final = 0.75  # sixty of them cross one bay
FLIGHT_MARK_PX: Final = 4.2  # radius, of a screen
# A flight is named on a map where it went so high or far that it would be this long: the largest
# alone from afar, nearly all from near by.
FLIGHT_NAMED_PX: Final = 150.0
# Flights without a line hang on their site as one tag, whose number says how many there are.
TAG_SYMBOL: Final = "tag"
TAG_PX: Final = 8.0
TAG_APART_PX: Final = 26.0  # sites nearer than this to one another share a tag
TAG_LEGEND: Final = message("Tests from here, direction unknown")
FLOOR_LEGEND: Final = message("hollow: its apogee is a floor")


def flight_look(look: str) -> FlightLook:
    """Return the row with this id."""
    return next(row for row in FLIGHT_LOOKS if row.id == look)
