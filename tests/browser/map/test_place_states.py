"""The colour of every place is Python's answer, which tests/reach compares with GeographicLib."""

from __future__ import annotations

import pytest

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open
from tests.browser.oracle import SCENARIOS, best_states, exact_state, scenario_of


@pytest.mark.parametrize("query", SCENARIOS.values(), ids=SCENARIOS)
def test_places_are_coloured_by_pythons_answer(follow: Open, query: str) -> None:
    screen = follow(query)
    expected = best_states(query)
    screen.eventually(lambda: screen.places() == expected, "Python's answer for every place")


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


def test_newspapers_sentences_are_answered_from_the_data(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~5000")
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
    screen.wait_for_address("banghyon_20170704~10000")
