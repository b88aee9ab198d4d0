"""The colour of every place is Python's answer, which tests/reach compares with GeographicLib."""

from __future__ import annotations

import pytest

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open
from tests.browser.oracle import SCENARIOS, exact_state, scenario_of, spoken_states
from tests.browser.screen import MAP


@pytest.mark.parametrize("query", SCENARIOS.values(), ids=SCENARIOS)
def test_places_are_coloured_by_pythons_answer(follow: Open, query: str) -> None:
    screen = follow(query)
    expected = spoken_states(query)
    screen.eventually(lambda: screen.places() == expected, "Python's answer for every place")


def test_place_on_the_very_edge_is_inside_and_a_metre_less_is_outside(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    place = next(each for each in load_catalog().places if each.id == "honolulu")
    edge_km = screen.page.evaluate(
        "async () => (await (await fetch('/live/site.json?site=sohae')).json()).km.honolulu"
    )
    rounded_km = round(edge_km, 3)
    rounded = exact_state(scenario_of(f"ring=sohae~{rounded_km}").rings[0], place)
    for km, state in (
        (edge_km - 0.001, "out"),
        (edge_km + 0.001, "in"),
        (edge_km - 0.001, "out"),
        (rounded_km, rounded),
    ):
        screen.set_range(0, km)
        screen.eventually(lambda state=state: screen.places()[place.id] == state, f"{km} {state}")


def test_newspapers_sentences_are_answered_from_the_data(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~5000")
    for km, places, state in (
        (5000, {"guam_nb", "eareckson", "adak", "wake", "saipan"}, "in"),
        (5000, {"honolulu", "anchorage"}, "out"),
        (8000, {"honolulu", "anchorage"}, "in"),
        (8000, {"los_angeles"}, "out"),
        (10_000, {"los_angeles"}, "in"),
        (10_000, {"chicago", "new_york", "washington_dc"}, "out"),
    ):
        screen.set_range(0, km)
        screen.until(
            f"([places, state]) => places.every((id) => {MAP}.state().places[id] === state)",
            f"{sorted(places)} {state} at {km} km",
            [sorted(places), state],
        )
    screen.wait_for_address("banghyon_20170704~10000")
