"""The table says what the export of the same address says; sorted, filtered and searched."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict

import pytest
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open
from tests.browser.screen import Screen

Csv = list[dict[str, str]]
KM_IN = {"km": 1.0, "mi": 1.609344, "nmi": 1.852}
TWO_SITES = "ring=sohae~8000&ring=tonghae~3000-9000~a%20band"
ORDER = {"in": 0, "band": 1, "out": 2}
DEFENCE = ("Seen by radars", "THAAD battery within")  # columns that the export has not
IS_SORTED = """([words, sign]) => words.every(
    (word, i) => !i || sign * words[i - 1].localeCompare(word) <= 0)"""


@pytest.fixture
def follow(follow: Open) -> Open:
    """As elsewhere, with the table laid out."""

    def with_table(query: str = "") -> Screen:
        screen = follow(query)
        screen.lay_table_out()
        return screen

    return with_table


def exported(screen: Screen) -> dict[str, Csv]:
    """Return the rows of each place, one a ring, from /export/reach.csv of this address."""
    query = screen.page.url.partition("?")[2]
    answer = screen.page.request.get(f"{screen.home}/export/reach.csv?{query}")
    assert answer.ok
    places = defaultdict(list)
    for row in csv.DictReader(io.StringIO(answer.text().lstrip("\ufeff"))):
        places[row["place"]].append(row)
    return dict(places)


def rows_of(screen: Screen) -> list[list[str]]:
    return list(
        screen.table.locator("tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
        )
    )


def column_of(screen: Screen, index: int) -> list[str]:
    return list(
        screen.table.locator("tbody tr").evaluate_all(
            "(rows, index) => rows.map((row) => row.cells[index].textContent)", index
        )
    )


def heads_of(screen: Screen) -> list[str]:
    return screen.table.locator("thead th").all_text_contents()


def count_of(screen: Screen) -> str:
    return screen.page.locator(".rm-table-tools [role=status]").text_content() or ""


def number(text: str) -> float:
    return float(text.replace(",", "").rstrip("\u00b0") or -1)


def assert_row(cells: list[str], rings: Csv, units: str) -> None:
    """Compare a row of the table with one place's rows of the export."""
    sites = list({row["site"]: row for row in rings}.values())
    states, rest = cells[1 : 1 + len(rings)], cells[1 + len(rings) :]
    kind, people, country, source = rest[len(sites) : -len(sites)]
    for row, length, azimuth in zip(sites, rest, rest[-len(sites) :], strict=False):
        exact = float(row["distance_km"]) / KM_IN[units]
        assert number(length) == pytest.approx(exact, abs=0.501)
        assert re.fullmatch(r"\d{1,3}(,\d{3})*", length)
        assert abs((number(azimuth) - float(row["azimuth_deg"]) + 180) % 360 - 180) < 0.51
    assert states == [row["reach"] for row in rings]
    assert (country, kind.removesuffix(" base")) == (rings[0]["country"], rings[0]["kind"])
    population = rings[0]["population"]
    assert people == (f"{int(population):,}" if population else "")
    assert source


def assert_is_export(screen: Screen, units: str = "km") -> None:
    places = exported(screen)
    counted = f"{len(places)} of {len(places)} places"
    screen.eventually(lambda: count_of(screen) == counted, "all rows of the export")
    beside = [nth for nth, head in enumerate(heads_of(screen)) if head.startswith(DEFENCE)]
    rows = [[cell for nth, cell in enumerate(row) if nth not in beside] for row in rows_of(screen)]
    assert sorted(row[0] for row in rows) == sorted(places)
    for row in rows:
        assert_row(row, places[row[0]], units)


@pytest.mark.parametrize(
    ("query", "units"),
    [
        (TWO_SITES, "km"),
        ("ring=sohae~5000&show=cities,bases,thaad,radar&units=nmi", "nmi"),
        ("ring=39.87,125.27~1000-2000-3000&show=bases,radar&date=2014-01-01&units=mi", "mi"),
    ],
)
def test_table_is_the_export_cell_by_cell(follow: Open, query: str, units: str) -> None:
    assert_is_export(follow(query), units)


