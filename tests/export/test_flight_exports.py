"""`trajectory.json` and `range.json`: keys, manners, and a sentence for all that cannot be."""

from __future__ import annotations

import math
from urllib.parse import quote

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flight.oracle import lofted_flights, lofted_speeds_km_s, tried_ranges_km
from tests.support import ask, errors_of

PRINTED = "apogee_km=2802&ground_range_km=933"
BOTH = ("trajectory.json", "range.json")
both = pytest.mark.parametrize("name", BOTH)


def answer_of(name: str, query: str) -> dict:
    answer = ask(f"/export/{name}?{query}")
    assert answer.status == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("row", lofted_flights(), ids=lambda row: row["flight"])
def test_trajectory_of_a_printed_flight(row: dict[str, str]) -> None:
    printed = f"apogee_km={row['apogee_km']}&ground_range_km={row['distance_km']}"
    for height_km in (0, 100, 200):
        found = answer_of("trajectory.json", f"{printed}&burnout_altitude_km={height_km}")
        assert list(found) == [
            "burnout_speed_km_s", "elevation_deg", "flight_time_min", "max_range_km",
            "min_energy_apogee_km",
        ]  # fmt: skip
        told = row[f"range_{height_km}_km"]
        expected = None if told == "none" else pytest.approx(float(told), abs=0.6)
        assert found["max_range_km"] == expected
        assert (found["min_energy_apogee_km"] is None) == (told == "none")
    found = answer_of("trajectory.json", printed)
    assert found["burnout_speed_km_s"] == pytest.approx(float(row["speed_km_s"]), abs=0.006)
    assert found["elevation_deg"] == pytest.approx(float(row["elevation_deg"]), abs=0.6)


def test_trajectory_over_a_turning_earth() -> None:
    """The 6,700 km of others' table by directions are 6.467 km/s: 3,223 km of apogee or so."""
    turning = f"{PRINTED}&latitude_deg=39.5&azimuth_deg=90"
    still, east = answer_of("trajectory.json", PRINTED), answer_of("trajectory.json", turning)
    assert still == {key: east[key] for key in still}
    assert list(east)[-1] == "max_range_rotating_km"
    assert 1.07 < east["max_range_rotating_km"] / still["max_range_km"] < 1.1
    unlimited = "apogee_km=7687.5&ground_range_km=1001.2&latitude_deg=39.5&azimuth_deg=90"
    assert answer_of("trajectory.json", unlimited)["max_range_rotating_km"] is None


def test_range_with_its_doubt() -> None:
    found = answer_of("range.json", PRINTED)
    assert list(found) == [
        "p05_km", "p25_km", "p50_km", "p75_km", "p95_km", "unlimited_share", "draws", "seed",
        "assumptions",
    ]  # fmt: skip
    assert found["draws"] >= 20_000
    assert found["unlimited_share"] == 0
    # Without credit from 200 km, and with all of it from the ground: the ends of what is assumed.
    heights_km, gained_km_s = np.array([200.0, 0.0]), np.array([0.0, 0.5])
    starts_km_s = lofted_speeds_km_s(np.array(2_802.0), 933, heights_km)
    slow, fast = tried_ranges_km(starts_km_s + gained_km_s, heights_km)
    ranges_km = [found[f"p{each}_km"] for each in ("05", "25", "50", "75", "95")]
    assert ranges_km == sorted(ranges_km)
    assert slow < ranges_km[0]
    assert ranges_km[-1] < fast
    assert found["assumptions"]["apogee_km"] == [2801.5, 2802.5]
    assert found["assumptions"]["burnout_altitude_km"] == [0, 200]
    assert found["assumptions"]["speed_credit_km_s"] == [0, 0.5]
    assert found["assumptions"]["rotation"] is found["assumptions"]["flight_time"] is None


@pytest.mark.parametrize(
    ("apogee", "span"),
    [("3724.9", [3724.85, 3724.95]), ("2802.0", [2801.95, 2802.05]), ("2800", [2799.5, 2800.5])],
)
def test_apogee_is_as_exact_as_it_is_written(apogee: str, span: list[float]) -> None:
    found = answer_of("range.json", f"apogee_km={apogee}&ground_range_km=933")
    assert found["assumptions"]["apogee_km"] == pytest.approx(span)


