"""How rings are drawn: colours, dash patterns, and the marks of a floor and a ceiling.

The first five, which most maps have, keep the hues of Okabe and Ito's palette (Color Universal
Design, 2008), and grow darker from one to the next, by night in another order: apart in lightness
too, they stay apart where hues do not, in grey print and to those who see no red or no green
(tests/facts/test_ringcolors.py). Lines have 3:1 against sea and land, words 4.5:1 against their
halo. A dash pattern goes with each, so that colour never carries meaning alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class RingStyle:
    """How the ring with one index is drawn: by day, by night, and dashes at a line of 2.5 px."""

    color: str
    bright: str
    dash: tuple[float, ...]


RING_STYLES: Final = (
    RingStyle("#0077b8", "#3896f3", ()),
    RingStyle("#a84300", "#ff8040", (12, 5)),
    RingStyle("#006048", "#7cf2c0", (3, 5)),
    RingStyle("#701062", "#fab8ea", (14, 5, 3, 5)),
    RingStyle("#362c00", "#fff95c", (22, 6)),
    RingStyle("#2b7ab0", "#9ad0f5", (7, 4)),
    RingStyle("#5f6b76", "#ffffff", (3, 3, 10, 3)),
    RingStyle("#b34a00", "#ffb27a", (2, 7)),
    RingStyle("#005a43", "#7fe8cb", (18, 4, 3, 4, 3, 4)),
    RingStyle("#7d2f5d", "#ffc4e3", (9, 9)),
    RingStyle("#665000", "#ffe98a", (5, 3, 1, 3)),
    RingStyle("#444444", "#cccccc", (16, 8, 16, 2)),
)

# Marks along a ring whose range is a floor (outside: it may be more) or a ceiling (inside).
MARK_EVERY_PX: Final = 22.0  # of a screen
MARK_LENGTHS_PX: Final = {"floor": 7.0, "ceiling": -7.0}  # outwards, by what was said of the range
MARK_WIDTH_PX: Final = 1.3


def ring_style(index: int) -> RingStyle:
    """Return the style of the ring with this index."""
    return RING_STYLES[index % len(RING_STYLES)]
