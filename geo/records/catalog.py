"""All records of data/ as one whole, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.earth import LatLon
from geo.records.defence import DefenceEvent, RadarClaim
from geo.records.flights import Flight, FlightReport, LaunchCount
from geo.records.kinds import Claim, LaunchSite, Missile, Place, Preset, Story
from geo.records.names import short_name
from geo.records.revision import Revision


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything in data/, checked, told in one language.

    `aliases` are ids of launch sites by their other spellings; `flights` and `defence_events` stand
    by date.
    """

    launch_sites: tuple[LaunchSite, ...]
    aliases: Mapping[str, str]
    missiles: tuple[Missile, ...]
    claims: tuple[Claim, ...]
    places: tuple[Place, ...]
    presets: tuple[Preset, ...]
    stories: tuple[Story, ...]
    flights: tuple[Flight, ...]
    launches: tuple[LaunchCount, ...]
    lang: str = "en"
    revisions: tuple[Revision, ...] = ()
    radar_claims: tuple[RadarClaim, ...] = ()
    defence_events: tuple[DefenceEvent, ...] = ()

    @property
    def flight_reports(self) -> tuple[FlightReport, ...]:
        """What was reported of all flights."""
        return tuple(report for flight in self.flights for report in flight.reports)

    def site(self, id_or_alias: str) -> LaunchSite | None:
        """Return the launch site with this id or other spelling, or None."""
        wanted = self.aliases.get(id_or_alias, id_or_alias)
        return next((site for site in self.launch_sites if site.id == wanted), None)

    def missile(self, missile_id: str) -> Missile | None:
        """Return the missile type with this id, or None: "" is of what nobody named."""
        return next((each for each in self.missiles if each.id == missile_id), None)

    def center_of(self, site: str, point: LatLon) -> Place | None:
        """Return the place that a ring is around, None where it starts at a launch site.

        A point that someone typed is the place that stands just there: a battery, a base or a city
        is none from which anything is launched.
        """
        if self.site(site):
            return None
        return next((place for place in self.places if place.point == point), None)

    def names_of(self, site: str, point: LatLon) -> tuple[str, str]:
        """Return what a ring's site is called, and what maps and headlines call it.

        A point has the name of the place that it is; any other is called as it was typed.
        """
        known = self.site(site)
        if known:
            return known.name, known.short_name
        center = self.center_of(site, point)
        name = center.name if center else site
        return name, short_name(name)

    def claim(self, label: str) -> Claim | None:
        """Return the claim a ring's label names, or None. Labels are unique."""
        return next((claim for claim in self.claims if claim.label == label), None)

    def story(self, story_id: str) -> Story | None:
        """Return the story that ships with this id, or None."""
        return next((story for story in self.stories if story.id == story_id), None)