def test_table_waits_for_the_release_and_is_the_export_again(follow: Open) -> None:
    screen = follow(f"{TWO_SITES}&show=cities")
    before = rows_of(screen)
    x, y, left, _ = screen.grab(0)
    screen.page.mouse.move((x + left) / 2, y, steps=8)
    held_km = screen.ranges()[0]
    assert held_km < 7000
    assert rows_of(screen) == before
    screen.page.mouse.up()
    screen.wait_for_address(f"sohae~{held_km:g}", "tonghae~3000-9000~a band")
    expect(screen.table.locator("thead")).to_contain_text(f"{held_km:,.0f} km")
    assert_is_export(screen)


def test_table_that_was_changed_by_hand_is_as_a_new_one(open_tab: Open) -> None:
    """Rows that say the same stay as they are; what a reader sees is what a link shows."""
    screen = open_tab(f"{TWO_SITES}&show=cities,bases")
    marked = "(rows) => rows.filter((row) => row.isMarked).length"
    rows = screen.table.locator("tbody tr")
    rows.evaluate_all("(rows) => rows.forEach((row) => { row.isMarked = true; })")
    for km in (300, 13_000, 5000):
        screen.set_range(0, km)
        expect(screen.table.locator("thead")).to_contain_text(f"{km:,.0f} km")
    assert rows.evaluate_all(marked) == rows.count()
    search = screen.page.get_by_role("searchbox", name="Search the table")
    search.fill("okinawa")
    distance = screen.table.get_by_role("button", name="Distance from Sohae").first
    distance.click()
    distance.click()
    search.fill("")
    screen.page.get_by_role("button", name="Where the ranges differ first").click()
    screen.wait_for_address("sohae~5000", "tonghae~3000-9000~a band")
    new = open_tab(screen.page.url.partition("?")[2])
    assert rows_of(screen) == rows_of(new)
    assert heads_of(screen) == heads_of(new)


def test_each_site_has_its_own_distances(follow: Open) -> None:
    screen = follow(TWO_SITES)
    names = {site.id: site.name for site in load_catalog().launch_sites}
    heads = [head for head in heads_of(screen) if not head.startswith(DEFENCE)]
    for what, unit, at in (("Distance", ", km", slice(3, 5)), ("Azimuth", "", slice(-2, None))):
        assert heads[at] == [f"{what} from {names[site]}{unit}" for site in ("sohae", "tonghae")]
    screen.activate(1)
    screen.field("site").select_option("sohae")
    expect(screen.table.locator("thead th")).to_have_count(10)
    assert (heads_of(screen)[3], heads_of(screen)[-2]) == ("Distance, km", "Azimuth")
    screen.wait_for_address("sohae~8000", "sohae~3000-9000~a band")


def order_of(screen: Screen) -> str:
    return screen.page.locator(".rm-table-order > span").first.text_content() or ""


def test_rows_on_which_rings_differ_come_first_with_us_soil_on_top(screen: Screen) -> None:
    assert order_of(screen).startswith("Where the ranges differ first, US places on top; then")
    sorts = screen.table.locator("thead th").evaluate_all("(all) => all.map((th) => th.ariaSort)")
    assert set(sorts) == {"none"}
    soil = {place.name: place.us_soil for place in load_catalog().places}
    places = {
        name: (
            2 if len({row["reach"] for row in rings}) == 1 else int(not soil[name]),
            float(rings[0]["distance_km"]),
        )
        for name, rings in exported(screen).items()
    }
    assert len({group for group, _ in places.values()}) == 3, "rows of each kind"
    assert [places[row[0]] for row in rows_of(screen)] == sorted(places.values())


