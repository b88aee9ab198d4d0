"""Links mean for ever what they meant."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from geo.link.query import encode
from geo.link.scenario import RadarAssumption
from tests.support import facts, scenario_of

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


@pytest.mark.parametrize(("query", "rings", "others"), OLD_LINKS, ids=range(len(OLD_LINKS)))
def test_old_link_means_what_it_meant(query: str, rings: list[Any], others: dict[str, Any]) -> None:
    scenario = scenario_of(query)
    assert [facts(ring) for ring in scenario.rings] == rings
    assert {name: getattr(scenario, name) for name in others} == others
    assert scenario_of(encode(scenario)) == scenario
