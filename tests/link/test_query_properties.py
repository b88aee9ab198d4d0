"""Any Scenario survives its link, and no text whatever makes reading a link fail."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.earth.points import LatLon
from geo.facts.layers import LAYER_IDS
from geo.link.lofted import parse_lofted
from geo.link.query import decode, encode, parse_pairs
from geo.link.scenario import Camera, RadarAssumption, Ring, Scenario
from geo.link.spelling import opened_words
from geo.link.spreads import fitting_edges
from tests.support import BAD_VALUES, BIDI_CONTROLS, PLACE_TABLES, site_point, table

Site = tuple[str, LatLon]

CATALOG = load_catalog()
PLACES = [row for name in PLACE_TABLES for row in table(name)]
RADARS = [row["id"] for row in table("missile_defense").values() if row["role"] == "radar"]
TILES = [
    "offline",
    "OpenStreetMap.Mapnik",
    "Esri.WorldGrayCanvas",
    "Esri.WorldPhysical",
    "NASAGIBS.BlueMarble",
    "OpenTopoMap",
]
# Signs a label may hold: all but control characters, halves of characters and line separators.
SIGNS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=BIDI_CONTROLS)


def words(most: int) -> st.SearchStrategy[str]:
    """Return somebody's words, but for those that only a link encoded twice has: it is opened."""
    return (
        st.text(SIGNS, max_size=most).map(str.strip).filter(lambda text: opened_words(text) == text)
    )


SCRAPS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="0123456789.,-~+ eE\uff18\u0667", max_size=20),
    st.sampled_from([*table("launch_sites"), *PLACES, *BAD_VALUES.values(), "8000", "39,125"]),
    st.text(alphabet="lofted:,0123456789.-tebc~", max_size=40).map(lambda text: f"lofted:{text}"),
)


def numbers(low: float, high: float, places: int) -> st.SearchStrategy[float]:
    """Return numbers as a link may hold them: with so many decimals at most."""
    parts = 10**places
    return st.integers(round(low * parts), round(high * parts)).map(lambda count: count / parts)


POINTS = st.builds(LatLon, numbers(-90, 90, 12), numbers(-180, 180, 12))
SITES = st.one_of(
    st.sampled_from(list(table("launch_sites"))).map(
        lambda site: (site, LatLon(*site_point(site)))
    ),
    POINTS.map(lambda point: (str(point), point)),
)


REPORTS = [
    parse_lofted(f"lofted:{text}")
    for text in (
        "2802,933", "2802,933:t39", "3724.9,998", "2800.0,933:e50", "6248,1090:b100-150:c0-0",
        "8000,1000", "1,0", "500.25,400.125:t12.5:e0:b0.5-1.5:c0.25-0.75",
    )
]  # fmt: skip


