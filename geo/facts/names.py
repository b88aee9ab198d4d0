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

    `rank` 1 is written from afar, 3 only from near. `half_deg` is about how far its land goes on
    from there, up or down and to either side: so much room its name has.
    """

    id: str
    name: str
    rank: int
    half_deg: tuple[float, float]


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
    RegionName("north_korea", message("North Korea"), 1, (1.5, 2.2)),
    RegionName("south_korea", message("South Korea"), 2, (1.5, 1.6)),
    RegionName("japan", message("Japan"), 1, (3.0, 5.0)),
    RegionName("china", message("China"), 1, (8.0, 17.0)),
    RegionName("russia", message("Russia"), 1, (9.0, 40.0)),
    RegionName("united_states", message("United States"), 1, (9.0, 24.0)),
    RegionName("alaska", message("Alaska"), 1, (4.0, 11.0)),
    RegionName("hawaii", message("Hawaii"), 1, (1.5, 8.0)),
    RegionName("canada", message("Canada"), 1, (7.0, 25.0)),
    RegionName("australia", message("Australia"), 1, (8.0, 17.0)),
    RegionName("india", message("India"), 1, (7.0, 7.5)),
    RegionName("mexico", message("Mexico"), 2, (5.0, 9.0)),
    RegionName("brazil", message("Brazil"), 2, (11.0, 13.0)),
    RegionName("greenland", message("Greenland"), 2, (8.0, 15.0)),
    RegionName("kazakhstan", message("Kazakhstan"), 2, (4.0, 15.0)),
    RegionName("mongolia", message("Mongolia"), 2, (3.0, 12.0)),
    RegionName("indonesia", message("Indonesia"), 2, (3.0, 15.0)),
    RegionName("philippines", message("Philippines"), 2, (4.0, 4.0)),
    RegionName("iran", message("Iran"), 2, (5.0, 7.0)),
    RegionName("saudi_arabia", message("Saudi Arabia"), 2, (5.0, 7.0)),
    RegionName("new_zealand", message("New Zealand"), 2, (4.0, 6.0)),
    RegionName("papua_new_guinea", message("Papua New Guinea"), 3, (3.0, 6.0)),
    RegionName("taiwan", message("Taiwan"), 3, (1.3, 2.0)),
    RegionName("vietnam", message("Vietnam"), 3, (5.0, 4.0)),
    RegionName("thailand", message("Thailand"), 3, (4.0, 4.0)),
    RegionName("myanmar", message("Myanmar"), 3, (5.0, 4.0)),
    RegionName("malaysia", message("Malaysia"), 3, (2.5, 6.0)),
    RegionName("pakistan", message("Pakistan"), 3, (4.0, 5.0)),
    RegionName("turkey", message("Turkey"), 3, (2.0, 8.0)),
    RegionName("ukraine", message("Ukraine"), 3, (2.5, 7.0)),
    RegionName("germany", message("Germany"), 3, (3.0, 4.0)),
    RegionName("france", message("France"), 3, (3.5, 5.0)),
    RegionName("spain", message("Spain"), 3, (3.0, 5.0)),
    RegionName("united_kingdom", message("United Kingdom"), 3, (3.0, 5.0)),
    RegionName("sweden", message("Sweden"), 3, (5.0, 4.0)),
    RegionName("egypt", message("Egypt"), 3, (4.0, 5.0)),
)
