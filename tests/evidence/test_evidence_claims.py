"""Claims on one axis, and what follows from one: every number against the files."""

from __future__ import annotations

from collections import Counter

import pytest

from geo.catalog.reading import load_catalog
from geo.evidence import (
    claim_lines,
    claimed_missiles,
    class_bands,
    consequence_of,
    dated_query,
    flight_of,
    of_same_launch,
    ring_of,
    with_id,
)
from geo.facts import RANGE_CLASSES
from geo.link import quoted_claim
from tests.support import exact, place_point, scenario_of, site_point, table, view_at

CATALOG = load_catalog()
CLAIMS = table("claims")
KM_PER_MILE = 1.609344


def test_every_claim_stands_on_the_axis_of_its_missile_once() -> None:
    counted = {missile.id: count for missile, count in claimed_missiles(CATALOG)}
    assert counted == Counter(row["missile_id"] for row in CLAIMS.values())
    lines = [
        line
        for missile, _ in claimed_missiles(CATALOG)
        for line in claim_lines(missile, CATALOG, "km")
    ]
    assert sorted(line.claim.id for line in lines) == sorted(CLAIMS)
    for line in lines:
        row = CLAIMS[line.claim.id]
        assert (line.low, line.high) == tuple(
            float(row[key]) if row[key] else None for key in ("range_km_low", "range_km_high")
        )


def test_earlier_claims_come_first_and_none_before_its_launch() -> None:
    (missile,) = [each for each, _ in claimed_missiles(CATALOG) if each.id == "hwasong-14"]
    days = [
        max(f"{line.day}-31"[:10], line.claim.record.launch_date or "")
        for line in claim_lines(missile, CATALOG, "km")
        if line.day != "2017"
    ]
    assert days == sorted(days)
    assert days[0] == "2017-07-04"


def test_claim_of_a_year_alone_stands_on_its_last_day_as_on_the_map() -> None:
    (missile,) = [each for each, _ in claimed_missiles(CATALOG) if each.id == "taepodong-1"]
    days = [line.day for line in claim_lines(missile, CATALOG, "km")]
    assert days.index("1998") > days.index("1998-09-07")
    assert days == sorted(days, key=lambda day: f"{day}-12-31"[:10])
    (claim,) = [each for each in CATALOG.claims if each.id == "taepodong-1-cns"]
    others = [other.claim_date for other in of_same_launch(claim, CATALOG)]
    assert others.index("1998") > others.index("1998-09-07")


def test_lengths_are_in_the_readers_units_and_said_as_they_were() -> None:
    (missile,) = [each for each, _ in claimed_missiles(CATALOG) if each.id == "hwasong-14"]
    lines = {line.claim.id: line for line in claim_lines(missile, CATALOG, "mi")}
    assert lines["hwasong-14-pacom"].low == pytest.approx(3000 / KM_PER_MILE)
    assert lines["hwasong-14-us-officials-nbc"].said == "at least 3,500 mi"
    assert lines["hwasong-14-us-officials-nbc"].high is None
    assert lines["hwasong-14-pacom"].said == "1,864\u20133,418 mi, by the class"


def test_classes_begin_where_their_sources_say() -> None:
    """Those of the Pentagon are a row of the data; that of 1,000 km has a source of its own."""
    row = CLAIMS["hwasong-14-pacom"]
    begins = {each.id: each.from_km for each in RANGE_CLASSES}
    assert begins["IRBM"] == float(row["range_km_low"])
    assert begins["ICBM"] == float(row["range_km_high"])
    assert begins == {"SRBM": 0, "MRBM": 1000, "IRBM": 3000, "ICBM": 5500}
    for each in RANGE_CLASSES[2:]:
        assert each.source == (row["second_source_name"], row["second_source_url"])
    (missile,) = [each for each, _ in claimed_missiles(CATALOG) if each.id == "kn-23"]
    (band,) = class_bands(claim_lines(missile, CATALOG, "km"), "km")
    assert (band.id, band.low) == ("SRBM", 0)
    assert 600 < band.high < 1000


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_ring_of_every_claim_quotes_it(lang: str) -> None:
    catalog = load_catalog(lang=lang)
    for claim in catalog.claims:
        assert quoted_claim(ring_of(claim, catalog), catalog) is claim, claim.id


def test_ring_starts_where_the_launch_spoken_of_did() -> None:
    flown = {
        (row["date"], row["missile_id"]): row["launch_site_id"] for row in table("tests").values()
    }
    seen = 0
    for claim in CATALOG.claims:
        key = (claim.record.launch_date or "", claim.missile_id)
        site = flown.get(key, "")
        assert (flight_of(claim, CATALOG) is not None) == (key in flown)
        seen += ring_of(claim, CATALOG).site == site
    assert seen > 50
    wright = with_id("hwasong-14-wright-4-july", CATALOG)
    assert wright is not None
    assert ring_of(wright, CATALOG).site == "banghyon_20170704"


def test_what_follows_is_computed_from_the_site_of_the_launch() -> None:
    claim = with_id("hwasong-14-wright-4-july", CATALOG)
    assert claim is not None
    meant = consequence_of(claim, CATALOG, "km")
    ring = scenario_of(meant.query).rings[0]
    assert (ring.site, ring.best_km, ring.label) == (
        "banghyon_20170704",
        6700,
        "David Wright (UCS)",
    )
    km, _ = exact(site_point("banghyon_20170704"), place_point("honolulu"))
    assert f"Honolulu (Hawaii) {round(km - 6700):,} km outside" in meant.finding
    saipan, _ = exact(site_point("banghyon_20170704"), place_point("saipan"))
    assert meant.nearest_us == f"Nearest US soil: Saipan, {round(saipan):,} km, inside."


def test_claims_on_a_launch_know_one_another() -> None:
    claim = with_id("hwasong-14-suga", CATALOG)
    assert claim is not None
    others = {each.id for each in of_same_launch(claim, CATALOG)}
    assert others == {
        id_
        for id_, row in CLAIMS.items()
        if (row["missile_id"], row["launch_date"]) == ("hwasong-14", "2017-07-04")
    } - {"hwasong-14-suga"}
    assert with_id("atlantis", CATALOG) is None


def test_on_the_map_of_its_day_a_claim_is_drawn_and_nothing_later_stands() -> None:
    batteries = table("missile_defense")
    for claim in CATALOG.claims:
        view = view_at(dated_query(claim, CATALOG, "km"))
        row = CLAIMS[claim.id]
        assert view.day is not None
        day = view.day.isoformat()
        assert row["claim_date"] <= day, claim.id
        assert row["claim_date"] == day or len(row["claim_date"]) < 10 or row["launch_date"] == day
        ((_, ring),) = view.shown_rings
        assert quoted_claim(ring, CATALOG) is not None, claim.id
        assert not [
            each.id
            for each in view.places
            if each.id in batteries and batteries[each.id]["deployed_from"] > day
        ]


def test_the_link_of_a_claim_has_no_day_but_that_of_its_day() -> None:
    for claim in CATALOG.claims:
        meant = consequence_of(claim, CATALOG, "km")
        assert scenario_of(meant.query).date is None
        assert scenario_of(meant.dated_query).rings == scenario_of(meant.query).rings
