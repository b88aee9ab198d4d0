"""The query string: a Scenario as a link, and back. Its keys are the rows of geo/link/keys.py.

The format is public (docs/links.md): people put it in links, scripts and
lessons, so it only ever grows. Unknown keys are ignored. A bad value falls back
to its default and comes back as a Problem to be shown; nothing here raises for
what a link says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl, quote_plus

from geo.link.arsenal import arsenal_ring, farthest_known
from geo.link.key import Reading, read_keys, values_by_key
from geo.link.keys import KEYS, VISIT_KEYS
from geo.link.problems import Problem
from geo.link.quoted import printed_day
from geo.link.repair import repaired
from geo.link.ringtext import name_stray_ring, read_rings
from geo.link.scenario import Ring, Scenario
from geo.link.values import FORMAT_VERSION
from geo.link.visit import Visit
from geo.records import Catalog

_MAX_FIELDS: Final = 4_000  # more than an export's 8,000 characters can hold
_OF_VISITS: Final = [key for key in KEYS if key.name in VISIT_KEYS]
_NAMES: Final = {key.name for key in KEYS}
_OF_SCENARIOS: Final = [key for key in KEYS if key.owner in ("view", "reader")]
# The format comes first, then what may stand several times: so are problems told.
_IN_READING_ORDER: Final = sorted(
    [key for key in KEYS if key not in _OF_VISITS],
    key=lambda key: (key.owner != "format", key.gather is None),
)

Pairs = list[tuple[str, str]]


def parse_pairs(query: str) -> Pairs:
    """Return the keys and values of a query string, decoded; never raises.

    What was mangled on its way is read as it was written (see `geo.link.repair`).
    """
    return pairs_as_written(repaired(_bounded(query)))


def pairs_as_written(query: str) -> Pairs:
    """Return the same of a query that nobody sent: what is wrong with it is to be seen."""
    return parse_qsl(_bounded(query), keep_blank_values=True, errors="replace")


def _bounded(query: str) -> str:
    text = query.encode("utf-8", "replace").decode()  # no halves of characters past here
    return "&".join(text.lstrip("?").split("&")[:_MAX_FIELDS])


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
    opening = default_rings(catalog)
    base = step_scenario(visit, catalog) or Scenario(opening)
    reading = Reading(catalog, {"story": visit.story}, problems)
    values = values_by_key(given)
    read_keys(_IN_READING_ORDER, values, reading, base)
    if "ring" not in values:
        name_stray_ring((pair for pair in given if pair[0] not in _NAMES), reading)
    found = {key.field: reading.found[key.field] for key in _OF_SCENARIOS}
    if found["date"] and "ring" not in values and found["rings"] == opening:
        found["rings"] = _rings_of_a_day(found["rings"], found["date"], catalog)
    if found["active"] >= len(found["rings"]):  # said of the rings of a step, which are not shown
        found["active"] = 0
    found["hidden"] = tuple(index for index in found["hidden"] if index < len(found["rings"]))
    return Scenario(**found), problems


def read_visit(pairs: Iterable[tuple[str, str]], catalog: Catalog) -> tuple[Visit, list[Problem]]:
    """Return the story, room and seed of a link, and which of them could not be used.

    Parameters
    ----------
    pairs
        Keys and values in order, percent-decoded; of a key given twice the last counts.
    catalog
        The shipped data: which stories exist.
    """
    reading = Reading(catalog)
    read_keys(_OF_VISITS, values_by_key(pairs), reading, Visit())
    return Visit(**reading.found), reading.problems


def step_scenario(visit: Visit, catalog: Catalog) -> Scenario | None:
    """Return the view of a visit's step; None without a story, or for one the server has not."""
    story = catalog.story(visit.story)
    if story is None:
        return None
    pairs = parse_pairs(story.steps[visit.step - 1].view)
    return decode([pair for pair in pairs if pair[0] not in VISIT_KEYS], catalog)[0]


def _rings_of_a_day(rings: tuple[Ring, ...], day: dt.date, catalog: Catalog) -> tuple[Ring, ...]:
    """Return what a link shows that gives a day and no ring.

    That is what a bare link shows, unless none of that was printed by then; then it is the
    arsenal's reach as it was known.
    """
    days = [printed_day(ring, catalog) for ring in rings]
    if any(printed is None or printed <= day for printed in days):
        return rings
    known = farthest_known(catalog, day)
    return (arsenal_ring(known, day, catalog),) if known else rings


def default_rings(catalog: Catalog) -> tuple[Ring, ...]:
    """Return the rings of the first preset, which a bare link shows."""
    pairs = parse_pairs(catalog.presets[0].query)
    return read_rings(values_by_key(pairs)["ring"], Reading(catalog))


def encode(scenario: Scenario) -> str:
    """Return the shortest query string that decodes to the same Scenario, rings always written."""
    fields = [(key.name, text) for key in _OF_SCENARIOS for text in key.written(scenario)]
    fields.append(("v", FORMAT_VERSION))
    return "&".join(f"{key}={quote_plus(value, safe='~,:()')}" for key, value in fields)
