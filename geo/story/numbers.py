"""Values of the placeholders in a story's texts: each number, computed from the data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from geo.earth import LatLon, compass_km, distance_km, distances_and_azimuths, lats_and_lons
from geo.facts import COUNTED_LAYERS
from geo.records import Catalog, LaunchSite, Place, short_name
from geo.towns import people_within
from geo.words import Say, format_length, format_people, format_published, message, say

NOWHERE: Final = LatLon(0.0, 0.0)

_NAMED: Final = 5  # places named in a list; the rest are counted
_NEIGHBOURS_KM: Final = 60.0
_NAME_CHARS: Final = 32  # a longer name goes without its brackets


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a text is told: the catalog in their language, and their units."""

    catalog: Catalog
    units: str = "km"

    @property
    def lang(self) -> str:
        """The reader's language."""
        return self.catalog.lang

    @property
    def tell(self) -> Say:
        """What says a message in the reader's language."""
        return say(self.lang)


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a placeholder, read. A part that its form does not have keeps its default."""

    site: LatLon = NOWHERE
    km: float = 0.0
    end: LatLon = NOWHERE
    layer: str = ""


def _distances_km(start: LatLon, ends: Sequence[Place | LaunchSite]) -> list[float]:
    return [float(km) for km in distances_and_azimuths(start, *lats_and_lons(ends))[0]]


def _length(asked: Asked, reader: Reader) -> str:
    return format_published(asked.km, reader.units, reader.lang)


def _distance(asked: Asked, reader: Reader) -> str:
    return format_length(distance_km(asked.site, asked.end), reader.units, reader.lang)


def _compass(asked: Asked, reader: Reader) -> str:
    return format_length(compass_km(asked.site, asked.end), reader.units, reader.lang)


def _bearing(asked: Asked, reader: Reader) -> str:
    azimuth_deg = distances_and_azimuths(asked.site, [asked.end.lat], [asked.end.lon])[1][0]
    return f"{azimuth_deg:.0f}\u00b0"


def _reach(asked: Asked, reader: Reader) -> str:
    inside = distance_km(asked.site, asked.end) <= asked.km
    return reader.tell("inside") if inside else reader.tell("outside")


def _gap(asked: Asked, reader: Reader) -> str:
    return format_length(
        abs(distance_km(asked.site, asked.end) - asked.km), reader.units, reader.lang
    )


def _us(asked: Asked, reader: Reader) -> str:
    layers = COUNTED_LAYERS
    places = [each for each in reader.catalog.places if each.layer in layers and each.us_soil]
    away = zip(_distances_km(asked.site, places), places, strict=True)
    inside = [(km, place) for km, place in away if km <= asked.km]
    names = [_name(place) for _, place in sorted(_apart(inside), key=lambda each: each[0])]
    if not names:
        return reader.tell("none")
    listed, more = ", ".join(names[:_NAMED]), len(names) - _NAMED
    if more <= 0:
        return listed
    return reader.tell.plural("{names} and 1 more", "{names} and {n} more", n=more, names=listed)


def _apart(places: list[tuple[float, Place]]) -> list[tuple[float, Place]]:
    """Return one place of each neighbourhood, the first: of five points on Guam, its capital."""
    kept: list[tuple[float, Place]] = []
    for km, place in places:
        away = _distances_km(place.point, [each for _, each in kept])
        if all(each > _NEIGHBOURS_KM for each in away):
            kept.append((km, place))
    return kept


def _name(place: Place) -> str:
    return place.name if len(place.name) <= _NAME_CHARS else short_name(place.name)


def _count(asked: Asked, reader: Reader) -> str:
    places = [place for place in reader.catalog.places if place.layer == asked.layer]
    return str(sum(km <= asked.km for km in _distances_km(asked.site, places)))


def _people(asked: Asked, reader: Reader) -> str:
    return format_people(people_within(asked.site, asked.km), reader.lang)


def _sites(asked: Asked, reader: Reader) -> str:
    sites = reader.catalog.launch_sites
    return str(sum(km <= asked.km for km in _distances_km(asked.end, sites)))


def _all_sites(asked: Asked, reader: Reader) -> str:
    return str(len(reader.catalog.launch_sites))


@dataclass(frozen=True, slots=True)
class Form:
    """What stands after a placeholder's name, what it becomes in words, and how it is computed.

    SITE and PLACE are the id of a launch site or place, or LAT,LON; LAYER is cities or bases; KM a
    range in kilometres, whatever the reader's units.
    """

    parts: str
    words: str
    value: Callable[[Asked, Reader], str]


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
