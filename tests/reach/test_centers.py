"""A ring around a battery, a base or a city is that place's; from a launch site a missile's."""

from __future__ import annotations

import pytest

from geo.reach import finding_of, summarize, title_of, who_says, whose
from tests.support import exact, place_point, table, view_at

SEONGJU = "36.049,128.226"


def km(place: str) -> float:
    return exact((36.049, 128.226), place_point(place))[0]


@pytest.mark.parametrize("id_", ["thaad_seongju", "yokosuka_cfay", "busan"])
def test_ring_around_a_place_has_its_name_and_knows_it(id_: str) -> None:
    lat, lon = place_point(id_)
    view = view_at(f"ring={lat},{lon}~200")
    center = view.center(view.rings[0])
    assert center is not None
    assert center.id == id_
    assert center.name in (view.site_name(view.rings[0]))


def test_launch_site_and_any_other_point_are_no_place() -> None:
    view = view_at("ring=sohae~200&ring=36.5,128.5~200")
    assert [view.center(ring) for ring in view.rings] == [None, None]
    assert view.site_name(view.rings[1]) == "36.5,128.5"


def test_headline_around_a_battery_names_cities_around_it_and_no_us_soil() -> None:
    view = view_at(f"ring={SEONGJU}~200&show=cities,bases,thaad")
    said = finding_of(view)
    order = sorted(table("cities"), key=km)
    outside = next(city for city in order if km(city) > 200)
    assert outside == "seoul"
    assert said.endswith(f"Seoul {km('seoul') - 200:.0f} km outside.")
    inside = [city for city in order if km(city) <= 200]
    for city in inside[-3:]:
        assert table("cities")[city]["name"] in said
    assert "North Korea" not in said + title_of(view)
    assert "Seongju" in title_of(view)
    assert summarize(view).nearest_us == ""


def test_ring_too_small_for_any_city_says_so() -> None:
    assert finding_of(view_at(f"ring={SEONGJU}~10")).startswith(
        "10 km: reaches no other city of the map"
    )


@pytest.mark.parametrize(
    ("ring", "kind"),
    [
        (f"{SEONGJU}~200~interceptors, as published", "best"),
        (f"{SEONGJU}~250~interceptors, as published", "words"),
        ("sohae~200~interceptors, as published", "words"),
        ("36.5,128.5~200~interceptors, as published", "words"),
        ("37.091,127.03~35~interceptors, as published", "best"),  # Patriot at Osan
    ],
)
def test_label_of_interceptors_is_quoted_only_around_their_battery(ring: str, kind: str) -> None:
    view = view_at(f"ring={ring}")
    told = whose(view.rings[0], view.catalog)
    assert told.kind == kind
    assert bool(told.source) == (kind == "best")
    assert "interceptors, as published" in who_says(view.rings[0], view.catalog)
