"""Credits and caveat of every picture and file: where its facts come from, what it is not."""

from __future__ import annotations

from typing import Final

from geo.words.language import message, say

CAVEAT: Final = message(
    "Ranges are assumptions, not predictions; payloads are unknown. "
    "Ground range on WGS84, without rotation unless stated."
)
SOURCES: Final = message(
    "Sources: claims as named; launch sites CNS North Korea Missile Test Database for NTI; "
    "cities GeoNames (CC BY 4.0); land Natural Earth; bases and missile defences as named in the "
    "app."
)
MAKER: Final = message("Reachmap, range rings as WGS84 geodesics")
ATTRIBUTION: Final = f"{MAKER}. {SOURCES} {CAVEAT}"


def caveat(lang: str) -> str:
    """Return what a ring is not."""
    return say(lang)(CAVEAT)


def sources(lang: str) -> str:
    """Return where the facts come from."""
    return say(lang)(SOURCES)


def attribution(lang: str) -> str:
    """Return ATTRIBUTION in a language."""
    return f"{say(lang)(MAKER)}. {sources(lang)} {caveat(lang)}"
