"""What stands in the legend of a picture: symbols and their words, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geo.link import View
from geo.picture.flights import FlightMark
from geo.picture.symbols import Symbol
from geo.share import captions, radarcaptions


@dataclass(frozen=True, slots=True)
class Center:
    """Where a ring starts: the layer of the place that it is around, None for a star."""

    layer: str | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of missile defence, or the ring about what a sector sees."""

    kind: Literal["sector", "guessed", "circle", "seen"]


@dataclass(frozen=True, slots=True)
class Item:
    """A symbol (a ring's index, a kind of place, or none) and its words.

    `indent_px`: it goes on with the words of the one above, under these.
    """

    symbol: int | Symbol | FlightMark | Center | Stroke | str | None
    bold: str
    text: str
    statement: str = ""
    indent_px: float = 0.0


def ring_items(view: View, but: frozenset[int]) -> list[Item]:
    """Return whose claim each ring and sector is; rings of `but` are told elsewhere."""
    if not view.scenario.legend:
        return []
    rows = captions.ring_rows(view)
    items = [
        Item(row.index, row.range, row.claim, row.statement) for row in rows if row.index not in but
    ]
    site = captions.common_site(view) if items else ""
    return [*items, *([Item(None, "", site)] if site else []), *_sector_items(view)]


def _sector_items(view: View) -> list[Item]:
    """Return whose claim each sector is, and where it comes from which way they look."""
    items = [
        Item(Stroke("guessed" if row.is_guessed else "sector"), row.range, row.claim)
        for row in radarcaptions.sector_rows(view)
    ]
    said = radarcaptions.direction_text(view)
    return [*items, Item(None, "", said)] if said else items


def symbol_items(view: View, *, has_circles: bool) -> list[Item]:
    """Return what the symbols mean."""
    items = [Item(Center(layer or None), "", words) for layer, words in captions.center_rows(view)]
    items += [
        Item(Symbol(layer, state), "", words) for layer, state, words in captions.symbol_rows(view)
    ]
    if seen := radarcaptions.seen_text(view):
        items.append(Item(Stroke("seen"), "", seen))
    if has_circles:
        words = radarcaptions.interceptors_text(view)
        items.append(Item(Stroke("circle"), "", words))
    if view.shows("envelope"):
        words = captions.envelope_text(view)
        items.append(Item("envelope", "", words))
    for look, is_hollow, words in captions.flight_rows(view):
        items.append(Item(FlightMark(look, is_hollow), "", words))
    shade = captions.shade_text(view)
    return [*items, Item(None, "", shade)] if shade else items
