"""Links written by the browser are read by Python as the same Scenario, key for key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.link.query import decode, encode, parse_pairs
from tests.browser.oracle import scenario_of
from tests.browser.screen import Screen
from tests.support import EVERYTHING, view_at
from ui.scene.scenes import scene_of

QUERIES = [
    "ring=sohae~8000",
    "ring=sohae~8123.4",
    "ring=sohae~10.000001~ten%20and%20a%20bit",
    "ring=sohae~3000-5500~US%20Pacific%20Command",
    "ring=tonghae~8500-10400-14000~Hwasong-15",
    "ring=39.87,125.27~8000~typed",
    "ring=-0.5,-179.999999~19900",
    "ring=sohae~8000~%ED%99%94%EC%84%B1-14%2C%20%EC%97%B0%ED%95%A9",
    "ring=sohae~8000~a~b~c",
    "ring=sohae~8000~100%25%20%26%20more%3F%20%23%2B%3D%3B%2F%3A%40",
    "ring=sohae~8000~%3Cscript%3Ealert(1)%3C%2Fscript%3E%60%24%7Bx%7D%27%22",
    "ring=sohae~8000~it%27s%20%28so%29%21%20%2A%20~",
    "ring=sohae~8000&show=",
    "ring=sohae~8000&show=bases,cities",
    "ring=sohae~8000&show=cities,bases,thaad,radar,arcs,tests,envelope",
    "ring=sohae~8000&units=mi",
    "ring=sohae~8000&ring=sohae~9000&ring=sohae~10000&on=2&units=mi",
    "ring=sohae~8000&units=nmi&date=2017-07-04",
    "ring=sohae~8000&radar=tpy2_seongju~800~347.5~120&radar=tpy2_guam~1000~332~60",
    "ring=sohae~8000&at=38,-172,2.25",
    "ring=sohae~8000&at=-38.1234,179.9999,11.75",
    "ring=sohae~8000&base=OpenStreetMap.Mapnik",
    "ring=sohae~8000&to=guam_nb,honolulu",
    "ring=sohae~8000&to=",
    "&".join(f"ring=sohae~{1000 * n}~ring%20{n}" for n in range(1, 13)),
]


def to_query(screen: Screen, scene: dict[str, Any], search: str = "") -> str:
    return str(
        screen.page.evaluate(
            """async ([scene, search]) => {
                const module = new URL("/assets/scene/link.js", location.origin).href;
                const { toQuery } = await import(module);
                return toQuery(scene, search);
            }""",
            [scene, search],
        )
    )


def test_browser_writes_the_links_that_python_writes(bare_page: Screen) -> None:
    presets = [preset.query for preset in load_catalog().presets]
    # Language and presentation mode are the address's own: the browser leaves them as they are.
    everything = encode(replace(EVERYTHING, lang="en", present=False))
    for query in [*QUERIES, everything, *presets]:
        scenario = scenario_of(query)
        written = to_query(bare_page, scene_of(view_of(scenario)))
        expected = encode(scenario)
        assert parse_qsl(written, keep_blank_values=True) == parse_qsl(
            expected, keep_blank_values=True
        )
        assert decode(parse_pairs(written), load_catalog()) == (scenario, [])


@pytest.mark.parametrize("others", ["lang=ko&present=1", "room=K7M2QX&seed=7"])
def test_browser_keeps_the_keys_of_others(bare_page: Screen, others: str) -> None:
    query = f"ring=sohae~8000~x&{others}"
    scene = scene_of(view_at("ring=sohae~8000~x"))
    written = dict(parse_qsl(to_query(bare_page, scene, f"?{query}")))
    assert written == dict(parse_qsl(query)) | {"v": "1"}


def test_hand_made_values_are_written_with_six_decimals_at_most(bare_page: Screen) -> None:
    scene = scene_of(view_at("ring=sohae~8000"))
    scene["rings"][0]["best"] = 8123.456789123
    scene["at"] = [38.123456789, -172.987654321, 2.333333333]
    written = dict(parse_qsl(to_query(bare_page, scene)))
    assert written["ring"] == "sohae~8123.456789"
    assert written["at"] == "38.1235,-172.9877,2.3333"
