"""The map as one HTML file that opens from a USB stick: live sliders, no network at all.

It holds the app's own scripts and style sheets, Leaflet, the base map, all places, sites, claims
and presets, and the towns, from which the browser counts people around any point. A policy in the
file forbids it to fetch anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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
from geo.words import Say, attribution
from ui.map.body import fact, map_body, packed
from ui.map.livemap import said_on_map, view_options
from ui.scene import (
    flights_json,
    missiles_json,
    places_json,
    presets_json,
    radars_json,
    records_json,
    regions_json,
    scene_of,
    sites_json,
    timeline_json,
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
<html lang="{lang}" data-alone data-saved>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>{title}</title>
<link rel="icon" href="{icon}">
<style>{styles}</style>
</head>
<body>
{body}
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
        body=map_body(tell, scriptless=_scriptless(tell), foot=_foot(view, link)),
        policy=escape(_POLICY),
        title=escape(f"{title_of(view)} | Reachmap"),
        icon=f"data:image/svg+xml,{quote(_asset('page/icon.svg'))}",
        styles=_styles(),
        facts="\n".join([*_facts(view, link), _earth()]),
        scripts=_scripts(),
    )


def _scriptless(tell: Say) -> str:
    return tell(
        "This map is drawn by JavaScript, which is switched off here. It needs no network: "
        "allow JavaScript for this file."
    )


def _foot(view: View, link: str) -> str:
    """Return credits, and where the file comes from."""
    address = escape(link)
    from_where = (
        f'{view.tell("Saved from")} <a href="{address}" rel="noopener noreferrer">{address}</a>'
    )
    credit = escape(attribution(view.lang))
    return f'<footer class="rm-saved">\n<p>{credit}</p>\n<p>{from_where}</p>\n</footer>'


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
    yield fact("saved", packed(saved))
    yield fact("live/places.json", packed(places_json(everything)))
    yield fact("live/sites.json", packed(sites_json(catalog)))
    yield fact("live/missiles.json", packed(missiles_json(catalog)))
    yield fact("live/presets.json", packed(presets_json(catalog)))
    yield fact("live/timeline.json", packed(timeline_json(catalog)))
    yield fact("live/regions.json", packed(regions_json(catalog)))
    yield fact("live/tests.json", packed(flights_json(catalog)))
    yield fact("live/radars.json", packed(radars_json(catalog)))
    undated = View(replace(view.scenario, date=None), catalog)
    records = {f"{ring.site}~{ring.label}": records_json(ring, undated) for ring in view.rings}
    yield fact("live/onrecord.json", packed(records))


@lru_cache(maxsize=1)
def _earth() -> str:
    """Return what is the same in every file: the base map and the towns."""
    files = {f"basemap/{name}.geojson": _grid_lines(name) for name in _PACKED}
    for name in ("north_korea", "islands"):
        files[f"basemap/{name}.geojson"] = packed(read_basemap(name))
    return "\n".join(fact(*each) for each in (*files.items(), ("towns", packed(_towns()))))


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
    return packed(
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
    sheets = (pictureless, _asset("map/map.css"), page_styles(), _asset("saved/alone.css"))
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