def test_what_is_assumed_can_be_said() -> None:
    more = "apogee_error_km=50&burnout_altitude_km=100&speed_credit_km_s=0.1-0.2&rotation=-39.5,90"
    found = answer_of("range.json", f"{PRINTED}&{more}")["assumptions"]
    assert found["apogee_km"] == [2752, 2852]
    assert found["burnout_altitude_km"] == [100, 100]
    assert found["speed_credit_km_s"] == [0.1, 0.2]
    assert found["rotation"] == {"latitude_deg": -39.5, "azimuth_deg": 90}
    assert "turning" in " ".join(found["notes"])


def test_what_has_no_limit_is_null() -> None:
    found = answer_of("range.json", "apogee_km=7687.5&ground_range_km=1001.2")
    assert [found[f"p{each}_km"] for each in ("05", "25", "50", "75", "95")] == [None] * 5
    assert found["unlimited_share"] == 1
    some = answer_of("range.json", "apogee_km=6248.5&ground_range_km=1090")
    assert some["p05_km"] > 15_000
    assert some["p95_km"] is None
    assert 0 < some["unlimited_share"] < 1


@pytest.mark.parametrize(
    ("minutes", "kepler_min", "fits", "words"),
    [
        ("67.5", 67.9, False, "67.5 minutes do not fit"),
        ("71", 67.9, True, "71 minutes fit"),
    ],
)
def test_minutes_are_held_against_the_apogee(
    minutes: str, kepler_min: float, fits: bool, words: str
) -> None:
    """24 March 2022, as North Korea told it and as Japan did."""
    printed = f"apogee_km=6248.5&ground_range_km=1090&flight_time_min={minutes}"
    found = answer_of("range.json", printed)["assumptions"]
    assert found["flight_time"]["kepler_min"] == pytest.approx(kepler_min, abs=0.06)
    assert found["flight_time"]["fits"] is fits
    assert words in found["notes"][-1]
    assert "Kepler" in found["notes"][-1]


def test_burnout_is_assumed_below_a_low_apogee_and_says_so() -> None:
    found = answer_of("range.json", "apogee_km=80&ground_range_km=400")["assumptions"]
    assert found["burnout_altitude_km"] == [0, 79.5]
    assert "up to the lowest apogee" in " ".join(found["notes"])


def test_notes_are_in_the_language_asked_for_and_numbers_are_the_same() -> None:
    printed = f"{PRINTED}&flight_time_min=39&rotation=39,90&burnout_altitude_km=0-2000"
    english = answer_of("range.json", printed.replace("2802", "900"))
    korean = answer_of("range.json", f"{printed.replace('2802', '900')}&lang=ko")
    english_notes, korean_notes = (each["assumptions"].pop("notes") for each in (english, korean))
    assert english == korean
    assert len(english_notes) == len(korean_notes) == 5
    assert not set(english_notes) & set(korean_notes)


@both
def test_manners_are_those_of_other_exports(name: str) -> None:
    target = f"/export/{name}?{PRINTED}"
    first, again = ask(target), ask(target)
    assert (first.status, first.headers["content-type"]) == (200, "application/json")
    assert first.body == again.body
    assert first.headers["access-control-allow-origin"] == "*"
    told = ask(target, headers={"if-none-match": first.headers["etag"]})
    assert (told.status, told.body) == (304, b"")
    head = ask(target, "HEAD")
    assert (head.status, head.headers["etag"]) == (200, first.headers["etag"])
    other = ask(target.replace("2802", "2803"))
    assert other.headers["etag"] != first.headers["etag"]
    assert ask(f"{target}&ring=atlantis~1&unknown=x").body == first.body
    assert ask("/export/nothing").text.count(f"/export/{name}") == 1


@both
def test_both_numbers_of_the_report_are_needed(name: str) -> None:
    answer = ask(f"/export/{name}")
    assert answer.status == 400
    told = {each["key"]: each["value"] for each in errors_of(answer)}
    assert told == {"apogee_km": "", "ground_range_km": ""}


EVERY_FAULT = {
    "trajectory.json": "apogee_km=nan&ground_range_km=20016&burnout_altitude_km=0-200"
    "&latitude_deg=91&azimuth_deg=-1&lang=fr",
    "range.json": "apogee_km=0&ground_range_km=-5&flight_time_min=inf&apogee_error_km=1e3"
    "&burnout_altitude_km=200-0&speed_credit_km_s=4&rotation=39.5&lang=fr",
}


