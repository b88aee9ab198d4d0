"""A label that names somebody is answered with what they are on record with."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from geo.catalog import view_of
from geo.link.scenario import Scenario
from geo.reach.onrecord import on_record
from geo.reach.summary import summarize
from tests.labels import SHOWN_KO, SITE, USFK, ring_of
from tests.support import ask, view_at


def said_of(label: str, km: str = "15000", site: str = SITE, lang: str = "en") -> list[str]:
    ring = ring_of(label, km, site)
    records = on_record(ring, view_of(Scenario((ring,), lang=lang)))
    return [record.sentence for record in records]


SPELLINGS = [  # of one name: apart, without a letter, small capitals, Hanja, in circles
    *("U S F K", "u.s.f.k.", "US FORCE KOREA", "\u24ca\u24c8\u24bb\u24c0"),
    "\u1d1cs \ua730\u1d0f\u0280\u1d04\u1d07s \u1d0b\u1d0f\u0280\u1d07\u1d00",
    *("\u99d0\u97d3\u7c73\u8ecd", "\u99d0\u97d3\u7c73\u8ecd\u306b\u3088\u308b\u3068"),
    *("주한 미군", "U\u2009S\u2009F\u2009K says"),
]


@pytest.mark.parametrize("label", SPELLINGS)
def test_spelling_of_a_name_is_answered(label: str) -> None:
    assert said_of(label)[0].startswith("US Forces Korea is on record with 5,000 km (via Korea")


@pytest.mark.parametrize(
    ("label", "who", "said"),
    [
        (USFK, "US Forces Korea is", "5,000 km (via Korea Times, Hwasong-14, 2017-07)"),
        ("Korea Times", "Korea Times is", "up to 10,000 km (Hwasong-14, 2017-07)"),
        (
            "according to Yonhap",
            "experts via Yonhap are",
            "up to 8,000 km (Hwasong-14, 2017-07-04)",
        ),
        ("연합뉴스에 따르면", "experts via Yonhap are", "up to 8,000 km (Hwasong-14, 2017-07-04)"),
        (
            "PACOM",
            "US Pacific Command is",
            "a class that the Pentagon defines as 3,000\u20135,500 km (Hwasong-14, 2017-07-04)",
        ),
        ("Japan", "Japan (Suga) is", "at least 5,500 km (Hwasong-14, 2017-07-05)"),
        ("CSIS, 2017", "CSIS Missile Threat is", "up to 7,000 km (Hwasong-14, 2017-07-05)"),
        (
            "Hwasong-15, US Forces Korea",
            "US Forces Korea is",
            "12,874 km (Hwasong-15, 2019-07-11)",
        ),
    ],
)
def test_whom_a_label_names_is_quoted_with_what_they_said(label: str, who: str, said: str) -> None:
    assert said_of(label) == [f"{who} on record with {said}."]


@pytest.mark.parametrize("label", ["our class 3b", "reaches Japan", "half of it", "1998", "\u200b"])
def test_label_that_names_nobody_has_no_answer(label: str) -> None:
    assert said_of(label) == []


def test_records_of_a_name_with_several_claims_are_of_the_missile_launched_there() -> None:
    assert [each.partition("(")[0] for each in said_of("USFK says")] == [
        "US Forces Korea is on record with 5,000 km ",
        "US Forces Korea is on record with 10,058 km ",
    ]
    assert "Hwasong-15" in said_of("US Forces Korea", site="pyongsong")[0]


def test_claim_from_a_site_of_another_missile_is_answered_with_the_reason() -> None:
    (answer,) = said_of(USFK, "5000", "pyongsong")
    assert answer.startswith("US Forces Korea is on record with 5,000 km")
    assert answer.endswith("Of this launch site only Hwasong-15 is known.")


def test_answer_stands_on_the_page_in_both_languages_and_units() -> None:
    query = f"ring={SITE}~15000~{quote(USFK)}"
    for lang, units, words in (
        ("en", "km", "US Forces Korea is on record with 5,000 km"),
        ("en", "mi", "US Forces Korea is on record with 3,100 mi"),
        ("ko", "km", f"공개 기록에 따르면 {SHOWN_KO}의 수치는 5,000 km입니다"),
    ):
        view = view_at(f"{query}&units={units}&lang={lang}")
        assert words in summarize(view).rest
        ring = quote(f"{SITE}~15000~{USFK}")
        (told,) = ask(f"/live/onrecord.json?ring={ring}&units={units}&lang={lang}").json()
        assert words in told["text"]
        assert told["source"]["name"]
    assert ask(f"/live/onrecord.json?ring={SITE}~5000~{quote(USFK)}").json() == []


@pytest.mark.parametrize("query", ["", "ring=", "ring=x", "ring=sohae~1", "ring=sohae~900&units=x"])
def test_question_that_is_none_is_refused(query: str) -> None:
    answer = ask(f"/live/onrecord.json?{query}")
    assert (answer.status, bool(answer.json()["errors"])) == (400, True)
