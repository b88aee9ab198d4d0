"""What a ring of a report says: which report it fits, and what share of the assumptions reaches.

The words are "a share of the assumptions", never a chance. The browser says the same
(ui/web/scene/spreadwords.js); a test holds the two together.
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from geo.earth import range_at, short_number
from geo.facts import MAX_RANGE_KM
from geo.flight import FITTING_MIN, Report, check_minutes
from geo.link import Ring, View, fitting_ranges
from geo.reach.matrix import ReachTable
from geo.reach.states import state_words
from geo.words import Say, format_about, format_reported

_EDGE_SHARE: Final = 0.05  # nearer to none or to all than that, hundredths are told


def share_text(share: float, tell: Say) -> str:
    """Return a share of the assumptions, 0 to 1, such as `in 7 of 10 of the assumptions`.

    What is not all is never called all, and what is not none never none.
    """
    if share >= 1.0:
        return tell("in all of the assumptions")
    if share <= 0.0:
        return tell("in none of the assumptions")
    if share > 0.99:
        return tell("in more than 99 of 100 of the assumptions")
    if share < 0.01:
        return tell("in fewer than 1 of 100 of the assumptions")
    is_edge = share < _EDGE_SHARE or share > 1.0 - _EDGE_SHARE
    of = 100 if is_edge else 10
    count = min(of - 1, max(1, math.floor(share * of + 0.5)))
    return tell("in {n} of {of} of the assumptions", n=count, of=of)


def share_at(ring: Ring, report: Report, distance_km: float, azimuth_deg: float) -> float:
    """Return the share of the assumptions, 0 to 1, under which a ring reaches a place."""
    azimuths_deg = np.array(azimuth_deg)

    def to_km(range_km: float) -> float:
        return float(range_at(ring.reach(range_km), azimuths_deg))

    return fitting_ranges(report).share_reaching(distance_km, to_km)


def reach_text(ring: Ring, table: ReachTable, row: int, place: int, view: View) -> str:
    """Return how a ring reaches a place within a sentence: `inside`, or its share.

    `row` and `place` are where both stand in the table.
    """
    if ring.report:
        way = float(table.distances_km[row, place]), float(table.azimuths_deg[row, place])
        return share_text(share_at(ring, ring.report, *way), view.tell)
    state = table.state(row, place)
    return state_words(view.lang)[state]


def report_text(ring: Ring, view: View) -> str:
    """Return which report a ring fits, in words that stand behind its range; "" for others.

    Where its minutes do not fit, it is the report that the ring comes from.
    """
    if not ring.report:
        return ""
    told = {
        "apogee": format_reported(ring.report.apogee_km, view.units, view.lang),
        "distance": format_reported(ring.report.ground_range_km, view.units, view.lang),
    }
    if unfitting_minutes(ring.report):
        return view.tell("computed from the report: apogee {apogee}, {distance} away", **told)
    return view.tell("fits the report: apogee {apogee}, {distance} away", **told)


def without_rotation(text: str, view: View) -> str:
    """Return the words of a range, with that the Earth's rotation is left out of it."""
    return view.tell("{range} without Earth's rotation", range=text)


def fitting_text(range_km: float, view: View) -> str:
    """Return a range that fits a report, no more exact than three digits, or `no limit`."""
    if range_km >= MAX_RANGE_KM:
        return view.tell("no limit")
    return format_about(range_km, view.units, view.lang)


def spread_sentences(ring: Ring, view: View) -> str:
    """Return what a ring of a report is, and what it is not; "" for others."""
    if not ring.report:
        return ""
    told = {"report": report_text(ring, view), "range": fitting_text(ring.main_km, view)}
    if ring.rotating:
        told["range"] = without_rotation(told["range"], view)
    if ring.main_km >= MAX_RANGE_KM:
        said = view.tell("Half of the assumptions or more give no limit ({report}).", **told)
    else:
        said = view.tell("Half of the assumptions give {range} or more ({report}).", **told)
    share = view.tell("A share of the assumptions, not a chance.")
    return " ".join(filter(None, (said, share, _misfit(ring.report, view))))


def unfitting_minutes(report: Report) -> tuple[int, int] | None:
    """Return how many minutes a flight takes by its apogee, where the printed ones do not fit."""
    check = check_minutes(report)
    if check is None or check.fits:
        return None
    least, most = (round(check.kepler_min + longer) for longer in FITTING_MIN)
    return least, most


def _misfit(report: Report, view: View) -> str:
    """Say that the printed minutes do not fit the apogee, if that is so."""
    minutes = unfitting_minutes(report)
    if minutes is None or report.flight_time_min is None:
        return ""
    return view.tell(
        "The {minutes} minutes of the report do not fit it: by this apogee and distance a flight "
        "takes {least} to {most}.",
        minutes=short_number(report.flight_time_min),
        least=minutes[0],
        most=minutes[1],
    )
