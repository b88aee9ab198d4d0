"""The Scenario as JSON for the browser, and the facts the browser asks for once."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from geo.catalog import load_catalog
from geo.earth import distances_and_azimuths
from geo.link import (
    DEFAULT_TARGETS,
    LAYERS,
    OFFLINE,
    TILE_PROVIDERS,
    Ring,
    Scenario,
    decode,
    encode_radar,
    parse_pairs,
    parse_site,
)
from geo.reach import is_us_soil, shown_places, whose
from geo.records import (
    Catalog,
    LaunchSite,
    Place,
    Preset,
    is_on_dated_maps,
    original,
    since_and_until,
)
from geo.towns import population_curve

Json = dict[str, Any]


def scene_of(scenario: Scenario, catalog: Catalog) -> Json:
    """Return what the browser needs of a Scenario."""
    at = scenario.at
    return {
        "rings": [_ring(ring, catalog) for ring in scenario.rings],
        "show": list(scenario.show),
        "units": scenario.units,
        "date": scenario.date.isoformat() if scenario.date else None,
        "radars": [encode_radar(radar) for radar in scenario.radars],
        "at": [at.center.lat, at.center.lon, at.zoom] if at else None,
        "base": scenario.base,
        "lang": scenario.lang,
        "targets": list(scenario.targets),
        "defaultTargets": list(DEFAULT_TARGETS),
        "layers": list(LAYERS),
        "bases": [{"id": OFFLINE, "title": "Offline"}]
        + [{"id": each.id, "title": each.title} for each in TILE_PROVIDERS.values()],
        "active": scenario.active,
    }


def _ring(ring: Ring, catalog: Catalog) -> Json:
    told = whose(ring, catalog)
    return {
        **site_name(ring.site, catalog),
        "lat": ring.point.lat,
        "lon": ring.point.lon,
        "low": ring.low_km,
        "best": ring.best_km,
        "high": ring.high_km,
        "label": ring.label,
        "kind": told.kind,
        "said": told.shown,
        "statement": told.claim.statement if told.claim else "",
        "original": original(told.claim) if told.claim else "",
    }


def site_name(site: str, catalog: Catalog) -> Json:
    """Return the id and the name of a launch site, or coordinates as they are."""
    known = catalog.site(site)
    return {"site": site, "name": known.name if known else site}


def places_json(scenario: Scenario, catalog: Catalog) -> list[Json]:
    """Return the places of all layers that stood on the Scenario's date."""
    return [_place(place, catalog.lang) for place in shown_places(scenario, catalog)]


def _place(place: Place, lang: str) -> Json:
    since, until = since_and_until(place, lang)
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
        "notes": place.notes,
        "us_soil": is_us_soil(place),
        "source": {"name": place.source.name, "url": place.source.url},
    }


def sites_json(catalog: Catalog) -> list[Json]:
    """Return all known launch sites."""
    return [_launch_site(site) for site in catalog.launch_sites]


def _launch_site(site: LaunchSite) -> Json:
    return {
        "id": site.id,
        "name": site.name,
        "name_ko": site.name_ko,
        "names": list(site.names),
        "lat": site.lat,
        "lon": site.lon,
        "precision_km": site.precision_km,
        "kind": site.kind,
        "kind_words": site.kind_words,
        "first_used": site.first_used,
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
            "scene": scene_of(_preset_view(preset, catalog), catalog),
        }
        for preset in catalog.presets
    ]


def _preset_view(preset: Preset, catalog: Catalog) -> Scenario:
    return replace(decode(parse_pairs(preset.query), catalog)[0], lang=catalog.lang)


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
    name, point = parse_site(site, catalog)
    places = catalog.places
    lats, lons = [place.lat for place in places], [place.lon for place in places]
    distances_km, azimuths_deg = distances_and_azimuths(point, lats, lons)
    answer = {
        "site": {**site_name(name, catalog), "lat": point.lat, "lon": point.lon},
        "km": {place.id: km for place, km in zip(places, distances_km.tolist(), strict=True)},
        "azimuth": {
            place.id: round(azimuth, 2)
            for place, azimuth in zip(places, azimuths_deg.tolist(), strict=True)
        },
        "people": np.diff(population_curve(point), prepend=0).tolist(),  # small steps pack well
    }
    return json.dumps(answer, separators=(",", ":")).encode()
