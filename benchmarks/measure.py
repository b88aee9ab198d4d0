"""Each part of the benchmark: run it for every column it makes sense for, and fill the table."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from benchmarks import browser, cdn, engine, exports, report
from benchmarks.attack import robustness
from benchmarks.chromium import chromium
from benchmarks.load import rooms
from benchmarks.load.protocol import Change, slide
from benchmarks.load.record import record, replay
from benchmarks.load.wsload import Load, load
from benchmarks.report import BARE_FAST, OURS, USUAL_FAST, USUAL_STOCK, Table
from benchmarks.servers import BARE, FAST, STOCK, USUAL, Server, serve
from benchmarks.truth.measure import table as truth_table

# As many rings as the usual app draws, so that the two are doing the same.
OUR_QUERY = "ring=sohae~8000&ring=sohae~5000&ring=sohae~10000"
PEERS = {USUAL_STOCK: (USUAL, STOCK), USUAL_FAST: (USUAL, FAST), BARE_FAST: (BARE, FAST)}
SOAK_CHANGES = 10_000

Options = argparse.Namespace


@contextmanager
def running(column: str, options: Options, port: int | None = None) -> Iterator[Server]:
    """The app of a column; Reachmap, of this checkout or another, with the settings it ships."""
    if column == OURS:
        with serve(options.app / "app.py", cwd=options.app, port=port) as server:
            yield server
    else:
        script, settings = PEERS[column]
        with serve(script, settings=settings) as server:
            yield server


def columns(table: Table, options: Options, *, bare: bool) -> list[str]:
    """Which columns to measure now."""
    chosen = [] if "peers" in options.without else [USUAL_STOCK, USUAL_FAST]
    if bare and chosen:
        chosen.append(BARE_FAST)
    if "app" in options.without:
        return chosen
    if not (options.app / "app.py").is_file():
        table.note("Reachmap was not measured in a server: there is no app.py.")
        return chosen
    return [*chosen, OURS]


def address(column: str, server: Server) -> str:
    return f"{server.url}/?{OUR_QUERY}" if column == OURS else server.url


def engine_part(table: Table, options: Options) -> None:
    """Rings and places in Python, without any server."""
    times = {timing.name: timing for timing in engine.ring_times()}
    geopy, library, bare, ours = times.values()
    table.put(report.RINGS, USUAL_STOCK, f"{geopy.seconds:.2f} s (geopy loop)")
    table.put(report.RINGS, BARE_FAST, f"{bare.seconds:.3f} s (bare pyproj call)")
    ratio = ours.seconds / bare.seconds
    table.put(report.RINGS, OURS, f"{ours.seconds:.3f} s, {ratio:.2f} x bare pyproj")
    table.put(report.TABLE, OURS, report.milliseconds(engine.place_table_seconds() * 1000))
    still, turning = (engine.spread_seconds(each) * 1000 for each in (None, engine.TURNING))
    spreads = f"{report.milliseconds(still)}; {report.milliseconds(turning)}"
    table.put(report.SPREAD, OURS, spreads)
    table.note(
        f"1,000 rings: geopy is scaled from {geopy.measured_rings} rings, geographiclib "
        f"({library.seconds:.2f} s) from {library.measured_rings}; medians of "
        f"{engine.ROUNDS} interleaved rounds. 10,000 places: no two rings share a site."
    )


def browser_part(table: Table, options: Options) -> None:
    """What a person sees, in one Chromium after the other."""
    for column in columns(table, options, bare=False):
        with running(column, options) as server, chromium() as chrome:
            see(table, column, chrome, address(column, server))
    table.note(
        "No browser reaches another host. The usual way needs CDNs: its first map therefore never "
        "comes. For its drag and keys, Leaflet 1.9.3 comes at once from the PyPI package "
        "XStatic-Leaflet and all other scripts and styles are empty: better than it fares online."
    )


def see(table: Table, column: str, chrome: Browser, url: str) -> None:
    """The browser rows of one column."""
    prepare = None if column == OURS else cdn.stand_in
    first = browser.first_map(chrome, url)
    hosts = f"requests to other hosts: {first.other_hosts}"
    table.put(report.FIRST, column, f"{report.milliseconds(first.milliseconds)}, {hosts}")
    drag = browser.drag(chrome, url, prepare)
    kept = "view kept" if drag.kept else "view lost"
    table.put(
        report.DRAG,
        column,
        f"{drag.draws} ({drag.per_s:.0f} a second; {drag.values} of {drag.frames} frames with a "
        f"new value; {drag.blank} blank; {kept})",
    )
    keys = browser.keys(chrome, url, prepare)
    mounted = "map remounted" if keys.remounted else "map kept"
    late = f", {keys.missed} never" if keys.missed else ""
    received = f"{report.kilobytes(keys.bytes_per_change)} received"
    answer = f"{report.milliseconds(keys.median_ms)}, {mounted}, {received}{late}"
    table.put(report.KEY, column, answer)


def change_of(column: str, server: Server) -> tuple[Change, str]:
    """How a viewer of this app changes something, and the query it opens with."""
    if column != OURS:
        return slide, ""
    with chromium() as chrome:
        state, km = record(chrome, address(column, server))
    return replay(state, km), OUR_QUERY


def load_part(table: Table, options: Options) -> None:
    """Thirty and a hundred viewers on a fresh process each."""
    for column in columns(table, options, bare=True):
        for viewers in (30, 100):
            with running(column, options) as server:
                change, query = change_of(column, server)
                load(server, change, viewers=2, seconds=2, query=query)  # warm
                found = load(server, change, viewers=viewers, seconds=options.seconds, query=query)
            put_load(table, column, found)
    table.note(
        "Viewers: a closed loop; a viewer waits for its answer before its next change, so an app "
        "that cannot keep up also gets fewer changes. Opened: the first run of the script over "
        "the WebSocket; pages, scripts and styles are not in it."
    )


def put_load(table: Table, column: str, found: Load) -> None:
    """The rows of one load, with what went wrong beside the figures."""
    faults = f"; {len(found.errors)} errors" if found.errors else ""
    faults += f"; {found.unchanged} answers brought nothing new" if found.unchanged else ""
    speed = f"{found.p50_ms:,.0f} / {found.p95_ms:,.0f} ms at {found.changes_per_s:.0f} a second"
    if found.viewers == 30:
        table.put(report.THIRTY, column, speed + faults)
        table.put(report.PAYLOAD, column, report.kilobytes(found.bytes_per_change))
        return
    table.put(report.HUNDRED, column, speed + faults)
    table.put(report.OPENED, column, report.seconds(found.opened_s))
    table.put(report.MEMORY, column, f"{max(found.rss_mb):.0f} MB")
    for error in sorted(set(found.errors))[:3]:
        table.note(f"{column}: {error[:200]}")


def exports_part(table: Table, options: Options) -> None:
    """Pictures of the map; the usual way has none."""
    if OURS not in columns(table, options, bare=False):
        return
    with running(OURS, options) as server:
        found = exports.measure(server)
        change, query = change_of(OURS, server)
        load(server, change, viewers=2, seconds=2, query=query)  # warm
        with exports.drawing_all_the_time(server):
            beside = load(server, change, viewers=30, seconds=options.seconds, query=query)
    failed = f"{found.failures} failures"
    came, waited, lost = found.burst
    table.put(report.PICTURE, OURS, f"{found.single_s:.2f} s; {found.at_once_s:.2f} s, {failed}")
    told = f"{came} drawn, {waited} told to try again, {lost} failed"
    table.put(report.BURST, OURS, f"{told}; {found.drawing_mb:.0f} MB")
    table.put(report.BESIDE, OURS, f"{beside.p50_ms:,.0f} / {beside.p95_ms:,.0f} ms")


def rooms_part(table: Table, options: Options) -> None:
    """A class that follows its leader, in peace and under attack; the usual way has none."""
    if OURS not in columns(table, options, bare=False):
        return
    with running(OURS, options) as server:
        rooms.measure(server, followers=10, seconds=1)  # warm
        for row, attackers in ((report.CLASS, 0), (report.ATTACKED, 5)):
            found = rooms.measure(server, seconds=2 * options.seconds, attackers=attackers)
            table.put(row, OURS, str(found))


def soak_part(table: Table, options: Options) -> None:
    """A hundred viewers until 10,000 changes are done; about 100 s."""
    if OURS not in columns(table, options, bare=False):
        return
    with running(OURS, options) as server:
        change, query = change_of(OURS, server)
        found = load(server, change, viewers=100, seconds=SOAK_CHANGES / 100, query=query)
    done = f"{len(found.latencies_ms):,} changes"
    table.put(
        report.SOAK, OURS, f"{found.rss_mb[0]:.0f} MB, {found.rss_mb[-1]:.0f} MB after {done}"
    )


def truth_part(table: Table, options: Options) -> None:
    """The truth table goes below the budget table, as it has columns of its own."""
    table.below.append(truth_table())


def robustness_part(table: Table, options: Options) -> None:
    """One client against all others, beside another build if one is given; three minutes each."""
    for folder in filter(None, (options.beside, options.app)):
        with serve(folder / "app.py", cwd=folder) as server:
            found = robustness.table(str(folder.name), server, options.seconds)
        table.below.append(found)