def test_one_ring_is_sorted_by_distance_and_a_chosen_order_can_be_left(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    assert order_of(screen) == "By distance"
    kms = [number(row[2]) for row in rows_of(screen)]
    assert kms == sorted(kms)
    screen.table.get_by_role("button", name="Place", exact=True).click()
    assert order_of(screen) == "Sorted by: Place"
    assert [number(row[2]) for row in rows_of(screen)] != kms
    screen.page.get_by_role("button", name="By distance").click()
    assert [number(row[2]) for row in rows_of(screen)] == kms


def test_hidden_ring_has_no_column_and_makes_no_difference(follow: Open) -> None:
    screen = follow("ring=sohae~8000&ring=sohae~3000&ring=tonghae~9000&hide=2,3")
    expect(screen.table.locator("thead th")).to_have_count(9)
    assert [head for head in heads_of(screen) if "3,000" in head or "9,000" in head] == []
    assert order_of(screen) == "By distance"


def test_nothing_that_matters_is_cut(visit: Open) -> None:
    """Place, rings, distance, kind and people at 1280; place and the first rings on a phone."""
    for size, seen in (((1280, 800), 9), ((390, 844), 3)):
        screen = visit(viewport={"width": size[0], "height": size[1]})
        if not screen.table.is_visible():  # on a phone it takes the map's place when asked for
            screen.page.get_by_role("button", name="Table").click()
        frame = screen.page.get_by_role("region", name="Places and rings")
        frame.evaluate("(frame) => { frame.scrollLeft = 0; frame.scrollIntoView(); }")
        right = frame.evaluate("(frame) => frame.getBoundingClientRect().left + frame.clientWidth")
        ends = screen.table.locator("thead th").evaluate_all(
            "(all) => all.map((th) => th.getBoundingClientRect().right)"
        )
        assert ends[seen - 1] <= right + 1, size
    frame.evaluate("(frame) => { frame.scrollLeft = 400; }")
    left = frame.evaluate("(frame) => frame.getBoundingClientRect().left")
    first = screen.table.locator("tbody th").first
    expect(first).to_be_visible()
    assert first.evaluate("(th) => th.getBoundingClientRect().left") == pytest.approx(left, abs=2)


def test_every_column_sorts_both_ways(follow: Open) -> None:
    screen = follow(f"{TWO_SITES}&show=cities,thaad&date=2017-07-04")
    headers = screen.table.locator("thead th")
    count = headers.count()
    last = count - 2  # behind it stands the column of batteries
    words = (0, last - 5, last - 3, last - 2)  # place, kind, country, source
    for column in range(last + 1):
        for direction, sign in (("ascending", 1), ("descending", -1)):
            headers.nth(column).locator("button").click()
            sorts = headers.evaluate_all("(all) => all.map((head) => head.ariaSort)")
            assert sorts == [direction if each == column else "none" for each in range(count)]
            cells = column_of(screen, column)
            if column in words:
                assert screen.page.evaluate(IS_SORTED, [cells, sign])
            else:
                keys = [ORDER[cell] if cell in ORDER else number(cell) for cell in cells]
                assert keys == sorted(keys, reverse=sign < 0)


def test_kinds_reaches_and_words_filter_the_rows(follow: Open) -> None:
    screen = follow(f"{TWO_SITES}&show=cities,bases,thaad,radar")
    places, layers = exported(screen), {p.name: p.layer for p in load_catalog().places}
    kind, reach = screen.page.get_by_label("Kind"), screen.page.get_by_label("Reach of the active")
    search = screen.page.get_by_label("Search the table")

    def assert_names(expected: set[str]) -> None:
        screen.eventually(lambda: set(column_of(screen, 0)) == expected, "filtered rows")
        assert count_of(screen) == f"{len(expected)} of {len(places)} places"

    for layer in ("cities", "bases", "thaad", "radar"):
        kind.select_option(layer)
        assert_names({name for name in places if layers[name] == layer})
    kind.select_option("")
    for ring in (0, 1):
        screen.activate(ring)
        for state in ("in", "band", "out"):
            reach.select_option(state)
            assert_names({name for name, rows in places.items() if rows[ring]["reach"] == state})
    reach.select_option("")
    search.fill("  GUAM ")
    assert_names({n for n, rows in places.items() if "guam" in (n + rows[0]["country"]).lower()})
    search.fill("no such place")
    assert_names(set())
    search.fill("")
    assert_names(set(places))


def test_button_of_a_place_shows_it_on_the_map(follow: Open) -> None:
    screen = follow("ring=sohae~8000&show=cities,arcs&at=60,20,5")
    place = next(each for each in load_catalog().places if each.id == "darwin")
    screen.table.get_by_role("button", name=place.name, exact=True).click()
    expect(screen.popup.locator("h3")).to_have_text(place.name)
    lat, lon, _ = screen.view()
    assert (lat, lon) == pytest.approx((place.lat, place.lon), abs=10)
    assert "to" not in dict(screen.query()), "looking is no wish for a distance line"
