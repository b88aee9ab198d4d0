"""QR codes of links, for a class that opens the view of the projector on its phones."""

from __future__ import annotations

import io
from typing import Final

import numpy as np
import segno
from numpy.typing import NDArray

from geo.link import Scenario, View
from geo.share.links import view_link, without_words

MAX_BYTES: Final = 700  # 113 modules a side: more is too fine for a phone before a projector
PRINTED_BYTES: Final = 500  # 81 modules: more is too fine for the photo of a page


def qr_link(view: View, root_url: str, most_bytes: int = MAX_BYTES) -> str:
    """Return the fullest link to a view that a QR code holds well.

    Names give way first, then layers and radars; twelve rings with coordinates always fit.
    """
    unnamed = without_words(view.drawn)
    links = (view_link(each, root_url) for each in (view.scenario, unnamed))
    return next(
        (link for link in links if len(link) <= most_bytes),
        view_link(_rings_alone(unnamed), root_url),
    )


def _rings_alone(scenario: Scenario) -> Scenario:
    units, hidden = scenario.units, scenario.hidden
    return Scenario(scenario.rings, scenario.active, units=units, hidden=hidden)


def qr_svg(link: str) -> bytes:
    """Return a QR code as SVG, black on white with its quiet zone."""
    out = io.BytesIO()
    segno.make_qr(link, error="l").save(out, kind="svg", scale=4, border=4, light="#fff")
    return out.getvalue()


def qr_modules(link: str, *, most: int = 0) -> NDArray[np.bool_]:
    """Return the modules of a QR code without its quiet zone, True where dark.

    One with no more than `most` modules a side carries twice the signs to mend what is unreadable.
    """
    code = segno.make_qr(link, error="m")
    if len(code.matrix) > most:
        code = segno.make_qr(link, error="l")
    return np.array([list(row) for row in code.matrix], dtype=bool)
