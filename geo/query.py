"""The query string: a Scenario as a link, and back. The one module that knows it.

The format is public (README, "Links"): people put it in links, scripts and
lessons, so it only ever grows. Unknown keys are ignored. A bad value falls back
to its default and comes back as a Problem to be shown; nothing here raises for
what a link says.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import parse_qsl, quote

from geo.catalog import Catalog
from geo.constants import MAX_LABEL_CHARS, MAX_RINGS
from geo.errors import CoordinateError, RangeError, ReachmapError
from geo.points import LatLon, parse_lat_lon, short_number
from geo.scenario import (
    DEFAULT_LAYERS,
    DEFAULT_TARGETS,
    LANGUAGES,
    LAYERS,
    MapView,
    RadarAssumption,
    Ring,
    Scenario,
)
from geo.tiles import OFFLINE, TILE_PROVIDERS
from geo.units import KM_PER_UNIT

FORMAT_VERSION: Final = "1"
MAX_ZOOM: Final = 12.0
_MAX_FIELDS: Final = 200
_SHOWN_CHARS: Final = 200  # of a bad value, in a message
_NUMBER: Final = re.compile(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_KM_HINT: Final = "8000, a band 3000-5500, or low-best-high 8500-10400-14000, within 10 to 19,900"

Pairs = list[tuple[str, str]]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Problem:
    """One value of a link that could not be used: which, why, and what is accepted."""

    key: str
    value: str
    problem: str

    def __str__(self) -> str:
        """Return the sentence a page shows."""
        return f"{self.key}={self.value}: {self.problem}"


def parse_pairs(query: str) -> Pairs:
    """Return the keys and values of a query string, decoded; never raises."""
    fields = query.lstrip("?").split("&")[:_MAX_FIELDS]
    return parse_qsl("&".join(fields), keep_blank_values=True, errors="replace")


def decode(pairs: Iterable[tuple[str, str]], catalog: Catalog) -> tuple[Scenario, list[Problem]]:
    """Return the Scenario of a link, and what of the link could not be used.

    Parameters
    ----------
    pairs
        Keys and values in order, percent-decoded (see `parse_pairs`).
    catalog
        The shipped data: which sites, radars and places exist.
    """
    given = list(pairs)
    problems: list[Problem] = []
    last = dict(given)

    def one(key: str, parse: Callable[[str], Value], default: Value) -> Value:
        return _attempt(key, last[key], parse, problems, default) if key in last else default

    one("v", _parse_version, FORMAT_VERSION)
    rings = _decode_rings([value for key, value in given if key == "ring"], catalog, problems)
    place_ids = frozenset(place.id for place in catalog.places)
    return Scenario(
        rings=rings or default_rings(catalog),
        show=one("show", _parse_layers, DEFAULT_LAYERS),
        units=one("units", _choice(KM_PER_UNIT), "km"),
        date=one("date", _parse_date, None),
        radars=_decode_radars([value for key, value in given if key == "radar"], catalog, problems),
        at=one("at", _parse_view, None),
        base=one("base", _choice((OFFLINE, *TILE_PROVIDERS)), OFFLINE),
        lang=one("lang", _choice(LANGUAGES), "en"),
        present=one("present", _parse_switch, False),
        targets=one("to", _parse_targets(place_ids), DEFAULT_TARGETS),
    ), problems


def default_rings(catalog: Catalog) -> tuple[Ring, ...]:
    """Return the rings of the first preset, which a bare link shows."""
    pairs = parse_pairs(catalog.presets[0].query)
    return _decode_rings([value for key, value in pairs if key == "ring"], catalog, [])


def encode(scenario: Scenario) -> str:
    """Return the shortest query string that decodes to the same Scenario, rings always written."""
    fields = [("ring", encode_ring(ring)) for ring in scenario.rings]
    if scenario.show != DEFAULT_LAYERS:
        fields.append(("show", ",".join(scenario.show)))
    if scenario.units != "km":
        fields.append(("units", scenario.units))
    if scenario.date:
        fields.append(("date", scenario.date.isoformat()))
    fields += [("radar", encode_radar(radar)) for radar in scenario.radars]
    if scenario.at:
        fields.append(("at", f"{scenario.at.center},{short_number(scenario.at.zoom)}"))
    if scenario.base != OFFLINE:
        fields.append(("base", scenario.base))
    if scenario.lang != "en":
        fields.append(("lang", scenario.lang))
    if scenario.present:
        fields.append(("present", "1"))
    if scenario.targets != DEFAULT_TARGETS:
        fields.append(("to", ",".join(scenario.targets)))
    fields.append(("v", FORMAT_VERSION))
    return "&".join(f"{key}={quote(value, safe='~,')}" for key, value in fields)


def encode_ring(ring: Ring) -> str:
    """Return `SITE~KM` or `SITE~KM~LABEL`."""
    text = f"{ring.site}~{'-'.join(short_number(km) for _, km in ring.edges)}"
    return f"{text}~{ring.label}" if ring.label else text


def parse_ring(text: str, catalog: Catalog) -> Ring:
    """Return the ring written as `SITE~KM` or `SITE~KM~LABEL`.

    Raises
    ------
    ReachmapError
        With what is wrong and what is accepted.
    """
    site_text, tilde, rest = text.partition("~")
    if not tilde:
        raise RangeError(f"expected SITE~KM or SITE~KM~LABEL, such as sohae~8000 (KM: {_KM_HINT})")
    km_text, _, label = rest.partition("~")
    site, point = parse_site(site_text, catalog)
    return Ring(site, point, *_parse_band(km_text), label=_clean_label(label))


def parse_site(text: str, catalog: Catalog) -> tuple[str, LatLon]:
    """Return the id and the point of a launch site id, an alias of one, or `LAT,LON`.

    Raises
    ------
    CoordinateError
        If it is neither.
    """
    known = catalog.site(text)
    if known is not None:
        return known.id, LatLon(known.lat, known.lon)
    if "," in text:
        point = parse_lat_lon(text)
        return str(point), point
    raise CoordinateError(
        f"'{text[:60]}' is not a launch site; accepted: a site id such as sohae, or LAT,LON"
    )


def _decode_rings(texts: list[str], catalog: Catalog, problems: list[Problem]) -> tuple[Ring, ...]:
    if len(texts) > MAX_RINGS:
        problem = f"a link holds at most {MAX_RINGS} rings; the first {MAX_RINGS} are shown"
        problems.append(Problem("ring", _shown(texts[MAX_RINGS]), problem))
    rings = [
        _attempt("ring", text, lambda text: parse_ring(text, catalog), problems, None)
        for text in texts[:MAX_RINGS]
    ]
    return tuple(ring for ring in rings if ring is not None)


def _parse_band(text: str) -> tuple[float | None, float | None, float | None]:
    parts = text.split("-")
    if len(parts) > 3 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise RangeError(f"'{text[:40]}' is not a range in km; accepted: {_KM_HINT}")
    values = [float(part) for part in parts]
    if len(values) == 1:
        return None, values[0], None
    return values[0], values[1] if len(values) == 3 else None, values[-1]


def _clean_label(text: str) -> str:
    label = _CONTROL.sub(" ", text).strip()
    if len(label) > MAX_LABEL_CHARS:
        raise RangeError(
            f"the label has {len(label)} characters; at most {MAX_LABEL_CHARS} are accepted"
        )
    return label


def _decode_radars(
    texts: list[str], catalog: Catalog, problems: list[Problem]
) -> tuple[RadarAssumption, ...]:
    radars = {place.id for place in catalog.places if place.layer == "radar"}

    def parse(text: str) -> RadarAssumption:
        parts = text.split("~")
        if len(parts) != 4 or not all(_NUMBER.fullmatch(part) for part in parts[1:]):
            raise RangeError("expected ID~KM~AZIMUTH~WIDTH, such as tpy2_seongju~800~347~120")
        if parts[0] not in radars:
            raise RangeError(f"'{parts[0][:60]}' is not a radar; accepted: {_listed(radars)}")
        range_km, azimuth_deg, width_deg = map(float, parts[1:])
        if not 0 < range_km <= 6000 or not azimuth_deg <= 360 or not 0 < width_deg <= 360:
            raise RangeError(
                "accepted: KM above 0 to 6,000, AZIMUTH 0 to 360, WIDTH above 0 to 360"
            )
        return RadarAssumption(parts[0], range_km, azimuth_deg, width_deg)

    found = [_attempt("radar", text, parse, problems, None) for text in texts]
    return tuple(radar for radar in found if radar is not None)


def encode_radar(radar: RadarAssumption) -> str:
    """Return `ID~KM~AZIMUTH~WIDTH`."""
    numbers = (radar.range_km, radar.azimuth_deg, radar.width_deg)
    return "~".join([radar.radar, *map(short_number, numbers)])


def _parse_version(text: str) -> str:
    if text != FORMAT_VERSION:
        raise RangeError(f"this server reads links of format {FORMAT_VERSION} only")
    return text


def _parse_layers(text: str) -> tuple[str, ...]:
    names = [name for name in text.split(",") if name]
    unknown = [name for name in names if name not in LAYERS]
    if unknown:
        raise RangeError(f"'{unknown[0][:40]}' is not a layer; accepted: {', '.join(LAYERS)}")
    return tuple(layer for layer in LAYERS if layer in names)


def _parse_date(text: str) -> dt.date | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass  # such as 2017-02-30: said below like any other
    raise RangeError("expected a day as YYYY-MM-DD, such as 2017-07-04")


def _parse_view(text: str) -> MapView | None:
    center, _, zoom_text = text.rpartition(",")
    if not center or not _NUMBER.fullmatch(zoom_text) or float(zoom_text) > MAX_ZOOM:
        raise CoordinateError(f"expected LAT,LON,ZOOM with zoom 0 to {MAX_ZOOM:.0f}")
    return MapView(parse_lat_lon(center), float(zoom_text))


def _parse_switch(text: str) -> bool:
    if text != "1":
        raise RangeError("accepted: 1, or leave the key out")
    return True


def _parse_targets(place_ids: frozenset[str]) -> Callable[[str], tuple[str, ...]]:
    def parse(text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name for name in text.split(",") if name))
        unknown = [name for name in names if name not in place_ids]
        if unknown:
            raise RangeError(f"'{unknown[0][:60]}' is not a place id; see /export/reach.csv")
        return names

    return parse


def _choice(accepted: Iterable[str]) -> Callable[[str], str]:
    names = tuple(accepted)

    def parse(text: str) -> str:
        if text not in names:
            raise RangeError(f"accepted: {', '.join(names)}")
        return text

    return parse


def _attempt(
    key: str, text: str, parse: Callable[[str], Value], problems: list[Problem], default: Value
) -> Value:
    try:
        return parse(text)
    except ReachmapError as error:
        problems.append(Problem(key, _shown(text), str(error)))
        return default


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}..."


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
