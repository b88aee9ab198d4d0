"""What the page on radars is told: what its address asks for, and the events of the row."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from geo.errors import LinkError
from geo.jsonobject import Json
from geo.link import Pairs, Problem, attempt
from geo.reach import BATTERY
from geo.records import Catalog, known_from
from geo.words import message

# The battery that was sent for what might have come from there.
_FIRST: Final = {"launch": "tonghae", "target": "guam_nb", "battery": "thaad_guam"}
ELEVATIONS: Final = ("5", "10", "15")  # degrees, of the curve


def radar_asked(pairs: Pairs, catalog: Catalog) -> tuple[Json, list[Problem]]:
    """Return what the page shows by an address, and what of it could not be used.

    Sectors and the day are those of the view; these keys are the page's own.

    Parameters
    ----------
    pairs
        Keys and values of the address, decoded; of a key given twice the last counts.
    catalog
        The shipped data: which sites, places and batteries exist.
    """
    given, problems = dict(pairs), list[Problem]()
    batteries = [place.id for place in catalog.places if place.kind == BATTERY]
    ids = {
        "launch": [site.id for site in catalog.launch_sites],
        "target": [place.id for place in catalog.places],
        "battery": batteries,
    }
    found: Json = {"elevation": "5", **_FIRST}
    for key, parse in (
        ("launch", _one_of(ids["launch"], message("there is no such launch site"))),
        ("target", _one_of(ids["target"], message("there is no such place"))),
        ("battery", _one_of(ids["battery"], message("there is no such THAAD battery"))),
        ("elevation", _one_of(ELEVATIONS, message("accepted: 5, 10 or 15 degrees"))),
    ):
        if key in given:
            read = attempt(key, given[key], parse, problems, None)
            found[key] = found[key] if read is None else read
    return found, problems


def defence_json(catalog: Catalog) -> list[Json]:
    """Return the events of the row over THAAD, by date, each with the day it had happened by."""
    return [
        {
            "id": event.id,
            "date": event.date,
            "day": known_from(event.date).isoformat(),
            "actor": event.actor,
            "event": event.event,
            "source": {"name": event.source.name, "url": event.source.url},
        }
        for event in catalog.defence_events
    ]


def _one_of(ids: Collection[str], problem: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in ids:
            raise LinkError(problem)
        return text

    return parse
