"""Our scripts and style sheets: their addresses, and what a page should ask for early.

The address holds a digest of all files, so that a browser may keep them for
ever and an update is seen at once.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Final

from xstatic.pkg import leaflet

ASSETS_DIR: Final = Path(__file__).parent / "assets"
LEAFLET_DIR: Final = Path(leaflet.BASE_DIR)

_PANEL: Final = (
    "panel", "page", "summary", "table", "actions", "bus", "counters", "dom", "edits", "find",
    "links", "live", "ringcard", "scene", "settings", "style", "symbols",
)  # fmt: skip
_MAP: Final = (
    "map", "arcs", "basemap", "bus", "canvaslayer", "controls", "dom", "envelope", "frames",
    "geodesic", "labels", "legend", "live", "model", "overlay", "pointing", "popup", "rings",
    "ringshapes", "scene", "style", "symbols", "tiles", "view",
)  # fmt: skip


@lru_cache(maxsize=1)
def version() -> str:
    """Return a digest of all files in ui/assets."""
    digest = hashlib.sha256()
    for file in sorted(ASSETS_DIR.iterdir()):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def asset_url(name: str) -> str:
    """Return the address of a file in ui/assets."""
    return f"/assets/{version()}/{name}"


@lru_cache(maxsize=2)
def early_links(*, for_map_frame: bool) -> str:
    """Return a `Link` header that has a browser fetch all modules at once, not link by link."""
    names = _MAP if for_map_frame else _PANEL
    links = [f"<{asset_url(name + '.js')}>; rel=modulepreload" for name in names]
    if for_map_frame:
        links.append("</assets/leaflet/leaflet.js>; rel=preload; as=script")
    return ", ".join(links)
