"""The colour of every place is Python's answer, and Python's answer is the geodesic distance."""

from __future__ import annotations

import pytest

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open
from tests.browser.oracle import (
    best_states,
    exact_km,
    exact_state,
    places_of,
    scenario_of,
    states_by_ring,
)

LAYERS = "show=cities,bases,thaad,radar"
SCENARIOS = {
    "single": "ring=sohae~8000",
    "band": "ring=mupyong_ni~3000-5500",
    "low-best-high": "ring=tonghae~8500-10400-14000",
    "several rings": "ring=sohae~3000&ring=sohae~5000-6700&ring=sohae~10000",
    "several sites": "ring=sohae~5000&ring=wonsan_kalma~6000-9000&ring=sinpo~2000",
    "typed point": "ring=39.87,125.27~8000&ring=-33.9,18.4~6000-9000",
    "date line": "ring=51.88,-176.65~2000&ring=-16.5,180~7000",
    "pole at 5500": "ring=mupyong_ni~5500&ring=tonghae~5505",
    "both poles": "ring=sohae~14500&ring=kusong~15000-19900",
    "smallest and largest": "ring=sunan_airport~10&ring=sunan_airport~19900",
    "radars too": f"ring=sohae~8000&{LAYERS}",
    "only bases": "ring=sohae~3500&show=bases",
    "as of a day": f"ring=sohae~8000&{LAYERS}&date=2014-01-01",
    "twelve rings": "&".join(f"ring=chihari~{km}" for km in range(1000, 13_000, 1000)),
}


@pytest.mark.parametrize("query", SCENARIOS.values(), ids=SCENARIOS)
def test_places_are_coloured_by_pythons_answer(follow: Open, query: str) -> None:
    screen = follow(query)
    expected = best_states(query)
    screen.eventually(lambda: screen.places() == expected, "Python's answer for every place")


@pytest.mark.parametrize("query", SCENARIOS.values(), ids=SCENARIOS)
def test_pythons_answer_is_the_distance_by_geographiclib(query: str) -> None:
    rings, places = scenario_of(query).rings, places_of(query)
    for ring, states in zip(rings, states_by_ring(query), strict=True):
        assert states == {place.id: exact_state(ring, place) for place in places}


def test_place_on_the_very_edge_is_inside_and_a_metre_less_is_outside(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    place = next(each for each in load_catalog().places if each.id == "honolulu")
    edge_km = screen.page.evaluate(
        "async () => (await (await fetch('/live/site.json?site=sohae')).json()).km.honolulu"
    )
    for km, state in ((edge_km + 0.001, "in"), (edge_km - 0.001, "out")):
        screen.set_range(0, km)
        assert screen.places()[place.id] == state
    rounded_km = round(edge_km, 3)
    screen.set_range(0, rounded_km)
    ring = scenario_of(f"ring=sohae~{rounded_km}").rings[0]
    assert screen.places()[place.id] == exact_state(ring, place)


def test_distances_sent_to_the_browser_are_those_of_geographiclib(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    point = scenario_of("ring=sohae~8000").rings[0].point
    sent = screen.page.evaluate(
        "async () => (await (await fetch('/live/site.json?site=sohae')).json()).km"
    )
    assert set(sent) == {place.id for place in load_catalog().places}
    for place in load_catalog().places:
        assert sent[place.id] == pytest.approx(exact_km(point, place.lat, place.lon), abs=1e-6)


def test_newspapers_sentences_are_answered_from_the_data(open_tab: Open) -> None:
    screen = open_tab("ring=banghyon_20170704~5000")
    at_5000 = screen.places()
    assert {at_5000[place] for place in ("guam_nb", "eareckson", "adak", "wake", "saipan")} <= {
        "in"
    }
    screen.set_range(0, 8000)
    at_8000 = screen.places()
    assert (at_8000["honolulu"], at_8000["anchorage"]) == ("in", "in")
    screen.set_range(0, 10_000)
    at_10000 = screen.places()
    assert at_10000["los_angeles"] == "in"
    assert {at_10000[city] for city in ("chicago", "new_york", "washington_dc")} == {"out"}
