"""Titles and findings say what GeographicLib and the tables say."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from geo.reach.headline import finding_of
from geo.reach.titles import title_of
from tests.support import exact, place_point, site_point, table, view_at

PANGHYON = "banghyon_20170704"
# The ladder from near to far, with the words of a headline; Pyongyang is inside of all that flies.
LADDER = {
    "seoul": "Seoul", "busan": "Busan", "beijing": "Beijing", "tokyo": "Tokyo",
    "naha": "Okinawa", "guam_nb": "Guam", "anchorage": "Anchorage (Alaska)",
    "honolulu": "Honolulu (Hawaii)", "seattle": "Seattle", "san_francisco": "San Francisco",
    "los_angeles": "Los Angeles", "chicago": "Chicago", "new_york": "New York",
    "washington_dc": "Washington",
}  # fmt: skip


def km(place: str, site: str = "sohae") -> float:
    return exact(site_point(site), place_point(place))[0]


def found(query: str) -> str:
    return finding_of(view_at(query))


@pytest.mark.parametrize("range_km", [300, 400, 700, 1000, 1450, 3000, 5000, 8000, 9000, 10000])
@pytest.mark.parametrize("site", ["sohae", "tonghae", "hwangju"])
def test_one_range_names_the_farthest_inside_and_the_nearest_outside(
    site: str, range_km: int
) -> None:
    order = sorted(LADDER, key=lambda place: km(place, site))
    inside = [LADDER[place] for place in order if km(place, site) <= range_km]
    beyond = next(place for place in order if km(place, site) > range_km)
    said = found(f"ring={site}~{range_km}")
    assert said.endswith(f"; {LADDER[beyond]} {km(beyond, site) - range_km:,.0f} km outside.")
    if inside:
        *names, last = inside[-3:]
        told = f"{', '.join(names)} and {last}" if names else last
        assert said.startswith(f"{range_km:,} km: {told} inside; ")
    assert [name for name in LADDER.values() if name in said] == [
        name for name in LADDER.values() if name in (*inside[-3:], LADDER[beyond])
    ]


def test_8000_km_from_sohae_is_the_sentence_of_the_papers_put_right() -> None:
    assert found("ring=sohae~8000") == (
        "8,000 km: Guam, Anchorage (Alaska) and Honolulu (Hawaii) inside; Seattle 295 km outside."
    )


def test_band_says_what_is_inside_whatever_is_true() -> None:
    gap = km("anchorage") - 5500
    assert found("ring=sohae~3000-5500") == (
        "3,000\u20135,500 km: Beijing, Tokyo and Okinawa inside; Guam in the band; "
        f"Anchorage (Alaska) {gap:,.0f} km outside."
    )


def test_where_all_is_inside_the_last_one_says_by_how_much() -> None:
    gap = 13_000 - km("washington_dc")
    assert found("ring=sohae~13000").endswith(f"; Washington {gap:,.0f} km from the edge.")
    assert found("ring=sohae~8500-13000").endswith(", New York and Washington in the band.")


def test_floor_puts_no_place_outside_and_none_at_a_distance_from_its_edge() -> None:
    floor = f"ring={PANGHYON}~10000~{quote('former JCS vice-chairman via Sputnik')}"
    assert found(floor) == (
        "at least 10,000 km: Seattle, San Francisco and Los Angeles inside; "
        "beyond it the claim says nothing."
    )
    assert found(floor.partition("~former")[0]).endswith(
        f"; Chicago {km('chicago', PANGHYON) - 10_000:,.0f} km outside."
    )
    rows = [row for row in table("claims").values() if row["statement"] == "floor"]
    assert len(rows) > 20
    for row in rows:
        said = found(f"ring={PANGHYON}~{row['range_km_low']}~{quote(row['label'])}&units=km")
        if said.startswith("at least "):  # the site is of its launch
            assert said.endswith("; beyond it the claim says nothing.")
            assert " outside" not in said
            assert " from the edge" not in said


def test_several_ranges_say_what_each_adds() -> None:
    gap = km("new_york", PANGHYON) - 10_000
    assert found("") == (
        "5,000 km adds Guam; 6,700 Anchorage (Alaska); 8,000 Honolulu (Hawaii); "
        f"10,000 Los Angeles. New York stays outside all five, by {gap:,.0f} km."
    )


def test_two_ranges_have_room_for_two_places_each() -> None:
    gap = km("new_york") - 10_000
    assert found("ring=sohae~10000&ring=sohae~8000") == (
        "8,000 km reaches Anchorage (Alaska) and Honolulu (Hawaii); 10,000 km adds Los Angeles. "
        f"New York stays outside both, by {gap:,.0f} km."
    )


def test_range_that_adds_nothing_is_passed_over_and_equal_ones_are_one() -> None:
    three = "ring=sohae~5000&ring=sohae~5000&ring=sohae~5100"
    assert found(three).startswith("5,000 km reaches Tokyo and Guam. Anchorage")
    assert found(three).endswith(f"stays outside all three, by {km('anchorage') - 5100:,.0f} km.")


def test_short_ranges_say_how_far_the_next_capital_is() -> None:
    gap = km("seoul") - 12
    assert found("ring=sohae~10&ring=sohae~12") == (
        "Reaches none of the best-known places outside North Korea. "
        f"Seoul stays outside both, by {gap:,.0f} km."
    )


def test_point_far_from_korea_has_the_capitals_around_it() -> None:
    said = found("ring=33,44~1500")
    assert said.startswith("1,500 km: Riyadh, Cairo and Ankara inside; ")


def test_twelve_rings_fit_into_two_lines() -> None:
    said = found("&".join(f"ring=sohae~{number}" for number in range(1000, 13_000, 1000)))
    assert len(said) < 200
    assert said.count(";") <= 4


def test_place_on_the_edge_is_not_nothing_away() -> None:
    edge = km("seattle")
    assert found(f"ring=sohae~{edge - 0.2:.4f}").endswith("Seattle less than 1 km outside.")


def test_finding_counts_places_whose_layer_is_off_in_the_units_chosen() -> None:
    assert found("ring=sohae~8000&show=") == found("ring=sohae~8000")
    assert re.search(r"Seattle 183 mi outside\.$", found("ring=sohae~8000&units=mi"))


def test_published_ranges_are_as_round_in_miles_as_they_are_in_km() -> None:
    """6,700 km are 4,163.2 mi, 10,000 km 6,213.7 mi; an own 7,000 km are 4,349.6 mi."""
    wright = table("claims")["hwasong-14-wright-4-july"]["label"]
    query = f"ring=sohae~6700~{quote(wright)}&ring=sohae~10000~Korea%20Times&ring=sohae~7000"
    said = found(f"{query}&units=mi")
    assert said.startswith("4,200 mi reaches ")
    assert "; 6,200 " in said
    assert found(f"ring=sohae~6700~{quote(wright)}&units=mi").startswith("about 4,200 mi: ")


def test_hidden_rings_are_not_spoken_of() -> None:
    assert found("ring=sohae~8000&ring=sohae~10000&hide=2") == found("ring=sohae~8000")
    assert found("ring=sohae~8000&hide=1") == "No ring is shown."
    assert title_of(view_at("ring=sohae~8000&hide=1")) == "North Korea: who is within reach?"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "How far could North Korea\u2019s missile of 4 July 2017 reach?"),
        ("hide=2,3", "How far could North Korea\u2019s missile of 4 July 2017 reach?"),
        ("hide=2,3,4,5", "North Korea: who is within 3,000\u20135,500 km of Panghyon?"),
        ("ring=sohae~8000", "North Korea: who is within 8,000 km of Sohae?"),
        ("ring=sohae~8000&ring=sohae~9000", "North Korea: who is within reach of Sohae?"),
        ("ring=sohae~8000&ring=tonghae~9000", "North Korea: who is within reach?"),
        ("ring=36,128~800", "Who is within 800 km of 36,128?"),
        ("ring=36,128~800&ring=36,128~900", "Who is within reach of 36,128?"),
        ("ring=36,128~800&ring=sohae~900", "Who is within reach?"),
        ("title=%3Cb%3EMine%3C/b%3E", "<b>Mine</b>"),
    ],
)
def test_title_says_whose_missiles_it_is_about(query: str, title: str) -> None:
    assert title_of(view_at(query)) == title


def test_korean_title_names_the_north() -> None:
    assert title_of(view_at("lang=ko")) == "2017년 7월 4일의 북한 미사일은 어디까지 닿는가?"
    assert title_of(view_at("lang=ko&ring=sohae~8000")).startswith("북한: ")


@pytest.mark.parametrize(
    ("rings", "words"),
    [(2, "both"), (4, "all four"), (10, "all ten"), (11, "all 11"), (12, "all 12")],
)
def test_small_numbers_of_rings_are_words(rings: int, words: str) -> None:
    query = "&".join(f"ring=sohae~{5000 + 100 * nth}" for nth in range(rings))
    assert f" stays outside {words}, by " in found(query)
    assert f" stays outside {rings}" not in found(query)


def test_without_a_ring_the_finding_is_of_the_sector() -> None:
    hidden = "ring=sohae~8000&hide=1"
    seongju = f"{hidden}&radar=tpy2_seongju~600~347~120"
    assert title_of(view_at(seongju)) == "AN/TPY-2 radar Seongju: who is in its sector?"
    for city in ("weihai", "dandong", "dalian", "yantai"):
        range_km, azimuth_deg = exact(place_point("tpy2_seongju"), place_point(city))
        is_within = range_km <= 600 and abs((azimuth_deg - 347 + 180) % 360 - 180) <= 60
        assert is_within == (city in ("weihai", "dandong"))
    said = found(seongju)
    assert said.startswith("By this claim, 600 km to 347°: Weihai, Dandong and Pyongyang in the ")
    assert "own" not in said
    nested = found(f"{seongju}&radar=tpy2_seongju~2000~347~120")
    assert nested.startswith(
        "By these claims: 600 km to 347° reaches Weihai and Dandong; 2,000 km "
    )
    assert found(f"{hidden}&radar=tpy2_seongju~650~347~120").startswith(
        "By this assumption, 650 km"
    )
    assert found(f"{hidden}&show=radar&date=1960-01-01") == "No ring is shown."
    assert found(seongju.replace("&hide=1", "")) == found("ring=sohae~8000")
