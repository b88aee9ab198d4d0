"""The direct and inverse geodesic problems on WGS84, one point or many at once.

A thin skin over pyproj, which uses Karney's algorithms. The Earth does not rotate here and has no
terrain.

Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013),
doi:10.1007/s00190-012-0578-z.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod

from geo.earth.points import LatLon

Floats = NDArray[np.float64]

_GEOD: Final = Geod(ellps="WGS84")


def distance_km(start: LatLon, end: LatLon) -> float:
    """Return the length in kilometres of the geodesic between two points."""
    return float(distances_and_azimuths(start, [end.lat], [end.lon])[0][0])


def destinations(
    lats: ArrayLike, lons: ArrayLike, azimuths_deg: ArrayLike, lengths_km: ArrayLike
) -> Floats:
    """Solve the direct problem for many points.

    Parameters
    ----------
    lats, lons
        Start points in degrees; broadcast with the other two.
    azimuths_deg
        Azimuths at the start, clockwise from true north.
    lengths_km
        Lengths along the geodesic.

    Returns
    -------
    points
        Shape (..., 2): (lat, lon) in degrees, longitudes in [-180, 180].
    """
    arrays = [np.asarray(each, dtype=np.float64) for each in (lons, lats, azimuths_deg, lengths_km)]
    shape = np.broadcast_shapes(*(each.shape for each in arrays))
    # pyproj writes the answer into these, so each must be a full, flat array of its own.
    end_lons, end_lats, azimuths, lengths_m = (
        np.broadcast_to(each, shape).flatten() for each in arrays
    )
    lengths_m *= 1000.0
    _GEOD.fwd(end_lons, end_lats, azimuths, lengths_m, inplace=True, return_back_azimuth=False)
    return np.stack([end_lats, end_lons], axis=-1).reshape(*shape, 2)


def distances_and_azimuths(
    start: LatLon, lats: ArrayLike, lons: ArrayLike
) -> tuple[Floats, Floats]:
    """Solve the inverse problem from one point to many.

    Parameters
    ----------
    start
        The point all geodesics start from.
    lats, lons
        End points in degrees, any one shape.

    Returns
    -------
    distances_km, azimuths_deg
        Arrays of that shape; azimuths at `start`, in [0, 360).
    """
    end_lats = np.asarray(lats, dtype=np.float64)
    end_lons = np.asarray(lons, dtype=np.float64)
    azimuths, _, lengths_m = _GEOD.inv(
        np.full(end_lats.shape, start.lon).ravel(),
        np.full(end_lats.shape, start.lat).ravel(),
        end_lons.ravel(),
        end_lats.ravel(),
        return_back_azimuth=False,
    )
    azimuths_deg = np.reshape(np.asarray(azimuths), end_lats.shape) % 360.0
    azimuths_deg = np.where(azimuths_deg == 360.0, 0.0, azimuths_deg)  # -1e-17 % 360 is 360
    return np.reshape(np.asarray(lengths_m), end_lats.shape) / 1000.0, azimuths_deg


def geodesic_path(start: LatLon, end: LatLon, *, step_km: float = 100.0) -> Floats:
    """Return points along the geodesic between two points, both ends included.

    Parameters
    ----------
    start, end
        The two ends.
    step_km
        Longest distance between neighbours.

    Returns
    -------
    path
        Shape (n, 2), n >= 2: (lat, lon), longitudes unwrapped (may pass +-180).
    """
    lengths_km, azimuths_deg = distances_and_azimuths(start, [end.lat], [end.lon])
    way = float(azimuths_deg[0]), float(lengths_km[0])
    return geodesic_line(start, *way, step_km=step_km)


def geodesic_line(
    start: LatLon, azimuth_deg: float, length_km: float, *, step_km: float = 100.0
) -> Floats:
    """Return points along the geodesic that leaves a point this way, both ends included.

    Parameters
    ----------
    start
        Where it begins.
    azimuth_deg
        Azimuth there, clockwise from true north.
    length_km
        How long it is.
    step_km
        Longest distance between neighbours.

    Returns
    -------
    path
        Shape (n, 2), n >= 2: (lat, lon), longitudes unwrapped (may pass +-180).
    """
    steps = max(1, int(np.ceil(length_km / step_km)))
    along_km = np.linspace(0.0, length_km, steps + 1)
    path = destinations(start.lat, start.lon, azimuth_deg, along_km)
    path[:, 1] = np.unwrap(path[:, 1], period=360.0)
    return path
