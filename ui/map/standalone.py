"""The map as one HTML file that opens from a USB stick: live sliders, no network at all.

It holds the app's own scripts and style sheets, Leaflet, the base map, all places, sites, claims
and presets, and the towns, from which the browser counts people around any point. A policy in the
file forbids it to fetch anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from itertools import chain, pairwise
from typing import Any, Final
from urllib.parse import quote

from geo.catalog import read_basemap
from geo.facts import PLACE_LAYER_IDS
from geo.link import Scenario, View
from geo.reach import title_of
from geo.towns import MIN_TOWN_POPULATION, load_towns
from geo.words import attribution
from ui.map.livemap import said_on_map, view_options
from ui.scene import (
    missiles_json,
    places_json,
    presets_json,
    records_json,
    regions_json,
    scene_of,
    sites_json,
)
from ui.scripts import ASSETS_DIR, LEAFLET_DIR, bundle_file, page_styles

_POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
_PER_DEGREE: Final = 200  # the finer grid of data/build_basemap.py
_PACKED: Final = tuple(
    f"{kind}_{detail}" for detail in ("110m", "50m") for kind in ("land", "lakes", "borders")
)

_PAGE: Final = """<!DOCTYPE html>
<html lang="{lang}" data-saved>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{title}</title>
<link rel="icon" href="{icon}">
<style>{styles}</style>
</head>
<body>
<noscript><p>{scriptless}</p></noscript>
<div class="stApp">
<div class="st-key-page_map"></div>
<main data-testid="stMainBlockContainer">
<div class="st-key-panel"><div class="rm-panel"></div></div>
<div class="st-key-summary"><div class="rm-summary"></div></div>
<div class="st-key-map"><div id="map" data-testid="map" role="region" \
aria-label="{map_name}"></div></div>
<div class="st-key-table"><div class="rm-table"></div></div>
<footer class="rm-saved">
<p>{attribution}</p>
<p>{saved_from} <a href="{link}" rel="noopener noreferrer">{link}</a></p>
</footer>
</main>
</div>
{facts}
{scripts}
</body>
</html>
"""


def standalone_html(view: View, link: str) -> str:
    """Return a page that shows a view and lets people go on from it, all in one file.

    Parameters
    ----------
    view
        What it opens with.
    link
        The address of that view in the app it comes from.
    """
    tell = view.tell
    return _PAGE.format(
        lang=view.lang,
        scriptless=tell(
            "This map is drawn by JavaScript, which is switched off here. It needs no network: "
            "allow JavaScript for this file."
        ),
        map_name=tell("Map of range rings; the table below says the same in words"),
        saved_from=tell("Saved from"),
        policy=escape(_POLICY),
        title=escape(f"{title_of(view)} | Reachmap"),
        icon=f"data:image/svg+xml,{quote(_asset('page/icon.svg'))}",
        styles=_styles(),
        attribution=escape(attribution(view.lang)),
        link=escape(link),
        facts="\n".join([*_facts(view, link), _earth()]),
        scripts=_scripts(),
    )


def _facts(view: View, link: str) -> Iterator[str]:
    """Yield what the server would tell the app, by its paths, and the view itself."""
    saved = {
        "scene": scene_of(view),
        "link": link,
        "view": view_options(),
        "options": {**said_on_map(), "providers": []},
    }
    catalog = view.catalog
    # The page chooses layers and days.
    everything = View(Scenario(view.rings, show=PLACE_LAYER_IDS, lang=view.lang), catalog)
    yield _fact("saved", _packed(saved))
    yield _fact("live/places.json", _packed(places_json(everything)))
    yield _fact("live/sites.json", _packed(sites_json(catalog)))
    yield _fact("live/missiles.json", _packed(missiles_json(catalog)))
    yield _fact("live/presets.json", _packed(presets_json(catalog)))
    yield _fact("live/regions.json", _packed(regions_json(catalog)))
    records = {f"{ring.site}~{ring.label}": records_json(ring, view) for ring in view.rings}
    yield _fact("live/onrecord.json", _packed(records))


def _fact(name: str, text: str) -> str:
    """Return JSON as an element that no text in it can end."""
    return f'<script type="application/json" id="{name}">{_harmless(text)}</script>'


def _harmless(text: str) -> str:
    return text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<\u2028\u2029"})


def _packed(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


@lru_cache(maxsize=1)
def _earth() -> str:
    """Return what is the same in every file: the base map and the towns."""
    files = {f"basemap/{name}.geojson": _grid_lines(name) for name in _PACKED}
    for name in ("north_korea", "islands"):
        files[f"basemap/{name}.geojson"] = _packed(read_basemap(name))
    return "\n".join(_fact(*each) for each in (*files.items(), ("towns", _packed(_towns()))))


def _grid_lines(name: str) -> str:
    """Return GeoJSON with each line as steps on the grid it lies on: half as long."""
    content = read_basemap(name)
    shapes = [
        {
            "type": feature["geometry"]["type"],
            "coordinates": _steps(feature["geometry"]["coordinates"]),
        }
        for feature in content["features"]
    ]
    return _packed(
        {
            "attribution": content["attribution"],
            "per_degree": _PER_DEGREE,
            "geometries": shapes,
        }
    )


def _steps(part: list[Any]) -> list[Any]:
    if isinstance(part[0][0], list):
        return [_steps(each) for each in part]
    grid = [(round(lon * _PER_DEGREE), round(lat * _PER_DEGREE)) for lon, lat in part]
    return list(chain(grid[0], *((x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise(grid))))


def _towns() -> list[int]:
    """Return lat, lon, people of all towns in 1e-5 degrees, each lat less the one before."""
    rows = sorted(
        (round(town.lat * 1e5), round(town.lon * 1e5), town.population)
        for town in load_towns()
        if town.population >= MIN_TOWN_POPULATION
    )
    below = [0, *(lat for lat, _, _ in rows)]
    return list(
        chain.from_iterable(
            (lat - before, lon, people)
            for before, (lat, lon, people) in zip(below, rows, strict=False)
        )
    )


@lru_cache(maxsize=1)
def _styles() -> str:
    """Return all style sheets, without Leaflet's rules for pictures that are not used here."""
    leaflet = LEAFLET_DIR.joinpath("leaflet.css").read_text("utf-8")
    pictureless = re.sub(r"[^{}]*\{[^{}]*\burl\([^{}]*\}", "", leaflet)
    sheets = (pictureless, _asset("map/map.css"), page_styles(), _asset("saved/standalone.css"))
    return "\n".join(sheets).replace("</", "<\\/")


@lru_cache(maxsize=1)
def _scripts() -> str:
    """Return Leaflet and our modules, without the names of maps that are not there."""
    leaflet = LEAFLET_DIR.joinpath("leaflet.js").read_text("utf-8")
    ours = bundle_file("standalone.bundle.js") + 'modules["saved/standalone"].start(modules);\n'
    return "\n".join(
        f"<script{kind}>{_script(text)}</script>"
        for kind, text in (("", leaflet), (' type="module"', ours))
    )


def _script(text: str) -> str:
    """Return a script that does not end, nor begin a comment, where it only says so."""
    bare = re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"<(?=/script|script|!--)", r"\\x3c", bare, flags=re.IGNORECASE)


def _asset(name: str) -> str:
    return ASSETS_DIR.joinpath(name).read_text("utf-8")
