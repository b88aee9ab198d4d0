"""Names that a map of this subject must not lack, and countries, written behind all others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.messages import message


@dataclass(frozen=True, slots=True)
class MustName:
    """A name that is written wherever it is in view.

    `ids` are places that may stand for it: the first one whose layer is shown does. `name` is
    what is written where the place's own name says too much ("Naval Base Guam"), else None.
    """

    ids: tuple[str, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class RegionName:
    """A country, or a state of the US apart from the others, by its id in regions.geojson.

    `rank` 1 is written from afar, 3 only from near.
    """

    id: str
    name: str
    rank: int


# The most wanted first: where there is no room for two, the first one is beside its place.
MUST_NAMES: Final = (
    MustName(("pyongyang",)),
    MustName(("seoul",)),
    MustName(("tokyo",)),
    MustName(("beijing",)),
    MustName(("guam_nb", "hagatna"), message("Guam")),
    MustName(("honolulu",)),
    MustName(("anchorage",)),
    MustName(("los_angeles",)),
    MustName(("new_york",)),
    MustName(("washington_dc",), message("Washington")),
)

REGION_NAMES: Final = (
    RegionName("north_korea", message("North Korea"), 1),
    RegionName("south_korea", message("South Korea"), 2),
    RegionName("japan", message("Japan"), 1),
    RegionName("china", message("China"), 1),
    RegionName("russia", message("Russia"), 1),
    RegionName("united_states", message("United States"), 1),
    RegionName("alaska", message("Alaska"), 1),
    RegionName("hawaii", message("Hawaii"), 1),
    RegionName("canada", message("Canada"), 1),
    RegionName("australia", message("Australia"), 1),
    RegionName("india", message("India"), 1),
    RegionName("mexico", message("Mexico"), 2),
    RegionName("brazil", message("Brazil"), 2),
    RegionName("greenland", message("Greenland"), 2),
    RegionName("kazakhstan", message("Kazakhstan"), 2),
    RegionName("mongolia", message("Mongolia"), 2),
    RegionName("indonesia", message("Indonesia"), 2),
    RegionName("philippines", message("Philippines"), 2),
    RegionName("iran", message("Iran"), 2),
    RegionName("saudi_arabia", message("Saudi Arabia"), 2),
    RegionName("new_zealand", message("New Zealand"), 2),
    RegionName("papua_new_guinea", message("Papua New Guinea"), 3),
    RegionName("taiwan", message("Taiwan"), 3),
    RegionName("vietnam", message("Vietnam"), 3),
    RegionName("thailand", message("Thailand"), 3),
    RegionName("myanmar", message("Myanmar"), 3),
    RegionName("malaysia", message("Malaysia"), 3),
    RegionName("pakistan", message("Pakistan"), 3),
    RegionName("turkey", message("Turkey"), 3),
    RegionName("ukraine", message("Ukraine"), 3),
    RegionName("germany", message("Germany"), 3),
    RegionName("france", message("France"), 3),
    RegionName("spain", message("Spain"), 3),
    RegionName("united_kingdom", message("United Kingdom"), 3),
    RegionName("sweden", message("Sweden"), 3),
    RegionName("egypt", message("Egypt"), 3),
)
