"""Launches per year, by class of missile and by outcome, laid out as columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geo.records import Catalog, LaunchCount

# From the bottom of a column to its top. What is not known is no failure: it stands between.
OUTCOMES_SHOWN: Final = ("success", "unknown", "failure")
_ORDER: Final = ("ICBM", "IRBM", "MRBM", "SRBM", "SLBM", "HGV", "SLV")


@dataclass(frozen=True, slots=True)
class Piece:
    """A count as a piece of a column: it stands on `below` others of its year and class."""

    count: LaunchCount
    below: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The columns of one class, and how many launches the highest one stands for."""

    missile_class: str
    words: str
    pieces: tuple[Piece, ...]

    @property
    def most(self) -> int:
        """The launches of its greatest year."""
        return max(piece.below + piece.count.launches for piece in self.pieces)


def launch_strips(catalog: Catalog) -> tuple[Strip, ...]:
    """Return the classes in their order, the farthest first, those not told last."""
    classes = {count.missile_class: count.missile_class_words for count in catalog.launches}
    order = {name: at for at, name in enumerate(_ORDER)}
    ranked = sorted(classes, key=lambda name: (order.get(name, len(order)), name))
    return tuple(
        Strip(
            name,
            classes[name],
            _pieces(count for count in catalog.launches if count.missile_class == name),
        )
        for name in ranked
    )


def _pieces(counts: Iterable[LaunchCount]) -> tuple[Piece, ...]:
    heights: dict[int, int] = {}
    pieces = []
    for count in sorted(counts, key=lambda each: OUTCOMES_SHOWN.index(each.outcome)):
        pieces.append(Piece(count, heights.get(count.year, 0)))
        heights[count.year] = heights.get(count.year, 0) + count.launches
    return tuple(pieces)
