"""A view: a Scenario and the shipped data that it shows, in one language, handed on as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.link.scenario import Ring, Scenario
from geo.records import Catalog, LaunchSite, Place, stood_on
from geo.words import Say, say

_NEVER_SHOWN: Final = "cancelled"


@dataclass(frozen=True, slots=True)
class View:
    """What a map, a file or a sentence shows: the Scenario, and the data in its language.

    `geo.catalog.view_of` makes one of a Scenario alone.
    """

    scenario: Scenario
    catalog: Catalog

    def __post_init__(self) -> None:
        """Refuse data in another language: half of what is said would be in each."""
        lang, other = self.scenario.lang, self.catalog.lang
        if lang != other:
            raise ValueError(f"a Scenario in {lang!r} and a catalog in {other!r} are no view")

    @property
    def lang(self) -> str:
        """Language of all that is said."""
        return self.scenario.lang

    @property
    def tell(self) -> Say:
        """What says a message in that language."""
        return say(self.lang)

    @property
    def units(self) -> str:
        """Units of length of all that is said."""
        return self.scenario.units

    @property
    def rings(self) -> tuple[Ring, ...]:
        """The assumptions, the first one first."""
        return self.scenario.rings

    @property
    def active_ring(self) -> Ring:
        """The assumption that the view speaks of."""
        return self.scenario.active_ring

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the layers shown, in catalog order.

        With a date, only what was deployed on it; without one, everything but what was never
        built.
        """
        scenario = self.scenario
        return tuple(
            place
            for place in self.catalog.places
            if place.layer in scenario.show
            and place.status != _NEVER_SHOWN
            and (scenario.date is None or stood_on(place, scenario.date))
        )

    @property
    def targets(self) -> list[Place]:
        """The places to which distances are asked, in catalog order, shown or not."""
        return [place for place in self.catalog.places if place.id in self.scenario.targets]

    @property
    def launch_sites(self) -> tuple[LaunchSite, ...]:
        """The launch sites used by the Scenario's date, or all; undated ones always."""
        sites = self.catalog.launch_sites
        if self.scenario.date is None:
            return sites
        day = self.scenario.date.isoformat()
        return tuple(site for site in sites if not site.first_used or site.first_used <= day)

    def shows(self, layer: str) -> bool:
        """Return whether a layer is shown."""
        return layer in self.scenario.show

    def site_name(self, ring: Ring) -> str:
        """Return the name of a ring's launch site, or its coordinates."""
        known = self.catalog.site(ring.site)
        return known.name if known else ring.site
