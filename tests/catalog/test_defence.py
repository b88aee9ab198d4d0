"""Missile defence as records: equipment of places, claims of radars, events of the row."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from geo.catalog.reading import load_catalog
from geo.records.defence import RADAR_MODES, RadarClaim
from geo.words.language import LANGUAGES
from tests.support import table

HANGUL = re.compile("[가-힣]")
# What the map draws by itself, as it was read: who, and how far, low end first.
DRAWN = {
    "tpy2_seongju": {
        ("US Congress report 2016", 600, 600),
        ("Han Min-koo 2017", 600, 800),
        ("US Congress report 2016", 2000, 2000),
        ("Chinese foreign ministry 2017", 2000, None),
    },
    "tpy2_guam": {("US Congress report 2016", 600, 600), ("Korean daily", None, 1000)},
    "tpy2_shariki": {
        ("Japanese press", 1000, None),
        ("US National Academy of Sciences 2012", 1500, 1500),
        ("US Congress report 2016", 2000, 2000),
    },
    "tpy2_kurecik": {
        ("US National Academy of Sciences 2012", 1500, 1500),
        ("US Congress report 2016", 2000, 2000),
    },
    "tpy2_israel": {("AFP in Dawn 2008", 2000, None)},
    "uewr_qatar": {("ABP Live 2026", 5000, 5000)},
    "sbx": set(),
    "lrdr_clear": set(),
    "tpy2_qatar": set(),
}
DRAWN["tpy2_kyogamisaki"] = DRAWN["tpy2_shariki"]


def claims(lang: str = "en") -> dict[str, RadarClaim]:
    return {claim.id: claim for claim in load_catalog(lang=lang).radar_claims}


@pytest.mark.parametrize("radar", DRAWN)
def test_map_draws_the_chief_claims_of_a_radar(radar: str) -> None:
    drawn = {
        (claim.said_by, claim.range_km_low, claim.range_km_high)
        for claim in claims().values()
        if claim.is_drawn and radar in claim.radars
    }
    assert drawn == DRAWN[radar]


def test_exaggerated_claims_and_those_of_another_radar_are_not_drawn() -> None:
    said = claims().values()
    softball = [claim for claim in said if 4667 in claim.ends_km]
    assert len(softball) == 2
    assert not any(claim.is_drawn for claim in softball)
    (stacked,) = [claim for claim in said if 3000 in claim.ends_km]
    assert (stacked.radars, stacked.is_drawn) == ((), False)


def test_statement_without_a_range_has_no_ends() -> None:
    for claim in claims().values():
        assert (claim.statement == "none") == (claim.ends_km == ())
    assert claims()["han-2017"].ends_km == (600, 800)
    assert claims()["hua-2017"].ends_km == (2000,)


def test_direction_that_a_list_assumes_is_not_ours() -> None:
    places = {place.id: place.equipment for place in load_catalog().places}
    theirs = claims()["keeptrack-shariki"]
    assert (theirs.azimuth_deg, theirs.width_deg) == (290, 120)
    ours = places["tpy2_shariki"]
    assert ours
    assert (ours.azimuth_deg, ours.width_deg) == (269, 120)


def test_places_of_missile_defence_alone_have_equipment() -> None:
    rows = table("missile_defense")
    catalog = load_catalog()
    assert {place.id for place in catalog.places if place.equipment} == set(rows)
    equipment = {place.id: place.equipment for place in catalog.places}
    battery, radar = equipment["thaad_seongju"], equipment["tpy2_seongju"]
    assert battery
    assert radar
    assert (battery.interceptor_range_km, battery.beside) == (200, ("tpy2_seongju",))
    assert (battery.radar_range_km_low, battery.radar_mode, battery.radar_mode_words) == (
        *(None, "", ""),
    )
    assert (radar.radar_range_km_low, radar.radar_range_km_high) == (600, 800)
    assert (radar.azimuth_deg, radar.width_deg) == (347, 120)


def test_events_stand_by_date() -> None:
    events = load_catalog().defence_events
    dates = [event.date for event in events]
    assert dates == sorted(dates)
    day = {event.id: event.date for event in events}
    assert day["2013-04-03-guam"] == "2013-04-03"
    assert day["2017-03-06-first-launchers"] == "2017-03-06"
    assert day["2017-07-29-order"] == "2017-07-29"
    assert len(events) == 30


@pytest.mark.parametrize("lang", LANGUAGES)
def test_claims_events_and_modes_are_told_in_the_language(lang: str) -> None:
    catalog = load_catalog(lang=lang)
    said = [(claim.said_by, claim.claimed_by, claim.detail) for claim in catalog.radar_claims]
    events = [(event.actor, event.event) for event in catalog.defence_events]
    for words in chain(*said, *events):
        assert bool(HANGUL.search(words)) == (lang == "ko"), words
    modes = {claim.mode: claim.mode_words for claim in catalog.radar_claims}
    assert set(modes) == set(RADAR_MODES)
    equipment = [place.equipment for place in catalog.places if place.equipment]
    assert {each.radar_mode_words for each in equipment if each.radar_mode} <= set(modes.values())
    hosts = {place.host for place in catalog.places if place.host}
    for words in (*modes.values(), *hosts):
        assert bool(HANGUL.search(words)) == (lang == "ko"), words
