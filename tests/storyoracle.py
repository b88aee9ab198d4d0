"""Placeholders of stories computed a second time: GeographicLib, the tables, PROJ's Mercator."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache

from pyproj import Transformer

from geo.towns.geonames import load_towns
from tests.support import exact, place_point, site_point, table

PLACEHOLDER = re.compile(r"\{(\w+):?([^{}]*)\}")
US_TERRITORIES = ("Guam", "Northern Mariana Islands")
KM_PER = {"km": 1.0, "mi": 1.609344, "nmi": 1.852}


def point(name: str) -> tuple[float, float]:
    if "," in name:
        lat, lon = name.split(",")
        return float(lat), float(lon)
    return site_point(name) if name in table("launch_sites") else place_point(name)


@cache
def km(start: str, end: str) -> float:
    return exact(point(start), point(end))[0]


def sites_within(range_km: float, end: str) -> int:
    return sum(km(site, end) <= range_km for site in table("launch_sites"))


def is_us(row: dict[str, str]) -> bool:
    country = row["country"]
    return (
        country in US_TERRITORIES
        or country.startswith(("USA", "United States"))
        or (country.endswith("(USA)"))
    )


def us_within(site: str, range_km: float) -> set[str]:
    """Return the ids of all cities and bases on US soil within a range."""
    return {
        row
        for name in ("cities", "bases")
        for row, cells in table(name).items()
        if is_us(cells) and km(site, row) <= range_km
    }


def people_within(site: str, range_km: float, *, degrees: float) -> int:
    """Count people town by town, in a window of degrees that is larger than the ring."""
    lat, lon = point(site)
    return sum(
        town.population
        for town in load_towns()
        if town.population >= 15_000
        and max(abs(town.lat - lat), abs(town.lon - lon)) < degrees
        and exact((lat, lon), (town.lat, town.lon))[0] <= range_km
    )


def compass_km(start: str, end: str) -> float:
    """Measure on PROJ's Web Mercator, the sheet cut at 30 W, by the scale at the start."""
    sheet_m = 2 * math.pi * 6_378_137
    (x1, y1), (x2, y2) = (_paper().transform(lon, lat) for lat, lon in map(point, (start, end)))
    edge = -30 / 360 * sheet_m
    across = (x2 - edge) % sheet_m - (x1 - edge) % sheet_m
    x, y, _ = _space().transform(0.0, point(start)[0], 0.0)  # on the parallel, from the axis
    return math.hypot(across, y2 - y1) / sheet_m * 2 * math.pi * math.hypot(x, y) / 1000


@cache
def _paper() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)


@cache
def _space() -> Transformer:
    return Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)


def expected(name: str, rest: str, units: str = "km") -> str | None:
    """Return what a placeholder becomes in English; None for lists, which are checked by name."""
    parts = re.split("[~>]", rest)

    def length(value_km: float) -> str:
        return f"{value_km / KM_PER[units]:,.0f} {units}"

    def stated(value_km: float) -> str:
        """In other units no more exact than the kilometres: two digits, or three if they are."""
        digits = min(3, max(2, len(f"{value_km:.0f}".rstrip("0"))))
        value = value_km if units == "km" else float(f"{value_km / KM_PER[units]:.{digits}g}")
        return f"{value:,.0f} {units}"

    values: dict[str, Callable[[], str]] = {
        "length": lambda: stated(float(rest)),
        "km": lambda: length(km(*parts)),
        "compass": lambda: length(compass_km(*parts)),
        "bearing": lambda: f"{exact(*map(point, parts))[1]:.0f}\u00b0",
        "reach": lambda: "inside" if km(parts[0], parts[2]) <= float(parts[1]) else "outside",
        "gap": lambda: length(abs(km(parts[0], parts[2]) - float(parts[1]))),
        "count": lambda: str(sum(km(parts[0], row) <= float(parts[1]) for row in table(parts[2]))),
        "sites_reaching": lambda: str(sites_within(float(parts[0]), parts[1])),
        "sites": lambda: str(len(table("launch_sites"))),
    }
    return values[name]() if name in values else None
