"""A ring of a report of a lofted flight in links: what it means, what is refused, what survives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.errors import FlightError, RangeError
from geo.flight import Report
from geo.link.lofted import lofted_text, parse_lofted
from geo.link.query import decode, encode, parse_pairs
from geo.link.scenario import Ring
from geo.link.spreads import fitting_edges, fitting_ranges

CATALOG = load_catalog()


def ring_of(km: str) -> Ring:
    scenario, problems = decode([("ring", f"sohae~{km}")], CATALOG)
    assert not problems
    return scenario.rings[0]


def problem_of(km: str) -> str:
    _, problems = decode([("ring", f"sohae~{km}")], CATALOG)
    return problems[0].problem if problems else ""


@pytest.mark.parametrize(
    ("printed", "error_km"), [("2802", 0.5), ("3724.9", 0.05), ("2800.0", 0.05), ("2800", 0.5)]
)
def test_apogee_is_as_exact_as_it_was_printed(printed: str, error_km: float) -> None:
    report = parse_lofted(f"lofted:{printed},933")
    assert report.error_km == error_km
    assert lofted_text(report) == f"lofted:{printed},933"


def test_what_may_follow_is_read_in_any_order() -> None:
    report = Report(2802, 933, 39, 50, (10, 100), (0.1, 0.25))
    for text in ("t39:e50:b10-100:c0.1-0.25", "c0.1-0.25:b10-100:e50:t39"):
        assert parse_lofted(f"lofted:2802,933:{text}") == report


DIGITS = st.integers(0, 3)
NUMBERS = st.tuples(st.integers(0, 900_000), DIGITS).map(
    lambda each: f"{each[0] / 1000:.{each[1]}f}"
)
SPANS = st.tuples(st.integers(0, 299), st.integers(0, 99)).map(
    lambda each: f"{each[0] / 1000}-{(each[0] + each[1]) / 1000}"
)


@given(
    st.integers(1_100_000, 9_000_000), DIGITS, NUMBERS,
    st.fixed_dictionaries(
        {}, optional={"t": st.just("39"), "e": NUMBERS, "b": SPANS, "c": SPANS}
    ),
)  # fmt: skip
def test_report_survives_its_link(
    apogee: int, digits: int, distance: str, options: dict[str, str]
) -> None:
    printed = f"lofted:{apogee / 1000:.{digits}f},{distance}"
    more = "".join(f":{name}{value}" for name, value in options.items())
    report = parse_lofted(printed + more)
    again = parse_lofted(lofted_text(report))
    assert again == parse_lofted(lofted_text(again))
    assert (again.apogees_km, again.altitudes_km) == (report.apogees_km, report.altitudes_km)
    assert again.speed_credit_km_s == report.speed_credit_km_s
    assert again.flight_time_min == report.flight_time_min


def test_what_engineers_computed_of_july_2017_lies_among_the_ranges_that_fit() -> None:
    ring = ring_of("lofted:2802,933:t39~KCNA")
    assert ring.low_km is not None
    assert ring.high_km is not None
    assert ring.low_km < 6_700 < ring.high_km  # David Wright, 3 July 2017: 6,700 km
    assert ring.label == "KCNA"


def test_edges_grow_and_stand_for_the_percentiles() -> None:
    report = Report(2802, 933)
    low, best, high = fitting_edges(report)
    ranges = fitting_ranges(report)
    assert (low, best, high) == (ranges.km[2], ranges.km[11], ranges.km[20])  # 5, 50, 95 %
    assert list(ranges.km) == sorted(ranges.km)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("lofted:2802,933", "low best high"),
        ("lofted:5500,1000", "low best high"),  # a third of the assumptions give no limit
        ("lofted:6248,1090", "low high"),  # most of them
        ("lofted:8000,1000", "best"),  # all of them
        ("lofted:2802,933:e0:b0-0:c0-0", "best"),  # nothing is in doubt
        ("lofted:1,0:b0-0:c0-0", "best"),
    ],
)
def test_edges_without_a_limit_are_drawn_at_the_cap_and_once(text: str, has: str) -> None:
    ring = ring_of(text)
    assert [role for role, _ in ring.edges] == has.split()
    assert ring.limit_km <= 19_900
    assert encode(decode([("ring", f"sohae~{text}")], CATALOG)[0]).startswith(f"ring=sohae~{text}")


def test_shares_fall_from_all_to_none() -> None:
    ranges = fitting_ranges(Report(2802, 933))
    shares = [ranges.share_reaching(km) for km in range(10, 20_000, 10)]
    assert shares == sorted(shares, reverse=True)
    assert (shares[0], shares[-1]) == (1.0, 0.0)
    assert fitting_ranges(Report(8000, 1000)).share_reaching(20_003) == 1.0  # no place is farther


def test_disks_of_the_shade_say_the_share() -> None:
    for report in (Report(2802, 933), Report(5500, 1000), Report(6248, 1090)):
        ranges = fitting_ranges(report)
        for km in range(1000, 20_000, 250):
            disks = sum(km <= edge for edge in ranges.shade_km) / len(ranges.shade_km)
            assert disks == pytest.approx(ranges.share_reaching(km), abs=0.5 / 20 + 1e-9)


@pytest.mark.parametrize(
    "text",
    [
        "lofted:", "lofted:2802", "lofted:2,802,933", "lofted:2802,933,39", "lofted:2802,933:",
        "lofted:2802,933:39", "lofted:2802,933:t39:t40", "lofted:2802,933:x1",
        "lofted:2802,933:b200", "lofted:-2802,933", "lofted:2e3,933", "lofted:9999999,933",
        "lofted:2802,933" + ":t39" * 400, "lofted:nan,933",
    ],
)  # fmt: skip
def test_what_is_no_report_is_named_with_what_is_accepted(text: str) -> None:
    with pytest.raises(RangeError, match="is not a report of a lofted flight; accepted: lofted:"):
        parse_lofted(text)
    assert len(problem_of(text)) < 500


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("lofted:999999,933", "an apogee must be between 1 and 50,000 km"),
        ("lofted:2802,999999", "a distance must be between 0 and"),
        ("lofted:2802,933:t999999", "a flight time must be between"),
        ("lofted:2802,933:e999999", "an error of the apogee must be between"),
        ("lofted:2802,933:b0-999999", "a burnout altitude must be between"),
        ("lofted:2802,933:b200-100", "the lower end of a span comes first"),
        ("lofted:100,50:b200-300", "must be above burnout"),
        ("lofted:2802,933:c0-999", "a speed credit must be between"),
    ],
)
def test_what_no_flight_could_be_is_said_with_its_limits(text: str, about: str) -> None:
    with pytest.raises(FlightError, match=about):
        parse_lofted(text)
    assert about in problem_of(text)


@pytest.mark.parametrize(
    "query",
    [
        "ring=sohae%7Elofted%3A2802%2C933%3At39",
        "ring=sohae%257Elofted%253A2802%252C933%253At39",
        "ring=sohae~lofted\uff1a2802\uff0c933\uff1at39",
        "ring=sohae~lofted:2802,933:t39)",
        "ring=sohae~lofted:2802,933:t39\uc5d0\uc11c",
        "units=km&amp;ring=sohae~lofted:2802,933:t39",
    ],
)
def test_mangled_link_is_read_as_it_was_written(query: str) -> None:
    scenario, problems = decode(parse_pairs(query), CATALOG)
    assert not problems
    assert scenario.rings[0].report == Report(2802, 933, 39)


def test_ring_of_a_report_behind_no_key_is_named() -> None:
    _, (problem,) = decode(parse_pairs("rings=sohae~lofted:2802,933:t39"), CATALOG)
    assert problem.meant == "sohae~lofted:2802,933:t39"
