"""What is said of a ring of a report: shares of the assumptions, ranges, unfitting minutes."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

import pytest

from geo.export.geodata import reach_csv, rings_geojson
from geo.facts.states import STATES
from geo.flight import Report, spread_of
from geo.handout.content import handout_text
from geo.kml.document import map_kml
from geo.reach.headline import finding_of
from geo.reach.matrix import reach_table
from geo.reach.ranges import edge_text, range_text
from geo.reach.shares import reach_text, report_text, share_text, spread_sentences
from geo.reach.summary import summarize
from geo.reach.titles import title_of
from geo.share.captions import ring_rows, shade_text
from geo.words import say
from tests.oracle import WGS84
from tests.support import view_at

JULY = "ring=banghyon_20170704~lofted:2802,933:t39~KCNA"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (1.0, "in all of"),
        (0.9999, "in more than 99 of 100 of"),
        (0.99, "in 99 of 100 of"),
        (0.96, "in 96 of 100 of"),
        (0.95, "in 9 of 10 of"),  # no tenth is all
        (0.7, "in 7 of 10 of"),
        (0.65, "in 7 of 10 of"),
        (0.05, "in 1 of 10 of"),
        (0.04, "in 4 of 100 of"),
        (0.01, "in 1 of 100 of"),
        (0.0001, "in fewer than 1 of 100 of"),
        (0.0, "in none of"),
    ],
)
def test_share_is_rounded_so_that_it_stays_true(share: float, said: str) -> None:
    assert share_text(share, say("en")) == f"{said} the assumptions"


def test_places_are_told_by_share_and_stand_in_the_states_of_a_band() -> None:
    view = view_at(f"{JULY}&show=cities,bases")
    ring, places = view.rings[0], view.places
    table = reach_table([ring], [each.lat for each in places], [each.lon for each in places])
    spread = spread_of(Report(2802, 933, 39))
    for column in range(len(places)):
        km, state = float(table.distances_km[0, column]), table.state(0, column)
        share = spread.share_reaching(km)
        told = {"in": share >= 0.94, "band": 0.04 <= share <= 0.96, "out": share <= 0.06}
        assert told[state], (places[column].name, share)
        assert "assumptions" in reach_text(ring, table, 0, column, view)


def test_ranges_are_as_round_as_such_a_spread_deserves() -> None:
    ring = view_at(JULY).rings[0]
    exact = (5764.9, 6465.0, 12349.9)
    told = {
        "": ["5,760 km", "6,470 km", "12,300 km"],
        "&units=mi": ["3,580 mi", "4,020 mi", "7,670 mi"],
    }
    for units, said in told.items():
        view = view_at(JULY + units)
        assert [edge_text(ring, km, view) for km in exact] == said


def test_what_has_no_limit_is_called_so() -> None:
    view = view_at("ring=sohae~lofted:6248,1090&ring=sohae~lofted:8000,1000&ring=sohae~19900")
    some, all_, number = view.rings
    assert range_text(some, view).endswith(" to no limit")
    assert range_text(all_, view) == "no limit"
    assert range_text(number, view) == "19,900 km"  # which somebody typed
    assert "or more give no limit" in spread_sentences(some, view)
    assert "edge" not in finding_of(view_at("ring=sohae~lofted:8000,1000"))


def test_minutes_that_do_not_fit_are_named() -> None:
    """The flight of 24 March 2022 as KCNA printed it: 6,248.5 km, 1,090 km, 4,052 seconds."""
    view = view_at("ring=sohae~lofted:6248.5,1090:t67.5")
    assert "The 67.5 minutes of the report do not fit it" in summarize(view).spread
    said = "computed from the report: apogee 6,248.5 km, 1,090 km away"  # and not: fits
    assert report_text(view.rings[0], view) == said
    assert "do not fit" not in summarize(view_at(JULY)).spread


def test_ring_of_a_report_is_never_taken_for_a_claim() -> None:
    view = view_at("ring=banghyon_20170704~lofted:2802,933~US Forces Korea")
    assert rings_geojson(view)["features"][0]["properties"]["kind"] == "words"
    assert "on record" not in summarize(view).rest


def test_files_and_captions_say_which_report_it_is() -> None:
    view = view_at(JULY)
    fits = "fits the report: apogee 2,802 km, 933 km away"
    assert report_text(view.rings[0], view) == fits
    assert fits in ring_rows(view)[0].claim
    assert fits in handout_text(view).claims[0].who
    asked = "How far could North Korea\u2019s missile that climbed to 2,802 km reach?"
    assert title_of(view) == asked
    assert shade_text(view)
    assert not shade_text(view_at("ring=sohae~8000"))
    words = " ".join(ET.fromstring(map_kml(view, "https://map.example/")).itertext())  # noqa: S314
    assert fits in words
    assert "A share of the assumptions, not a chance." in words
    assert "In all of the assumptions" in words


def test_geojson_has_the_share_of_each_edge() -> None:
    features = rings_geojson(view_at(f"{JULY}&ring=sohae~lofted:6248,1090&ring=sohae~8000"))
    told = [each["properties"] for each in features["features"]]
    assert [(each["role"], each.get("share"), each.get("unlimited")) for each in told] == [
        ("low", 0.95, False), ("best", 0.5, False), ("high", 0.05, False),
        ("low", 0.95, False), ("high", 0.05, True), ("best", None, None),
    ]  # fmt: skip
    assert told[0]["report"] == "lofted:2802,933:t39"
    assert told[4]["range_km"] == 19_900


def test_csv_keeps_its_columns() -> None:
    band, report = (
        list(csv.DictReader(io.StringIO(reach_csv(view_at(query)).removeprefix("\ufeff"))))
        for query in ("ring=sohae~5760-6470-7280", "ring=sohae~lofted:2802,933")
    )
    assert band[0].keys() == report[0].keys()
    assert {each["reach"] for each in report} == {state.id for state in STATES}


def test_with_rotation_a_share_is_that_of_the_direction() -> None:
    """East of the site more of the assumptions reach a distance than west of it."""
    view = view_at("ring=39.5,125~lofted:2802,933:rotating")
    ring = view.rings[0]
    ends = [WGS84.Direct(39.5, 125.0, azimuth, 6_500_000) for azimuth in (90.0, 270.0)]
    table = reach_table([ring], [each["lat2"] for each in ends], [each["lon2"] for each in ends])
    east, west = (reach_text(ring, table, 0, place, view) for place in (0, 1))
    still = spread_of(Report(2802, 933))
    assert still.share_reaching(6500) == pytest.approx(0.5, abs=0.1)
    assert east.startswith(("in 8 of 10", "in 9 of 10"))
    assert west.startswith(("in 1 of 10", "in 2 of 10", "in 3 of 10"))
