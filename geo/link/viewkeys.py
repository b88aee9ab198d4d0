"""The keys of a link that say what its view is: rings, layers, day, units, map, names, words."""

from __future__ import annotations

import datetime as dt
from typing import Final

from geo.earth import short_number
from geo.facts import (
    DEFAULT_LAYERS,
    LAYER_IDS,
    MAX_LABEL_CHARS,
    MAX_NAMES,
    MAX_NOTE_CHARS,
    MAX_RINGS,
    MAX_TITLE_CHARS,
)
from geo.link.key import Key, Parser, Reading, list_schema, text_schema, words_of
from geo.link.ringtext import encode_ring, read_rings
from geo.link.scenario import Camera
from geo.link.shapes import LOFTED
from geo.link.tiles import OFFLINE, TILE_PROVIDERS
from geo.link.values import (
    choice,
    encode_radar,
    parse_camera,
    parse_date,
    parse_layers,
    parse_line,
    parse_missiles,
    parse_numbers,
    parse_off,
    parse_targets,
    parse_whole,
    read_radars,
)
from geo.link.visit import OWN_STORY
from geo.words import KM_PER_UNIT

_NUMBER: Final = r"\d{1,6}(\.\d{1,6})?"
_KM: Final = rf"({_NUMBER}(-{_NUMBER}){{0,2}}|{LOFTED}{_NUMBER},{_NUMBER}(:[tebc][0-9.-]+){{0,4}})"
_RING: Final = rf"^[^~]+~{_KM}(~.{{0,{MAX_LABEL_CHARS}}})?$"
_AT: Final = r"^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$"
_BASES: Final = (OFFLINE, *TILE_PROVIDERS)


def _last_ring(reading: Reading) -> int:
    """Return the number of the last ring.

    How many rings a story has that is in the reader's browser alone is not known here.
    """
    is_unseen = reading.found["story"] == OWN_STORY
    return MAX_RINGS if is_unseen else len(reading.found["rings"])


def _active_parser(reading: Reading) -> Parser:
    """Return the parser of a ring's number as its index."""
    parse = parse_whole(_last_ring(reading))
    return lambda text: parse(text) - 1


def _hidden_parser(reading: Reading) -> Parser:
    """Return the parser of rings' numbers as their indices."""
    parse = parse_numbers(_last_ring(reading))
    return lambda text: tuple(number - 1 for number in parse(text))


def _written_numbers(indices: tuple[int, ...]) -> str:
    return ",".join(str(index + 1) for index in indices)


def _place_ids(reading: Reading) -> frozenset[str]:
    return frozenset(place.id for place in reading.catalog.places)


def _written_camera(at: Camera) -> str:
    return f"{at.center},{short_number(at.zoom)}"


RING: Final = Key(
    name="ring", field="rings", owner="view", gather=read_rings, write=encode_ring,
    value=f"up to {MAX_RINGS} times: `SITE~KM` or `SITE~KM~LABEL`. SITE is an id from "
    "`data/launch_sites.csv` or `LAT,LON`; KM is `8000`, a band `3000-5500`, or low-best-high "
    "`8500-10400-14000`, within 10 to 19,900, or a report of a lofted flight, "
    "`lofted:2802,933`, and with `:rotating` behind it the curve of ranges over a turning "
    "Earth (see below); LABEL has at most "
    f"{MAX_LABEL_CHARS} characters and is shown as a claim only if site, range and label are "
    "one of `data/claims.csv`",
    default="the five of July 2017",
    words="SITE~KM or SITE~KM~LABEL; KM is 8000, 3000-5500, a-b-c or lofted:2802,933, "
    "each also with :rotating behind it. "
    "A LABEL that is no claim of the data with that range is shown as somebody's own words; in "
    "GeoJSON it stands as typed",
    schema=lambda _: list_schema(
        maxItems=MAX_RINGS, items=text_schema(pattern=_RING, examples=["sohae~8000"])
    ),
)  # fmt: skip

ON: Final = Key(
    name="on", field="active", owner="view", parser=_active_parser,
    write=lambda active: str(active + 1),
    value="number of the active ring, from 1: distance lines, outline, sentences and cards "
    "speak of it, on the page and in every file",
    default="`1`",
    words="Number of the active ring: distance lines, outline and cards speak of it",
    schema=lambda _: {"type": "integer", "minimum": 1, "maximum": MAX_RINGS, "default": 1},
)  # fmt: skip

HIDE: Final = Key(
    name="hide", field="hidden", owner="view", parser=_hidden_parser, write=_written_numbers,
    value="numbers of rings, from 1, with commas: kept in the link, drawn and counted nowhere",
    default="none", words="Numbers of rings that are drawn and counted nowhere",
    schema=lambda _: text_schema(pattern=r"^\d{1,2}(,\d{1,2})*$", examples=["2,3"]),
)  # fmt: skip

