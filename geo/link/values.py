"""Parsers of single values of a link: layers, dates, cameras, radars.

Each parser returns the value, or raises a ReachmapError that says what is accepted.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from geo.earth import parse_lat_lon, short_number
from geo.errors import CoordinateError, LinkError
from geo.facts import (
    CONTROLS,
    LAYER_IDS,
    MAX_RADAR_KM,
    MAX_RADARS,
    place_layer,
)
from geo.link.key import Reading
from geo.link.problems import attempt, refused
from geo.link.ringtext import NUMBER
from geo.link.scenario import Camera, RadarAssumption
from geo.words import message, plural

FORMAT_VERSION: Final = "1"
MAX_ZOOM: Final = 12.0
_CONTROL: Final = re.compile(f"[{CONTROLS}]")


def parse_version(text: str) -> str:
    """Return the version of a link's format, of which there is one."""
    if text != FORMAT_VERSION:
        problem = message("this server reads links of format {version} only")
        raise LinkError(problem, version=FORMAT_VERSION)
    return text


def parse_layers(text: str) -> tuple[str, ...]:
    """Return the layers of a comma list, in the order of the map's."""
    names = [name for name in text.split(",") if name]
    unknown = [name for name in names if name not in LAYER_IDS]
    if unknown:
        problem = message("'{value}' is not a layer; accepted: {accepted}")
        raise LinkError(problem, value=unknown[0][:40], accepted=", ".join(LAYER_IDS))
    return tuple(layer for layer in LAYER_IDS if layer in names)


def parse_date(text: str) -> dt.date | None:
    """Return the day written as YYYY-MM-DD."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            pass  # such as 2017-02-30: said below like any other
    raise LinkError(message("expected a day as YYYY-MM-DD, such as 2017-07-04"))


def parse_camera(text: str) -> Camera | None:
    """Return the view written as LAT,LON,ZOOM."""
    center, _, zoom_text = text.rpartition(",")
    if "," not in center or not NUMBER.fullmatch(zoom_text) or float(zoom_text) > MAX_ZOOM:
        problem = message("expected LAT,LON,ZOOM with zoom 0 to {most}")
        raise CoordinateError(problem, most=f"{MAX_ZOOM:.0f}")
    return Camera(parse_lat_lon(center), float(zoom_text))


def parse_switch(text: str) -> bool:
    """Return True for `1`, which is all a switch says."""
    if text != "1":
        raise LinkError(message("accepted: 1, or leave the key out"))
    return True


def parse_off(text: str) -> bool:
    """Return False for `0`, which is all that a switch says which is on by itself."""
    if text != "0":
        raise LinkError(message("accepted: 0, or leave the key out"))
    return False


def parse_line(most: int) -> Callable[[str], str]:
    """Return the parser of one line of somebody's own words."""

    def parse(text: str) -> str:
        line = text.strip()
        is_seen = any(sign.isprintable() and not sign.isspace() for sign in line)
        if not is_seen or len(line) > most or _CONTROL.search(line):
            problem = plural(
                "has 1 character; accepted: one line of 1 to {most} characters, none of them a "
                "control character",
                "has {n} characters; accepted: one line of 1 to {most} characters, none of them a "
                "control character",
            )
            raise LinkError(*problem, n=len(line), most=most)
        return line

    return parse


def parse_targets(
    place_ids: Collection[str], most: int | None = None
) -> Callable[[str], tuple[str, ...]]:
    """Return the parser of a comma list of these place ids.

    With `most` it holds so many at most, and one at least.
    """

    def parse(text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name for name in text.split(",") if name))
        unknown = [name for name in names if name not in place_ids]
        if unknown:
            problem = message("'{value}' is not a place id; see /export/reach.csv")
            raise LinkError(problem, value=unknown[0][:60])
        if most is not None and not 1 <= len(names) <= most:
            problem = message("accepted: 1 to {most} place ids, with commas")
            raise LinkError(problem, most=most)
        return names

    return parse


