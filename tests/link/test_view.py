"""A view is a Scenario and data in one language: no other can be made."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError

import pytest

from geo.catalog.reading import load_catalog
from geo.catalog.views import read_link, view_of
from geo.link.query import parse_pairs
from geo.link.scenario import Ring
from geo.link.view import View
from geo.reach.titles import title_of
from geo.words.language import LANGUAGES
from tests.support import scenario_of, site_point, table, view_at
from ui.scene.scenes import site_json


@pytest.mark.parametrize(("lang", "other"), [("en", "ko"), ("ko", "en")])
def test_data_in_another_language_make_no_view(lang: str, other: str) -> None:
    with pytest.raises(ValueError, match=f"a Scenario in '{lang}' and a catalog in '{other}'"):
        View(scenario_of(f"lang={lang}"), load_catalog(lang=other))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_view_of_a_scenario_has_the_data_in_its_language(lang: str) -> None:
    view = view_of(scenario_of(f"ring=sohae~8000&lang={lang}&units=mi"))
    assert view.catalog is load_catalog(lang=lang)
    assert (view.lang, view.units) == (lang, "mi")
    assert view.tell("outside") == {"en": "outside", "ko": "밖"}[lang]
    row = table("launch_sites")["sohae"]
    assert view.site_name(view.rings[0]) == {"en": row["name"], "ko": row["name_ko"]}[lang]


def test_view_never_changes() -> None:
    view = view_at("ring=sohae~8000")
    with pytest.raises(FrozenInstanceError):
        view.catalog = load_catalog(lang="ko")  # type: ignore[misc]


def test_link_is_read_in_its_language_with_what_it_could_not_say() -> None:
    view, (problem,) = read_link(parse_pairs("ring=sohae~8000&lang=ko&units=leagues"))
    assert (view.lang, view.units, problem.key) == ("ko", "km", "units")


def test_site_as_typed_is_its_own_name() -> None:
    view = view_at("ring=39,125~500")
    assert view.site_name(view.rings[0]) == "39,125"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_point_typed_where_a_place_stands_has_its_name(lang: str) -> None:
    row, catalog = table("missile_defense")["tpy2_shariki"], load_catalog(lang=lang)
    shariki = next(place.name for place in catalog.places if place.id == "tpy2_shariki")
    point = f"{row['lat']},{row['lon']}"
    view = view_at(f"ring={point}~2000&ring={point}1~2000&lang={lang}")
    assert [view.site_name(ring) for ring in view.rings] == [shariki, f"{point}1"]
    assert json.loads(site_json(point, lang))["site"]["name"] == shariki


def test_name_of_such_a_point_is_short_on_maps_and_in_titles() -> None:
    row = table("missile_defense")["thaad_seongju"]
    view = view_at(f"ring={row['lat']},{row['lon']}~200")
    assert row["name"].startswith("THAAD battery Seongju (")
    assert title_of(view) == "Who is within 200 km of THAAD battery Seongju?"


def test_dated_view_knows_the_sites_used_by_then_and_those_without_a_date() -> None:
    used = {key: row["first_used"] for key, row in table("launch_sites").items()}
    for day in ("1990-01-01", "2017-07-04"):
        known = {site.id for site in view_at(f"ring=sohae~8000&date={day}").launch_sites}
        assert known == {site for site, first in used.items() if not first or first <= day}
    assert {site.id for site in view_at("ring=sohae~8000").launch_sites} == set(used)


def test_targets_are_there_whether_shown_or_not() -> None:
    view = view_at("ring=sohae~8000&show=bases&to=seoul,guam_nb")
    assert {place.id for place in view.targets} == {"seoul", "guam_nb"}
    assert "seoul" not in {place.id for place in view.places}
    assert (view.shows("bases"), view.shows("cities")) == (True, False)


def test_what_lies_somewhere_has_its_point() -> None:
    view = view_at("ring=sohae~8000")
    (ring,) = view.rings
    assert isinstance(ring, Ring)
    known = view.catalog.site("sohae")
    assert known is not None
    assert (known.point.lat, known.point.lon) == site_point("sohae")
    assert known.point == ring.point
