"""Find knows names in two languages, whatever their case and accents, and coordinates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.errors import CoordinateError
from geo.find.gazetteer import Found, find, fold
from geo.towns.geonames import load_towns
from tests.support import PLACE_TABLES, place_point, site_point, table

CATALOG = load_catalog()


def search(text: str) -> list[Found]:
    return find(text, CATALOG)


def is_near(found: Found, point: tuple[float, float]) -> bool:
    return abs(found.point.lat - point[0]) < 0.2 and abs(found.point.lon - point[1]) < 0.2


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("seoul", "seoul"),
        ("  SEOUL ", "seoul"),
        ("honol", "honolulu"),
        ("Montreal", "montreal"),
        ("MONTRÉAL", "montreal"),
        ("montre\u0301al", "montreal"),
        ("brasilia", "brasilia"),
        ("hagatna", "hagatna"),
        ("washington", "washington_dc"),
        ("andersen", "andersen_afb"),
        ("shemya", "eareckson"),
        ("thaad battery seongju", "thaad_seongju"),
    ],
)
def test_own_place_comes_first_whatever_its_case_and_accents(typed: str, place: str) -> None:
    first = search(typed)[0]
    assert first.place_id == place
    assert (first.point.lat, first.point.lon) == place_point(place)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("서울", "seoul"),
        ("평양", "pyongyang"),
        ("부산", "busan"),
        ("제주", "jeju"),
        ("도쿄", "tokyo"),
        ("호놀룰루", "honolulu"),
        ("앵커리지", "anchorage"),
        ("로스앤젤레스", "los_angeles"),
        ("괌", "guam_nb"),
    ],
)
def test_korean_name_leads_to_the_place(typed: str, place: str) -> None:
    assert [found for found in search(typed) if is_near(found, place_point(place))]


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("sohae", "sohae"),
        ("동창리", "sohae"),
        ("무수단리", "tonghae"),
        ("방현 비행장", "banghyon_airfield"),
        ("Mupyong", "mupyong_ni"),
    ],
)
def test_launch_site_is_found_in_both_languages(typed: str, site: str) -> None:
    assert any(
        found.detail == "launch site" and (found.point.lat, found.point.lon) == site_point(site)
        for found in search(typed)
    )


@pytest.mark.parametrize(
    ("typed", "name", "country"),
    [
        ("izmir", "İzmir", "Turkey"),
        ("İZMİR", "İzmir", "Turkey"),
        ("kuwait city", "Kuwait City", "Kuwait"),
        ("'s-hertogen", "'s-Hertogenbosch", "Netherlands"),
        ("6th of October", "6th of October City", "Egypt"),
    ],
)
def test_town_of_the_gazetteer_is_found_by_how_its_name_begins(
    typed: str, name: str, country: str
) -> None:
    found = search(typed)[0]
    assert found.name == name
    assert country in found.detail
    assert "people" in found.detail
    assert found.place_id is None


@pytest.mark.parametrize(
    ("typed", "region", "around"),
    [
        ("alaska", "Alaska", "eareckson"),
        ("하와이", "Hawaii", "pearl_hickam"),
        ("japan", "Japan", "tokyo"),
        ("South  KOREA", "South Korea", "seoul"),
    ],
)
def test_region_comes_first_then_what_lies_in_it(typed: str, region: str, around: str) -> None:
    first, *others = search(typed)
    assert (first.name, first.place_id, first.site_id) == (region, None, None)
    assert around in {found.place_id for found in others}


@pytest.mark.parametrize(
    "typed", ["alaska", "알래스카", "hawaii", "san diego naval", "guam", "japan"]
)
def test_both_languages_find_the_same_places(typed: str) -> None:
    korean = find(typed, load_catalog(lang="ko"))
    assert [found.point for found in korean] == [found.point for found in search(typed)]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("san diego naval", "san_diego_nb"),
        ("naval base, san diego", "san_diego_nb"),
        ("hickam pearl", "pearl_hickam"),
        ("washington dc", "washington_dc"),
        ("alaska adak", "adak"),
    ],
)
def test_words_are_found_in_any_order(typed: str, place: str) -> None:
    assert [found.place_id for found in search(typed)] == [place]


@pytest.mark.parametrize("typed", ["washington", "new york", "mexico city", "hagatna"])
def test_town_that_is_a_city_of_ours_is_not_listed_beside_it(typed: str) -> None:
    ours, *others = search(typed)
    assert ours.place_id is not None
    assert not [found for found in others if is_near(found, (ours.point.lat, ours.point.lon))]


def test_every_own_place_is_found_by_its_whole_name() -> None:
    for name in PLACE_TABLES:
        for place, row in table(name).items():
            hits = search(row["name"])
            assert any(hit.place_id == place for hit in hits), row["name"]


def test_every_thousandth_town_is_found_by_its_whole_name() -> None:
    for town in sorted(load_towns())[::1000]:
        hits = search(town.names[0])
        assert 1 <= len(hits) <= 8
        assert fold(town.names[0]) in {fold(hit.name)[: len(fold(town.names[0]))] for hit in hits}


def test_largest_of_the_towns_with_one_name_comes_first() -> None:
    people = [
        int(hit.detail.split(", ")[1].split()[0].replace(",", ""))
        for hit in search("springf")
        if hit.place_id is None
    ]
    assert len(people) > 2
    assert people == sorted(people, reverse=True)


def test_city_of_ours_does_not_come_twice() -> None:
    assert [hit.place_id for hit in search("vladivostok")] == ["vladivostok"]


@pytest.mark.parametrize("typed", ["a", "s", "san", "new", "김", "base", "thaad"])
def test_at_most_eight_are_found(typed: str) -> None:
    assert len(search(typed)) <= 8


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("39.87,125.27", (39.87, 125.27)),
        (" 39.87 , 125.27 ", (39.87, 125.27)),
        ("39.87 125.27", (39.87, 125.27)),
        ("39.87; 125.27", (39.87, 125.27)),
        ("-12.5,-170", (-12.5, -170)),
        ("+90,-180", (90, -180)),
        ("0,0", (0, 0)),
    ],
)
def test_coordinates_are_a_place_latitude_first(typed: str, point: tuple[float, float]) -> None:
    (found,) = search(typed)
    assert (found.point.lat, found.point.lon) == point
    assert "latitude first" in found.detail
    assert found.place_id is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("125.27,39.87", ["latitude 125.27", "latitude comes first", "39.87,125.27"]),
        ("-170,20", ["latitude -170", "latitude comes first", "20,-170"]),
        ("200,10", ["latitude 200", "-90 and 90"]),
        ("10,200", ["longitude 200", "-180 and 180"]),
        ("39.87", ["LAT,LON", "39.87,125.27"]),
        ("39.87,125.27,4", ["LAT,LON"]),
    ],
)
def test_numbers_that_are_no_point_are_explained(typed: str, words: list[str]) -> None:
    with pytest.raises(CoordinateError) as caught:
        search(typed)
    assert [word for word in words if word not in str(caught.value)] == []


@pytest.mark.parametrize("typed", ["", "   ", "\t\n", "\u0301", "\u3000"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert search(typed) == []


@pytest.mark.parametrize(
    "typed", ["<img src=x>", "\x00", "\ud800", "%_", ".*", "${1}", "' OR 1=1", "x" * 100_000]
)
def test_hostile_text_finds_nothing(typed: str) -> None:
    assert search(typed) == []


@settings(max_examples=200)
@given(st.text() | st.text(alphabet="0123456789+-., \u0301aA서"))
def test_any_text_finds_at_most_eight_or_is_refused_as_coordinates(text: str) -> None:
    try:
        found = search(text)
    except CoordinateError:
        assert text.strip()[0] in "+-0123456789"
    else:
        assert len(found) <= 8


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
