"""Links as they are read: rings, single values, and text that is hardly any."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import quote

import pytest

from geo.catalog.reading import load_catalog
from geo.link.query import decode, encode, parse_pairs
from geo.link.scenario import Camera, Scenario
from tests.link.linkids import LAYERS, TILES
from tests.support import BIDI_CONTROLS, facts, scenario_of, site_point

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


@pytest.mark.parametrize(("value", "expected"), RINGS, ids=[ascii(case[0])[:30] for case in RINGS])
def test_ring_is_read_as_written(value: str, expected: Any) -> None:
    (ring,) = scenario_of(f"ring={quote(value)}").rings
    assert facts(ring) == expected
    if "," not in ring.site:
        assert (ring.point.lat, ring.point.lon) == site_point(ring.site)
    else:
        assert (ring.point.lat, ring.point.lon) == tuple(map(float, ring.site.split(",")))


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
        ("Unit=mi&UNITS1=nmi&un.its=mi&=x&&unit", "units", "km"),
        ("Units=mi&UNITS=nmi", "units", "nmi"),
        ("present=1", "present", True),
        ("title=%20Who%20is%20%3Cb%3Ein%3C/b%3E?%20", "title", "Who is <b>in</b>?"),
        ("title=" + "x" * 90, "title", "x" * 90),
        ("title=" + quote("한" * 90), "title", "한" * 90),
        ("note=" + "x" * 240, "note", "x" * 240),
        ("", "title", ""),
        ("name=seoul,guam_nb,seoul", "names", ("seoul", "guam_nb")),
        ("legend=0", "legend", False),
        ("", "legend", True),
        ("hide=3,2,3", "hidden", (1, 2)),
        ("hide=1,2,3,4,5", "hidden", (0, 1, 2, 3, 4)),
        ("hide=2&ring=sohae~500&ring=sohae~600", "hidden", (1,)),
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


@pytest.mark.parametrize(
    ("query", "shown", "speaking"),
    [
        ("", [0, 1, 2, 3, 4], 0),
        ("hide=2", [0, 2, 3, 4], 0),
        ("hide=1", [1, 2, 3, 4], 1),
        ("on=3&hide=1,3", [1, 3, 4], 1),
        ("on=5&hide=1", [1, 2, 3, 4], 4),
        ("hide=1,2,3,4,5", [], None),
    ],
)
def test_ring_that_speaks_is_the_active_one_or_the_first_shown(
    query: str, shown: list[int], speaking: int | None
) -> None:
    scenario = scenario_of(query)
    assert [index for index, _ in scenario.shown_rings] == shown
    assert [ring for _, ring in scenario.shown_rings] == [scenario.rings[i] for i in shown]
    assert scenario.speaking == speaking


def test_new_keys_stand_behind_the_old_ones_so_that_old_links_are_written_alike() -> None:
    old = "ring=sohae~8000&on=1&to=seoul"
    new = "title=T&note=N&name=seoul&legend=0&hide=1"
    assert encode(scenario_of(f"{new}&{old}")) == f"ring=sohae~8000&to=seoul&{new}&v=1"


@pytest.mark.parametrize("text", ["39.87,125.27,4", "-90,180,0", "0,-180,12", "1,-2,0.25"])
def test_view_of_the_map_is_read(text: str) -> None:
    lat, lon, zoom = map(float, text.split(","))
    view = scenario_of(f"at={text}").at
    assert isinstance(view, Camera)
    assert (view.center.lat, view.center.lon, view.zoom) == (lat, lon, zoom)


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


@pytest.mark.parametrize("query", ["", "?", "???", "&&&", "=", "?=&", "ring", "%", "\x00", "v"])
def test_scraps_of_a_query_string_never_raise(query: str) -> None:
    pairs = parse_pairs(query)
    scenario, problems = decode(pairs, load_catalog())
    assert scenario == scenario_of("")
    assert {each.key for each in problems} <= {"ring", "v"}


def test_a_day_before_the_first_preset_shows_the_arsenal_as_it_was_known() -> None:
    """Its five claims are of July 2017; who asks for a day before saw an empty map."""
    catalog = load_catalog()
    for day, missile, farthest_km in (
        ("1990-01-01", "Hwasong-5", 300),
        ("2013-05-01", "Hwasong-7", 1300),
    ):
        (ring,) = decode(parse_pairs(f"date={day}"), catalog)[0].rings
        assert (ring.label.partition(",")[0], ring.limit_km) == (missile, farthest_km)
    assert len(decode(parse_pairs("date=2017-07-04"), catalog)[0].rings) == 5
    assert len(decode(parse_pairs("date=1990-01-01&ring=sohae~8000"), catalog)[0].rings) == 1
