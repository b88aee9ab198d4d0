"""The app's own scripts and style sheets: each must be there, whole, and fit the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from geo.errors import DataError
from geo.files import Fault, read_text
from ui.scripts.assetfiles import ASSETS_DIR, BUNDLE_FILES, ENTRIES, PAGE_STYLES, bundle_file
from ui.scripts.bundle import made_modules
from ui.scripts.wholeness import import_faults, imports, script_fault, style_fault

_AGAIN: Final = "Put the file of this release back."
_STYLES: Final = (*PAGE_STYLES, "map/map", "saved/alone")
# Scripts that are put into pages, each with a word that the page relies on.
_INLINE: Final = {
    "appbase": "BACKEND_BASE_URL",
    "blocked": "BLOCKED_WORDS",
    "entities": "location.replace",
    "frameguard": "isHeld",
    "loader": "function loadModule(",
    "lostnote": "function lostNote(",
    "lostparts": "LOST_WORDS",
    "lostserver": "SERVER_WORDS",
    "plainstart": "plain.bundle.js",
    "returned": "reachmapreturned",
}
# What ui/scripts/loader.py puts before those that call it.
_BEFORE_THEM: Final = ("lostNote", "pageWords", "loadModule", "LOADER_WORDS")
# What pages call; all other entries are mounted by a component.
_CALLED: Final = {
    "map/map": "attach",
    "painter/painter": "serve",
    "saved/standalone": "start",
    "saved/plain": "start",
}


def own_faults(assets: Path = ASSETS_DIR, *, is_thorough: bool = True) -> Iterator[Fault]:
    """Yield what is wrong with our scripts and styles, one fault a file.

    To be thorough takes 0.4 s: the command does it, not the server's start.
    """
    for name in _STYLES:
        yield from _faults(assets / f"{name}.css", f"ui/web/{name}.css")
    for name, word in _INLINE.items():
        path = assets / "boot" / f"{name}.js"
        yield from _faults(path, f"ui/web/boot/{name}.js", word, known=_BEFORE_THEM)
    yield from _faults(assets / "page/icon.svg", "ui/web/page/icon.svg", "</svg>")
    faults = list(_module_faults(assets, is_thorough=is_thorough))
    yield from faults or _bundle_faults()


def _faults(
    path: Path, file: str, word: str = "", *, known: Iterable[str] = (), is_thorough: bool = True
) -> Iterator[Fault]:
    text = read_text(path, file)
    if isinstance(text, Fault):
        yield Fault(file, f"is missing or cannot be read. {_AGAIN}")
        return
    fault = None
    if path.suffix == ".js":
        fault = script_fault(text, file, known=known, is_thorough=is_thorough)
    elif path.suffix == ".css":
        fault = style_fault(text, file)
    if fault is None and word not in text:
        fault = Fault(file, f"does not hold {word}. {_AGAIN}")
    if fault is not None:
        yield fault


def _module_faults(assets: Path, *, is_thorough: bool) -> Iterator[Fault]:
    """Yield what is wrong with any module that an entry needs."""
    sources: dict[str, str] = {}
    waiting, seen = list(ENTRIES), set(made_modules())
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        file = f"ui/web/{name}.js"
        faults = list(_faults(assets / f"{name}.js", file, is_thorough=is_thorough))
        yield from faults
        text = read_text(assets / f"{name}.js", file)
        if isinstance(text, str):
            waiting += imports(name, text)
            if not faults:  # one is enough
                sources[name] = text
    calls = [("the page", name, _CALLED.get(name, "mount")) for name in ENTRIES]
    yield from import_faults(sources, calls)


def _bundle_faults() -> Iterator[Fault]:
    """Yield what is wrong with modules together: they may import each other in a circle."""
    for name in BUNDLE_FILES:
        if name.endswith(".js"):
            try:
                bundle_file(name)
            except DataError as error:
                file, _, said = str(error).partition(": ")
                yield Fault(file, said)
