"""Sectors: what lies within a range of a radar, and within its width about its boresight.

A place is in a sector iff its geodesic distance is at most the range and its azimuth at the centre
is at most half the width off the boresight: the drawing, the table and the files ask the same. The
edges of a sector are geodesics, its end is an arc of a range ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from shapely import MultiPolygon, Polygon

from geo.earth.disks import ring_outline
from geo.earth.geodesic import Floats, destinations, distances_and_azimuths
from geo.earth.outlines import Outline, area_of
from geo.earth.points import LatLon, unwrap_longitudes

WHOLE_TURN_DEG: Final = 360.0
_LEG_KM: Final = 50.0  # longest step along an edge on a screen
_ARC_DEG: Final = 1.0
# An azimuth computed on the way to a point and back may differ by so much from that of the edge.
_ROUNDING_DEG: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Sector:
    """A piece of a geodesic disk: `azimuth_deg` is the boresight, `width_deg` the whole angle."""

    center: LatLon
    range_km: float
    azimuth_deg: float
    width_deg: float

    @property
    def is_round(self) -> bool:
        """Whether it has no edges, but goes all around."""
        return self.width_deg >= WHOLE_TURN_DEG

    @property
    def edges_deg(self) -> tuple[float, float]:
        """The azimuths of its edges, the left one first; the right one is not wrapped."""
        left = self.azimuth_deg - self.width_deg / 2.0
        return left, left + self.width_deg


def is_within(sector: Sector, distances_km: Floats, azimuths_deg: Floats) -> NDArray[np.bool_]:
    """Return whether points so far and in these directions from its centre are in a sector.

    Its edges belong to it, and so does its centre, which lies in no direction.
    """
    off_deg = off_boresight_deg(sector, azimuths_deg)
    is_ahead = (off_deg <= sector.width_deg / 2.0 + _ROUNDING_DEG) | (distances_km == 0.0)
    return np.asarray((distances_km <= sector.range_km) & (is_ahead | sector.is_round))


def off_boresight_deg(sector: Sector, azimuths_deg: Floats) -> Floats:
    """Return how far off the boresight directions lie, to either side: 0 to 180 degrees."""
    return np.abs((azimuths_deg - sector.azimuth_deg + 180.0) % 360.0 - 180.0)


def sector_area(sector: Sector) -> Polygon | MultiPolygon:
    """Return a sector as polygons in (lon, lat) degrees, like `geo.earth.disks.disk`."""
    is_round = sector.is_round
    return area_of(ring_outline(sector.center, sector.range_km) if is_round else _outline(sector))


def sector_line(sector: Sector) -> Floats:
    """Return the outline of a sector for a screen.

    Returns
    -------
    line
        Shape (n, 2), (lat, lon), clockwise: from the centre along the left edge, along the arc and
        back; of a round one the whole ring. Longitudes are unwrapped.
    """
    left_deg, right_deg = sector.edges_deg
    arc_steps = max(2, int(np.ceil(sector.width_deg / _ARC_DEG)) + 1)
    arc_deg = np.linspace(left_deg, right_deg, arc_steps)
    legs = int(np.ceil(sector.range_km / _LEG_KM))
    out_km = np.linspace(0.0, sector.range_km, legs + 1)
    azimuths_deg = np.concatenate([np.full(legs, left_deg), arc_deg, np.full(legs, right_deg)])
    lengths_km = np.concatenate([out_km[:-1], np.full(arc_steps, out_km[-1]), out_km[-2::-1]])
    if sector.is_round:
        azimuths_deg, lengths_km = arc_deg, np.full(arc_steps, sector.range_km)
    center = sector.center
    line = destinations(center.lat, center.lon, azimuths_deg, lengths_km)
    line[:, 1] = unwrap_longitudes(line[:, 1])
    return line


def _outline(sector: Sector) -> Outline:
    """Return the outline by a parameter: 0 to 1 along the left edge, to 2 the arc, to 3 back."""
    center, range_km = sector.center, sector.range_km
    left_deg, right_deg = sector.edges_deg

    def ways(values: Floats) -> tuple[Floats, Floats]:
        along = np.clip(values - 1.0, 0.0, 1.0)
        azimuths_deg = left_deg + along * sector.width_deg
        return azimuths_deg, range_km * np.clip(np.minimum(values, 3.0 - values), 0.0, 1.0)

    def points(values: Floats) -> Floats:
        return destinations(center.lat, center.lon, *ways(values))

    def off_km(values: Floats, latlon: Floats) -> Floats:
        distances_km, azimuths_deg = distances_and_azimuths(center, latlon[..., 0], latlon[..., 1])
        edge_deg = np.where(values < 1.0, left_deg, right_deg)[:, None]
        # At most so far from the line that leaves in this direction: on a sphere it is less.
        beside_km = distances_km * np.sin(np.radians(azimuths_deg - edge_deg))
        is_arc = ((values >= 1.0) & (values < 2.0))[:, None]
        return np.where(is_arc, distances_km - range_km, beside_km)

    arc_steps = max(2, int(np.ceil(sector.width_deg)) + 1)
    leg = np.linspace(0.0, 1.0, int(np.ceil(range_km / _LEG_KM)) + 1)
    first = np.unique(np.concatenate([leg, np.linspace(1.0, 2.0, arc_steps), 2.0 + leg]))
    return Outline(points, off_km, first, _poles_within(sector))


def _poles_within(sector: Sector) -> tuple[bool, bool]:
    center = sector.center
    ways = distances_and_azimuths(center, [90.0, -90.0], [center.lon, center.lon])
    north, south = is_within(sector, *ways)
    return bool(north), bool(south)
