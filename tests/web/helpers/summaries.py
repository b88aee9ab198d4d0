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
from geo.reach import finding_of, summarize, title_of
from ui.scene import places_json, radars_json, scene_of, site_json

RINGS = (
    "ring=sohae~8000",
    "ring=sohae~8000~experts via Yonhap&ring=tonghae~3000-5500&ring=39.87,125.27~12000~mine",
    "ring=tonghae~8500-10400-14000~Hwasong-15",
    "ring=-0.5,-179.9~50",
    "ring=banghyon_20170704~lofted:2802,933:t39~KCNA&ring=sohae~lofted:6248.5,1090:t67.5",
    "ring=sohae~lofted:8000,1000&ring=39.87,125.27~lofted:5500,1000",
    "ring=sohae~8000:rotating~experts via Yonhap&ring=39.87,125.27~3000-5500:rotating~mine"
    "&ring=sohae~13500:rotating",
    "ring=banghyon_20170704~lofted:2802,933:rotating~KCNA&ring=sohae~lofted:8000,1000:rotating",
)
# Views of which the headline alone is compared: one ring and several, bands, near and far, claims.
HEADLINES = (
    "",
    "hide=2,4",
    "on=2&hide=1,2,3,4,5",
    "title=Own words",
    "ring=sohae~5000&units=mi",
    "ring=sohae~120",
    "ring=sohae~13000",
    "ring=sohae~3000-5500",
    "ring=sohae~8500-10400-14000&ring=sohae~1000",
    "ring=sohae~8000&ring=sohae~10000&units=nmi",
    "ring=sohae~10&ring=kaesong~12",
    "ring=36.049,128.226~600-800&ring=36.049,128.226~2000",
    "ring=33,44~1500",
    "ring=33,44~900&ring=33,44~2000",
    "ring=sohae~12000&ring=tonghae~13000",
    "ring=sohae~3502.2&date=1940-01-01",
    "&".join(f"ring=sohae~{km}" for km in range(1000, 13000, 1000)),
    "ring=mupyong_ni~10000~Hwasong-14, Jane's&ring=banghyon_20170704~8000~experts via Yonhap",
    "ring=banghyon_20170704~6700~David Wright (UCS)&units=mi",
    "ring=banghyon_20170704~10000~former JCS vice-chairman via Sputnik",
    "ring=banghyon_20170704~lofted:2802,933:t39~KCNA",
    "ring=39.87,125.27~lofted:3724.9,998&units=mi",
    "ring=sohae~lofted:5500,1000&units=nmi",
    "ring=sohae~lofted:6248,1090&ring=sohae~8000",
    "ring=sohae~lofted:8000,1000",
    "ring=sohae~8000:rotating",
    "ring=sohae~12000-13500:rotating&units=mi",
    "ring=33,44~1500:rotating~mine",
    "ring=sohae~8000&ring=sohae~8000:rotating",
    "ring=sohae~8000:rotating&ring=sohae~6700&ring=tonghae~10400:rotating",
    "ring=sohae~lofted:6248,1090:rotating",
    "hide=1,2,3,4,5&radar=tpy2_seongju~600~347~120",
    "hide=1,2,3,4,5&radar=tpy2_seongju~600~290~120&radar=tpy2_seongju~2000~290~120&units=mi",
    "hide=1,2,3,4,5&radar=tpy2_shariki~2000~290~120&radar=tpy2_seongju~600~347~120",
    "hide=1,2,3,4,5&radar=tpy2_seongju~600~300~90&radar=tpy2_seongju~2000~20~90",
    "hide=1,2,3,4,5&radar=cobra_dane~150~10~20&date=2020-01-01",
    "hide=1,2,3,4,5&radar=tpy2_guam~555.5~333.5~360",
    "hide=1,2,3,4,5&show=radar",
    "hide=1,2,3,4,5&show=radar&date=2010-01-01",
    "hide=1,2,3,4,5&show=radar&date=1960-01-01",
    "ring=sohae~5000&radar=tpy2_seongju~600~347~120",
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
            "said": [
                {
                    "counts": each.counts,
                    "spread": " ".join(filter(None, (each.turning, each.spread))),
                    "nearest": each.nearest_us,
                }
                for each in said
            ],
        })  # fmt: skip
    return found


def headlines(lang: str) -> list[dict[str, Any]]:
    """Return each view with what the browser is told of it, its title and its finding."""
    catalog = load_catalog(lang=lang)
    found = []
    for query in (*HEADLINES, *(preset.query for preset in catalog.presets)):
        view = View(replace(decode(parse_pairs(query), catalog)[0], lang=lang), catalog)
        everywhere = View(replace(view.scenario, show=LAYER_IDS), catalog)
        found.append({
            "query": query,
            "scene": scene_of(view),
            "places": places_json(everywhere),
            "sites": {ring.site: json.loads(site_json(ring.site, lang)) for ring in view.rings},
            "radars": radars_json(catalog),
            "title": title_of(view),
            "finding": finding_of(view),
        })  # fmt: skip
    return found


if __name__ == "__main__":
    kind, said_in = sys.argv[1:]
    json.dump({"views": views, "headlines": headlines}[kind](said_in), sys.stdout)