SHOW: Final = Key(
    name="show", field="show", owner="view", parser=lambda _: parse_layers, write=",".join,
    value=f"layers, with commas: `{','.join(LAYER_IDS)}`",
    default=f"`{','.join(DEFAULT_LAYERS)}`",
    words=f"Layers, with commas: {', '.join(LAYER_IDS)}",
    schema=lambda _: text_schema(pattern="^[a-z,]*$"),
)  # fmt: skip

UNITS: Final = Key(
    name="units", field="units", owner="view", parser=lambda _: choice(KM_PER_UNIT),
    value=words_of(*KM_PER_UNIT), default="`km`", words="Units of what is shown",
    schema=lambda _: text_schema(enum=list(KM_PER_UNIT), default="km"),
)  # fmt: skip

DATE: Final = Key(
    name="date", field="date", owner="view", parser=lambda _: parse_date,
    write=dt.date.isoformat,
    value="`YYYY-MM-DD`: what had flown, been printed and been deployed by then",
    default="everything",
    words="What was known and stood on this day", schema=lambda _: text_schema(format="date"),
)  # fmt: skip

RADAR: Final = Key(
    name="radar", field="radars", owner="view", gather=read_radars, write=encode_radar,
    value="up to 24 times: `ID~KM~AZIMUTH~WIDTH`, a sector of a radar",
    default="with the layer `radar`, what is published",
    words="ID~KM~AZIMUTH~WIDTH",
    schema=lambda _: list_schema(items=text_schema(examples=["tpy2_kyogamisaki~1000~270~120"])),
)  # fmt: skip

AT: Final = Key(
    name="at", field="at", owner="view", parser=lambda _: parse_camera, write=_written_camera,
    value="`LAT,LON,ZOOM` of the map", default="fits the rings", words="LAT,LON,ZOOM",
    schema=lambda _: text_schema(pattern=_AT),
)  # fmt: skip

BASE: Final = Key(
    name="base", field="base", owner="view", parser=lambda _: choice(_BASES),
    value="`offline`, or an online map by its id", default=f"`{OFFLINE}`",
    words="Base map of the page",
    schema=lambda _: text_schema(enum=list(_BASES), default=OFFLINE),
)  # fmt: skip

TO: Final = Key(
    name="to", field="targets", owner="view",
    parser=lambda reading: parse_targets(_place_ids(reading)), write=",".join,
    value="place ids, with commas: the ends of the distance lines", default="seven US places",
    words="Ids of places: the ends of distance lines",
    schema=lambda _: text_schema(pattern="^[a-z0-9_,]*$"),
)  # fmt: skip


def _own_words(name: str, most: int, what: str, default: str, words: str) -> Key:
    """Return the key of words of the reader's own, which go below or in place of ours."""
    return Key(
        name=name, field=name, owner="view", parser=lambda _: parse_line(most),
        value=f"own {what}, at most {most} characters", default=default, words=words,
        schema=lambda _: text_schema(minLength=1, maxLength=most),
    )  # fmt: skip


TITLE: Final = _own_words(
    "title", MAX_TITLE_CHARS, "headline", "said from the data",
    "Own headline, instead of the one that is said from the data",
)  # fmt: skip

NOTE: Final = _own_words(
    "note", MAX_NOTE_CHARS, "sentence below it", "none", "Own sentence, below the headline"
)

NAME: Final = Key(
    name="name", field="names", owner="view",
    parser=lambda reading: parse_targets(_place_ids(reading), MAX_NAMES), write=",".join,
    value=f"place ids, with commas, at most {MAX_NAMES}: written on map and pictures wherever "
    "they are in view",
    default="none", words="Ids of places that are named wherever they are in view",
    schema=lambda _: text_schema(pattern="^[a-z0-9_]+(,[a-z0-9_]+)*$"),
)  # fmt: skip

LEGEND: Final = Key(
    name="legend", field="legend", owner="view", parser=lambda _: parse_off,
    write=lambda _: "0",
    value="`0`: no list of rings in pictures and embedded maps", default="on",
    words="0: no list of rings in pictures", schema=lambda _: text_schema(enum=["0"]),
)  # fmt: skip

TESTS: Final = Key(
    name="tests", field="tests", owner="view",
    parser=lambda reading: parse_missiles({each.id for each in reading.catalog.missiles}),
    write=",".join,
    value="missile ids, with commas: of the layer `tests` only flights of these",
    default="all", words="Ids of missiles: the layer tests shows only flights of these",
    schema=lambda _: text_schema(
        pattern="^[a-z0-9_-]+(,[a-z0-9_-]+)*$", examples=["hwasong-14,hwasong-15"]
    ),
)  # fmt: skip
