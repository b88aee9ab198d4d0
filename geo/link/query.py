"""The query string: a Scenario as a link, and back. The one module that knows its keys.

The format is public (docs/links.md): people put it in links, scripts and
lessons, so it only ever grows. Unknown keys are ignored. A bad value falls back
to its default and comes back as a Problem to be shown; nothing here raises for
what a link says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar
from urllib.parse import parse_qsl, quote_plus

from geo.earth import short_number
from geo.errors import RangeError
from geo.facts import DEFAULT_LAYERS, MAX_RINGS, place_layer
from geo.link.problems import Problem, attempt, refused
from geo.link.ringtext import encode_ring, parse_ring
from geo.link.scenario import DEFAULT_TARGETS, RadarAssumption, Ring, Scenario
from geo.link.tiles import OFFLINE, TILE_PROVIDERS
from geo.link.values import (
    FORMAT_VERSION,
    choice,
    encode_radar,
    parse_date,
    parse_layers,
    parse_radar,
    parse_switch,
    parse_targets,
    parse_version,
    parse_view,
)
from geo.link.visit import VISIT_KEYS, Visit, read_visit
from geo.records import Catalog
from geo.words import KM_PER_UNIT, LANGUAGES, message

_MAX_FIELDS: Final = 4_000  # more than an export's 8,000 characters can hold

Pairs = list[tuple[str, str]]
Value = TypeVar("Value")


def parse_pairs(query: str) -> Pairs:
    """Return the keys and values of a query string, decoded; never raises."""
    text = query.encode("utf-8", "replace").decode()  # no halves of characters past here
    fields = text.lstrip("?").split("&")[:_MAX_FIELDS]
    return parse_qsl("&".join(fields), keep_blank_values=True, errors="replace")


def decode(pairs: Iterable[tuple[str, str]], catalog: Catalog) -> tuple[Scenario, list[Problem]]:
    """Return the Scenario of a link, and what of the link could not be used.

    A step of a story is the base: its view stands for each key that the link does not give.

    Parameters
    ----------
    pairs
        Keys and values in order, percent-decoded (see `parse_pairs`).
    catalog
        The shipped data: which sites, radars and places exist.
    """
    given = list(pairs)
    visit, problems = read_visit(given, catalog)
    base = step_scenario(visit, catalog) or Scenario(rings=())
    last = dict(given)

    def one(key: str, parse: Callable[[str], Value], default: Value) -> Value:
        return attempt(key, last[key], parse, problems, default) if key in last else default

    one("v", parse_version, FORMAT_VERSION)
    rings = _decode_rings([value for key, value in given if key == "ring"], catalog, problems)
    radars = _decode_radars([value for key, value in given if key == "radar"], catalog, problems)
    place_ids = frozenset(place.id for place in catalog.places)
    return Scenario(
        rings=rings or base.rings or default_rings(catalog),
        show=one("show", parse_layers, base.show),
        units=one("units", choice(KM_PER_UNIT), base.units),
        date=one("date", parse_date, base.date),
        radars=radars or base.radars,
        at=one("at", parse_view, base.at),
        base=one("base", choice((OFFLINE, *TILE_PROVIDERS)), base.base),
        lang=one("lang", choice(LANGUAGES), base.lang),
        present=one("present", parse_switch, base.present),
        targets=one("to", parse_targets(place_ids), base.targets),
    ), problems


def step_scenario(visit: Visit, catalog: Catalog) -> Scenario | None:
    """Return the view of a visit's step; None without a story, or for one the server has not."""
    story = catalog.story(visit.story)
    if story is None:
        return None
    pairs = parse_pairs(story.steps[visit.step - 1].view)
    return decode([pair for pair in pairs if pair[0] not in VISIT_KEYS], catalog)[0]


def default_rings(catalog: Catalog) -> tuple[Ring, ...]:
    """Return the rings of the first preset, which a bare link shows."""
    pairs = parse_pairs(catalog.presets[0].query)
    return _decode_rings([value for key, value in pairs if key == "ring"], catalog, [])


def encode(scenario: Scenario) -> str:
    """Return the shortest query string that decodes to the same Scenario, rings always written."""
    fields = [("ring", encode_ring(ring)) for ring in scenario.rings]
    if scenario.show != DEFAULT_LAYERS:
        fields.append(("show", ",".join(scenario.show)))
    if scenario.units != "km":
        fields.append(("units", scenario.units))
    if scenario.date:
        fields.append(("date", scenario.date.isoformat()))
    fields += [("radar", encode_radar(radar)) for radar in scenario.radars]
    if scenario.at:
        fields.append(("at", f"{scenario.at.center},{short_number(scenario.at.zoom)}"))
    if scenario.base != OFFLINE:
        fields.append(("base", scenario.base))
    if scenario.lang != "en":
        fields.append(("lang", scenario.lang))
    if scenario.present:
        fields.append(("present", "1"))
    if scenario.targets != DEFAULT_TARGETS:
        fields.append(("to", ",".join(scenario.targets)))
    fields.append(("v", FORMAT_VERSION))
    return "&".join(f"{key}={quote_plus(value, safe='~,:()')}" for key, value in fields)


def _decode_rings(texts: list[str], catalog: Catalog, problems: list[Problem]) -> tuple[Ring, ...]:
    if len(texts) > MAX_RINGS:
        problem = message("a link holds at most {most} rings; the first {most} are shown")
        problems.append(refused("ring", texts[MAX_RINGS], RangeError(problem, most=MAX_RINGS)))
    rings = [
        attempt("ring", text, lambda text: parse_ring(text, catalog), problems, None)
        for text in texts[:MAX_RINGS]
    ]
    return tuple(ring for ring in rings if ring is not None)


def _decode_radars(
    texts: list[str], catalog: Catalog, problems: list[Problem]
) -> tuple[RadarAssumption, ...]:
    radars = {place.id for place in catalog.places if place_layer(place.layer).has_sectors}
    parse = parse_radar(radars)
    found: dict[str, RadarAssumption] = {}
    for text in texts:
        radar = attempt("radar", text, parse, problems, None)
        if radar is not None and radar.radar in found:
            problem = message("this radar is given twice; the first assumption is used")
            problems.append(refused("radar", text, RangeError(problem)))
        elif radar is not None:
            found[radar.radar] = radar
    return tuple(found.values())
