"""The layers of the map: one row each, in the order of links, menus and legends.

What is said of a layer or drawn of it, in the browser, in pictures and in files for Google Earth,
is read here; the browser has the same table (ui/scripts/facts.py). docs/develop.md says how a
layer is added.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.messages import Forms, message, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What can be shown on the map, and what it is called.

    `name` stands in lists: filters, polls, announcements. `menu` stands beside its switch where
    that has room for less, and `title` explains the switch.
    """

    id: str
    name: str
    menu: str = ""
    title: str = ""
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLayer(Layer):
    """A layer whose items are places of a table in data/.

    Parameters
    ----------
    table
        The file of its rows; layers may share one.
    about
        What the Sources page says of that file, at the first of its layers.
    roles
        The words in the column `role` of rows that are its own, where layers share a table.
    kind, kind_words
        What a place of it is, where its row does not say (a message), and that in a sentence.
    legend, folder
        Its words beside a symbol, and its folder in Google Earth where that is not the name.
    symbol, radius_px
        The outline of its places (geo/facts/symbols.py), and its radius in pixels of a screen.
    rank
        Importance of its names, about the logarithm of a population (overlay.js).
    tint
        The colour of its pins and symbols in Google Earth. The built-in pin is yellow, and tints
        multiply, so hues that differ without any blue.
    count
        How many of its places are inside, where there is one and where there are `{n}`, for the
        sentence of result; without it, none is counted.
    is_peopled
        Its places have people: these give symbols their size and names their rank.
    has_sectors
        Its places are radars: a link may assume a sector of each.
    has_interceptors
        Its places are batteries: the range of their interceptors is drawn.
    """

    table: str
    about: str = ""
    roles: tuple[str, ...] = ()
    kind: str = ""
    kind_words: str = "{kind}"
    legend: str
    folder: str = ""
    symbol: str
    radius_px: float = 4.2
    rank: float = 0.0
    tint: str
    count: Forms | None = None
    is_peopled: bool = False
    has_sectors: bool = False
    has_interceptors: bool = False


LAYERS: Final[tuple[Layer, ...]] = (
    PlaceLayer(
        id="cities",
        name=message("Cities"),
        is_default=True,
        table="cities.csv",
        about=message("Populations and positions by GeoNames (CC BY 4.0)."),
        kind=message("city"),
        legend=message("City, by population"),
        symbol="circle",
        tint="#ffffff",
        count=plural(
            "{inside} of the 1 city on this map", "{inside} of the {n} cities on this map"
        ),
        is_peopled=True,
    ),
    PlaceLayer(
        id="bases",
        name=message("Bases"),
        is_default=True,
        table="bases.csv",
        about=message("US and allied bases in the Pacific."),
        kind_words="{kind} base",
        legend=message("Base"),
        symbol="square",
        rank=4.9,
        tint="#ffb000",
        count=plural("{inside} of the 1 base", "{inside} of the {n} bases"),
    ),
    PlaceLayer(
        id="thaad",
        name=message("Missile defence"),
        menu=message("THAAD etc."),
        title=message("THAAD batteries and other interceptors"),
        is_default=True,
        table="missile_defense.csv",
        about=message(
            "THAAD batteries, interceptors and radars, of the United States or bought from them; "
            "South Korea's and Japan's own are missing, for no published points were found."
        ),
        roles=("thaad", "interceptor"),  # interceptors of every kind share the switch
        legend=message("THAAD, interceptors"),
        folder=message("THAAD and interceptors"),
        symbol="triangle",
        radius_px=6.0,
        rank=5.2,
        tint="#ff5c5c",
        has_interceptors=True,
    ),
    PlaceLayer(
        id="radar",
        name=message("Radars"),
        table="missile_defense.csv",
        roles=("radar",),
        legend=message("Radar"),
        symbol="fan",
        rank=4.8,
        tint="#2bd4a4",
        has_sectors=True,
    ),
    Layer(
        id="arcs",
        name=message("Distances"),
        title=message("Lines from the active ring's site, with the distance written on them"),
    ),
    Layer(
        id="tests",
        name=message("Tests"),
        title=message(
            "Missile tests: lines to where they came down, marks at sites where that is unknown"
        ),
    ),
    Layer(
        id="envelope",
        name=message("Any known site"),
        title=message(
            "What the active range reaches from any known launch site, as a mobile launcher might"
        ),
    ),
)
PLACE_LAYERS: Final = tuple(layer for layer in LAYERS if isinstance(layer, PlaceLayer))

LAYER_IDS: Final = tuple(layer.id for layer in LAYERS)
DEFAULT_LAYERS: Final = tuple(layer.id for layer in LAYERS if layer.is_default)
PLACE_LAYER_IDS: Final = tuple(layer.id for layer in PLACE_LAYERS)
PEOPLED_LAYERS: Final = tuple(layer.id for layer in PLACE_LAYERS if layer.is_peopled)
# What places are by their layer alone; other kinds stand in data/rows/ko/words.csv.
LAYER_KINDS: Final = tuple(layer.kind for layer in PLACE_LAYERS if layer.kind)
COUNTED_LAYERS: Final = tuple(layer.id for layer in PLACE_LAYERS if layer.count)
# The tables of places, in the order of the layers that they are for.
PLACE_TABLES: Final = tuple(dict.fromkeys(layer.table for layer in PLACE_LAYERS))

# Roles of the table that layers share, as tables say them.
ROLE_WORDS: Final = {
    "thaad": message("THAAD"),
    "interceptor": message("interceptor"),
    "radar": message("radar"),
}

_PLACE_LAYERS_BY_ID: Final = {layer.id: layer for layer in PLACE_LAYERS}


def place_layer(layer_id: str) -> PlaceLayer:
    """Return the layer of a place."""
    return _PLACE_LAYERS_BY_ID[layer_id]
