"""Numbers in a story's texts: written as placeholders, computed from the data when told.

`{km:sohae>guam_nb}` is the distance in the reader's units. A story that holds its numbers this way
stays right when data or units change, and says them in the reader's language.
"""

from __future__ import annotations

import re
from typing import Final

from geo.earth import LatLon
from geo.errors import PlaceholderError, RangeError, ReachmapError
from geo.facts import COUNTED_LAYERS, MAX_RANGE_KM, MIN_RANGE_KM
from geo.link import NUMBER, parse_site, shown
from geo.records import Catalog
from geo.story.numbers import FORMS, NOWHERE, Asked, Reader
from geo.words import PARTICLE_RULES, Say

_FITS: Final = {"/".join(pair): rule.fit for rule in PARTICLE_RULES for pair in rule.pairs}
_PAIRS: Final = "|".join(map(re.escape, _FITS)) or "(?!)"  # none, where no language has any
_PLACEHOLDER: Final = re.compile(rf"\{{(?P<what>[^{{}}]*)\}}(?:\((?P<particle>{_PAIRS})\))?")


def fill(text: str, reader: Reader) -> str:
    """Return a text with its numbers in place; it must be without `text_faults`."""

    def told(found: re.Match[str]) -> str:
        name, asked = _read(found["what"], reader.catalog, reader.tell)
        value = FORMS[name].value(asked, reader)
        pair = found["particle"]
        return value + (_FITS[pair](value, *pair.split("/")) if pair else "")

    return _PLACEHOLDER.sub(told, text)


def placeholders(text: str) -> list[str]:
    """Return what stands in the braces of a text's placeholders."""
    return [found["what"] for found in _PLACEHOLDER.finditer(text)]


def text_faults(text: str, catalog: Catalog, tell: Say) -> list[tuple[str, str]]:
    """Return each placeholder of a text that cannot be computed, and why."""
    faults = []
    for found in _PLACEHOLDER.finditer(text):
        try:
            _read(found["what"], catalog, tell)
        except ReachmapError as error:
            faults.append((shown(f"{{{found['what']}}}"), str(error)))
    return faults


def _read(content: str, catalog: Catalog, tell: Say) -> tuple[str, Asked]:
    """Return the name and the parts of a placeholder."""
    name, _, rest = content.partition(":")
    if name not in FORMS:
        accepted = ", ".join(map(written_form, FORMS))
        raise PlaceholderError(tell("is not a placeholder; accepted: {forms}.", forms=accepted))
    form = FORMS[name].parts
    parts = re.fullmatch(re.sub("[A-Z]+", "([^~>]+)", form), rest)
    if parts is None:
        raise PlaceholderError(tell("is not complete; expected {form}.", form=written_form(name)))
    given = dict(zip(re.findall("[A-Z]+", form), parts.groups(), strict=True))
    return name, Asked(
        site=_point(given["SITE"], catalog, tell) if "SITE" in given else NOWHERE,
        km=_km(given["KM"], tell) if "KM" in given else 0.0,
        end=_point(given["PLACE"], catalog, tell) if "PLACE" in given else NOWHERE,
        layer=_layer(given["LAYER"], tell) if "LAYER" in given else "",
    )


def written_form(name: str) -> str:
    """Return a placeholder as it is written, such as `{km:SITE>PLACE}`."""
    form = FORMS[name].parts
    return f"{{{name}:{form}}}" if form else f"{{{name}}}"


def _point(text: str, catalog: Catalog, tell: Say) -> LatLon:
    for place in catalog.places:
        if place.id == text:
            return place.point
    try:
        return parse_site(text, catalog)[1]
    except ReachmapError as error:
        problem = tell(
            "'{text}' is neither the id of a launch site or place, such as sohae, nor LAT,LON.",
            text=shown(text),
        )
        raise PlaceholderError(problem) from error


def _km(text: str, tell: Say) -> float:
    if NUMBER.fullmatch(text) and MIN_RANGE_KM <= float(text) <= MAX_RANGE_KM:
        return float(text)
    raise RangeError(tell("'{text}' is not a range of 10 to 19900 km.", text=shown(text)))


def _layer(text: str, tell: Say) -> str:
    if text not in COUNTED_LAYERS:
        accepted = ", ".join(COUNTED_LAYERS)
        problem = tell(
            "'{text}' cannot be counted; accepted: {all}.", text=shown(text), all=accepted
        )
        raise PlaceholderError(problem)
    return text
