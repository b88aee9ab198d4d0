"""Captions of a picture: title, date, who claims what, sources and caveat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.facts import FLIGHT_LOOKS, FLOOR_LEGEND, PLACE_LAYERS, TAG_LEGEND, TAG_SYMBOL, Reach
from geo.letters import STAND_IN, missing_signs
from geo.link import Ring, View
from geo.reach import (
    finding_of,
    flight_paths,
    radar_sectors,
    range_said,
    report_text,
    sectors_named,
    state_words,
    statement_of,
    title_of,
    who_says,
)
from geo.words import format_date

_MOST_CODES: Final = 8  # more would take the room of the map


@dataclass(frozen=True, slots=True)
class RingRow:
    """A line of the legend: which ring, its range, who says so."""

    index: int
    range: str
    claim: str
    statement: str = ""


def title(view: View) -> str:
    """Return what a picture shows, in one line."""
    return title_of(view)


def picture_text(view: View) -> str:
    """Return what a picture shows, for those who do not see it: its title, and radar sectors."""
    told = view.tell("Map of range rings: {title}", title=title(view))
    return ". ".join(filter(None, (told.rstrip("."), sectors_named(radar_sectors(view), view))))


def subtitle(view: View) -> str:
    """Return what the rings mean, and of which day the map is, if it is of one."""
    if not view.scenario.date:
        return finding_of(view)
    date = format_date(view.scenario.date.isoformat(), view.lang)
    return f"{finding_of(view)} {view.tell('As of {date}', date=date)}."


def ring_rows(view: View) -> list[RingRow]:
    """Return one line per ring; the site in it only where rings start at several."""
    several = len({ring.site for _, ring in view.shown_rings}) > 1
    tell, rows = view.tell, []
    for index, ring in view.shown_rings:
        claim = _claim_of(ring, view)
        if several:
            site = view.short_site_name(ring)
            told = {"said": claim, "site": site}
            claim = (
                tell("{said}, around {site}", **told)
                if view.center(ring)
                else tell("{said}, from {site}", **told)
            )
        statement = statement_of(ring, view.catalog)
        rows.append(RingRow(index, range_said(ring, view), claim, statement))
    return rows


def _claim_of(ring: Ring, view: View) -> str:
    """Return who says so and when, of a ring of a report which one that is."""
    report = report_text(ring, view)
    said = who_says(ring, view.catalog) if ring.label or not report else ""
    return "; ".join(part for part in (report, said) if part)


def shade_text(view: View) -> str:
    """Return what the shade of the ring means that the view speaks of; "" where it has none."""
    ring = view.speaking_ring
    if ring is None or not ring.report:
        return ""
    return view.tell(
        "Shade: the share of the assumptions that reach, not a chance; lines: 5, 50 and 95%"
    )


def envelope_text(view: View) -> str:
    """Return what the outline around all sites is, which leaves the Earth's rotation out."""
    ring = view.speaking_ring
    if ring and ring.rotating:
        return view.tell("from any known launch site, without Earth's rotation")
    return view.tell("from any known launch site")


def common_site(view: View) -> str:
    """Return `from SITE`, or `around PLACE`, when all rings start at one, else nothing."""
    starts = {view.site_name(ring): view.center(ring) for _, ring in view.shown_rings}
    if len(starts) != 1:
        return ""
    ((site, center),) = starts.items()
    around = view.tell("around {site}", site=site)
    return around if center else view.tell("from {site}", site=site)


def unknown_signs(view: View) -> str:
    """Return which signs of what somebody wrote no font of ours has, or nothing."""
    scenario = view.scenario
    written = (scenario.title, scenario.note, *(ring.label for _, ring in view.shown_rings))
    missing = missing_signs(" ".join(written))
    if not missing:
        return ""
    codes = ", ".join(f"U+{ord(sign):04X}" for sign in missing[:_MOST_CODES])
    more = len(missing) - _MOST_CODES
    if more > 0:
        codes = view.tell("{signs} and {n} more", signs=codes, n=more)
    return view.tell(
        "Signs that our fonts lack, each drawn as {box}: {signs}.", box=STAND_IN, signs=codes
    )


def center_rows(view: View) -> list[tuple[str, str]]:
    """Return what the symbols mean where rings start: layer, or "" for a star, and words.

    A place whose layer is shown is told there.
    """
    rings = [ring for _, ring in view.shown_rings]
    rows = []
    if any(view.catalog.site(ring.site) for ring in rings):
        rows.append(("", view.tell("Launch site")))
    elif any(view.center(ring) is None for ring in rings):
        rows.append(("", view.tell("Point that someone chose")))
    around = {center.layer for ring in rings if (center := view.center(ring))}
    legends = [layer for layer in PLACE_LAYERS if layer.id in around and not view.shows(layer.id)]
    return [*rows, *((layer.id, view.tell(layer.legend)) for layer in legends)]


def symbol_rows(view: View) -> list[tuple[str, Reach, str]]:
    """Return what the symbols on the map mean: layer, state, words."""
    tell = view.tell
    shown = [layer for layer in PLACE_LAYERS if view.shows(layer.id)]
    rows: list[tuple[str, Reach, str]] = []
    rows += [(layer.id, "in", tell(layer.legend)) for layer in shown]
    if shown and view.shown_rings:  # else no symbol stands against anything
        banded = any(ring.low_km is not None for _, ring in view.shown_rings)
        states = state_words(view.lang)
        rows += [
            (shown[0].id, state, states[state]) for state in states if state != "band" or banded
        ]
    return rows


def flight_rows(view: View) -> list[tuple[str, bool, str]]:
    """Return what marks of tests mean, as far as there are any: look, whether hollow, words."""
    paths, tell = flight_paths(view), view.tell
    lines = [path for path in paths if path.line is not None]
    drawn = {path.look for path in lines}
    rows = [(look.id, False, tell(look.legend)) for look in FLIGHT_LOOKS if look.id in drawn]
    floors = [path.look for path in lines if path.is_floor]
    rows += [(floors[0], True, tell(FLOOR_LEGEND))] if floors else []
    is_tagged = len(lines) < len(paths)
    return [*rows, (TAG_SYMBOL, False, tell(TAG_LEGEND))] if is_tagged else rows
