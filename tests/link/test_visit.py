"""Story, step, room and seed of a link: what is accepted, what is said, what a step changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.facts.layers import DEFAULT_LAYERS
from geo.link.keys import VISIT_KEYS
from geo.link.query import decode, parse_pairs, read_visit
from geo.link.scenario import DEFAULT_TARGETS
from geo.link.visit import Visit
from tests.support import ask, errors_of, facts, read_link, scenario_of

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def visit_of(query: str) -> Visit:
    visit, problems = read_visit(parse_pairs(query), load_catalog())
    assert problems == []
    return visit


@pytest.mark.parametrize(
    ("query", "visit"),
    [
        ("", Visit()),
        ("story=five_ranges", Visit("five_ranges", 1)),
        ("story=five_ranges&step=7&ring=sohae~8000", Visit("five_ranges", 7)),
        ("story=own&step=200", Visit("own", 200)),
        ("step=3", Visit(step=3)),
        ("step=003", Visit(step=3)),
        ("room=7k3-qzm", Visit(room="7K3QZM")),
        ("room=+7+K3q+zM+", Visit(room="7K3QZM")),
        ("room=oil0o1", Visit(room="011001")),
        ("seed=Class-9b", Visit(seed="Class-9b")),
        ("seed=" + "x" * 20, Visit(seed="x" * 20)),
        ("room=AAAAAA&room=BBBBBB&step=9&step=2&story=own", Visit("own", 2, "BBBBBB")),
    ],
)
def test_link_says_why_it_is_opened(query: str, visit: Visit) -> None:
    assert visit_of(query) == visit


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        *[("story", value, ["five_ranges", "thaad_guam", "own"])
          for value in ("", "Five_ranges", "atlantis", "../five_ranges", "<script>")],
        *[("step", value, ["1 to 200"])
          for value in ("", "0", "-1", "1.5", "two", "201", "1e1", "\uff11", "9" * 7)],
        *[("room", value, ["6", "letters and digits", "7K3-QZM"])
          for value in ("", "ABCDE", "ABCDEFG", "ABCDEU", "ABC_DE", "\uff21BCDEF", "A" * 5000)],
        *[("seed", value, ["1 to 20", "letters, digits and hyphens"])
          for value in ("", "a b", "x" * 21, "\u00e9t\u00e9", "a.b", "<b>")],
    ],
)  # fmt: skip
def test_bad_value_is_named_with_what_is_accepted(key: str, value: str, said: list[str]) -> None:
    visit, (problem,) = read_visit([(key, value)], load_catalog())
    assert visit == Visit()
    assert problem.key == key
    assert value.startswith(problem.value.removesuffix("..."))
    assert all(words in problem.problem for words in said)


def test_step_beyond_the_end_of_its_story_is_the_first_one() -> None:
    steps = len(load_catalog().story("five_ranges").steps)
    query = f"story=five_ranges&step={steps + 1}"
    scenario, (problem,) = read_link(query)
    assert f"1 to {steps}" in problem.problem
    assert scenario == scenario_of("story=five_ranges")


STEP = "story=thaad_seongju&step=2"


def test_step_of_a_story_is_the_base_of_the_view() -> None:
    step = load_catalog().story("thaad_seongju").steps[1]
    assert scenario_of(STEP) == scenario_of(step.view)
    assert scenario_of(STEP).radars
    assert scenario_of(STEP).date == dt.date(2017, 5, 16)


@pytest.mark.parametrize(
    ("more", "changed"),
    [
        ("units=mi", {"units": "mi"}),
        ("show=", {"show": ()}),
        ("date=2020-01-01", {"date": dt.date(2020, 1, 1)}),
        ("to=seoul", {"targets": ("seoul",)}),
        ("lang=ko", {"lang": "ko"}),
        ("present=1", {"present": True}),
        ("base=OpenTopoMap", {"base": "OpenTopoMap"}),
    ],
)
def test_other_keys_of_the_link_override_the_step(more: str, changed: dict[str, object]) -> None:
    assert scenario_of(f"{STEP}&{more}") == replace(scenario_of(STEP), **changed)
    assert scenario_of(f"{more}&{STEP}") == scenario_of(f"{STEP}&{more}")


def test_rings_and_radars_of_the_link_replace_those_of_the_step() -> None:
    ring, radar = "ring=sohae~8000~mine", "radar=tpy2_guam~900~0~60"
    scenario = scenario_of(f"{STEP}&{ring}&{radar}")
    assert [facts(each) for each in scenario.rings] == [("sohae", None, 8000, None, "mine")]
    assert [each.radar for each in scenario.radars] == ["tpy2_guam"]
    kept = scenario_of(f"{STEP}&{ring}")
    assert kept.radars == scenario_of(STEP).radars


def test_bad_value_falls_back_to_what_the_step_says() -> None:
    bad = f"{STEP}&ring=mars~1&show=planes&units=feet&at=x&date=never&to=mars&radar=x"
    scenario, problems = read_link(bad)
    assert scenario == scenario_of(STEP)
    assert sorted(each.key for each in problems) == [
        "at", "date", "radar", "ring", "show", "to", "units",
    ]  # fmt: skip


def test_own_story_is_in_the_reader_s_browser_alone() -> None:
    scenario = scenario_of("story=own&step=3")
    assert scenario == scenario_of("")
    assert (scenario.show, scenario.targets) == (DEFAULT_LAYERS, DEFAULT_TARGETS)


def test_export_of_a_step_is_that_of_its_view() -> None:
    view = load_catalog().story("five_ranges").steps[2].view
    told = ask("/export/rings.geojson?story=five_ranges&step=3")
    assert told.status == 200
    assert told.body == ask(f"/export/rings.geojson?{quote(view, safe='=&~')}").body


def test_export_names_a_step_that_is_not_there() -> None:
    answer = ask("/export/reach.csv?story=five_ranges&step=99")
    assert answer.status == 400
    assert [error["key"] for error in errors_of(answer)] == ["step"]


@given(st.text("0123456789abcdefghjkmnpqrstvwxyzABCOIL -", max_size=12))
def test_code_has_one_spelling(text: str) -> None:
    visit, problems = read_visit([("room", text)], load_catalog())
    signs = text.upper().replace(" ", "").replace("-", "")
    expected = signs.replace("O", "0").replace("I", "1").replace("L", "1")
    assert visit.room == (expected if len(expected) == 6 else "")
    assert bool(problems) == (len(expected) != 6)
    assert set(visit.room) <= set(CROCKFORD)


@given(st.lists(st.tuples(st.sampled_from(VISIT_KEYS), st.text(max_size=30)), max_size=6))
def test_no_text_makes_reading_fail(pairs: list[tuple[str, str]]) -> None:
    visit, problems = read_visit(pairs, load_catalog())
    assert {each.key for each in problems} <= set(VISIT_KEYS)
    assert 1 <= visit.step <= 200
    scenario, _ = decode(pairs, load_catalog())
    assert scenario.rings
