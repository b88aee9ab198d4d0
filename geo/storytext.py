"""Numbers in a story's texts: written as placeholders, computed from the data when told.

`{km:sohae>guam_nb}` is the distance in the reader's units. A story that holds its numbers this way
stays right when data or units change, and says them in the reader's language. FORMS lists all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from geo.catalog import Catalog
from geo.constants import MAX_RANGE_KM, MIN_RANGE_KM
from geo.errors import RangeError, ReachmapError
from geo.geodesic import distances_and_azimuths
from geo.language import Say, message, say
from geo.papercompass import compass_km
from geo.particles import PAIRS, particle
from geo.points import LatLon
from geo.population import people_within
from geo.problems import shown
from geo.records import LaunchSite, Place
from geo.ringtext import NUMBER, parse_site
from geo.summary import short_name
from geo.units import format_length, format_people

_PAIRS: Final = "|".join(map("/".join, PAIRS))
_PLACEHOLDER: Final = re.compile(rf"\{{(?P<what>[^{{}}]*)\}}(?:\((?P<particle>{_PAIRS})\))?")
_LAYERS: Final = ("cities", "bases")  # whose places are counted and named
_NAMED: Final = 5  # places named in a list; the rest are counted
_NOWHERE: Final = LatLon(0.0, 0.0)
_NEIGHBOURS_KM: Final = 60.0
_NAME_CHARS: Final = 32  # a longer name goes without its brackets


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a text is told: language, units, and the catalog in that language."""

    catalog: Catalog
    lang: str = "en"
    units: str = "km"

    @property
    def tell(self) -> Say:
        """What says a message in the reader's language."""
        return say(self.lang)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The parts of a placeholder, read. A part that its form does not have keeps its default."""

    site: LatLon = _NOWHERE
    km: float = 0.0
    end: LatLon = _NOWHERE
    layer: str = ""


def fill(text: str, reader: Reader) -> str:
    """Return a text with its numbers in place; it must be without `text_faults`."""

    def told(found: re.Match[str]) -> str:
        name, asked = _read(found["what"], reader.catalog, reader.tell)
        value = FORMS[name].value(asked, reader)
        pair = found["particle"]
        return value + (particle(value, *pair.split("/")) if pair else "")

    return _PLACEHOLDER.sub(told, text)


def text_faults(text: str, catalog: Catalog, tell: Say) -> list[tuple[str, str]]:
    """Return each placeholder of a text that cannot be computed, and why."""
    faults = []
    for found in _PLACEHOLDER.finditer(text):
        try:
            _read(found["what"], catalog, tell)
        except ReachmapError as error:
            faults.append((shown(f"{{{found['what']}}}"), str(error)))
    return faults


def _read(content: str, catalog: Catalog, tell: Say) -> tuple[str, _Asked]:
    """Return the name and the parts of a placeholder."""
    name, _, rest = content.partition(":")
    if name not in FORMS:
        accepted = ", ".join(map(written_form, FORMS))
        raise RangeError(tell("is not a placeholder; accepted: {forms}.", forms=accepted))
    form = FORMS[name].parts
    parts = re.fullmatch(re.sub("[A-Z]+", "([^~>]+)", form), rest)
    if parts is None:
        raise RangeError(tell("is not complete; expected {form}.", form=written_form(name)))
    given = dict(zip(re.findall("[A-Z]+", form), parts.groups(), strict=True))
    return name, _Asked(
        site=_point(given["SITE"], catalog, tell) if "SITE" in given else _NOWHERE,
        km=_km(given["KM"], tell) if "KM" in given else 0.0,
        end=_point(given["PLACE"], catalog, tell) if "PLACE" in given else _NOWHERE,
        layer=_layer(given["LAYER"], tell) if "LAYER" in given else "",
    )


def written_form(name: str) -> str:
    """Return a placeholder as it is written, such as `{km:SITE>PLACE}`."""
    form = FORMS[name].parts
    return f"{{{name}:{form}}}" if form else f"{{{name}}}"


def _point(text: str, catalog: Catalog, tell: Say) -> LatLon:
    for place in catalog.places:
        if place.id == text:
            return LatLon(place.lat, place.lon)
    try:
        return parse_site(text, catalog)[1]
    except ReachmapError as error:
        problem = tell(
            "'{text}' is neither the id of a launch site or place, such as sohae, nor LAT,LON.",
            text=shown(text),
        )
        raise RangeError(problem) from error


def _km(text: str, tell: Say) -> float:
    if NUMBER.fullmatch(text) and MIN_RANGE_KM <= float(text) <= MAX_RANGE_KM:
        return float(text)
    raise RangeError(tell("'{text}' is not a range of 10 to 19900 km.", text=shown(text)))


def _layer(text: str, tell: Say) -> str:
    if text not in _LAYERS:
        accepted = ", ".join(_LAYERS)
        problem = tell(
            "'{text}' cannot be counted; accepted: {all}.", text=shown(text), all=accepted
        )
        raise RangeError(problem)
    return text


def _distance_km(asked: _Asked) -> float:
    return float(distances_and_azimuths(asked.site, [asked.end.lat], [asked.end.lon])[0][0])


def _distances_km(start: LatLon, ends: Sequence[Place | LaunchSite]) -> list[float]:
    lats, lons = [end.lat for end in ends], [end.lon for end in ends]
    return [float(km) for km in distances_and_azimuths(start, lats, lons)[0]]


def _length(asked: _Asked, reader: Reader) -> str:
    return format_length(asked.km, reader.units)


def _distance(asked: _Asked, reader: Reader) -> str:
    return format_length(_distance_km(asked), reader.units)


def _compass(asked: _Asked, reader: Reader) -> str:
    return format_length(compass_km(asked.site, asked.end), reader.units)


def _bearing(asked: _Asked, reader: Reader) -> str:
    azimuth_deg = distances_and_azimuths(asked.site, [asked.end.lat], [asked.end.lon])[1][0]
    return f"{azimuth_deg:.0f}\u00b0"


def _reach(asked: _Asked, reader: Reader) -> str:
    inside = _distance_km(asked) <= asked.km
    return reader.tell("inside") if inside else reader.tell("outside")


def _gap(asked: _Asked, reader: Reader) -> str:
    return format_length(abs(_distance_km(asked) - asked.km), reader.units)


def _us(asked: _Asked, reader: Reader) -> str:
    places = [each for each in reader.catalog.places if each.layer in _LAYERS and each.us_soil]
    away = zip(_distances_km(asked.site, places), places, strict=True)
    inside = [(km, place) for km, place in away if km <= asked.km]
    names = [_name(place) for _, place in sorted(_apart(inside), key=lambda each: each[0])]
    if not names:
        return reader.tell("none")
    listed, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return reader.tell("{names} and {n} more", names=listed, n=more) if more > 0 else listed


def _apart(places: list[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """Return one place of each neighbourhood, the first: of five points on Guam, its capital."""
    kept: list[tuple[float, Place]] = []
    for km, place in places:
        point = LatLon(place.lat, place.lon)
        if all(each > _NEIGHBOURS_KM for each in _distances_km(point, [p for _, p in kept])):
            kept.append((km, place))
    return kept


def _name(place: Place) -> str:
    return place.name if len(place.name) <= _NAME_CHARS else short_name(place.name)


def _count(asked: _Asked, reader: Reader) -> str:
    places = [place for place in reader.catalog.places if place.layer == asked.layer]
    return str(sum(km <= asked.km for km in _distances_km(asked.site, places)))


def _people(asked: _Asked, reader: Reader) -> str:
    return format_people(people_within(asked.site, asked.km), reader.lang)


def _sites(asked: _Asked, reader: Reader) -> str:
    sites = reader.catalog.launch_sites
    return str(sum(km <= asked.km for km in _distances_km(asked.end, sites)))


def _all_sites(asked: _Asked, reader: Reader) -> str:
    return str(len(reader.catalog.launch_sites))


@dataclass(frozen=True, slots=True)
class Form:
    """What stands after a placeholder's name, what it becomes in words, and how it is computed.

    SITE and PLACE are the id of a launch site or place, or LAT,LON; LAYER is cities or bases; KM a
    range in kilometres, whatever the reader's units.
    """

    parts: str
    words: str
    value: Callable[[_Asked, Reader], str]


FORMS: Final[dict[str, Form]] = {
    "length": Form("KM", message("A length in the reader's units"), _length),
    "km": Form("SITE>PLACE", message("The distance from a launch site to a place"), _distance),
    "compass": Form(
        "SITE>PLACE", message("What a compass on a Mercator map takes it for"), _compass
    ),
    "bearing": Form(
        "SITE>PLACE", message("The direction in which the shortest way begins"), _bearing
    ),
    "reach": Form("SITE~KM>PLACE", message("inside or outside"), _reach),
    "gap": Form("SITE~KM>PLACE", message("How far a place is from the ring"), _gap),
    "us_inside": Form("SITE~KM", message("The US soil inside, by name, the nearest first"), _us),
    "count": Form("SITE~KM~LAYER", message("How many cities or bases are inside"), _count),
    "people": Form("SITE~KM", message("People inside, in towns over 15,000"), _people),
    "sites_reaching": Form(
        "KM>PLACE", message("From how many of the known launch sites a place is inside"), _sites
    ),
    "sites": Form("", message("How many launch sites are known"), _all_sites),
}
