"""What Python says of the places of a link is what their distances by GeographicLib say."""

from __future__ import annotations

import pytest

from tests.browser.oracle import SCENARIOS, exact_state, places_of, scenario_of, states_by_ring


@pytest.mark.parametrize("query", SCENARIOS.values(), ids=SCENARIOS)
def test_pythons_answer_is_the_distance_by_geographiclib(query: str) -> None:
    rings, places = scenario_of(query).rings, places_of(query)
    for ring, states in zip(rings, states_by_ring(query), strict=True):
        assert states == {place.id: exact_state(ring, place) for place in places}
