"""Colours and dash patterns, the same in pictures and files as on the live map.

The table is that of ui/web/base/style.js (a test holds the two together): hues of Okabe and Ito's
palette, safe for colour blindness, and a dash pattern with each, so that colour never carries
meaning alone. Dashes are lengths in pixels at a line of 2.5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class RingStyle:
    """How the ring with one index is drawn."""

    color: str
    dash: tuple[float, ...]


RING_STYLES: Final = (
    RingStyle("#0072B2", ()),
    RingStyle("#D55E00", (12, 5)),
    RingStyle("#007a5a", (3, 5)),
    RingStyle("#a8437e", (14, 5, 3, 5)),
    RingStyle("#8a6a00", (22, 6)),
    RingStyle("#2b7ab0", (7, 4)),
    RingStyle("#000000", (3, 3, 10, 3)),
    RingStyle("#b34a00", (2, 7)),
    RingStyle("#005a43", (18, 4, 3, 4, 3, 4)),
    RingStyle("#7d2f5d", (9, 9)),
    RingStyle("#665000", (5, 3, 1, 3)),
    RingStyle("#444444", (16, 8, 16, 2)),
)

SEA: Final = "#dce6ec"
LAND: Final = "#f8f6f0"
COAST: Final = "#b7bfc4"
BORDER: Final = "#cfc8bd"
FOCUS: Final = "#efe2c8"  # North Korea
INK: Final = "#1f2a33"
FAINT: Final = "#5c6770"
PAPER: Final = "#ffffff"


def ring_style(index: int) -> RingStyle:
    """Return the style of the ring with this index."""
    return RING_STYLES[index % len(RING_STYLES)]
