"""The Folium map: constant on every run, so that it is never remounted.

Everything that changes reaches it in the browser, through the live scene.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import folium
from folium.elements import JSCSSMixin
from folium.template import Template
from folium.utilities import camelize

from geo.facts import ZOOM_STEP
from geo.link import TILE_PROVIDERS
from ui.scripts import LEAFLET_CSS, LEAFLET_JS, asset_url, from_frame, loader_script

_ATTRIBUTION = "Leaflet \u00b7 Natural Earth \u00b7 GeoNames CC BY 4.0"

_CENTER: Final = (38.0, 188.0)
_ZOOM: Final = 2
_VIEW: Final[dict[str, Any]] = {
    "zoom_control": False,
    "max_zoom": 12,
    "zoom_snap": ZOOM_STEP,
    "zoom_delta": 0.5,
    "wheel_px_per_zoom_level": 90,
    "max_bounds_viscosity": 1.0,
    "world_copy_jump": False,
}


def said_on_map() -> dict[str, str]:
    """Return the credits that stand on the map; its legend has longer ones (legend.js)."""
    return {"attribution": _ATTRIBUTION}


def map_options(seen_from: Callable[[str], str]) -> dict[str, Any]:
    """Return what our part of the map is told: painter, credits, the allow-list of tiles.

    Parameters
    ----------
    seen_from
        How an address of the app is written where the map is (ui/scripts/assetfiles.py).
    """
    return {
        "painter": seen_from(asset_url("painter.bundle.js")),
        **said_on_map(),
        "providers": [
            {
                "id": provider.id,
                "title": provider.title,
                "url": provider.url,
                "attribution": provider.attribution,
                "max_zoom": provider.max_zoom,
            }
            for provider in TILE_PROVIDERS.values()
        ],
    }


def view_options() -> dict[str, Any]:
    """Return the options of the map as Leaflet names them, for a page without Folium."""
    named = {camelize(key): value for key, value in _VIEW.items()}
    return {"center": _CENTER, "zoom": _ZOOM, **named}


class OfflineMap(folium.Map):
    """A Folium map whose Leaflet comes from this server, not from a CDN."""

    default_js = [("leaflet", from_frame(LEAFLET_JS))]  # noqa: RUF012  # lists, as in Folium
    default_css = [  # noqa: RUF012
        ("leaflet_css", from_frame(LEAFLET_CSS)),
        ("reachmap_css", from_frame(asset_url("map/map.css"))),
    ]


class LiveScene(JSCSSMixin):
    """Attaches the live scene to the map it is added to.

    Options go to the browser as JSON; no text of a person ever does.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            if (window.__GLOBAL_DATA__) {
                // st_folium reports its empty state once, which would run the script again.
                window.__GLOBAL_DATA__.previous_data = {};
            }
            const options = {{ this.options|tojson }};
            {{ this.loader }}
            for (const name of ["module", "painter"]) {
                options[name] = new URL(options[name], document.baseURI).href;
            }
            loadModule(options.module, document.body, LOADER_WORDS,
                (modules) => modules["map/map"].attach(L, {{ this._parent.get_name() }}, options));
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        """Take the allow-list of tiles and the credits."""
        super().__init__()  # type: ignore[no-untyped-call]  # branca has no types
        self._name = "LiveScene"
        self.loader = loader_script()
        self.options: dict[str, Any] = {
            "module": from_frame(asset_url("map.bundle.js")),
            **map_options(from_frame),
        }


def build_map() -> folium.Map:
    """Return the map: the Pacific, no tiles, the live scene attached."""
    world = OfflineMap(location=_CENTER, zoom_start=_ZOOM, tiles=None, **_VIEW)
    LiveScene().add_to(world)
    return world
