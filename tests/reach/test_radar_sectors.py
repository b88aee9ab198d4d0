"""Which sectors a view shows: what a link assumes, and what is claimed of radars that stood."""

from __future__ import annotations

import pytest
from geographiclib.geodesic import Geodesic

from geo.catalog import load_catalog, view_of
from geo.reach import batteries_near, radar_sectors, seen_by
from tests.support import scenario_of, table

DEFENCE = table("missile_defense")
CLAIMS = table("radar_claims").values()
LAYER = "ring=sohae~8000&show=radar"
RADARS = {id_ for id_, row in DEFENCE.items() if row["role"] == "radar"}


def shown(query: str) -> list[tuple[str, float, float, float]]:
    return [
        (each.radar.id, each.sector.range_km, each.sector.azimuth_deg, each.sector.width_deg)
        for each in radar_sectors(view_of(scenario_of(f"ring=sohae~8000&{query}")))
    ]


def drawn_kms(radar: str) -> set[float]:
    """Return the ranges that the table has the map draw of a radar."""
    mine = [row for row in CLAIMS if radar in row["radars"].split("|") and row["drawn"] == "yes"]
    return {
        float(row[end]) for row in mine for end in ("range_km_low", "range_km_high") if row[end]
    }


def test_without_layer_and_assumption_no_sector_is_shown() -> None:
    assert shown("show=cities,bases,thaad") == []


def test_assumption_is_drawn_whatever_layers_and_day_say() -> None:
    sector = ("tpy2_seongju", 800.0, 347.0, 120.0)
    for more in ("show=cities", "show=", "show=cities&date=2016-07-13"):
        assert shown(f"{more}&radar=tpy2_seongju~800~347~120") == [sector]


def test_layer_draws_each_range_that_the_table_draws_the_widest_first() -> None:
    found = shown("show=radar")
    for radar in RADARS:
        kms = [km for id_, km, *_ in found if id_ == radar]
        is_drawn = DEFENCE[radar]["status"] != "mobile"
        assert kms == (sorted(drawn_kms(radar), reverse=True) if is_drawn else []), radar
    assert {"tpy2_seongju", "tpy2_shariki", "tpy2_kyogamisaki", "tpy2_guam"} <= {
        r for r, *_ in found
    }


@pytest.mark.parametrize("radar", ["lrdr_clear", "tpy2_qatar", "sbx"])
def test_radar_without_a_range_or_a_place_has_no_sector(radar: str) -> None:
    assert radar in RADARS
    assert radar not in {id_ for id_, *_ in shown("show=radar")}


def test_assumption_takes_the_place_of_what_is_claimed() -> None:
    found = shown("show=radar&radar=tpy2_seongju~700~10~60&radar=tpy2_seongju~900~10~60")
    mine = [each for each in found if each[0] == "tpy2_seongju"]
    assert mine == [("tpy2_seongju", 900.0, 10.0, 60.0), ("tpy2_seongju", 700.0, 10.0, 60.0)]
    assert len({id_ for id_, *_ in found}) > 1


@pytest.mark.parametrize(
    ("date", "kms"),
    [
        ("2017-04-25", []),  # the day before parts of the battery reached the site
        ("2017-05-15", [2000.0, 600.0]),  # the day before Seoul's answer in the National Assembly
        ("2017-05-16", [2000.0, 800.0, 600.0]),
    ],
)
def test_map_of_a_day_has_what_stood_and_was_printed_then(date: str, kms: list[float]) -> None:
    found = shown(f"show=radar&date={date}")
    assert [km for id_, km, *_ in found if id_ == "tpy2_seongju"] == kms


def test_sector_bears_whoever_names_its_range_of_that_radar() -> None:
    view = view_of(scenario_of("ring=sohae~8000&radar=tpy2_seongju~800~347~120&show="))
    (sector,) = radar_sectors(view)
    named = {
        row["id"]
        for row in CLAIMS
        if "tpy2_seongju" in row["radars"].split("|")
        and "800" in (row["range_km_low"], row["range_km_high"])
    }
    assert {claim.id for claim in sector.claims} == named
    assert "han-2017" in named


def test_direction_says_whose_assumption_it_is() -> None:
    by_id = {each.radar.id: each for each in radar_sectors(view_of(scenario_of(LAYER)))}
    assert by_id["tpy2_seongju"].direction == "ours"
    assert by_id["tpy2_kurecik"].direction == "list"
    assert by_id["uewr_qatar"].direction == "none"
    assert by_id["uewr_qatar"].sector.is_round


def test_places_in_a_sector_are_those_of_geographiclib() -> None:
    """600 km to 347 degrees, 120 wide, from Seongju: Dandong is in it, Weihai on its very edge."""
    view = view_of(scenario_of("ring=sohae~8000&radar=tpy2_seongju~600~347~120&show=cities"))
    (sector,) = radar_sectors(view)
    cities = [place for place in load_catalog().places if place.layer == "cities"]
    center = DEFENCE["tpy2_seongju"]
    for city, is_seen in zip(cities, seen_by(sector.sector, cities), strict=True):
        way = Geodesic.WGS84.Inverse(float(center["lat"]), float(center["lon"]), city.lat, city.lon)
        off = abs((way["azi1"] - 347 + 180) % 360 - 180)
        assert is_seen == (way["s12"] <= 600_000 and off <= 60), city.id
    seen = {
        city.id
        for city, is_seen in zip(cities, seen_by(sector.sector, cities), strict=True)
        if is_seen
    }
    assert "dandong" in seen
    assert "beijing" not in seen


@pytest.mark.parametrize(
    ("date", "battery"), [("2017-04-25", None), ("2017-04-26", "thaad_seongju")]
)
def test_battery_near_a_place_is_one_that_stood(date: str, battery: str | None) -> None:
    view = view_of(scenario_of(f"ring=sohae~8000&date={date}"))
    catalog = load_catalog()
    (busan,) = (place for place in catalog.places if place.id == "busan")
    (near,) = batteries_near(view, [busan])
    assert (near.battery.id if near else None) == battery


def test_battery_near_a_place_is_within_200_km_by_geographiclib() -> None:
    view = view_of(scenario_of("ring=sohae~8000"))
    places = list(view.standing)
    batteries = [row for row in DEFENCE.values() if row["system"] == "THAAD"]
    for place, near in zip(places, batteries_near(view, places), strict=True):
        kms = [
            Geodesic.WGS84.Inverse(place.lat, place.lon, float(row["lat"]), float(row["lon"]))[
                "s12"
            ]
            / 1000
            for row in batteries
        ]
        if min(kms) <= 200:
            assert near is not None
            assert near.distance_km == pytest.approx(min(kms), abs=1e-6)
        else:
            assert near is None, place.id
