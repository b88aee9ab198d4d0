"""The base map, data/basemap: GeoJSON made by build_basemap.py from Natural Earth.

The files are made, not written, so that their digests tell whether they are whole. One that was
changed by hand is used if it is GeoJSON with land, lakes or borders in it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from geo.errors import DataError
from geo.files import DATA_DIR, Fault, Manifest, digest_of, read_json, read_manifest, read_text

_KINDS: Final = ("land", "lakes", "borders")
COARSE: Final = tuple(f"{kind}_110m" for kind in _KINDS)  # without these there is no map at all
BASEMAP: Final = (*COARSE, *(f"{kind}_50m" for kind in _KINDS), "north_korea", "islands", "regions")
_DEPTHS: Final = {"Point": 0, "MultiLineString": 2, "MultiPolygon": 3}  # what build_basemap writes


def read_basemap(name: str, data_dir: Path = DATA_DIR) -> dict[str, Any]:
    """Return one file of the base map as GeoJSON.

    Raises
    ------
    DataError
        If it cannot be drawn.
    """
    content = _content(name, data_dir)
    faults = [content] if isinstance(content, Fault) else list(_shape_faults(content, _file(name)))
    if isinstance(content, Fault) or faults:
        raise DataError("\n".join(map(str, faults)))
    return content


def basemap_faults(data_dir: Path = DATA_DIR) -> dict[str, tuple[Fault, ...]]:
    """Return what is wrong with the files of the base map that cannot be drawn, by name."""
    manifest, _ = read_manifest(data_dir)
    found = {name: tuple(_drawing_faults(name, data_dir, manifest)) for name in BASEMAP}
    return {name: faults for name, faults in found.items() if faults}


@lru_cache(maxsize=1)
def _faults_at_start() -> dict[str, tuple[Fault, ...]]:
    return basemap_faults(DATA_DIR)


def need_basemap(*names: str) -> None:
    """Raise DataError if one of these files, or of all, cannot be drawn.

    They are looked at once in the life of a process.
    """
    found = _faults_at_start()
    lines = [str(fault) for name in names or BASEMAP for fault in found.get(name, ())]
    if lines:
        raise DataError("\n".join(lines))


def all_basemap_faults(data_dir: Path, manifest: Manifest) -> Iterator[Fault]:
    """Yield what is wrong with the base map, changes by hand included."""
    found = basemap_faults(data_dir)
    for name in BASEMAP:
        faults = found.get(name, ())
        yield from faults
        listed = manifest.digest(_file(name))
        if listed and not faults and not _is_as_made(name, data_dir, manifest):
            problem = "is not the file that build_basemap.py made. Restore it, or make it again."
            yield Fault(_file(name), problem)


def _drawing_faults(name: str, data_dir: Path, manifest: Manifest) -> Iterator[Fault]:
    if _is_as_made(name, data_dir, manifest):  # a tenth of the time that looking into it takes
        return
    content = _content(name, data_dir)
    if isinstance(content, Fault):
        yield content
    else:
        yield from _shape_faults(content, _file(name))


def _is_as_made(name: str, data_dir: Path, manifest: Manifest) -> bool:
    text = read_text(data_dir / _file(name))
    return isinstance(text, str) and digest_of(text) == manifest.digest(_file(name))


def _file(name: str) -> str:
    return f"basemap/{name}.geojson"


def _content(name: str, data_dir: Path) -> dict[str, Any] | Fault:
    text = read_text(data_dir / _file(name), _file(name))
    return text if isinstance(text, Fault) else read_json(text, _file(name))


def _shape_faults(content: dict[str, Any], file: str) -> Iterator[Fault]:
    """Yield the first part of GeoJSON that could not be drawn."""
    features = content.get("features")
    if not isinstance(content.get("attribution"), str):
        yield Fault(file, "is missing. Name the source.", column="attribution")
    if not isinstance(features, list) or not features:
        yield Fault(file, "is empty. Restore the file.", column="features")
        return
    for number, feature in enumerate(features):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        shape = geometry if isinstance(geometry, dict) else {}
        depth = _DEPTHS.get(str(shape.get("type")))
        if depth is None or not _are_points(shape.get("coordinates"), depth):
            problem = f"is no {', '.join(_DEPTHS)} of longitudes -31 to 331 and latitudes."
            yield Fault(file, problem, column=f"features[{number}].geometry")
            return


def _are_points(part: Any, depth: int) -> bool:
    """Return whether nested lists hold points where they should."""
    if not isinstance(part, list) or not part:
        return False
    if depth:
        return all(_are_points(each, depth - 1) for each in part)
    return len(part) == 2 and all(map(_is_number, part)) and -31 <= part[0] <= 331 and (
        -90 <= part[1] <= 90
    )  # fmt: skip


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)
