"""What Python says of radar sectors and batteries of some views, and what browsers are told.

Reads a list of links and writes, for each, its scene, each sector with the places that it sees and
the battery near each place; and once all places and radars as browsers get them.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from geo.catalog import load_catalog
from geo.facts import LAYER_IDS
from geo.link import View, decode, parse_pairs
from geo.reach import batteries_near, radar_sectors, seen_by
from ui.scene import places_json, scene_of
from ui.scene.radars import radars_json

CATALOG = load_catalog()


def view_of(query: str) -> View:
    return View(decode(parse_pairs(query), CATALOG)[0], CATALOG)


def said(query: str) -> dict[str, Any]:
    """Return what Python shows and finds of a link."""
    view = view_of(query)
    near = zip(view.places, batteries_near(view, view.places), strict=True)
    return {
        "query": query,
        "scene": scene_of(view),
        "sectors": [
            {
                "id": each.radar.id,
                "km": each.sector.range_km,
                "azimuth": each.sector.azimuth_deg,
                "width": each.sector.width_deg,
                "direction": each.direction,
                "claims": [claim.id for claim in each.claims],
                "sees": [
                    place.id
                    for place, is_seen in zip(
                        view.places, seen_by(each.sector, view.places), strict=True
                    )
                    if is_seen
                ],
            }
            for each in radar_sectors(view)
        ],
        "near": {place.id: [found.battery.id, found.distance_km] for place, found in near if found},
    }


if __name__ == "__main__":
    answer = {
        "places": places_json(view_of(f"show={','.join(LAYER_IDS)}")),
        "radars": radars_json(CATALOG),
        "views": [said(query) for query in json.load(sys.stdin)],
    }
    json.dump(answer, sys.stdout)
