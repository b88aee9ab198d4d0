"""A view: a Scenario and the shipped data that it shows, in one language, handed on as one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from geo.link.quoted import printed_day
from geo.link.scenario import RadarAssumption, Ring, Scenario
from geo.records import Catalog, Flight, LaunchSite, Place, as_of, is_known_on, short_name, stood_on
from geo.words import Say, say

_NEVER_SHOWN: Final = "cancelled"


@dataclass(frozen=True, slots=True)
class View:
    """What a map, a file or a sentence shows: the Scenario, and the data in its language.

    `geo.catalog.view_of` makes one of a Scenario alone. On the map of a day nothing is shown that
    was not known then: `drawn` is the Scenario with those rings among the hidden ones whose claim
    was printed later. They stay in the link, which `scenario` is.
    """

    scenario: Scenario
    catalog: Catalog
    drawn: Scenario = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse data in another language: half of what is said would be in each."""
        lang, other = self.scenario.lang, self.catalog.lang
        if lang != other:
            raise ValueError(f"a Scenario in {lang!r} and a catalog in {other!r} are no view")
        later = {index for index, ring in enumerate(self.rings) if self.is_later(ring)}
        drawn = self.scenario
        if later:
            drawn = replace(drawn, hidden=tuple(sorted(later | set(drawn.hidden))))
        object.__setattr__(self, "drawn", drawn)

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
    def day(self) -> dt.date | None:
        """The day that is shown, None for all that is known today."""
        return self.scenario.date

    @property
    def rings(self) -> tuple[Ring, ...]:
        """All assumptions, the first one first, hidden ones too."""
        return self.scenario.rings

    @property
    def active_ring(self) -> Ring:
        """The assumption that was chosen, hidden or not: see `speaking_ring`."""
        return self.scenario.active_ring

    @property
    def shown_rings(self) -> tuple[tuple[int, Ring], ...]:
        """The assumptions that are drawn and counted, each with its index."""
        return self.drawn.shown_rings

    @property
    def speaking(self) -> int | None:
        """The index of the assumption that the view speaks of, None where all are hidden."""
        return self.drawn.speaking

    @property
    def speaking_ring(self) -> Ring | None:
        """That assumption itself."""
        index = self.speaking
        return None if index is None else self.rings[index]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the layers shown, in catalog order.

        With a date, only what was deployed on it; without one, everything but what was never
        built.
        """
        show = self.scenario.show
        return tuple(place for place in self.standing if place.layer in show)

    @property
    def standing(self) -> tuple[Place, ...]:
        """The places of all layers that are there on the view's day, told as of it."""
        day = self.day
        return tuple(
            self.told(place)
            for place in self.catalog.places
            if place.status != _NEVER_SHOWN and (day is None or stood_on(place, day))
        )

    def told(self, place: Place) -> Place:
        """Return a place without what only later days than the view's know."""
        return as_of(place, self.day, self.catalog.defence_events, self.lang)

    @property
    def targets(self) -> list[Place]:
        """The places to which distances are asked, in catalog order, shown or not."""
        return [place for place in self.standing if place.id in self.scenario.targets]

    @property
    def launch_sites(self) -> tuple[LaunchSite, ...]:
        """The launch sites used by the Scenario's date, or all; undated ones always."""
        return tuple(site for site in self.catalog.launch_sites if not self.is_unused(site))

    def is_unused(self, site: LaunchSite | None) -> bool:
        """Return whether a launch site was first used after the view's day.

        A ring from there is drawn all the same: somebody put it there.
        """
        if site is None or self.day is None or not site.first_used:
            return False
        return not is_known_on(site.first_used, self.day)

    def is_later(self, ring: Ring) -> bool:
        """Return whether what a ring quotes was printed after the view's day.

        Such a ring is drawn and counted nowhere; one with somebody's own label, or none, is.
        """
        printed = None if self.day is None else printed_day(ring, self.catalog)
        return printed is not None and self.day is not None and printed > self.day

    @property
    def flights(self) -> tuple[Flight, ...]:
        """The tests that are shown, by date: none without their layer.

        With a date, those flown by then; where missiles are chosen, theirs alone.
        """
        if not self.shows("tests"):
            return ()
        missiles, day = self.scenario.tests, self.day
        return tuple(
            flight
            for flight in self.catalog.flights
            if (not missiles or flight.missile_id in missiles)
            and (day is None or is_known_on(flight.date, day))
        )

    def shows(self, layer: str) -> bool:
        """Return whether a layer is shown."""
        return layer in self.scenario.show

    def center(self, ring: Ring) -> Place | None:
        """Return the place that a ring is around, None where it starts at a launch site."""
        return self.catalog.center_of(ring.site, ring.point)

    def radar_name(self, radar: RadarAssumption) -> str:
        """Return the name of a radar of which something is assumed, as maps have it."""
        place = next(each for each in self.catalog.places if each.id == radar.radar)
        return short_name(place.name)

    def site_name(self, ring: Ring) -> str:
        """Return the name of a ring's launch site, or of the point where it starts."""
        return self.catalog.names_of(ring.site, ring.point)[0]

    def short_site_name(self, ring: Ring) -> str:
        """Return that name as maps and headlines have it, such as `Sohae`."""
        return self.catalog.names_of(ring.site, ring.point)[1]
