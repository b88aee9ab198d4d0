"""What was printed of a lofted flight, how exactly, and what is assumed of the rest."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from geo.flight.kepler import burnout
from geo.flight.limits import (
    ALTITUDE_KM,
    APOGEE_KM,
    AZIMUTH_DEG,
    CREDIT_KM_S,
    DISTANCE_KM,
    ERROR_KM,
    LATITUDE_DEG,
    MINUTES,
    check_above,
)

Span = tuple[float, float]

USUAL_ALTITUDES_KM: Final[Span] = (0.0, 200.0)
USUAL_CREDITS_KM_S: Final[Span] = (0.0, 0.5)
# Minutes by which a reported flight lasts longer than Kepler's arc from ground to ground, since the
# boost is slower than an instant start: 2.1 to 4.6 in eleven lofted flights of 2017 to 2024 that
# lasted 30 to 86 minutes (tests/data/lofted_flights.csv). A little more on each side is accepted.
FITTING_MIN: Final[Span] = (1.0, 6.0)


def half_of_last_digit(text: str) -> float:
    """Return half of what the last digit of a number counts: 0.5 for `2802`, 0.05 for `3724.9`.

    Zeros at the end count as digits: whoever means `2800` to the next hundred has to say so.
    """
    exponent = Decimal(text).as_tuple().exponent
    return 0.5 * 10.0 ** min(int(exponent), 0)


@dataclass(frozen=True, slots=True)
class Report:
    """What was printed of a lofted flight, and what is assumed.

    `apogee_error_km` is half the width within which the apogee lies; without it, half of the last
    digit of the apogee. `burnout_altitude_km` and `speed_credit_km_s`, which is what a steep climb
    loses to gravity, are the ends of what is assumed. `rotation` is the latitude of the launch and
    the azimuth of a range over a turning Earth, degrees.

    Raises FlightError, when it is made, if there can be no such flight.
    """

    apogee_km: float
    ground_range_km: float
    flight_time_min: float | None = None
    apogee_error_km: float | None = None
    burnout_altitude_km: Span = USUAL_ALTITUDES_KM
    speed_credit_km_s: Span = USUAL_CREDITS_KM_S
    rotation: Span | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        APOGEE_KM.check(self.apogee_km)
        DISTANCE_KM.check(self.ground_range_km)
        if self.flight_time_min is not None:
            MINUTES.check(self.flight_time_min)
        if self.apogee_error_km is not None:
            ERROR_KM.check(self.apogee_error_km)
        ALTITUDE_KM.check_span(self.burnout_altitude_km)
        CREDIT_KM_S.check_span(self.speed_credit_km_s)
        if self.rotation is not None:
            LATITUDE_DEG.check(self.rotation[0])
            AZIMUTH_DEG.check(self.rotation[1])
        check_above(self.apogees_km[0], self.burnout_altitude_km[0])

    @property
    def error_km(self) -> float:
        """Half the width within which the apogee lies."""
        if self.apogee_error_km is None:
            return half_of_last_digit(repr(self.apogee_km).removesuffix(".0"))
        return self.apogee_error_km

    @property
    def apogees_km(self) -> Span:
        """The least and the greatest apogee that fit what was printed."""
        return self.apogee_km - self.error_km, self.apogee_km + self.error_km

    @property
    def altitudes_km(self) -> Span:
        """The burnout altitudes that are assumed: those of them below the least apogee."""
        low, high = self.burnout_altitude_km
        return low, min(high, self.apogees_km[0])


@dataclass(frozen=True, slots=True)
class TimeCheck:
    """Reported minutes beside Kepler's, from ground to ground."""

    reported_min: float
    kepler_min: float

    @property
    def longer_min(self) -> float:
        """By how much the report is longer."""
        return self.reported_min - self.kepler_min

    @property
    def fits(self) -> bool:
        """Whether it is longer by what a boost takes (`FITTING_MIN`)."""
        least, most = FITTING_MIN
        return least <= self.longer_min <= most


def check_minutes(report: Report) -> TimeCheck | None:
    """Return the minutes of a report beside those that its apogee takes; None if it has none.

    Of short flights, below some 20 minutes, this says less: their boost is shorter.
    """
    if report.flight_time_min is None:
        return None
    kepler_min = burnout(report.apogee_km, report.ground_range_km).flight_time_min
    return TimeCheck(report.flight_time_min, kepler_min)
