"""What the Earth's rotation makes of a range, said in a sentence.

The browser says the same (ui/web/scene/turning.js); a test holds the two together.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from geo.earth import range_at
from geo.facts import MAX_RANGE_KM
from geo.link import Ring, View
from geo.reach.ranges import is_unlimited
from geo.words import format_length

_AZIMUTHS_DEG: Final = np.arange(0.0, 360.0)


def turning_sentence(ring: Ring, view: View) -> str:
    """Return how far a ring with rotation goes at least and at most, "" for others."""
    if not ring.rotating:
        return ""
    said = _edge_sentence(ring, view)
    return f"{said} {_unlimited(view)}" if is_unlimited(ring) else said


def _edge_sentence(ring: Ring, view: View) -> str:
    """Return between which distances the outer edge lies."""
    ranges_km = np.asarray(range_at(ring.reach(ring.limit_km), _AZIMUTHS_DEG))
    least = format_length(float(ranges_km.min()), view.units, view.lang)
    if ranges_km.max() < MAX_RANGE_KM:
        most = format_length(float(ranges_km.max()), view.units, view.lang)
        return view.tell(
            "Over the turning Earth the outer edge lies {least} to {most} away, by direction.",
            least=least,
            most=most,
        )
    first, last = _ends(ranges_km >= MAX_RANGE_KM)
    return view.tell(
        "Over the turning Earth the outer edge lies {least} away or more, by direction; from "
        "azimuth {first}\u00b0 to {last}\u00b0 there is no limit.",
        least=least,
        first=first,
        last=last,
    )


def _unlimited(view: View) -> str:
    """Say that the edge of what has no limit is drawn too near: how fast it is stands nowhere."""
    return view.tell(
        "What has no limit without Earth's rotation counts as {range} here: where its curve ends, "
        "it may reach farther.",
        range=format_length(MAX_RANGE_KM, view.units, view.lang),
    )


def _ends(unlimited: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the first and the last whole azimuth, clockwise, of those without a limit."""
    before, behind = np.roll(unlimited, 1), np.roll(unlimited, -1)
    return int(np.argmax(unlimited & ~before)), int(np.argmax(unlimited & ~behind))
