"""Countries, and the states of the US apart from the others, with the point of their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from geo.catalog.basemap import read_basemap
from geo.errors import DataError
from geo.facts import REGION_NAMES
from geo.words import say


@dataclass(frozen=True, slots=True)
class Region:
    """A region's name in one language; `lat`, `lon` is the middle of its largest part.

    `rank` 1 is written from afar, 3 only from near; `half_deg` is about how far its land goes on
    from the point, up or down and to either side.
    """

    id: str
    name: str
    lat: float
    lon: float
    rank: int
    half_deg: tuple[float, float]


@lru_cache(maxsize=8)
def load_regions(lang: str = "en") -> tuple[Region, ...]:
    """Return the regions, the ones seen from afar first; none where their file is damaged.

    A map without them is still right; `python -m ui.check` names the fault.
    """
    tell = say(lang)
    points = _points()
    return tuple(
        Region(region.id, tell(region.name), *points[region.id], region.rank, region.half_deg)
        for region in sorted(REGION_NAMES, key=lambda region: region.rank)
        if region.id in points
    )


@lru_cache(maxsize=1)
def _points() -> dict[str, tuple[float, float]]:
    """Return (lat, lon) by the ids of regions.geojson, longitudes within 180 degrees."""
    try:
        features = read_basemap("regions")["features"]
    except DataError:
        return {}
    points = {}
    for feature in features:
        lon, lat = feature["geometry"]["coordinates"]
        points[feature["properties"]["id"]] = (lat, round((lon + 180.0) % 360.0 - 180.0, 3))
    return points
