"""All places as the browser is told of them, with what a picture makes of each, as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from geo.catalog import load_catalog, view_of
from geo.facts import LAYER_IDS
from geo.link import Scenario, default_rings
from geo.picture.symbols import name_rank, symbol_px
from ui.scene import places_json

if __name__ == "__main__":
    scenario = Scenario(default_rings(load_catalog()))
    view = view_of(replace(scenario, show=LAYER_IDS))
    told = zip(places_json(view), view.places, strict=True)
    json.dump(
        [{"told": each, "px": symbol_px(place), "rank": name_rank(place)} for each, place in told],
        sys.stdout,
    )
