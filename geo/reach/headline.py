"""The finding of a view: what its ranges mean, said by well-known places (geo/facts/wellknown.py).

Of one ring that is the farthest inside and the nearest outside, of several what each adds. The
browser says the same while a thumb moves (ui/web/scene/headline.js); a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geo.earth import lats_and_lons
from geo.facts import OUTSIDE_ALL, Reach
from geo.link import Ring, View
from geo.reach.matrix import STATES, reach_table
from geo.reach.quotes import statement_of
from geo.reach.ranges import edge_said, is_unlimited, range_about, range_said
from geo.reach.sectorfinding import listed, sector_finding
from geo.reach.wellknown import Landmark, landmarks, with_capitals
from geo.words import KM_PER_UNIT, Say, format_length

_NAMED: Final = 3  # places of one ring
_STEPS: Final = 4  # ranges of several, the farthest
_FEW: Final = 2  # so many ranges leave room for two names each


@dataclass(frozen=True, slots=True)
class _Spot:
    """A well-known place: its name, how rings reach it, and how far beyond each range it lies."""

    name: str
    is_step: bool
    km: tuple[float, ...]
    beyond_km: tuple[float, ...]
    states: tuple[Reach, ...]


def finding_of(view: View) -> str:
    """Return what the rings shown mean, in a sentence or two."""
    rings = [ring for _, ring in view.shown_rings]
    if not rings:
        return sector_finding(view) or view.tell("No ring is shown.")
    marks = landmarks(view)
    found = _spots(rings, marks)
    if not any(map(view.center, rings)) and _is_none_reached(found):
        found = _spots(rings, with_capitals(marks, view))
    return _of_one(rings[0], found, view) if len(rings) == 1 else _of_several(rings, found, view)


def _is_none_reached(found: list[_Spot]) -> bool:
    return all(state == "out" for spot in found for state in spot.states)


def _spots(rings: Sequence[Ring], marks: list[Landmark]) -> list[_Spot]:
    """Return the places as rings reach them, the one nearest to any site first."""
    table = reach_table(rings, *lats_and_lons(mark.place for mark in marks))
    found = [
        _Spot(
            mark.name,
            mark.is_step,
            tuple(table.distances_km[:, at].tolist()),
            tuple(table.beyond_km[:, at].tolist()),
            tuple(table.state(row, at) for row in range(len(rings))),
        )
        for at, mark in enumerate(marks)
    ]
    return sorted(found, key=lambda spot: min(spot.km))


def _of_one(ring: Ring, found: list[_Spot], view: View) -> str:
    tell, is_floor = view.tell, statement_of(ring, view.catalog) == "floor"
    inside, band, out = ([spot for spot in found if spot.states[0] == state] for state in STATES)
    parts = []
    if inside:
        parts.append(tell("{places} inside", places=_list(inside[-_NAMED:], tell)))
    if band:
        parts.append(tell("{places} in the band", places=_list(band[-_NAMED:], tell)))
    if not parts:
        parts.append(_none(view))
    if is_floor:  # "at least" puts no place outside
        parts.append(tell("beyond it the claim says nothing"))
    elif out:
        nearest = min(out, key=lambda spot: spot.beyond_km[0])
        gap = _gap(nearest.beyond_km[0], view)
        parts.append(tell("{place} {distance} outside", place=nearest.name, distance=gap))
    elif found and not band and not is_unlimited(ring):  # a band is named with the farthest
        last = max(found, key=lambda spot: spot.beyond_km[0])
        gap = _gap(-last.beyond_km[0], view)
        parts.append(tell("{place} {distance} from the edge", place=last.name, distance=gap))
    told = range_said(ring, view) if is_floor else range_about(ring, view)
    return f"{told}: {'; '.join(parts)}."


def _none(view: View) -> str:
    """Say that no place of the table is reached: Pyongyang is none from a site at home."""
    if all(view.center(ring) for _, ring in view.shown_rings):
        return view.tell("reaches no other city of the map")
    return view.tell("reaches none of the best-known places outside North Korea")


def _of_several(rings: Sequence[Ring], found: list[_Spot], view: View) -> str:
    tell = view.tell
    main = [spot for spot in found if spot.is_step]
    steps = _steps(rings, main)
    finer = _steps(rings, found)
    if len(steps) < 2 and len(finer) > len(steps):  # short ranges: the places between count, too
        main, steps = found, finer
    parts = _steps_said(steps, view) or [_none(view)]
    band = [spot for spot in main if "band" in spot.states and "in" not in spot.states]
    if band:
        parts.append(tell("{places} only in a band", places=_list(band[-_FEW:], tell)))
    said = f"{'; '.join(parts)}."
    return " ".join(filter(None, (said[:1].upper() + said[1:], _beyond_all(main, view))))


def _steps(rings: Sequence[Ring], found: list[_Spot]) -> list[tuple[Ring, list[_Spot]]]:
    """Return each ring whose range brings something new with what that is, in growing order."""
    steps, known = [], set[str]()
    for ring in sorted(rings, key=lambda each: each.sure_km):
        new = [
            spot
            for spot in found
            if spot.name not in known
            and any(
                state == "in" and _adds_to(each, ring)
                for each, state in zip(rings, spot.states, strict=True)
            )
        ]
        known |= {spot.name for spot in new}
        if new:
            steps.append((ring, new))
    return steps


def _adds_to(each: Ring, ring: Ring) -> bool:
    """Return whether what a ring reaches is told with another: it is shorter, or like it."""
    is_like = each.sure_km == ring.sure_km and each.rotating == ring.rotating
    return each.sure_km < ring.sure_km or is_like


def _steps_said(steps: list[tuple[Ring, list[_Spot]]], view: View) -> list[str]:
    """Say `5,000 km adds Guam`, `6,700 Anchorage`; the smallest range of all reaches its places."""
    tell, told = view.tell, steps[-_STEPS:]
    most = _FEW if len(told) <= _FEW else 1
    is_whole = len(told) == len(steps)
    said = []
    for nth, (ring, new) in enumerate(told):
        words = {
            "range": edge_said(ring, ring.sure_km, view),
            "places": _list(new[-most:], tell),
        }
        if nth == 0 and is_whole:
            said.append(tell("{range} reaches {places}", **words))
        elif nth == (1 if is_whole else 0):
            said.append(tell("{range} adds {places}", **words))
        else:
            words["range"] = words["range"].removesuffix(f" {view.units}")
            said.append(tell("{range} {places}", **words))
    return said


def _beyond_all(found: list[_Spot], view: View) -> str:
    """Say which place stays outside by least, "" where none does."""
    beyond = [(min(spot.beyond_km), spot) for spot in found if min(spot.beyond_km) > 0]
    if not beyond:
        return ""
    gap, spot = min(beyond, key=lambda each: each[0])
    tell, rings = view.tell, spot.states
    told = {"place": spot.name, "distance": _gap(gap, view)}
    if len(rings) < 2 + len(OUTSIDE_ALL):
        return tell(OUTSIDE_ALL[len(rings) - 2], **told)
    return tell("{place} stays outside all {n}, by {distance}.", n=len(rings), **told)


def _gap(km: float, view: View) -> str:
    """Return how far a place is from an edge; what rounds to nothing is less than one unit."""
    text = format_length(km, view.units, view.lang)
    if not round(km / KM_PER_UNIT[view.units]):
        least = format_length(KM_PER_UNIT[view.units], view.units, view.lang)
        return view.tell("less than {length}", length=least)
    return text


def _list(spots: Sequence[_Spot], tell: Say) -> str:
    return listed([spot.name for spot in spots], tell)
