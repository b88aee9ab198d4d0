"""Points on the Earth: latitude first, degrees, WGS84.

Libraries disagree about the order (geopy and Folium: lat, lon; GeoJSON and
pyproj: lon, lat). Everything here is (lat, lon); `to_lonlat` is the one place
where the order is swapped.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from geo.errors import CoordinateError
from geo.words import message

_NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,12})?"
# Spaces are matched in one way only: with two, a long row of them would take minutes.
PAIR_PATTERN = rf"({_NUMBER})(?:\s*[,;]\s*|\s+)({_NUMBER})"
_PAIR = re.compile(PAIR_PATTERN, re.ASCII)


@dataclass(frozen=True, slots=True)
class LatLon:
    """A point: `lat` in [-90, 90] and `lon` in [-180, 180], degrees, WGS84."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        """Refuse what is not on the Earth, and say what is probably meant."""
        check_lat_lon(self.lat, self.lon)

    def __str__(self) -> str:
        """Return `lat,lon`, as short as the numbers allow."""
        return f"{short_number(self.lat)},{short_number(self.lon)}"


class Located(Protocol):
    """What lies somewhere: a point, a place, a launch site, a town."""

    @property
    def lat(self) -> float:
        """Degrees north."""

    @property
    def lon(self) -> float:
        """Degrees east."""


def lats_and_lons(located: Iterable[Located]) -> tuple[list[float], list[float]]:
    """Return the latitudes and the longitudes of several, for what is computed of all at once."""
    points = list(located)
    return [each.lat for each in points], [each.lon for each in points]


def check_lat_lon(lat: float, lon: float) -> None:
    """Raise CoordinateError unless (lat, lon) is a point in degrees.

    Raises
    ------
    CoordinateError
        With a hint when the two numbers look swapped.
    """
    if not (math.isfinite(lat) and math.isfinite(lon)):
        raise CoordinateError(message("a coordinate must be a finite number of degrees"))
    if abs(lat) > 90 and abs(lat) <= 180 and abs(lon) <= 90:
        swapped = f"{short_number(lon)},{short_number(lat)}"
        raise CoordinateError(
            message(
                "latitude {lat} is beyond 90 degrees; latitude comes first, so perhaps {swapped} "
                "is meant"
            ),
            lat=short_number(lat),
            swapped=swapped,
        )
    if abs(lat) > 90:
        text = message("latitude {lat} is not between -90 and 90")
        raise CoordinateError(text, lat=short_number(lat))
    if abs(lon) > 180:
        text = message("longitude {lon} is not between -180 and 180")
        raise CoordinateError(text, lon=short_number(lon))


def parse_lat_lon(text: str) -> LatLon:
    """Return the point written as `LAT,LON` in decimal degrees.

    Raises
    ------
    CoordinateError
        If the text is not two numbers, or they are not a point.
    """
    match = _PAIR.fullmatch(text.strip())
    if match is None:
        raise CoordinateError(message("expected LAT,LON in decimal degrees, such as 39.87,125.27"))
    return LatLon(float(match[1]), float(match[2]))


def short_number(value: float) -> str:
    """Return the shortest text that reads back as the same number (no exponent, no `-0`)."""
    text = np.format_float_positional(value, trim="-")
    return "0" if text in ("-0", "0") else text


def unwrap_longitudes(lons: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return longitudes (..., n) made continuous along the last axis.

    Steps of more than half a turn are taken as passages of the antimeridian;
    the result may pass +-180.
    """
    turns = np.rint(np.diff(lons, axis=-1) * (1.0 / 360.0))
    unwrapped = lons.copy()
    if turns.any():
        unwrapped[..., 1:] -= 360.0 * np.cumsum(turns, axis=-1)
    return unwrapped


def to_lonlat(latlon: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (..., 2) coordinates with their order swapped, for GeoJSON and shapely."""
    return latlon[..., ::-1]
