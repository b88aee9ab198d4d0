"""Views, stories and claims as JSON for the browser."""

from ui.scene.claims import missiles_json, records_json
from ui.scene.flights import flights_json
from ui.scene.lab import lab_asked
from ui.scene.labflights import lab_flights_json
from ui.scene.opened import opened_map, problem_rows, read_pairs
from ui.scene.radarpage import defence_json, radar_asked
from ui.scene.radars import radars_json
from ui.scene.scenes import (
    places_json,
    presets_json,
    regions_json,
    scene_of,
    site_json,
    sites_json,
)
from ui.scene.stories import story_json
from ui.scene.timeline import timeline_json

__all__ = [
    "defence_json",
    "flights_json",
    "lab_asked",
    "lab_flights_json",
    "missiles_json",
    "opened_map",
    "places_json",
    "presets_json",
    "problem_rows",
    "radar_asked",
    "radars_json",
    "read_pairs",
    "records_json",
    "regions_json",
    "scene_of",
    "site_json",
    "sites_json",
    "story_json",
    "timeline_json",
]
