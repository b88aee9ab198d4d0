"""Batteries near places: which THAAD battery stands within its interceptors' range of them.

A circle is not a defended area: that a battery is near says nothing of what it can stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geo.earth import distances_and_azimuths, lats_and_lons
from geo.facts import place_layer
from geo.link import View
from geo.records import Place

BATTERY: Final = "THAAD"  # the column `system` of data/missile_defense.csv
NEAR_KM: Final = 200.0  # what all sources give its interceptors


@dataclass(frozen=True, slots=True)
class NearBattery:
    """The nearest battery of a place, and how far it is, km."""

    battery: Place
    distance_km: float


def batteries(view: View) -> list[Place]:
    """Return the THAAD batteries that stood on the view's day."""
    return [place for place in view.standing if place.kind == BATTERY]


def batteries_near(view: View, places: Sequence[Place]) -> list[NearBattery | None]:
    """Return for each place the nearest battery within 200 km, None where there is none."""
    nearest: list[NearBattery | None] = [None] * len(places)
    for battery in batteries(view):
        distances_km, _ = distances_and_azimuths(battery.point, *lats_and_lons(places))
        for index, km in enumerate(distances_km.tolist()):
            before = nearest[index]
            if km <= NEAR_KM and (before is None or km < before.distance_km):
                nearest[index] = NearBattery(battery, km)
    return nearest


def with_interceptors(view: View) -> list[tuple[Place, float]]:
    """Return what stands in the layer of interceptors and has a published range, with that, km.

    None where the layer is not shown.
    """
    found = []
    for place in view.places:
        equipment, layer = place.equipment, place_layer(place.layer)
        if layer.has_interceptors and equipment and equipment.interceptor_range_km:
            found.append((place, equipment.interceptor_range_km))
    return found
