"""Filter of places by a Scenario: its layers, and what stood there on its date."""

from __future__ import annotations

from geo.link import Scenario
from geo.records import Catalog, LaunchSite, Place, stood_on

PLACE_LAYERS = ("cities", "bases", "thaad", "radar")
_NEVER_SHOWN = "cancelled"


def shown_places(scenario: Scenario, catalog: Catalog) -> tuple[Place, ...]:
    """Return the places of the layers shown, in catalog order.

    With a date, only what was deployed on it; without one, everything but what
    was never built.
    """
    return tuple(
        place
        for place in catalog.places
        if place.layer in scenario.show
        and place.status != _NEVER_SHOWN
        and (scenario.date is None or stood_on(place, scenario.date))
    )


def known_sites(scenario: Scenario, catalog: Catalog) -> tuple[LaunchSite, ...]:
    """Return the launch sites used by the Scenario's date, or all; undated ones always."""
    if scenario.date is None:
        return catalog.launch_sites
    day = scenario.date.isoformat()
    return tuple(
        site for site in catalog.launch_sites if not site.first_used or site.first_used <= day
    )


def is_us_soil(place: Place) -> bool:
    """Return whether a place lies in the United States or one of its territories."""
    return place.us_soil
