"""The stories that ship: every view opens, and every statement holds by another hand."""

from __future__ import annotations

import re

import pytest

from geo.catalog.reading import load_catalog
from geo.files.datafiles import DATA_DIR
from geo.link.keys import VIEW_KEYS
from geo.link.query import decode, encode, parse_pairs
from geo.reach.titles import title_of
from geo.records.kinds import Story, StoryStep
from geo.story.file import parse_story
from geo.story.numbers import Reader
from geo.story.telling import meaning_faults
from geo.story.text import fill
from geo.words.language import say
from geo.words.units import format_people
from tests.storyoracle import (
    PLACEHOLDER,
    expected,
    km,
    people_within,
    sites_within,
    us_within,
)
from tests.support import table, view_at
from ui.scene.stories import story_json

STORIES = {story.id: story for story in load_catalog().stories}
STEPS = [(story.id, number) for story in STORIES.values() for number in range(len(story.steps))]
LAUNCH = "banghyon_20170704"


def step_of(story: str, number: int) -> StoryStep:
    return STORIES[story].steps[number]


def told(text: str, units: str = "km") -> str:
    return fill(text, Reader(load_catalog(), units=units))


def test_the_stories_promised_are_there_the_first_one_first() -> None:
    assert list(STORIES) == [
        "five_ranges", "near_and_far", "newspaper_circle", "seoul_to_anywhere", "thaad_guam",
        "thaad_seongju",
    ]  # fmt: skip


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_file_is_in_order(story: Story) -> None:
    assert list(meaning_faults(story, load_catalog(), "en")) == []
    assert 5 <= len(story.steps) <= 9
    again, faults = parse_story(
        (DATA_DIR / "stories" / f"{story.id}.json").read_bytes(), story.id, say("en")
    )
    assert (again, faults) == (story, [])


@pytest.mark.parametrize(("story", "number"), STEPS)
def test_step_can_be_read_from_the_last_row_in_both_languages(story: str, number: int) -> None:
    step = step_of(story, number)
    for words in (step.title, step.text, step.question):
        assert words["en"] != words["ko"]
        assert re.search("[가-힣]", words["ko"])
        assert not re.search("[가-힣]", words["en"])
    assert 2 <= len(re.findall(r"[.?!]”?(?= |$)", told(step.text["en"]))) <= 4
    assert len(told(step.text["en"])) <= 560


@pytest.mark.parametrize(("story", "number"), STEPS)
def test_both_languages_compute_the_same(story: str, number: int) -> None:
    step = step_of(story, number)
    for words in (step.title, step.text, step.question):
        english, korean = (set(PLACEHOLDER.findall(words[lang])) for lang in ("en", "ko"))
        assert english == korean


@pytest.mark.parametrize(("story", "number"), STEPS)
def test_view_opens_as_written(story: str, number: int) -> None:
    view = step_of(story, number).view
    pairs = parse_pairs(view)
    scenario, problems = decode(pairs, load_catalog())
    assert problems == []
    assert {key for key, _ in pairs} <= set(VIEW_KEYS)
    assert any(key == "ring" for key, _ in pairs)
    assert decode(parse_pairs(encode(scenario)), load_catalog())[0] == scenario


@pytest.mark.parametrize(("story", "number"), STEPS)
def test_label_of_a_ring_is_a_claim_with_that_number(story: str, number: int) -> None:
    claims = {row["label"]: row for row in table("claims").values()}
    batteries = [
        (float(row["lat"]), float(row["lon"]), row["interceptor_range_km"])
        for row in table("missile_defense").values()
    ]
    for ring in decode(parse_pairs(step_of(story, number).view), load_catalog())[0].rings:
        if ring.label == "interceptors, as published":
            assert (ring.point.lat, ring.point.lon, f"{ring.best_km:g}") in batteries
        elif ring.label:
            claim = claims[ring.label]
            stated = {claim["range_km_low"], claim["range_km_high"]} - {""}
            assert {f"{each:g}" for _, each in ring.edges} == stated


@pytest.mark.parametrize("units", ["km", "mi"])
@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_numbers_are_those_of_geographiclib_and_the_tables(story: Story, units: str) -> None:
    texts = [story.title["en"], story.about["en"]]
    texts += [words["en"] for s in story.steps for words in (s.title, s.text, s.question)]
    found = {pair for text in texts for pair in PLACEHOLDER.findall(text)}
    for name, rest in found:
        value = expected(name, rest, units)
        if value is not None:
            whole = f"{{{name}:{rest}}}" if rest else f"{{{name}}}"
            assert told(whole, units) == value, whole


def test_people_are_counted_town_by_town() -> None:
    """The smallest ring that a story counts people in; test_population.py has larger ones."""
    counted = people_within("sunan_airport", 300, degrees=5)
    assert told("{people:sunan_airport~300}") == format_people(counted)


def place_named(text: str) -> str:
    """Return the id of a city or base by its name, which a list may hold without its brackets."""
    rows = [*table("cities").items(), *table("bases").items()]
    return next(place for place, row in rows if f"{row['name']} (".startswith(f"{text} ("))


