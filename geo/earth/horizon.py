"""The radar horizon: how high something has to be to be seen so far away.

A radar that looks no lower than some elevation sees, farther and farther away, only what is ever
higher, for the Earth curves away below its beam. Beams are straight here, and the Earth a sphere:
refraction, which bends beams a little towards the ground, is left out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from geo.earth.geodesic import Floats
from geo.facts import SPHERE_RADIUS_KM


def lowest_seen_km(distances_km: ArrayLike, elevation_deg: float) -> Floats:
    """Return the altitude of a beam above the ground.

    Parameters
    ----------
    distances_km
        Distances along the ground from the radar.
    elevation_deg
        Elevation of the beam above the radar's horizon, 0 to below 90.

    Returns
    -------
    altitudes_km
        Of the same shape; infinite where the beam never gets: it leaves the Earth before.
    """
    angles = np.asarray(distances_km, dtype=np.float64) / SPHERE_RADIUS_KM
    elevation = np.radians(elevation_deg)
    below = np.cos(elevation + angles)
    with np.errstate(divide="ignore"):
        altitudes = SPHERE_RADIUS_KM * (np.cos(elevation) / below - 1.0)
    return np.where(below > 0.0, altitudes, np.inf)
