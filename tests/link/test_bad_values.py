"""A bad value of a link is named with what is accepted, and the rest of the link stands."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from geo.catalog.reading import load_catalog
from geo.link.query import decode, encode
from tests.link.linkids import LAYERS, TILES
from tests.support import BAD_VALUES, read_link, scenario_of, table

KM_ACCEPTED = ["8000", "3000-5500", "8500-10400-14000", "10 to 19,900"]
BAD: list[tuple[str, str, list[str]]] = [
    *[("ring", f"sohae~{km}", ["10 and 19,900 km"]) for km in ("9.999", "19900.1", "0", "999999")],
    *[
        ("ring", f"sohae~{km}", [f"'{km}'", *KM_ACCEPTED])
        for km in ("", "8,000", "8e3", "1e3", "-8000", "inf", "nan", "8000km", "8000...", "-",
                   "8000-", "-8000-9000", "1000-2000-3000-4000", "50 00", "0x1F40", "1234567",
                   "\u0668\u0660\u0660\u0660")
    ],
    *[("ring", f"sohae~{km}", ["low-high", "low-best-high"])
      for km in ("5500-3000", "3000-3000", "3000-9000-5500", "3000-3000-5500")],
    ("ring", "", ["SITE~KM", "sohae~8000", *KM_ACCEPTED]),
    ("ring", "sohae", ["SITE~KM~LABEL"]),
    ("ring", "~8000", ["''", "sohae", "LAT,LON"]),
    ("ring", "mars~8000", ["'mars'", "sohae", "LAT,LON"]),
    ("ring", "SOHAE~8000", ["'SOHAE'", "sohae"]),
    ("ring", "so\x00hae~8000", ["not a launch site"]),
    ("ring", "125.27,39.87~8000", ["latitude comes first", "39.87,125.27"]),
    ("ring", "200,39~8000", ["latitude 200", "-90 and 90"]),
    ("ring", "39,180.001~8000", ["longitude 180.001", "-180 and 180"]),
    ("ring", "39,125,7~8000", ["LAT,LON", "39.87,125.27"]),
    ("ring", "\u0663\u0669,125~8000", ["LAT,LON"]),
    ("ring", "nan,inf~8000", ["LAT,LON"]),
    ("ring", "sohae~8000~" + "x" * 61, ["61", "at most 60"]),
    *[("show", value, ["not a layer", *LAYERS]) for value in ("planes", "Cities", "cities;bases")],
    *[("units", value, ["km, mi, nmi"]) for value in ("", "KM", "miles", "k m i")],
    *[
        ("date", value, ["YYYY-MM-DD", "2017-07-04"])
        for value in ("", "2017-02-30", "2017-7-4", "20170704", "2017", "2017-07-04T12:00",
                      "2017-W27-2", "\u0662\u0660\u0661\u0667-07-04", "0000-01-01", "04.07.2017")
    ],
    *[
        ("radar", value, ["ID~KM~AZIMUTH~WIDTH"])
        for value in ("", "tpy2_guam", "tpy2_guam~800~347", "tpy2_guam~800~347~120~1",
                      "tpy2_guam~far~347~120", "tpy2_guam~800~-13~120")
    ],
    ("radar", "thaad_guam~200~0~90", ["'thaad_guam'", "tpy2_seongju", "cobra_dane"]),
    *[
        ("radar", f"tpy2_guam~{value}", ["6,000", "0 to 360"])
        for value in ("0~347~120", "6001~347~120", "800~361~120", "800~347~0", "800~347~361")
    ],
    *[
        ("at", value, ["LAT,LON,ZOOM", "0 to 12"])
        for value in ("", "39", "1,2", "39,125", "39,125,13", "39,125,-1", "39,125,1e1", "39,125,")
    ],
    ("at", "125.27,39.87,4", ["latitude comes first", "39.87,125.27"]),
    *[("base", value, ["offline", *TILES]) for value in ("", "osm", "https://tiles.example")],
    *[("lang", value, ["en, ko"]) for value in ("", "fr", "KO")],
    *[("present", value, ["1", "leave the key out"]) for value in ("", "0", "true")],
    ("to", "guam_nb,atlantis", ["'atlantis'", "/export/reach.csv"]),
    *[("title", value, [f"has {len(value.strip())} character", "1 to 90 characters", "control"])
      for value in ("", "   ", "t" * 91, "a\x00b", "a\nb", "a\u202eb", "\u200b")],
    *[("note", value, [f"has {len(value.strip())} character", "1 to 240 characters", "control"])
      for value in ("", "n" * 241, "a\x85b", "a\u2028b")],
    ("name", "guam_nb,atlantis", ["'atlantis'", "/export/reach.csv"]),
    ("name", "Seoul", ["'Seoul'", "/export/reach.csv"]),
    *[("name", value, ["1 to 20 place ids"])
      for value in ("", ",", ",".join(list(table("cities"))[:21]))],
    *[("legend", value, ["0", "leave the key out"]) for value in ("", "1", "off", "\u0660")],
    *[("hide", value, ["whole numbers from 1 to 5, with commas"])
      for value in ("", "0", "6", "1,6", "1,,2", ",1", "x", "-1", "1.0", "1 2", "\u0661",
                    "1" * 5000)],
    *[("on", value, ["whole number from 1 to 5"])
      for value in ("", "0", "6", "13", "x", "-1", "1.0", "1 1", "\u0661")],
    *[("v", value, ["format 1"]) for value in ("", "2", "\u0661")],
]  # fmt: skip


@pytest.mark.parametrize(("key", "value", "words"), BAD, ids=[ascii(case[:2])[:40] for case in BAD])
def test_bad_value_is_named_and_its_default_stands(key: str, value: str, words: list[str]) -> None:
    scenario, problems = read_link(f"{key}={quote(value)}")
    told = value if len(value) <= 200 else f"{value[:200]}..."
    assert [(each.key, each.value) for each in problems] == [(key, told)]
    assert str(problems[0]).startswith(f"{key}={told}: ")
    assert [word for word in words if word not in problems[0].problem] == []
    assert scenario == scenario_of("")


def test_one_bad_value_leaves_the_others_standing() -> None:
    good = "ring=sohae~8000&show=cities&units=mi&lang=ko"
    scenario, problems = read_link(f"ring=mars~1&{good}&date=soon&at=north&ring=sohae~1&v=9")
    assert scenario == scenario_of(good)
    assert sorted(each.key for each in problems) == ["at", "date", "ring", "ring", "v"]


def test_every_bad_value_at_once_gives_a_problem_for_each_and_the_bare_link() -> None:
    query = "&".join(f"{key}={quote(value)}" for key, value in BAD_VALUES.items())
    scenario, problems = read_link(query)
    assert {each.key: each.value for each in problems} == BAD_VALUES
    assert scenario == scenario_of("")


@pytest.mark.parametrize(("rings", "last"), [(1, 1), (2, 2), (12, 12)])
def test_number_beyond_the_last_ring_is_refused_and_the_first_is_active(
    rings: int, last: int
) -> None:
    view = "&".join(f"ring=sohae~{km}" for km in range(1000, 1000 + rings))
    scenario, (problem,) = read_link(f"{view}&on={rings + 1}")
    assert problem.problem == f"accepted: a whole number from 1 to {last}"
    assert scenario == scenario_of(view)
    assert scenario.active == 0
    assert "on=" not in encode(scenario)


def test_thirteenth_ring_is_named_and_twelve_are_shown() -> None:
    rings = [f"ring=sohae~{km}" for km in range(1000, 1013)]
    assert len(scenario_of("&".join(rings[:12])).rings) == 12
    scenario, (problem,) = read_link("&".join([*rings, "ring=sohae~1013"]))
    assert [ring.best_km for ring in scenario.rings] == list(range(1000, 1012))
    assert (problem.key, problem.value) == ("ring", "sohae~1012")
    assert "at most 12 rings" in problem.problem


@pytest.mark.parametrize("key", BAD_VALUES)
def test_huge_value_is_shortened_in_what_is_said_about_it(key: str) -> None:
    huge = "9" * 100_000
    for value in (huge, f"sohae~{huge}", f"sohae~8000~{huge}", f"{huge}~1~1~1", f"{huge},{huge}"):
        _, (problem,) = decode([(key, value)], load_catalog())
        assert len(problem.value) <= 210
        assert len(problem.problem) <= 500


@pytest.mark.timeout(5)  # a guard against reading for minutes, not a measurement
def test_spaces_without_end_are_refused_at_once() -> None:
    text = "39" + " " * 100_000 + "x,125"
    for key, value in (("ring", f"{text}~8000"), ("at", f"{text},3")):
        scenario, problems = decode([(key, value)], load_catalog())
        assert [each.key for each in problems] == [key]
        assert scenario == scenario_of("")


def test_radar_given_twice_has_two_sectors_and_none_twice() -> None:
    twice = "ring=sohae~8000&radar=tpy2_seongju~800~347~120&radar=tpy2_seongju~900~10~60"
    scenario, problems = read_link(f"{twice}&radar=tpy2_seongju~800~347~120")
    assert [radar.range_km for radar in scenario.radars] == [800, 900]
    assert problems == []


def test_more_sectors_than_a_link_may_have_are_named() -> None:
    many = "&".join(f"radar=tpy2_seongju~{km}~347~120" for km in range(100, 127))
    scenario, problems = read_link(f"ring=sohae~8000&{many}")
    assert [radar.range_km for radar in scenario.radars] == list(range(100, 124))
    assert [each.value for each in problems] == [
        f"tpy2_seongju~{km}~347~120" for km in (124, 125, 126)
    ]