@both
def test_all_faults_are_told_at_once(name: str) -> None:
    answer = ask(f"/export/{name}?{EVERY_FAULT[name]}")
    assert answer.status == 400
    told = [f"{each['key']}={each['value']}" for each in errors_of(answer)]
    assert told == EVERY_FAULT[name].split("&")


@pytest.mark.parametrize(
    ("name", "query", "key", "words"),
    [
        ("trajectory.json", "apogee_km=2,802&ground_range_km=933", "apogee_km", "plain number"),
        ("trajectory.json", "apogee_km=-2&ground_range_km=933", "apogee_km", "1 and 50,000 km"),
        ("trajectory.json", f"{PRINTED}&burnout_altitude_km=2001", "burnout_altitude_km", "2,000"),
        ("trajectory.json", f"{PRINTED}&latitude_deg=39", "azimuth_deg", "both"),
        ("trajectory.json", f"{PRINTED}&azimuth_deg=39", "latitude_deg", "both"),
        ("trajectory.json", "apogee_km=100&ground_range_km=50&burnout_altitude_km=100",
         "apogee_km", "above burnout"),
        ("range.json", "apogee_km=100&ground_range_km=50&burnout_altitude_km=100-200",
         "apogee_km", "above burnout"),
        ("range.json", f"{PRINTED}&apogee_error_km=900", "", ""),
        ("range.json", "apogee_km=500&ground_range_km=9&apogee_error_km=500", "apogee_km", "above"),
        ("range.json", "apogee_km=2802&ground_range_km=20016", "ground_range_km", "half"),
        ("range.json", f"{PRINTED}&rotation=125,39", "rotation", "latitude"),
        ("range.json", f"{PRINTED}&rotation=39;125", "rotation", "LATITUDE,AZIMUTH"),
        ("range.json", f"{PRINTED}&burnout_altitude_km=1-2-3", "burnout_altitude_km", "LOW-HIGH"),
        ("range.json", f"{PRINTED}&flight_time_min=0", "flight_time_min", "minutes"),
        ("range.json", "apogee_km=&ground_range_km=933", "apogee_km", "plain number"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_what_is_accepted(name: str, query: str, key: str, words: str) -> None:
    answer = ask(f"/export/{name}?{query}")
    if not key:
        assert answer.status == 200
        return
    assert answer.status == 400
    (told,) = errors_of(answer)
    assert told["key"] == key
    assert words in told["problem"]


HOSTILE = [
    "<script>alert(1)</script>", "${7*7}", "{0}", "%s%n", "1e999", "-0", "0x10", "\u0661\u0662",
    "\u00b2", "1" * 400, "9" * 6 + "." + "9" * 6, "\x00", "\u202e1", "NaN", "-inf", "1_000", " 5",
    "5 ", "'; DROP", "../../etc/passwd",
]  # fmt: skip


@both
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_refused_by_key(name: str, text: str) -> None:
    answer = ask(f"/export/{name}?apogee_km={quote(text)}&ground_range_km={quote(text)}")
    assert answer.status == 400
    assert {each["key"] for each in errors_of(answer)} <= {"apogee_km", "ground_range_km"}
    assert all(len(each["value"]) <= 203 for each in errors_of(answer))


@given(
    st.sampled_from(BOTH),
    st.dictionaries(
        st.sampled_from(["apogee_km", "ground_range_km", "burnout_altitude_km", "azimuth_deg",
                         "latitude_deg", "rotation", "speed_credit_km_s", "apogee_error_km",
                         "flight_time_min", "lang"]),
        st.one_of(
            st.floats(-10, 60_000).map(lambda value: f"{value:.3f}"),
            st.integers(0, 20_000).map(str),
            st.text(alphabet="0123456789-.,eninfa+ \x00<%", max_size=12),
        ),
    ),
)  # fmt: skip
def test_any_query_is_answered_with_numbers_or_with_faults(
    name: str, values: dict[str, str]
) -> None:
    query = "&".join(f"{key}={quote(value)}" for key, value in values.items())
    answer = ask(f"/export/{name}?{query}")
    if answer.status == 200:
        numbers = [each for each in answer.json().values() if isinstance(each, float)]
        assert all(math.isfinite(each) and each >= 0 for each in numbers)
    else:
        assert answer.status == 400
        assert errors_of(answer)
