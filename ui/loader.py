"""How a script of ours gets the module it needs: asked for again, then said in words.

A phone with a bad connection showed Streamlit's red "Failed to fetch dynamically imported module"
in place of the map.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from geo.language import LANGUAGES, message, say

_SCRIPT = Path(__file__).with_name("loader.js")
_FAILED = message(
    "A part of this page could not be loaded. Check the connection, then press the button."
)
_AGAIN = message("Try again")


@lru_cache(maxsize=1)
def loader_script() -> str:
    """Return JavaScript that defines `loadModule(source, root, words, use)` and `LOADER_WORDS`.

    `use` is called with the modules of a bundle; if they cannot be had, a sentence and a button
    stand in the element `root`.
    """
    words = {lang: [say(lang)(_FAILED), say(lang)(_AGAIN)] for lang in LANGUAGES}
    return f"{_SCRIPT.read_text('utf-8')}\nconst LOADER_WORDS = {json.dumps(words)};\n"
