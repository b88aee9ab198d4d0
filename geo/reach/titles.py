"""The title of a view: what it is about, in the words of a reader, not of the app.

The browser says the same while a thumb moves (ui/web/scene/titles.js); a test holds the two
together.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.link import Ring, View, missile_of
from geo.reach.quotes import whose
from geo.reach.ranges import range_about
from geo.reach.sectors import shows_layer_of_radars, shows_radars
from geo.words import format_reported, long_date


def title_of(view: View) -> str:
    """Return somebody's own title, or what the view is about: whose missiles, which ranges."""
    if view.scenario.title:
        return view.scenario.title
    rings = [ring for _, ring in view.shown_rings]
    if not rings and shows_radars(view):
        return _who_is_seen(view)
    return _one_missile(rings, view) or _who_is_within(rings, view)


def _who_is_seen(view: View) -> str:
    """Ask who is in the sectors of radars, of one by its name where a link turns that alone."""
    names = {view.radar_name(each) for each in view.scenario.radars}
    if len(names) == 1 and not shows_layer_of_radars(view):
        return view.tell("{radar}: who is in its sector?", radar=names.pop())
    return view.tell("Radars: who is in their sectors?")


def _who_is_within(rings: Sequence[Ring], view: View) -> str:
    """Ask who is within a range, or the ranges, of a site; North Korea's are named so."""
    tell = view.tell
    of_north = all(view.catalog.site(ring.site) for ring in rings or view.rings)
    sites = list(dict.fromkeys(view.short_site_name(ring) for ring in rings))
    if len(sites) != 1:
        alone = tell("Who is within reach?")
        return tell("North Korea: who is within reach?") if of_north else alone
    (site,) = sites
    if len(rings) == 1 and rings[0].report:
        return _how_far(rings[0], of_north, view)
    if all(ring.rotating for ring in rings):
        alone = tell("Who is within reach of {site}, with Earth's rotation?", site=site)
        of_norths = tell(
            "North Korea: who is within reach of {site}, with Earth's rotation?", site=site
        )
        return of_norths if of_north else alone
    if len(rings) > 1:
        alone = tell("Who is within reach of {site}?", site=site)
        return tell("North Korea: who is within reach of {site}?", site=site) if of_north else alone
    told = {"range": range_about(rings[0], view), "site": site}
    alone = tell("Who is within {range} of {site}?", **told)
    return tell("North Korea: who is within {range} of {site}?", **told) if of_north else alone


def _how_far(ring: Ring, of_north: bool, view: View) -> str:
    """Ask how far the missile of a report could reach, which was flown steeply."""
    assert ring.report is not None  # noqa: S101  # asked for rings of a report alone
    tell, apogee = view.tell, format_reported(ring.report.apogee_km, view.units, view.lang)
    if ring.rotating:  # shorter: cut off by a narrow page, the rotation would be what is missing
        alone = tell("A missile that climbed to {apogee}: how far, with rotation?", apogee=apogee)
        of_norths = tell(
            "North Korea\u2019s missile that climbed to {apogee}: how far, with rotation?",
            apogee=apogee,
        )
        return of_norths if of_north else alone
    alone = tell("How far could a missile that climbed to {apogee} reach?", apogee=apogee)
    of_norths = tell(
        "How far could North Korea\u2019s missile that climbed to {apogee} reach?", apogee=apogee
    )
    return of_norths if of_north else alone


def _one_missile(rings: Sequence[Ring], view: View) -> str:
    """Ask how far a missile could reach, where all that is claimed is claimed of that one.

    Ranges of one's own may stand beside the claims. "" where it is not so.
    """
    told = [whose(ring, view.catalog) for ring in rings]
    claims = [each.claim for each in told if each.claim]
    missiles = {claim.missile_id for claim in claims}
    others = any(each.kind in ("best", "words") for each in told)
    if len(claims) < 2 or len(missiles) > 1 or others:
        return ""
    tell, flights = view.tell, {claim.record.launch_date or "" for claim in claims}
    if len(flights) == 1 and (day := long_date(flights.pop(), view.lang)):
        return tell("How far could North Korea\u2019s missile of {day} reach?", day=day)
    name = missile_of(claims[0], view.catalog).name
    return tell("How far could North Korea\u2019s {missile} reach?", missile=name)
