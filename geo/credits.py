"""What every picture and file says of itself: where its facts come from, and what it is not."""

from __future__ import annotations

from typing import Final

CAVEAT: Final = (
    "Ranges are published assumptions, not predictions; payloads are unknown. "
    "Ground range on WGS84, non-rotating Earth."
)
SOURCES: Final = (
    "Sources: claims as named; launch sites CNS North Korea Missile Test Database for NTI; "
    "cities GeoNames (CC BY 4.0); land Natural Earth; bases and missile defences as named in the "
    "app."
)
MAKER: Final = "Reachmap, range rings as WGS84 geodesics"
ATTRIBUTION: Final = f"{MAKER}. {SOURCES} {CAVEAT}"
