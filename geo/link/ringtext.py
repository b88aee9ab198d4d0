"""A ring as it stands in a link: `SITE~KM` or `SITE~KM~LABEL`, read and written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from geo.earth import LatLon, parse_lat_lon, short_number
from geo.errors import CoordinateError, LinkError, RangeError
from geo.facts import CONTROLS, MAX_LABEL_CHARS, MAX_RINGS
from geo.link.key import Reading
from geo.link.lofted import is_lofted, lofted_text, parse_lofted
from geo.link.problems import attempt, is_read, refused
from geo.link.scenario import Ring
from geo.link.shapes import LOFTED, NUMBER_PATTERN, ROTATING
from geo.link.spreads import fitting_edges
from geo.records import Catalog
from geo.words import message, plural

NUMBER: Final = re.compile(NUMBER_PATTERN, re.ASCII)
_CONTROL: Final = re.compile(f"[{CONTROLS}]")
_STRAY: Final = re.compile(
    rf"(?:^|=3D|[=:?\s])([^\W\d_]\w*~(?:\d[^~]{{0,30}}|{LOFTED}[^~]{{0,90}}))(?:~|$)"
)
_MOST_CHARS: Final = 400  # of what is looked into


def encode_ring(ring: Ring) -> str:
    """Return `SITE~KM` or `SITE~KM~LABEL`."""
    text = f"{ring.site}~{_written_km(ring)}"
    return f"{text}~{ring.label}" if ring.label else text


def _written_km(ring: Ring) -> str:
    turns = ROTATING if ring.rotating else ""
    if ring.report:
        return lofted_text(ring.report) + turns
    return "-".join(short_number(km) for _, km in ring.edges) + turns


def parse_ring(text: str, catalog: Catalog) -> Ring:
    """Return the ring written as `SITE~KM` or `SITE~KM~LABEL`.

    Raises
    ------
    ReachmapError
        With what is wrong and what is accepted.
    """
    site_text, tilde, rest = text.partition("~")
    if not tilde:
        raise LinkError(
            message(
                "expected SITE~KM or SITE~KM~LABEL, such as sohae~8000 (KM: 8000, a band "
                "3000-5500, or low-best-high 8500-10400-14000, within 10 to 19,900)"
            )
        )
    km_text, _, label = rest.partition("~")
    site, point = parse_site(site_text, catalog)
    bare_text, rotating = km_text.removesuffix(ROTATING), km_text.endswith(ROTATING)
    report = parse_lofted(bare_text) if is_lofted(bare_text) else None
    edges = fitting_edges(report) if report else _parse_band(bare_text)
    return Ring(site, point, *edges, _clean_label(label), report, rotating)


def name_stray_ring(pairs: Iterable[tuple[str, str]], reading: Reading) -> None:
    """Note the first ring that stands behind no key of ours, such as `rings=sohae~8000`.

    Whoever sent it would else see five other rings, and no word of that.
    """
    for text in (f"{key}={value}" if value else key for key, value in pairs):
        found = _STRAY.search(text[:_MOST_CHARS])
        if found and is_read(found[1], lambda ring: parse_ring(ring, reading.catalog)):
            reason = LinkError(message("a ring has to stand behind ring="))
            reading.problems.append(refused("ring", text, reason, found[1]))
            return


def read_rings(texts: list[str], reading: Reading) -> tuple[Ring, ...]:
    """Return the rings of a link that can be used, twelve at most; note what is wrong."""
    problems = reading.problems
    if len(texts) > MAX_RINGS:
        problem = plural(
            "a link holds at most 1 ring; the first is shown",
            "a link holds at most {n} rings; the first {n} are shown",
        )
        problems.append(refused("ring", texts[MAX_RINGS], LinkError(*problem, n=MAX_RINGS)))
    rings = [
        attempt("ring", text, lambda text: parse_ring(text, reading.catalog), problems, None)
        for text in texts[:MAX_RINGS]
    ]
    return tuple(ring for ring in rings if ring is not None)


def parse_site(text: str, catalog: Catalog) -> tuple[str, LatLon]:
    """Return the id and the point of a launch site id, an alias of one, or `LAT,LON`.

    Raises
    ------
    CoordinateError
        If it is neither.
    """
    known = catalog.site(text)
    if known is not None:
        return known.id, known.point
    if "," in text:
        point = parse_lat_lon(text)
        return str(point), point
    raise CoordinateError(
        message("'{value}' is not a launch site; accepted: a site id such as sohae, or LAT,LON"),
        value=text[:60],
    )


def _parse_band(text: str) -> tuple[float | None, float | None, float | None]:
    parts = text.split("-")
    if len(parts) > 3 or not all(NUMBER.fullmatch(part) for part in parts):
        raise RangeError(
            message(
                "'{value}' is not a range in km; accepted: 8000, a band 3000-5500, or "
                "low-best-high 8500-10400-14000, within 10 to 19,900"
            ),
            value=text[:40],
        )
    values = [float(part) for part in parts]
    if len(values) == 1:
        return None, values[0], None
    return values[0], values[1] if len(values) == 3 else None, values[-1]


def _clean_label(text: str) -> str:
    label = _CONTROL.sub(" ", text).strip()
    if len(label) > MAX_LABEL_CHARS:
        raise LinkError(
            *plural(
                "the label has 1 character; at most {most} are accepted",
                "the label has {n} characters; at most {most} are accepted",
            ),
            n=len(label),
            most=MAX_LABEL_CHARS,
        )
    return label
