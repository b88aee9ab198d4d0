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
from geo.errors import RangeError, ReachmapError
from geo.geodesic import distances_and_azimuths
from geo.language import Say, message, say
from geo.points import LatLon
from geo.population import people_within
from geo.problems import shown
from geo.records import Place
from geo.rings import check_range_km
from geo.ringtext import NUMBER, parse_site
from geo.summary import short_name
from geo.units import format_length, format_people

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
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
    places: tuple[Place, ...] = ()


def fill(text: str, reader: Reader) -> str:
    """Return a text with its numbers in place; it must be without `text_faults`."""

    def told(found: re.Match[str]) -> str:
        name, asked = _read(found.group(1), reader.catalog, reader.tell)
        return FORMS[name].value(asked, reader)

    return _PLACEHOLDER.sub(told, text)


def text_faults(text: str, catalog: Catalog, tell: Say) -> list[tuple[str, str]]:
    """Return each placeholder of a text that cannot be computed, and why."""
    faults = []
    for found in _PLACEHOLDER.finditer(text):
        try:
            _read(found.group(1), catalog, tell)
        except ReachmapError as error:
            faults.append((shown(found.group()), str(error)))
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
    asked = _Asked(
        site=_site(given["SITE"], catalog, tell) if "SITE" in given else _NOWHERE,
        km=_km(given["KM"], tell) if "KM" in given else 0.0,
        places=_places(given, catalog, tell),
    )
    return name, asked


def written_form(name: str) -> str:
    """Return a placeholder as it is written, such as `{km:SITE>PLACE}`."""
    form = FORMS[name].parts
    return f"{{{name}:{form}}}" if form else f"{{{name}}}"


def _site(text: str, catalog: Catalog, tell: Say) -> LatLon:
    try:
        return parse_site(text, catalog)[1]
    except ReachmapError as error:
        problem = tell("'{text}' is neither a launch site such as sohae nor LAT,LON.", text=text)
        raise RangeError(problem) from error


def _km(text: str, tell: Say) -> float:
    try:
        if NUMBER.fullmatch(text):
            return check_range_km(float(text))
    except RangeError:
        pass  # said below like any other
    raise RangeError(tell("'{text}' is not a range of 10 to 19900 km.", text=text))


def _places(given: dict[str, str], catalog: Catalog, tell: Say) -> tuple[Place, ...]:
    if "PLACE" in given:
        wanted = given["PLACE"]
        found = tuple(place for place in catalog.places if place.id == wanted)
        if not found:
            raise RangeError(tell("'{text}' is not the id of a place.", text=wanted))
        return found
    if "LAYER" in given and given["LAYER"] not in _LAYERS:
        text, accepted = given["LAYER"], ", ".join(_LAYERS)
        raise RangeError(
            tell("'{text}' cannot be counted; accepted: {all}.", text=text, all=accepted)
        )
    layers = (given["LAYER"],) if "LAYER" in given else _LAYERS
    return tuple(place for place in catalog.places if place.layer in layers)


def _distances_km(start: LatLon, ends: Sequence[Place]) -> list[float]:
    lats, lons = [end.lat for end in ends], [end.lon for end in ends]
    return [float(km) for km in distances_and_azimuths(start, lats, lons)[0]]


def _distance(asked: _Asked, reader: Reader) -> str:
    return format_length(_distances_km(asked.site, asked.places)[0], reader.units)


def _length(asked: _Asked, reader: Reader) -> str:
    return format_length(asked.km, reader.units)


def _gap(asked: _Asked, reader: Reader) -> str:
    beyond_km = _distances_km(asked.site, asked.places)[0] - asked.km
    return format_length(abs(beyond_km), reader.units)


def _bearing(asked: _Asked, reader: Reader) -> str:
    place = asked.places[0]
    azimuth_deg = distances_and_azimuths(asked.site, [place.lat], [place.lon])[1][0]
    return f"{azimuth_deg:.0f}\u00b0"


def _reach(asked: _Asked, reader: Reader) -> str:
    inside = _distances_km(asked.site, asked.places)[0] <= asked.km
    return reader.tell("inside") if inside else reader.tell("outside")


def _us(asked: _Asked, reader: Reader) -> str:
    places = [place for place in asked.places if place.us_soil]
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
    return str(sum(km <= asked.km for km in _distances_km(asked.site, asked.places)))


def _people(asked: _Asked, reader: Reader) -> str:
    return format_people(people_within(asked.site, asked.km), reader.lang)


def _sites(asked: _Asked, reader: Reader) -> str:
    start = LatLon(asked.places[0].lat, asked.places[0].lon)
    sites = reader.catalog.launch_sites
    lats, lons = [site.lat for site in sites], [site.lon for site in sites]
    return str(int((distances_and_azimuths(start, lats, lons)[0] <= asked.km).sum()))


def _all_sites(asked: _Asked, reader: Reader) -> str:
    return str(len(reader.catalog.launch_sites))


@dataclass(frozen=True, slots=True)
class Form:
    """What stands after a placeholder's name, what it becomes in words, and how it is computed.

    SITE is the id of a launch site or LAT,LON; PLACE the id of a city, base or battery; LAYER
    cities or bases; KM a range in kilometres, whatever the reader's units.
    """

    parts: str
    words: str
    value: Callable[[_Asked, Reader], str]


FORMS: Final[dict[str, Form]] = {
    "length": Form("KM", message("A length in the reader's units"), _length),
    "km": Form("SITE>PLACE", message("The distance from a launch site to a place"), _distance),
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
