"""Any Scenarios, made by Hypothesis, for unit tests of the browser's half: asked by links.test.mjs.

`made COUNT` writes as many with their links as JSON; `read` takes a list of links on the standard
input and writes them as Python understood them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from geo.catalog.reading import load_catalog
from geo.earth.points import LatLon
from geo.link.query import decode, encode, parse_pairs
from geo.link.scenario import Camera, Scenario
from geo.link.view import View
from tests.link.test_query_properties import SCENARIOS
from ui.scene.scenes import scene_of

CATALOG = load_catalog()


def as_browsers_write(at: Camera | None) -> Camera | None:
    """Return a view to four decimals: no map can be moved by less."""
    if at is None:
        return None
    lat, lon, zoom = (round(value, 4) for value in (at.center.lat, at.center.lon, at.zoom))
    return Camera(LatLon(lat, lon), zoom)


def made(count: int) -> list[dict[str, Any]]:
    """Return links with their pairs and with the scene that the browser is given of them."""
    found = []

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(SCENARIOS)
    def keep(scenario: Scenario) -> None:
        # Language and presentation mode are the address's own: the browser leaves them as they are.
        plain = replace(scenario, lang="en", present=False, at=as_browsers_write(scenario.at))
        query = encode(plain)
        scene = scene_of(View(plain, CATALOG))
        found.append({"query": query, "pairs": parse_pairs(query), "scene": scene})

    keep()
    return found


def read(queries: list[str]) -> list[str]:
    """Return the links that Python writes of what it read, each with what it could not use."""
    answers = [decode(parse_pairs(query), CATALOG) for query in queries]
    return [encode(scenario) + "".join(map(str, problems)) for scenario, problems in answers]


if __name__ == "__main__":
    answer = made(int(sys.argv[2])) if sys.argv[1] == "made" else read(json.load(sys.stdin))
    print(json.dumps(answer))
