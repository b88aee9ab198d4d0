"""The egg-shaped curve: how far a missile reaches in each direction over a turning Earth.

A ring is the farthest range without rotation. The speed that gives it, launched eastward, reaches
farther, for the ground adds its own; westward it falls short. The browser draws the same curve
(ui/web/flight/bearings.js), by the same steps, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np

from geo.facts import EGG_STEP_DEG, MAX_RANGE_KM, MIN_RANGE_KM
from geo.flight.farthest import least_speed_km_s
from geo.flight.kepler import Floats
from geo.flight.rotating import max_ranges_by_azimuth

_AZIMUTHS_DEG: Final = np.arange(0.0, 360.0, EGG_STEP_DEG)


@lru_cache(maxsize=512)
def ranges_by_bearing(range_km: float, latitude_deg: float) -> Callable[[Floats], Floats]:
    """Return how far a speed reaches in each direction, as a function of the place's azimuth.

    Parameters
    ----------
    range_km
        The farthest range of that speed without rotation, from a burnout on the ground. Above the
        longest there is, which stands for one without a limit, it counts as that.
    latitude_deg
        Latitude of the launch.

    Returns
    -------
    ranges_km
        Takes azimuths in degrees, from the site to places, any shape; returns km within the limits
        of a range: where there is no limit, the longest.

    Notes
    -----
    A missile comes down some degrees off the direction in which it was launched. Launches without
    a limit have no such place: they fill what lies between the last ones that have one.
    """
    speed_km_s = least_speed_km_s(min(range_km, MAX_RANGE_KM))
    found = max_ranges_by_azimuth(speed_km_s, latitude_deg, _AZIMUTHS_DEG)
    is_limited = np.isfinite(found.range_km)
    ranges = np.where(is_limited, np.clip(found.range_km, MIN_RANGE_KM, MAX_RANGE_KM), MAX_RANGE_KM)
    off = ((found.bearing_deg - _AZIMUTHS_DEG + 180.0) % 360.0 - 180.0)[is_limited]
    aside = np.interp(_AZIMUTHS_DEG, _AZIMUTHS_DEG[is_limited], off, period=360.0)

    def ranges_km(azimuths_deg: Floats) -> Floats:
        between = np.interp(azimuths_deg, _AZIMUTHS_DEG + aside, ranges, period=360.0)
        return np.asarray(between, dtype=np.float64)

    return ranges_km