def test_us_soil_inside_is_listed_completely() -> None:
    """Names stand for neighbourhoods of 60 km: each place inside is near a named one."""
    texts = [step.text["en"] for story in STORIES.values() for step in story.steps]
    found = {r for text in texts for name, r in PLACEHOLDER.findall(text) if name == "us_inside"}
    assert found
    names = {
        row["name"]: place for name in ("cities", "bases") for place, row in table(name).items()
    }
    for rest in found:
        site, range_km = rest.split("~")
        listed = told(f"{{us_inside:{rest}}}").split(", ")
        ids = [
            next(
                place
                for name, place in names.items()
                if name == text or name.startswith(f"{text} (")
            )
            for text in listed
        ]
        inside = us_within(site, float(range_km))
        assert set(ids) <= inside
        assert [km(site, each) for each in ids] == sorted(km(site, each) for each in ids)
        assert all(any(km(each, named) <= 60 for named in ids) for each in inside)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_step_is_called_by_its_coordinates(lang: str) -> None:
    """The rings of Seongju's story start at radars, as typed points: a view is in no language."""
    reader = Reader(load_catalog(lang=lang))
    stories = STORIES.values()
    scenes = [each["scene"] for story in stories for each in story_json(story, reader, "")["steps"]]
    views = [view_at(f"{step.view}&lang={lang}") for story in stories for step in story.steps]
    named = [ring[key] for scene in scenes for ring in scene["rings"] for key in ("name", "short")]
    for words in (*named, *map(title_of, views)):
        assert not re.search(r"\d\.\d", words), words


# What the texts of July 2017 say in words, checked for every known launch site.


def test_at_5000_km_only_guam_is_false_from_every_site() -> None:
    for site in table("launch_sites"):
        assert {"eareckson", "adak", "wake", "saipan", "guam_nb"} <= us_within(site, 5000)


def test_at_8000_km_the_corner_of_washington_state_depends_on_the_site() -> None:
    assert 0 < sites_within(8000, "whidbey") < len(table("launch_sites"))
    assert km(LAUNCH, "seattle") > 8000 > km("tonghae", "seattle")
    assert max(km(LAUNCH, "honolulu"), km(LAUNCH, "anchorage")) <= 8000


def test_at_10000_km_the_east_coast_is_outside_from_every_site() -> None:
    for city in ("chicago", "new_york", "washington_dc"):
        assert sites_within(10_000, city) == 0
    for city in ("los_angeles", "denver"):
        assert km(LAUNCH, city) <= 10_000


def test_what_the_other_stories_say_in_words_holds() -> None:
    assert km("sunan_airport", "honolulu") > 2 * km("sunan_airport", "guam_nb")
    assert sites_within(4500, "guam_nb") == len(table("launch_sites"))
    assert 3000 < km("wonsan_kalma", "guam_nb") <= 3500
    assert all(km("tpy2_seongju", city) <= 800 for city in ("shenyang", "dalian", "qingdao"))
    assert all(km("tpy2_seongju", city) <= 2000 for city in ("beijing", "harbin", "tianjin"))
    assert km("sohae", "jakarta") > 5000 and km("sohae", "darwin") > 5000
    assert km("sohae", "sydney") > 8000 >= km("sohae", "berlin")
    assert max(km("sohae", "london"), km("sohae", "los_angeles")) <= 10_000
    assert km("sohae", "wellington") > 10_000


def test_what_the_story_of_forty_years_says_in_words_holds() -> None:
    flown = {missile: row["first_flight"] for missile, row in table("missiles").items()}
    assert (flown["hwasong-5"], flown["hwasong-14"]) == ("1984-04", "2017-07-04")
    assert (flown["hwasong-15"], flown["hwasong-19"]) == ("2017-11-29", "2024-10-31")
    assert flown["taepodong-1"] == "1998-08-31"
    notes = table("missiles")["hwasong-7"]["notes"]
    assert "First success 29 May 1993, over about 500 km" in notes
    assert "1 success in 8 (2016)" in table("missiles")["hwasong-10"]["status"]
    assert not [row for row in table("claims").values() if row["claim_date"] < "1998"]
    assert 4000 < km("kusong_north", "anchorage") <= 7000


def test_every_step_of_forty_years_shows_all_its_rings_on_its_day() -> None:
    for step in STORIES["seoul_to_anywhere"].steps:
        view = view_at(step.view)
        assert view.day is not None
        assert len(view.shown_rings) == len(view.rings), step.view
    dates = [view_at(step.view).day for step in STORIES["seoul_to_anywhere"].steps]
    assert dates == sorted(dates, key=str)


def test_placeholder_is_computed_in_the_reader_s_language() -> None:
    reader = Reader(load_catalog(lang="ko"))
    assert fill("{reach:sohae~8000>honolulu}", reader) == "안"
    assert fill("{people:sunan_airport~300}", reader).endswith("명")
