"""The shortest ways from a launch site to places, and what there is to tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import distances_and_azimuths, geodesic_path, lats_and_lons
from geo.records import LaunchSite, Place

_ALIKE: Final = 0.03  # as far away, but for this part of the distance...
_ELSEWHERE_DEG: Final = 60.0  # ...and in quite another direction
_STEP_KM: Final = 20.0  # along a way: its highest latitude then is right to 0.001 degrees


@dataclass(frozen=True, slots=True)
class Way:
    """The shortest way from a launch site to a place.

    `northmost_deg` is its highest latitude. `alike` is a place about as far away in another
    direction, if there is one, and `alike_km` its distance.
    """

    site: LaunchSite
    place: Place
    distance_km: float
    azimuth_deg: float
    northmost_deg: float
    alike: Place | None
    alike_km: float | None


class Ways:
    """The ways from one launch site to all of several places.

    Attributes
    ----------
    distances_km
        Shape (places,).
    unsure_km
        How wrong a distance may be at most, because both ends are not known better.
    """

    def __init__(self, site: LaunchSite, places: Sequence[Place]) -> None:
        """Solve all of them."""
        self._site, self._places = site, places
        self.distances_km, self._azimuths_deg = distances_and_azimuths(
            site.point, *lats_and_lons(places)
        )
        self.unsure_km = site.precision_km + np.array([place.precision_km for place in places])

    def to(self, row: int) -> Way:
        """Return the way to one of the places."""
        place = self._places[row]
        path = geodesic_path(self._site.point, place.point, step_km=_STEP_KM)
        alike = self._alike(row)
        return Way(
            site=self._site,
            place=place,
            distance_km=float(self.distances_km[row]),
            azimuth_deg=float(self._azimuths_deg[row]),
            northmost_deg=float(path[:, 0].max()),
            alike=None if alike is None else self._places[alike],
            alike_km=None if alike is None else float(self.distances_km[alike]),
        )

    def _alike(self, row: int) -> int | None:
        """Return the place whose distance is the closest to that of another, elsewhere."""
        turns_deg = np.abs((self._azimuths_deg - self._azimuths_deg[row] + 180) % 360 - 180)
        gaps_km = np.abs(self.distances_km - self.distances_km[row])
        gaps_km[turns_deg < _ELSEWHERE_DEG] = np.inf
        best = int(gaps_km.argmin())
        return best if gaps_km[best] <= _ALIKE * self.distances_km[row] else None
