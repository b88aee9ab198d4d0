"""The timeline as JSON for the browser: what changed on which day, and the arsenal's reach."""

from __future__ import annotations

from geo.jsonobject import Json
from geo.link import Scenario, View
from geo.reach import Farthest, Moment, farthest, moments
from geo.records import Catalog
from ui.scene.rings import ring_json


def timeline_json(catalog: Catalog) -> Json:
    """Return the days in order, and the steps of the arsenal's reach, each from a day on."""
    return {
        "moments": [_moment(each) for each in moments(catalog)],
        "reach": [_reach(each, catalog) for each in farthest(catalog)],
    }


def _moment(moment: Moment) -> Json:
    return {
        "day": moment.day.isoformat(),
        "flown": [_dated(each.name, each.first_flight) for each in moment.flown],
        "printed": [claim.id for claim in moment.printed],
        "come": [_dated(each.name, date) for each, date in moment.come],
        "gone": [_dated(each.name, date) for each, date in moment.gone],
    }


def _dated(name: str, date: str | None) -> Json:
    """Return a name with its date, as precise as that is known."""
    return {"name": name, "date": date or ""}


def _reach(step: Farthest, catalog: Catalog) -> Json:
    claim = step.known.claim
    view = View(Scenario((step.ring,), lang=catalog.lang), catalog)
    return {
        "day": step.day.isoformat(),
        "missile": step.known.missile.name,
        "claim": claim.id if claim else "",
        "ring": ring_json(step.ring, view),
    }
