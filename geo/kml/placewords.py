"""Names and descriptions of places in the KML: what is known of them, which rings reach them."""

from __future__ import annotations

from geo import facts
from geo.facts import Reach
from geo.kml.elements import About
from geo.link import Ring, View
from geo.reach import ReachTable, reach_text, ring_name
from geo.records import Place, is_on_dated_maps, since_and_until, stood_on
from geo.words import format_length, format_number, say


def about_place(place: Place, row: int, table: ReachTable, view: View, state: Reach) -> About:
    """Return the facts of a place, and how each ring reaches it; `row` is its row in the table.

    `state` is that against the ring of which the view speaks.
    """
    data = {"id": place.id, "country": place.country, "kind": place.kind, "reach": state}
    lines = (
        *place_lines(place, view),
        *_reach_lines(row, table, view),
        view.tell("Source: {source}", source=place.source.name),
    )
    return About(place.name, lines, place.source.url or "", data)


def place_lines(place: Place, view: View) -> tuple[str, ...]:
    """Return what a place is, what is known of it on the view's day, and where it is."""
    lines = (
        f"{place.kind_words[:1].upper()}{place.kind_words[1:]}, {place.country}",
        *_facts(view.told(place), view.lang),
        _absence(place, view),
        *view.told(place).notes.splitlines(),
        position_text(place.lat, place.lon, place.precision_km, view.lang),
    )
    return tuple(filter(None, lines))


def _facts(place: Place, lang: str) -> list[str]:
    """Return what is known of a place's people and of its time there."""
    tell = say(lang)
    since, until = since_and_until(place, lang)
    return [
        tell("People: {n}", n=format_number(place.population, lang)) if place.population else "",
        tell("Status: {status}", status=place.status_words) if place.status_words else "",
        tell("Since: {date}", date=since) if since else "",
        tell("Until: {date}", date=until) if until else "",
    ]


def _absence(place: Place, view: View) -> str:
    """Return that a place did not stand on the view's day, "" where it did."""
    if view.day is None or stood_on(place, view.day) or not is_on_dated_maps(place):
        return ""
    return view.tell("Not there on the day of this map.")


def position_text(lat: float, lon: float, precision_km: float, lang: str) -> str:
    """Return where something is, and how well that is known."""
    return say(lang)(
        "Position: {lat}, {lon}, good to {km} km",
        lat=f"{lat:g}",
        lon=f"{lon:g}",
        km=f"{precision_km:g}",
    )


def _reach_lines(row: int, table: ReachTable, view: View) -> tuple[str, ...]:
    """Say how far the place is from each site, and then what that means for its rings."""
    tell, lines = view.tell, []
    rings = [ring for _, ring in view.shown_rings]
    first = {ring.point: index for index, ring in reversed(list(enumerate(rings)))}
    for point, index in sorted(first.items(), key=lambda each: each[1]):
        distance = format_length(float(table.distances_km[index, row]), view.units, view.lang)
        site = view.site_name(rings[index])
        lines.append(tell("{distance} from {site}", distance=distance, site=site))
        for number, ring in enumerate(rings):
            if ring.point == point:
                lines.append(
                    f"{_reach_title(ring, number, row, table, view)}: {ring_name(ring, view)}"
                )
    return tuple(lines)


def _reach_title(ring: Ring, number: int, row: int, table: ReachTable, view: View) -> str:
    """Return how a ring reaches a place, at the start of a line."""
    reach = table.state(number, row)
    if not ring.report:
        return {state.id: view.tell(state.title) for state in facts.STATES}[reach]
    said = reach_text(ring, table, number, row, view)
    return f"{said[:1].upper()}{said[1:]}"
