"""Loader of modules: a script asks again for one that was lost, then says so in words.

A phone with a bad connection showed Streamlit's red "Failed to fetch dynamically imported module"
in place of the map.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Final

from geo.words import LANGUAGES, message, say
from ui.scripts.assetfiles import BOOT_DIR, asset_url, from_page

FIRST_SCRIPT: Final = "first.js"
PLAIN_SCRIPT: Final = "plainstart.js"

_FAILED = message(
    "A part of this page could not be loaded. Check the connection, then press the button."
)
_AGAIN = message("Try again")
_UNCONNECTED = (  # on the map, and on any other page
    message("Not connected: the map goes on, nothing is lost. It comes back by itself."),
    message("Not connected. It comes back by itself."),
)
_BLOCKED: Final = (
    message("This network blocks live connections (WebSockets), which this page needs."),
    message("Open the map, which works without one"),
    message("The server cannot be reached."),
    _AGAIN,
)


@lru_cache(maxsize=1)
def loader_script() -> str:
    """Return JavaScript that defines `loadModule(source, root, words, use)` and `LOADER_WORDS`.

    `use` is called with the modules of a bundle; if they cannot be had, a sentence and a button
    stand in the element `root`.
    """
    words = f"const LOADER_WORDS = {_words(_FAILED, _AGAIN)};\n"
    return f"{_read('lostnote.js')}{_read('loader.js')}\n{words}"


@lru_cache(maxsize=1)
def first_script() -> str:
    """Return what runs in a page before Streamlit's own scripts; its address is FIRST_SCRIPT."""
    words = f"const LOST_WORDS = {_words(_FAILED, _AGAIN)};\n"
    words += f"const SERVER_WORDS = {_words(*_UNCONNECTED)};\n"
    words += f"const BLOCKED_WORDS = {_words(*_BLOCKED)};\n"
    names = ("entities", "appbase", "returned", "lostnote", "lostparts", "lostserver", "blocked")
    return words + "\n".join(_read(f"{name}.js") for name in names)


@lru_cache(maxsize=1)
def plain_script() -> str:
    """Return what starts the page without Streamlit; its address is PLAIN_SCRIPT."""
    return f"{_read('returned.js')}{loader_script()}{_read('plainstart.js')}"


def first_script_tag() -> str:
    """Return the tag that loads it: it is no module, for those wait until the page is read."""
    return f'<script src="{from_page(asset_url(FIRST_SCRIPT))}"></script>\n    '


def _read(name: str) -> str:
    return BOOT_DIR.joinpath(name).read_text("utf-8")


def _words(*messages: str) -> str:
    return json.dumps({lang: [say(lang)(each) for each in messages] for lang in LANGUAGES})
