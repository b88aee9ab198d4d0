"""Every preset is a link that works, and its rings say what the tables say."""

from __future__ import annotations

import tomllib

import pytest

from geo.catalog.reading import load_catalog
from geo.link.query import default_rings
from geo.link.scenario import Ring
from tests.support import ROOT, facts, read_link, scenario_of, table

FILES = sorted((ROOT / "data" / "presets").glob("*.toml"))
PRESETS = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in FILES}
# Five ranges in print on 4 and 5 July 2017 for the missile of 4 July: what was said, the ends of
# the ring, and the day as far as it is known.
JULY_2017 = {
    "hwasong-14-pacom": ("class", (3000, 5500), "2017-07-04"),
    "hwasong-14-usfk-korea-times": ("value", (5000, 5000), "2017-07"),
    "hwasong-14-wright-4-july": ("about", (6700, 6700), "2017-07-04"),
    "hwasong-14-yonhap-experts": ("ceiling", (8000, 8000), "2017-07-04"),
    "hwasong-14-korea-times": ("ceiling", (10000, 10000), "2017-07"),
}
CLASSES = {row["missile_class"] for row in table("missiles").values()}
CLASS_PRESETS = {preset for preset in PRESETS if preset.upper() in {c.upper() for c in CLASSES}}
CLAIMS = {row["label"]: row for row in table("claims").values()}
BEST = ", best published"


def missile_named(name: str) -> dict[str, str]:
    return next(row for row in table("missiles").values() if row["name"] == name)


def missile_of(ring: Ring) -> dict[str, str]:
    """Return the missile of a ring, by its claim or by its own name in the label."""
    claim = CLAIMS.get(ring.label)
    if claim:
        return table("missiles")[claim["missile_id"]]
    return missile_named(ring.label.removesuffix(BEST))


@pytest.mark.parametrize("preset", PRESETS)
def test_preset_is_a_link_without_a_problem(preset: str) -> None:
    scenario, problems = read_link(PRESETS[preset]["query"])
    assert problems == []
    assert 1 <= len(scenario.rings) <= 12
    assert all(ring.site in table("launch_sites") for ring in scenario.rings)
    assert len({facts(ring) for ring in scenario.rings}) == len(scenario.rings)


def test_presets_have_titles_and_an_order_of_their_own() -> None:
    assert len({each["title"] for each in PRESETS.values()}) == len(PRESETS)
    assert sorted(each["order"] for each in PRESETS.values()) == list(range(len(PRESETS)))


def test_bare_link_shows_the_first_preset() -> None:
    first = min(PRESETS, key=lambda preset: PRESETS[preset]["order"])
    assert first == "july_2017"
    assert scenario_of("") == scenario_of(PRESETS[first]["query"])
    assert default_rings(load_catalog()) == scenario_of("").rings


def test_first_preset_is_the_five_claims_of_july_2017() -> None:
    scenario = scenario_of(PRESETS["july_2017"]["query"])
    claims = [CLAIMS[ring.label] for ring in scenario.rings]
    assert [each["id"] for each in claims] == list(JULY_2017)
    for claim, ring in zip(claims, scenario.rings, strict=True):
        statement, ends_km, date = JULY_2017[claim["id"]]
        assert (claim["statement"], claim["claim_date"]) == (statement, date)
        assert (ring.sure_km, ring.limit_km) == ends_km
        low = "" if statement == "ceiling" else f"{ends_km[0]}"
        assert (claim["range_km_low"], claim["range_km_high"]) == (low, f"{ends_km[1]}")
    assert {ring.site for ring in scenario.rings} == {"banghyon_20170704"}
    assert table("launch_sites")["banghyon_20170704"]["first_used"] == "2017-07-04"


def test_there_is_one_preset_for_each_class_of_missile() -> None:
    assert {preset.upper() for preset in CLASS_PRESETS} == {each.upper() for each in CLASSES}


@pytest.mark.parametrize("preset", sorted(CLASS_PRESETS))
def test_preset_of_a_class_holds_only_that_class(preset: str) -> None:
    rings = scenario_of(PRESETS[preset]["query"]).rings
    assert {missile_of(ring)["missile_class"].upper() for ring in rings} == {preset.upper()}


def test_types_in_words_are_counted() -> None:
    flown = {
        missile
        for missile, row in table("missiles").items()
        if row["missile_class"] == "ICBM" and row["first_flight"]
    }
    assert len(flown) == 5
    rings = scenario_of(PRESETS["icbm"]["query"]).rings
    assert {CLAIMS[ring.label]["missile_id"] for ring in rings} == flown
    assert "the five intercontinental types that have flown" in PRESETS["icbm"]["about"]
    korean = {preset.id: preset for preset in load_catalog(lang="ko").presets}
    assert "대륙간급 다섯 기종" in korean["icbm"].about
    assert PRESETS["arsenal"]["about"].startswith("Twelve types ")


def test_arsenal_is_at_the_best_published_ranges_from_one_site() -> None:
    scenario = scenario_of(PRESETS["arsenal"]["query"])
    assert len({ring.site for ring in scenario.rings}) == 1
    assert len(scenario.rings) == 12
    for ring in scenario.rings:
        assert ring.label.endswith(BEST)
        missile = missile_named(ring.label.removesuffix(BEST))
        assert ring.best_km == float(missile["range_km_best"])
        assert ring.low_km is ring.high_km is None


def test_empty_preset_claims_nothing() -> None:
    (ring,) = scenario_of(PRESETS["empty"]["query"]).rings
    assert ring.label == ""
    assert PRESETS["empty"]["order"] == max(each["order"] for each in PRESETS.values())


@pytest.mark.parametrize("preset", PRESETS)
def test_ring_with_the_label_of_a_claim_has_the_range_of_that_claim(preset: str) -> None:
    for ring in scenario_of(PRESETS[preset]["query"]).rings:
        claim = CLAIMS.get(ring.label)
        if claim:
            ends = {claim["range_km_low"], claim["range_km_high"]} - {""}
            assert {km for _, km in ring.edges} == {float(end) for end in ends}, ring.label
        elif ring.label:
            assert ring.label.endswith(BEST)
            assert ring.best_km == float(missile_of(ring)["range_km_best"]), ring.label
        else:
            assert preset == "empty"
