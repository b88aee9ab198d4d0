"""What can be told of a flight, each with its limits and the sentence for what lies outside."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from geo.errors import FlightError
from geo.facts import SPHERE_RADIUS_KM
from geo.words import message

HALF_ROUND_KM: Final = math.pi * SPHERE_RADIUS_KM  # half the circumference


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most of a value, both accepted; `words` name them."""

    least: float
    most: float
    words: str

    def check(self, value: float) -> float:
        """Return the value, or raise FlightError if it is outside (or no number)."""
        if not self.least <= value <= self.most:
            raise FlightError(self.words, least=f"{self.least:,g}", most=_whole(self.most))
        return value

    def check_span(self, span: tuple[float, float]) -> tuple[float, float]:
        """Return a span with both its ends inside, or raise FlightError."""
        low, high = map(self.check, span)
        if low > high:
            raise FlightError(message("the lower end of a span comes first"))
        return low, high


def _whole(value: float) -> str:
    return f"{math.floor(value):,}"


# Below 1 km of apogee air decides all; a flight to 50,000 km has long shown a speed that reaches
# every place (6,600 km of apogee do), and the Moon plays no part in it.
APOGEE_KM: Final = Limits(1.0, 50_000.0, message("an apogee must be between {least} and {most} km"))
DISTANCE_KM: Final = Limits(
    0.0,
    HALF_ROUND_KM,
    message("a distance must be between {least} and {most} km, half the Earth's circumference"),
)
MINUTES: Final = Limits(
    0.1, 1_440.0, message("a flight time must be between {least} and {most} minutes")
)
ERROR_KM: Final = Limits(
    0.0, 1_000.0, message("an error of the apogee must be between {least} and {most} km")
)
ALTITUDE_KM: Final = Limits(
    0.0, 2_000.0, message("a burnout altitude must be between {least} and {most} km")
)
CREDIT_KM_S: Final = Limits(
    0.0, 3.0, message("a speed credit must be between {least} and {most} km/s")
)
SPEED_KM_S: Final = Limits(0.0, 20.0, message("a speed must be between {least} and {most} km/s"))
ELEVATION_DEG: Final = Limits(
    0.0, 90.0, message("an elevation must be between {least} and {most} degrees")
)
LATITUDE_DEG: Final = Limits(
    -90.0, 90.0, message("a latitude must be between {least} and {most} degrees")
)
AZIMUTH_DEG: Final = Limits(
    0.0, 360.0, message("an azimuth must be between {least} and {most} degrees")
)


def check_above(apogee_km: float, altitude_km: float) -> None:
    """Raise FlightError unless an apogee, as low as it can be, is above burnout."""
    if not apogee_km > altitude_km:
        raise FlightError(
            message("the apogee, {apogee} km at its lowest, must be above burnout, {altitude} km"),
            apogee=f"{apogee_km:,g}",
            altitude=f"{altitude_km:,g}",
        )
