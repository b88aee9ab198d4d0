"""The Scenario as JSON for the browser, and the facts the browser asks for once."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import lru_cache

import numpy as np

from geo.catalog import load_catalog, load_regions
from geo.earth import distances_and_azimuths, lats_and_lons
from geo.facts import LAYER_IDS
from geo.jsonobject import Json
from geo.link import (
    DEFAULT_TARGETS,
    OFFLINE,
    TILE_PROVIDERS,
    View,
    decode,
    parse_pairs,
    parse_site,
)
from geo.records import (
    Catalog,
    LaunchSite,
    Place,
    Preset,
    happened,
    is_on_dated_maps,
    known_from,
    since_and_until,
)
from geo.towns import population_curve
from ui.scene.rings import center_json, ring_json


def scene_of(view: View) -> Json:
    """Return what the browser needs of a Scenario."""
    scenario = view.scenario
    at = scenario.at
    return {
        "rings": [
            ring_json(ring, view) | {"hidden": index in scenario.hidden}
            for index, ring in enumerate(scenario.rings)
        ],
        "show": list(scenario.show),
        "units": scenario.units,
        "date": scenario.date.isoformat() if scenario.date else None,
        "radars": [
            {
                "id": radar.radar,
                "name": view.radar_name(radar),
                "km": radar.range_km,
                "azimuth": radar.azimuth_deg,
                "width": radar.width_deg,
            }
            for radar in scenario.radars
        ],
        "at": [at.center.lat, at.center.lon, at.zoom] if at else None,
        "base": scenario.base,
        "lang": scenario.lang,
        "targets": list(scenario.targets),
        "defaultTargets": list(DEFAULT_TARGETS),
        "layers": list(LAYER_IDS),
        "bases": [{"id": OFFLINE, "title": "Offline"}]
        + [{"id": each.id, "title": each.title} for each in TILE_PROVIDERS.values()],
        "active": scenario.active,
        "title": scenario.title,
        "note": scenario.note,
        "names": list(scenario.names),
        "legend": scenario.legend,
        "tests": list(scenario.tests),
    }


def places_json(view: View) -> list[Json]:
    """Return the places of all layers shown that stood on the view's date."""
    return [_place(place, view) for place in view.places]


def _place(place: Place, view: View) -> Json:
    since, until = since_and_until(place, view.lang)
    return {
        "id": place.id,
        "name": place.name,
        "names": list(place.names),
        "country": place.country,
        "layer": place.layer,
        "kind": place.kind,
        "kind_words": place.kind_words,
        "lat": place.lat,
        "lon": place.lon,
        "precision_km": place.precision_km,
        "population": place.population,
        "status": place.status_words,
        "deployed_from": place.deployed_from,
        "deployed_to": place.deployed_to,
        "since": since,
        "until": until,
        "on_dated_maps": is_on_dated_maps(place),
        "away": list(place.away) if place.away else None,
        "events": list(map(list, happened(place, view.catalog.defence_events, view.lang))),
        "notes": place.notes,
        "us_soil": place.us_soil,
        "interceptor": place.equipment.interceptor_range_km if place.equipment else None,
        "source": {"name": place.source.name, "url": place.source.url},
    }


def sites_json(catalog: Catalog) -> list[Json]:
    """Return all known launch sites."""
    return [_launch_site(site) for site in catalog.launch_sites]


def regions_json(catalog: Catalog) -> list[Json]:
    """Return the countries and states whose names a map bears."""
    return [asdict(region) for region in load_regions(catalog.lang)]


def _launch_site(site: LaunchSite) -> Json:
    return {
        "id": site.id,
        "name": site.name,
        "name_ko": site.name_ko,
        "short": site.short_name,
        "names": list(site.names),
        "lat": site.lat,
        "lon": site.lon,
        "precision_km": site.precision_km,
        "kind": site.kind,
        "kind_words": site.kind_words,
        "first_used": site.first_used,
        "known": known_from(site.first_used).isoformat() if site.first_used else "",
        "last_used": site.last_used,
        "tests_count": site.tests_count,
        "notes": site.notes,
        "source": {"name": site.source.name, "url": site.source.url},
    }


def presets_json(catalog: Catalog) -> list[Json]:
    """Return the presets, each with its scene."""
    return [
        {
            "id": preset.id,
            "title": preset.title,
            "about": preset.about,
            "scene": scene_of(_preset_view(preset, catalog)),
        }
        for preset in catalog.presets
    ]


def _preset_view(preset: Preset, catalog: Catalog) -> View:
    scenario, _ = decode(parse_pairs(preset.query), catalog)
    return View(replace(scenario, lang=catalog.lang), catalog)


@lru_cache(maxsize=128)
def site_json(site: str, lang: str = "en") -> bytes:
    """Return how far every place is from a site, and the curve of people around it.

    Parameters
    ----------
    site
        A launch site id or `LAT,LON`.
    lang
        Language of its name.

    Raises
    ------
    CoordinateError
        If it is neither.
    """
    catalog = load_catalog(lang=lang)
    id_, point = parse_site(site, catalog)
    places = catalog.places
    distances_km, azimuths_deg = distances_and_azimuths(point, *lats_and_lons(places))
    name, short = catalog.names_of(id_, point)
    answer = {
        "site": {
            "site": id_,
            "name": name,
            "short": short,
            "lat": point.lat,
            "lon": point.lon,
            "center": center_json(catalog.center_of(id_, point)),
        },
        "km": {place.id: km for place, km in zip(places, distances_km.tolist(), strict=True)},
        "azimuth": {
            place.id: round(azimuth, 5)  # a range may hang on it
            for place, azimuth in zip(places, azimuths_deg.tolist(), strict=True)
        },
        "people": np.diff(population_curve(point), prepend=0).tolist(),  # small steps pack well
    }
    return json.dumps(answer, separators=(",", ":")).encode()