def parse_missiles(missile_ids: Collection[str]) -> Callable[[str], tuple[str, ...]]:
    """Return the parser of a comma list of these missile ids."""

    def parse(text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name for name in text.split(",") if name))
        unknown = [f"'{name[:40]}'" for name in names if name not in missile_ids]
        if unknown:
            problem = message(
                "no missile ids: {values}; accepted: ids of data/missiles.csv, such as hwasong-14"
            )
            raise LinkError(problem, values=", ".join(unknown[:5]))
        return names

    return parse


def parse_whole(last: int) -> Callable[[str], int]:
    """Return the parser of a whole number from 1 to the last one."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"\d{1,6}", text, re.ASCII) or not 1 <= int(text) <= last:
            raise LinkError(message("accepted: a whole number from 1 to {last}"), last=last)
        return int(text)

    return parse


def parse_numbers(last: int) -> Callable[[str], tuple[int, ...]]:
    """Return the parser of a comma list of whole numbers from 1 to the last one, in their order."""

    def parse(text: str) -> tuple[int, ...]:
        parts = text.split(",")
        if any(not re.fullmatch(r"\d{1,6}", part, re.ASCII) for part in parts) or not all(
            1 <= int(part) <= last for part in parts
        ):
            problem = message("accepted: whole numbers from 1 to {last}, with commas")
            raise LinkError(problem, last=last)
        return tuple(sorted({int(part) for part in parts}))

    return parse


def choice(accepted: Iterable[str]) -> Callable[[str], str]:
    """Return the parser of one of a few words."""
    names = tuple(accepted)

    def parse(text: str) -> str:
        if text not in names:
            raise LinkError(message("accepted: {accepted}"), accepted=", ".join(names))
        return text

    return parse


def parse_radar(radars: Collection[str]) -> Callable[[str], RadarAssumption]:
    """Return the parser of `ID~KM~AZIMUTH~WIDTH` for these radars."""

    def parse(text: str) -> RadarAssumption:
        radar, *texts = text.split("~")
        numbers = [float(each) for each in texts if NUMBER.fullmatch(each)]
        if len(numbers) == len(texts) == 3 and radar not in radars:
            problem = message("'{value}' is not a radar; accepted: {accepted}")
            raise LinkError(problem, value=radar[:60], accepted=", ".join(sorted(radars)))
        if len(numbers) != 3 or len(texts) != 3 or not _is_sector(*numbers):
            problem = message(
                "expected ID~KM~AZIMUTH~WIDTH, such as tpy2_seongju~800~347~120; accepted: KM "
                "above 0 to {most}, AZIMUTH 0 to 360, WIDTH above 0 to 360"
            )
            raise LinkError(problem, most=f"{MAX_RADAR_KM:,}")
        return RadarAssumption(radar, *numbers)

    return parse


def _is_sector(range_km: float, azimuth_deg: float, width_deg: float) -> bool:
    return 0 < range_km <= MAX_RADAR_KM and azimuth_deg <= 360 and 0 < width_deg <= 360


def read_radars(texts: list[str], reading: Reading) -> tuple[RadarAssumption, ...]:
    """Return the assumptions of a link that can be used, each once; note what is wrong."""
    places = reading.catalog.places
    radars = {place.id for place in places if place_layer(place.layer).has_sectors}
    parse = parse_radar(radars)
    found: dict[RadarAssumption, None] = {}
    for text in texts:
        radar = attempt("radar", text, parse, reading.problems, None)
        if radar is not None and len(found) == MAX_RADARS and radar not in found:
            problem = message("a link has at most {most} sectors of radars; this one is left out")
            reading.problems.append(refused("radar", text, LinkError(problem, most=MAX_RADARS)))
        elif radar is not None:
            found[radar] = None
    return tuple(found)


def encode_radar(radar: RadarAssumption) -> str:
    """Return `ID~KM~AZIMUTH~WIDTH`."""
    numbers = (radar.range_km, radar.azimuth_deg, radar.width_deg)
    return "~".join([radar.radar, *map(short_number, numbers)])
