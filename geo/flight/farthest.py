"""The farthest range of a speed: the arc of least energy, its elevation, apogee and time.

Of all ellipses through burnout with the same half axis a the empty focus lies 2a - r1 away, and an
impact on the ground needs it 2a - R away from there. The farthest impact has it on the straight
line between the two, so that line is 4a - r1 - R long (Bate, Mueller and White, ch. 6; for burnout
on the ground it is their sin(PSI/2) = Q / (2 - Q)). Where that is as long as r1 + R, every place on
Earth is in reach: the range has no limit, which is `inf` here and `null` in files.
"""

from __future__ import annotations

import numpy as np

from geo.flight.kepler import MU, RADIUS_KM, Flight, Floats, flight
from geo.flight.limits import ALTITUDE_KM, DISTANCE_KM, SPEED_KM_S


def max_ranges_km(speeds_km_s: Floats, altitudes_km: Floats) -> Floats:
    """Return the farthest range of each speed from each burnout altitude; `inf` is no limit."""
    start = RADIUS_KM + altitudes_km
    line = _lines_km(speeds_km_s, start)
    cosine = (start**2 + RADIUS_KM**2 - line**2) / (2.0 * start * RADIUS_KM)
    ranges: Floats = RADIUS_KM * np.arccos(np.clip(cosine, -1.0, 1.0))
    return np.where(line < start + RADIUS_KM, ranges, np.inf)


def best_elevations_deg(speeds_km_s: Floats, altitudes_km: Floats) -> Floats:
    """Return the elevation of each farthest arc, 0 where there is no limit.

    The velocity halves the angle between the zenith and the straight line to the impact.
    """
    start = RADIUS_KM + altitudes_km
    line = np.minimum(_lines_km(speeds_km_s, start), start + RADIUS_KM)
    sides = 2.0 * start * np.maximum(line, 1e-9)
    cosine = (start**2 + line**2 - RADIUS_KM**2) / sides
    elevations: Floats = np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))) / 2.0
    return elevations


def limit_speeds_km_s(altitudes_km: Floats) -> Floats:
    """Return the speeds from which on there is no limit, by burnout altitude."""
    start = RADIUS_KM + altitudes_km
    speeds: Floats = np.sqrt(2.0 * MU * RADIUS_KM / (start * (start + RADIUS_KM)))
    return speeds


def _lines_km(speeds_km_s: Floats, start_km: Floats) -> Floats:
    """Return the straight line from burnout to the farthest impact, `inf` past escape."""
    energy = 2.0 / start_km - speeds_km_s**2 / MU  # one through half the long axis
    with np.errstate(divide="ignore"):
        return np.where(energy > 0, 4.0 / energy, np.inf) - start_km - RADIUS_KM


def max_range_km(speed_km_s: float, burnout_altitude_km: float = 0.0) -> float:
    """Return the farthest range over ground of a speed at burnout; `math.inf` is no limit.

    Raises
    ------
    FlightError
        If the speed is not within 0 to 20 km/s, or the altitude not within 0 to 2,000 km.
    """
    return float(max_ranges_km(*_checked(speed_km_s, burnout_altitude_km)))


def farthest_flight(speed_km_s: float, burnout_altitude_km: float = 0.0) -> Flight | None:
    """Return the flight to the farthest range, or None where there is no limit.

    Raises
    ------
    FlightError
        As `max_range_km` does.
    """
    if max_range_km(speed_km_s, burnout_altitude_km) == np.inf:
        return None
    return flight(
        speed_km_s, best_elevation_deg(speed_km_s, burnout_altitude_km), burnout_altitude_km
    )


def best_elevation_deg(speed_km_s: float, burnout_altitude_km: float = 0.0) -> float:
    """Return the elevation above the horizon of the farthest flight, 0 where there is no limit.

    Raises
    ------
    FlightError
        As `max_range_km` does.
    """
    return float(best_elevations_deg(*_checked(speed_km_s, burnout_altitude_km)))


def min_energy_apogee_km(speed_km_s: float, burnout_altitude_km: float = 0.0) -> float | None:
    """Return the apogee of the farthest flight, which spends the least energy for its range.

    None where there is no limit. A lofted flight of that speed goes far higher.

    Raises
    ------
    FlightError
        As `max_range_km` does.
    """
    farthest = farthest_flight(speed_km_s, burnout_altitude_km)
    return None if farthest is None else farthest.apogee_km


def least_speed_km_s(range_km: float, burnout_altitude_km: float = 0.0) -> float:
    """Return the speed at burnout whose farthest range this is: the way back of `max_range_km`.

    Raises
    ------
    FlightError
        If the range is not within 0 to 20,015 km, or the altitude not within 0 to 2,000 km.
    """
    start = RADIUS_KM + ALTITUDE_KM.check(burnout_altitude_km)
    angle = DISTANCE_KM.check(range_km) / RADIUS_KM
    across = (start - RADIUS_KM) ** 2 + 4.0 * start * RADIUS_KM * np.sin(angle / 2.0) ** 2
    energy = 4.0 / (np.sqrt(across) + start + RADIUS_KM)
    return float(np.sqrt(max(MU * (2.0 / start - energy), 0.0)))


def _checked(speed_km_s: float, altitude_km: float) -> tuple[Floats, Floats]:
    speed, altitude = SPEED_KM_S.check(speed_km_s), ALTITUDE_KM.check(altitude_km)
    return np.asarray(speed, dtype=np.float64), np.asarray(altitude, dtype=np.float64)
