"""What Python says of some views in a language, with what the browser is told of them, as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from itertools import product
from typing import Any

from geo.catalog import load_catalog
from geo.facts import LAYER_IDS
from geo.link import View, decode, parse_pairs
from geo.reach import summarize
from ui.scene import places_json, scene_of, site_json

RINGS = (
    "ring=sohae~8000",
    "ring=sohae~8000~experts via Yonhap&ring=tonghae~3000-5500&ring=39.87,125.27~12000~mine",
    "ring=tonghae~8500-10400-14000~Hwasong-15",
    "ring=-0.5,-179.9~50",
)
MORE = ("", "&show=cities&units=mi", "&show=bases,thaad,radar&units=nmi&date=2017-07-04", "&show=")


def views(lang: str) -> list[dict[str, Any]]:
    """Return each view with places of its day, distances from its sites, and what is said."""
    catalog = load_catalog(lang=lang)
    found = []
    for rings, more in product(RINGS, MORE):
        scenario = replace(decode(parse_pairs(rings + more), catalog)[0], lang=lang)
        sites = {ring.site: json.loads(site_json(ring.site, lang)) for ring in scenario.rings}
        view = View(scenario, catalog)
        everywhere = View(replace(scenario, show=LAYER_IDS), catalog)
        said = [
            summarize(View(replace(scenario, active=active), catalog))
            for active in range(len(scenario.rings))
        ]
        found.append({
            "query": rings + more,
            "scene": scene_of(view),
            "places": places_json(everywhere),
            "sites": sites,
            "said": [{"counts": each.counts, "nearest": each.nearest_us} for each in said],
        })  # fmt: skip
    return found


if __name__ == "__main__":
    json.dump(views(sys.argv[1]), sys.stdout)
