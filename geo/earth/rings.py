"""Range rings: all points at one ground range from a launch site, as vertices.

Geodesics on WGS84; the Earth does not rotate and has no terrain. Vertices are
(lat, lon) with longitudes unwrapped along the ring, so a ring may pass +-180
and a ring around a pole ends 360 degrees from where it began. What is inside a
ring is the business of geo.earth.disks.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from geo.earth.geodesic import Floats, destinations
from geo.earth.points import LatLon, unwrap_longitudes
from geo.errors import RangeError
from geo.facts import MAX_RANGE_KM, MIN_RANGE_KM
from geo.words import message

# A range in km, or one for each direction: km by azimuths in degrees, for arrays of any shape.
RangeKm = float | Callable[[Floats], Floats]


def range_at(range_km: RangeKm, azimuths_deg: Floats) -> float | Floats:
    """Return the range in these directions."""
    return range_km(azimuths_deg) if callable(range_km) else range_km


def check_range_km(range_km: float) -> float:
    """Return the range, or raise RangeError unless it is within 10 to 19,900 km."""
    if not (math.isfinite(range_km) and MIN_RANGE_KM <= range_km <= MAX_RANGE_KM):
        raise RangeError(
            message("a range must be between {least} and {most} km"),
            least=f"{MIN_RANGE_KM:,.0f}",
            most=f"{MAX_RANGE_KM:,.0f}",
        )
    return range_km


def range_rings(
    lats: ArrayLike, lons: ArrayLike, ranges_km: ArrayLike, *, step_deg: float = 1.0
) -> Floats:
    """Return many range rings from one call to the geodesic solver.

    Parameters
    ----------
    lats, lons
        Launch sites, degrees, shape (n,).
    ranges_km
        Ground ranges, shape (n,), each within 10 to 19,900 km.
    step_deg
        Azimuth step; 360 must be a multiple of it.

    Returns
    -------
    rings
        Shape (n, 360/step_deg + 1, 2): (lat, lon), clockwise from true north,
        closed up to a whole turn of longitude, longitudes unwrapped. Every
        vertex is within 1 mm of its range.

    Raises
    ------
    RangeError
        If a range is not finite or is outside the interval.
    """
    ranges = np.atleast_1d(np.asarray(ranges_km, dtype=np.float64))
    if not np.all((ranges >= MIN_RANGE_KM) & (ranges <= MAX_RANGE_KM)):  # also refuses NaN
        check_range_km(float(ranges[~((ranges >= MIN_RANGE_KM) & (ranges <= MAX_RANGE_KM))][0]))
    azimuths_deg = np.linspace(0.0, 360.0, round(360.0 / step_deg) + 1)
    rings = destinations(
        np.atleast_1d(np.asarray(lats, dtype=np.float64))[:, None],
        np.atleast_1d(np.asarray(lons, dtype=np.float64))[:, None],
        azimuths_deg[None, :],
        ranges[:, None],
    )
    rings[..., 1] = unwrap_longitudes(rings[..., 1])
    return rings


def range_ring(site: LatLon, range_km: RangeKm, *, step_deg: float = 1.0) -> Floats:
    """Return one range ring, shape (360/step_deg + 1, 2); see `range_rings`.

    The range may differ by direction.
    """
    if callable(range_km):
        azimuths_deg = np.linspace(0.0, 360.0, round(360.0 / step_deg) + 1)
        by_direction = destinations(site.lat, site.lon, azimuths_deg, range_km(azimuths_deg))
        by_direction[:, 1] = unwrap_longitudes(by_direction[:, 1])
        return by_direction
    ring: Floats = range_rings([site.lat], [site.lon], [range_km], step_deg=step_deg)[0]
    return ring
