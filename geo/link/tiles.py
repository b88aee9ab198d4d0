"""Online tiles a reader may choose: an allow-list, described by xyzservices.

Offline is the default; nothing here is fetched unless someone picks it. Only
providers without an API key are listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from xyzservices import providers

OFFLINE: Final = "offline"


@dataclass(frozen=True, slots=True)
class TileProvider:
    """A tile service: `url` is a Leaflet template, `attribution` is plain text."""

    id: str
    title: str
    url: str
    attribution: str
    max_zoom: int

    @property
    def host_pattern(self) -> str:
        """The origin that a content security policy must allow, such as `https://*.host`."""
        origin = re.match(r"https://[^/]+", self.url)
        assert origin is not None  # noqa: S101  # _provider built the URL
        return origin[0].replace("{s}", "*")


def _provider(provider_id: str, title: str) -> TileProvider:
    entry = providers.flatten()[provider_id]
    url = entry["url"].replace("{variant}", entry.get("variant", "")).replace("{r}", "")
    return TileProvider(provider_id, title, url, entry["attribution"], entry.get("max_zoom", 18))


TILE_PROVIDERS: Final = {
    provider_id: _provider(provider_id, title)
    for provider_id, title in (
        ("OpenStreetMap.Mapnik", "OpenStreetMap"),
        ("Esri.WorldGrayCanvas", "Light grey (Esri)"),
        ("Esri.WorldPhysical", "Physical (Esri, US NPS)"),
        ("NASAGIBS.BlueMarble", "Blue Marble (NASA)"),
        ("OpenTopoMap", "OpenTopoMap"),
    )
}
