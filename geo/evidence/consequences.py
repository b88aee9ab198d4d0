"""What follows from a claim on the map: its ring, from where it was launched, and who is inside."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from geo.evidence.relations import flight_of
from geo.facts import MAX_TITLE_CHARS
from geo.link import Ring, Scenario, View, claim_edges, encode, may_start, missile_of
from geo.reach import finding_of, summarize
from geo.records import NEVER, Catalog, Claim, LaunchSite, Missile, claimed_text, printed_from

_A_DAY: Final = dt.timedelta(
    days=1
)  # tables of sites have days of Greenwich, claims those of Korea


@dataclass(frozen=True, slots=True)
class Consequence:
    """The view of a claim's ring; `query` is its link, the sentences are computed from the data.

    `dated_query` is the link to the map of the day on which it was printed, with what else was
    known then; empty where no day is known.
    """

    view: View
    query: str
    dated_query: str
    finding: str
    nearest_us: str
    counts: str


def consequence_of(claim: Claim, catalog: Catalog, units: str) -> Consequence:
    """Return what a claim means on the map, in the catalog's language."""
    view = View(Scenario((ring_of(claim, catalog),), units=units, lang=catalog.lang), catalog)
    summary = summarize(view)
    return Consequence(
        view,
        encode(view.scenario),
        dated_query(claim, catalog, units),
        finding_of(view),
        summary.nearest_us,
        summary.counts,
    )


def dated_query(claim: Claim, catalog: Catalog, units: str) -> str:
    """Return the link to a claim's ring on the map of the day on which it was printed."""
    day = printed_from(claim)
    if day == NEVER:
        return ""
    return encode(Scenario((ring_of(claim, catalog),), units=units, lang=catalog.lang, date=day))


def title_of_claim(claim: Claim, view: View) -> str:
    """Return a claim in a line: who says so, and how far."""
    said = claimed_text(claim, view.units, view.tell)
    return view.tell("{who}: {range}", who=claim.said_by, range=said)


def view_of_claim(claim: Claim, view: View) -> View:
    """Return the map of a claim's ring under its title, for cards of links to its page."""
    title = title_of_claim(claim, view)[:MAX_TITLE_CHARS]
    ring = ring_of(claim, view.catalog)
    return View(Scenario((ring,), units=view.units, lang=view.lang, title=title), view.catalog)


def ring_of(claim: Claim, catalog: Catalog) -> Ring:
    """Return the ring that quotes a claim, from the site of its launch as far as that is known."""
    site = _site_of(claim, catalog)
    return Ring(site.id, site.point, *claim_edges(claim), label=claim.label)


def _site_of(claim: Claim, catalog: Catalog) -> LaunchSite:
    """Return the site of the launch that is spoken of, else the best known one of the missile."""
    missile = missile_of(claim, catalog)
    open_to = [site for site in catalog.launch_sites if may_start(missile, site)]
    flown = flight_of(claim, catalog)
    of_flight = [site for site in open_to if flown and site.id == flown.site_id]
    if of_flight:
        return of_flight[0]
    return max(open_to, key=lambda site: _fitness(site, missile, claim.record.launch_date))


def _fitness(site: LaunchSite, missile: Missile, launched: str | None) -> tuple[bool, bool, int]:
    """Return how well a site fits: in use for this missile on the day, named for it, often used."""
    is_named = missile.id in site.missile_ids
    return is_named and _in_use(site, launched), is_named, site.tests_count or 0


def _in_use(site: LaunchSite, launched: str | None) -> bool:
    """Return whether a site was in use on a day, from its first launch known to its last."""
    if not launched or launched.count("-") != 2 or not site.first_used:
        return False
    day = dt.date.fromisoformat(launched)
    before, after = (day - _A_DAY).isoformat(), (day + _A_DAY).isoformat()
    last = site.last_used or site.first_used
    return site.first_used <= after and last >= before[: len(last)]