@st.composite
def rings(draw: st.DrawFn) -> Ring:
    site, point = draw(SITES)
    report = draw(st.none() | st.sampled_from(REPORTS))
    if report:
        return Ring(
            site, point, *fitting_edges(report), draw(words(60)), report, draw(st.booleans())
        )
    edges = sorted(draw(st.sets(numbers(10, 19_900, 6), min_size=1, max_size=3)))
    low, best, high = {
        1: (None, edges[0], None),
        2: (edges[0], None, edges[-1]),
        3: (edges[0], edges[len(edges) // 2], edges[-1]),
    }[len(edges)]
    return Ring(site, point, low, best, high, draw(words(60)), rotating=draw(st.booleans()))


RINGS = st.lists(rings(), min_size=1, max_size=12).map(tuple)
WITH_ACTIVE = RINGS.flatmap(lambda some: st.tuples(st.just(some), st.integers(0, len(some) - 1)))


def scenario(rings: tuple[tuple[Ring, ...], int], hidden: set[int], **others: Any) -> Scenario:
    known = tuple(index for index in sorted(hidden) if index < len(rings[0]))
    return Scenario(*rings, hidden=known, **others)


def own_words(most: int) -> st.SearchStrategy[str]:
    """Return one line as somebody may write it, or none: it is seen, and no longer than that."""
    return words(most).map(lambda line: line if any(map(is_seen, line)) else "")


def is_seen(sign: str) -> bool:
    return sign.isprintable() and not sign.isspace()


SCENARIOS = st.builds(
    scenario,
    rings=WITH_ACTIVE,
    show=st.sets(st.sampled_from(LAYER_IDS)).map(
        lambda some: tuple(x for x in LAYER_IDS if x in some)
    ),
    units=st.sampled_from(["km", "mi", "nmi"]),
    date=st.none() | st.dates(),
    radars=st.lists(
        st.builds(
            RadarAssumption,
            st.sampled_from(RADARS),
            numbers(0.000001, 6000, 6),
            numbers(0, 360, 6),
            numbers(0.000001, 360, 6),
        ),
        max_size=4,
        unique_by=lambda radar: radar.radar,
    ).map(tuple),
    at=st.none() | st.builds(Camera, POINTS, numbers(0, 12, 6)),
    base=st.sampled_from(TILES),
    lang=st.sampled_from(["en", "ko"]),
    present=st.booleans(),
    targets=st.lists(st.sampled_from(PLACES), unique=True, max_size=9).map(tuple),
    title=own_words(90),
    note=own_words(240),
    names=st.lists(st.sampled_from(PLACES), unique=True, max_size=20).map(tuple),
    legend=st.booleans(),
    hidden=st.sets(st.integers(0, 11)),
    tests=st.lists(st.sampled_from(list(table("missiles"))), unique=True, max_size=5).map(tuple),
)


def as_a_browser_reads(query: str) -> list[tuple[str, str]]:
    """Return the pairs of a query string by the rules of the URL standard for forms."""
    pairs = [field.partition("=")[::2] for field in query.split("&") if field]

    def text(part: str) -> str:
        return unquote_to_bytes(part.replace("+", " ")).decode("utf-8", "replace")

    return [(text(key), text(value)) for key, value in pairs]


@settings(max_examples=150)
@given(SCENARIOS)
def test_scenario_survives_its_link(scenario: Scenario) -> None:
    assert decode(parse_pairs(encode(scenario)), CATALOG) == (scenario, [])


@settings(max_examples=100)
@given(SCENARIOS)
def test_link_is_read_alike_by_browsers_and_by_other_programs(scenario: Scenario) -> None:
    query = encode(scenario)
    assert query.isascii()
    assert not set(query) & set(" \"'<>`#\\{}|^[]")
    pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=True)
    assert as_a_browser_reads(query) == pairs == parse_pairs(f"?{query}")
    assert {key for key, _ in pairs} <= set(BAD_VALUES)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(list(BAD_VALUES)) | st.text(max_size=5), SCRAPS)))
def test_any_pairs_give_a_scenario_and_name_only_what_was_given(
    pairs: list[tuple[str, str]],
) -> None:
    scenario, problems = decode(pairs, CATALOG)
    assert 1 <= len(scenario.rings) <= 12
    assert scenario.active_ring in scenario.rings
    assert set(scenario.hidden) <= set(range(len(scenario.rings)))
    assert len(scenario.title) <= 90
    assert len(scenario.note) <= 240
    assert len(scenario.names) <= 20
    bare_rings = {("ring", f"{key}={value}") for key, value in pairs}  # one without its key
    bare_rings |= {("ring", key) for key, value in pairs if not value}
    assert {(each.key, each.value) for each in problems} <= {*pairs, *bare_rings}
    assert all(each.key in BAD_VALUES and each.problem for each in problems)


@settings(max_examples=300)
@given(st.lists(st.tuples(SITES, SCRAPS, SCRAPS), min_size=1, max_size=3))
def test_what_was_read_once_is_read_the_same_for_ever(parts: list[tuple[Site, str, str]]) -> None:
    texts = [f"{site}~{km}~{label}" for (site, _), km, label in parts]
    pairs = [("ring", text) for text in texts] + [("at", parts[0][1]), ("to", parts[0][2])]
    scenario, _ = decode(pairs, CATALOG)
    query = encode(scenario)
    assert decode(parse_pairs(query), CATALOG) == (scenario, [])
    assert encode(decode(parse_pairs(query), CATALOG)[0]) == query


@settings(max_examples=300)
@given(st.text() | st.text(alphabet="ring=sohae~80&%+?;#,39.\x00\u202e\ud800"))
def test_any_text_is_a_query_string(text: str) -> None:
    scenario, problems = decode(parse_pairs(text), CATALOG)
    assert scenario.rings
    assert all(str(each).startswith(f"{each.key}=") for each in problems)
