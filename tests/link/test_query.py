"""Links mean for ever what they meant, and a bad value is named with what is accepted."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

import pytest

from geo.catalog.reading import load_catalog
from geo.link.query import decode, encode, parse_pairs
from geo.link.scenario import Camera, RadarAssumption, Scenario
from tests.support import BAD_VALUES, BIDI_CONTROLS, facts, read_link, scenario_of, site_point

LAYERS = ["cities", "bases", "thaad", "radar", "arcs", "tests", "envelope"]
TILES = [
    "OpenStreetMap.Mapnik",
    "Esri.WorldGrayCanvas",
    "Esri.WorldPhysical",
    "NASAGIBS.BlueMarble",
    "OpenTopoMap",
]
JULY_2017 = [
    ("banghyon_20170704", 3000, None, 5500, "US Pacific Command"),
    ("banghyon_20170704", None, 5000, None, "US Forces Korea via Korea Times"),
    ("banghyon_20170704", None, 6700, None, "David Wright (UCS)"),
    ("banghyon_20170704", None, 8000, None, "experts via Yonhap"),
    ("banghyon_20170704", None, 10000, None, "Korea Times"),
]
# Links as people have shared them, and what they mean. Lines are added, never changed.
OLD_LINKS: list[tuple[str, list[Any], dict[str, Any]]] = [
    ("", JULY_2017, {"show": ("cities", "bases", "thaad"), "units": "km", "date": None}),
    (
        "?ring=sohae~8000~experts%20via%20Yonhap&ring=39.87,125.27~3000-5500&units=mi",
        [
            ("sohae", None, 8000, None, "experts via Yonhap"),
            ("39.87,125.27", 3000, None, 5500, ""),
        ],
        {"units": "mi"},
    ),
    (
        "ring=pyongsong~8500-10400-14000~Hwasong-15&show=radar,envelope,cities&units=nmi&v=1",
        [("pyongsong", 8500, 10400, 14000, "Hwasong-15")],
        {"units": "nmi", "show": ("cities", "radar", "envelope")},
    ),
    (
        "ring=Musudan-ri~6700&date=2017-07-04&to=guam_nb,honolulu&present=1&lang=ko&v=1",
        [("tonghae", None, 6700, None, "")],
        {
            "date": dt.date(2017, 7, 4),
            "targets": ("guam_nb", "honolulu"),
            "present": True,
            "lang": "ko",
        },
    ),
    (
        "ring=sohae~8000&room=abc-d3f&seed=7&width=1600&utm_source=blog",
        [("sohae", None, 8000, None, "")],
        {},
    ),
    (
        "story=own&step=3&ring=sohae~8000&v=1",
        [("sohae", None, 8000, None, "")],
        {},
    ),
    (
        "ring=mupyong_ni~10000~%ED%99%94%EC%84%B1-14%2C+%EC%97%B0%ED%95%A9&base=OpenTopoMap&show=",
        [("mupyong_ni", None, 10000, None, "화성-14, 연합")],
        {"base": "OpenTopoMap", "show": ()},
    ),
    (
        "ring=sohae~9999.5&at=52.5,-172.25,3.5&radar=tpy2_seongju~800~347~120",
        [("sohae", None, 9999.5, None, "")],
        {"radars": (RadarAssumption("tpy2_seongju", 800, 347, 120),)},
    ),
]
RINGS: list[tuple[str, Any]] = [
    ("sohae~10", ("sohae", None, 10, None, "")),
    ("sohae~19900", ("sohae", None, 19900, None, "")),
    ("sohae~8000.000001", ("sohae", None, 8000.000001, None, "")),
    ("sohae~08000", ("sohae", None, 8000, None, "")),
    ("sohae~3000-3000.5", ("sohae", 3000, None, 3000.5, "")),
    ("Sohae (Tongchang-ri)~500", ("sohae", None, 500, None, "")),
    ("Panghyon~500", ("banghyon_20170704", None, 500, None, "")),
    ("sohae~500~", ("sohae", None, 500, None, "")),
    ("sohae~500~  two  words\t", ("sohae", None, 500, None, "two  words")),
    ("sohae~500~a~b~~c", ("sohae", None, 500, None, "a~b~~c")),
    ("sohae~500~<img src=x onerror=alert(1)>`${1}`", ("sohae", None, 500, None,
     "<img src=x onerror=alert(1)>`${1}`")),
    ("sohae~500~&amp;=?#%41+", ("sohae", None, 500, None, "&amp;=?#%41+")),
    ("sohae~500~a\x00b\x1fc\x85d\u2028e", ("sohae", None, 500, None, "a b c d e")),
    ("sohae~500~" + "x" * 60, ("sohae", None, 500, None, "x" * 60)),
    ("sohae~500~" + "한" * 60, ("sohae", None, 500, None, "한" * 60)),
    (" 39.870 , 125.27 ~500", ("39.87,125.27", None, 500, None, "")),
    ("+39,+125~500", ("39,125", None, 500, None, "")),
    ("-90,-180~500", ("-90,-180", None, 500, None, "")),
    ("0,180~500", ("0,180", None, 500, None, "")),
    ("-0,-0~500", ("0,0", None, 500, None, "")),
]  # fmt: skip
KM_ACCEPTED = ["8000", "3000-5500", "8500-10400-14000", "10 to 19,900"]
BAD: list[tuple[str, str, list[str]]] = [
    *[("ring", f"sohae~{km}", ["10 and 19,900 km"]) for km in ("9.999", "19900.1", "0", "999999")],
    *[
        ("ring", f"sohae~{km}", [f"'{km}'", *KM_ACCEPTED])
        for km in ("", "8,000", "8e3", "1e3", "-8000", "inf", "nan", "8000km", "8000.", "-",
                   "8000-", "-8000-9000", "1000-2000-3000-4000", "5000 ", "0x1F40", "1234567",
                   "\uff18\uff10\uff10\uff10")
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
    ("ring", "\uff13\uff19,125~8000", ["LAT,LON"]),
    ("ring", "nan,inf~8000", ["LAT,LON"]),
    ("ring", "sohae~8000~" + "x" * 61, ["61", "at most 60"]),
    *[("show", value, ["not a layer", *LAYERS]) for value in ("planes", "Cities", "cities;bases")],
    *[("units", value, ["km, mi, nmi"]) for value in ("", "KM", "miles", " km")],
    *[
        ("date", value, ["YYYY-MM-DD", "2017-07-04"])
        for value in ("", "2017-02-30", "2017-7-4", "20170704", "2017", "2017-07-04T12:00",
                      "2017-W27-2", "\uff12\uff10\uff11\uff17-07-04", "0000-01-01", "04.07.2017")
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
    *[("on", value, ["whole number from 1 to 5"])
      for value in ("", "0", "6", "13", "x", "-1", "1.0", " 1", "\uff11")],
    *[("v", value, ["format 1"]) for value in ("", "2", "\uff11")],
]  # fmt: skip


@pytest.mark.parametrize(("query", "rings", "others"), OLD_LINKS, ids=range(len(OLD_LINKS)))
def test_old_link_means_what_it_meant(query: str, rings: list[Any], others: dict[str, Any]) -> None:
    scenario = scenario_of(query)
    assert [facts(ring) for ring in scenario.rings] == rings
    assert {name: getattr(scenario, name) for name in others} == others
    assert scenario_of(encode(scenario)) == scenario


@pytest.mark.parametrize(("value", "expected"), RINGS, ids=[ascii(case[0])[:30] for case in RINGS])
def test_ring_is_read_as_written(value: str, expected: Any) -> None:
    (ring,) = scenario_of(f"ring={quote(value)}").rings
    assert facts(ring) == expected
    if "," not in ring.site:
        assert (ring.point.lat, ring.point.lon) == site_point(ring.site)
    else:
        assert (ring.point.lat, ring.point.lon) == tuple(map(float, ring.site.split(",")))


@pytest.mark.parametrize(("key", "value", "words"), BAD, ids=[ascii(case[:2])[:40] for case in BAD])
def test_bad_value_is_named_and_its_default_stands(key: str, value: str, words: list[str]) -> None:
    scenario, problems = read_link(f"{key}={quote(value)}")
    assert [(each.key, each.value) for each in problems] == [(key, value)]
    assert str(problems[0]).startswith(f"{key}={value}: ")
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


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("show=envelope,cities,cities,", "show", ("cities", "envelope")),
        ("show=" + ",".join(LAYERS), "show", tuple(LAYERS)),
        ("show=", "show", ()),
        ("to=", "targets", ()),
        ("to=seoul,guam_nb,seoul", "targets", ("seoul", "guam_nb")),
        *[(f"base={tiles}", "base", tiles) for tiles in ["offline", *TILES]],
        ("date=0001-01-01", "date", dt.date(1, 1, 1)),
        ("units=mi&units=nmi", "units", "nmi"),
        ("Units=mi&UNITS=nmi&units%20=mi&=x&&unit", "units", "km"),
        ("present=1", "present", True),
        ("v=1", "present", False),
    ],
)
def test_single_value_is_read(query: str, name: str, expected: object) -> None:
    assert getattr(scenario_of(query), name) == expected


@pytest.mark.parametrize(
    ("query", "active"),
    [
        ("", 0),
        ("on=5", 4),
        ("on=1&on=2", 1),
        ("ring=sohae~500&ring=sohae~600", 0),
        ("ring=sohae~500&ring=sohae~600&on=2", 1),
        ("on=2&ring=sohae~500&ring=sohae~600", 1),
        ("story=own&on=12", 0),  # as many rings as a view may have: the server has not seen them
    ],
)
def test_number_of_the_active_ring_is_read(query: str, active: int) -> None:
    scenario = scenario_of(query)
    assert scenario.active == active
    assert scenario.active_ring == scenario.rings[active]
    assert ("on", str(active + 1)) in [*parse_pairs(encode(scenario)), ("on", "1")]


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


@pytest.mark.parametrize("text", ["39.87,125.27,4", "-90,180,0", "0,-180,12", "1,-2,0.25"])
def test_view_of_the_map_is_read(text: str) -> None:
    lat, lon, zoom = map(float, text.split(","))
    view = scenario_of(f"at={text}").at
    assert isinstance(view, Camera)
    assert (view.center.lat, view.center.lon, view.zoom) == (lat, lon, zoom)


def test_thirteenth_ring_is_named_and_twelve_are_shown() -> None:
    rings = [f"ring=sohae~{km}" for km in range(1000, 1013)]
    assert len(scenario_of("&".join(rings[:12])).rings) == 12
    scenario, (problem,) = read_link("&".join([*rings, "ring=sohae~1013"]))
    assert [ring.best_km for ring in scenario.rings] == list(range(1000, 1012))
    assert (problem.key, problem.value) == ("ring", "sohae~1012")
    assert "at most 12 rings" in problem.problem


def test_key_behind_many_unknown_ones_still_counts() -> None:
    (ring,) = scenario_of("x=&" * 500 + "ring=sohae~8000").rings
    assert facts(ring) == ("sohae", None, 8000, None, "")


@pytest.mark.parametrize("sign", BIDI_CONTROLS, ids=ascii)
def test_sign_that_turns_text_around_does_not_stay_in_a_label(sign: str) -> None:
    (ring,) = scenario_of(f"ring=sohae~8000~{quote(f'a{sign}b')}").rings
    assert ring.label == "a b"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("ring=sohae~500~100%", "100%"),
        ("ring=sohae~500~%zz%4", "%zz%4"),
        ("ring=sohae~500~%ff%ED%99", "\ufffd\ufffd"),
        ("ring=sohae~500~a+b%20c%2Bd", "a b c+d"),
    ],
)
def test_percent_garbage_is_read_as_a_browser_reads_it(query: str, label: str) -> None:
    assert scenario_of(query).rings[0].label == label


def test_lone_surrogate_never_stops_a_link_from_being_written() -> None:
    scenario, _ = decode([("ring", "sohae~8000~a\ud800b"), ("to", "\udfff")], load_catalog())
    assert isinstance(scenario, Scenario)
    assert scenario_of(encode(scenario)).rings[0].best_km == 8000


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


@pytest.mark.parametrize("query", ["", "?", "???", "&&&", "=", "?=&", "ring", "%", "\x00", "v"])
def test_scraps_of_a_query_string_never_raise(query: str) -> None:
    pairs = parse_pairs(query)
    scenario, problems = decode(pairs, load_catalog())
    assert scenario == scenario_of("")
    assert {each.key for each in problems} <= {"ring", "v"}


def test_radar_given_twice_is_used_once_and_named() -> None:
    twice = "ring=sohae~8000&radar=tpy2_seongju~800~347~120&radar=tpy2_seongju~900~10~60"
    scenario, problems = read_link(twice)
    assert [radar.range_km for radar in scenario.radars] == [800]
    assert [(each.key, each.value) for each in problems] == [("radar", "tpy2_seongju~900~10~60")]
