"""`--only held`: regression figures, good when the app was attacked and starved, and still.

Each sub-part has a server of its own, so each can be asked for alone with `--held`. With `--app`
the same is measured of another checkout, such as the build before a change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Final

from benchmarks import report
from benchmarks.attack import heldbrowser, heldload
from benchmarks.load import rooms
from benchmarks.load.wsload import load
from benchmarks.measure import change_of, running
from benchmarks.report import OURS, Table, milliseconds
from benchmarks.servers import Server
from benchmarks.stats import percentile

FOLLOWERS = 300
DRAG_S = 5.0  # at 20 messages a second: 30,000 scenes for 300 followers
CROWD = 200
Options = argparse.Namespace


def followers(options: Options) -> str:
    """A class of 300."""
    with running(OURS, options) as server:
        rooms.measure(server, followers=10, seconds=1)  # warm
        found = rooms.measure(server, followers=FOLLOWERS, seconds=DRAG_S)
    p50, p95 = (milliseconds(percentile(found.latencies_ms, each)) for each in (50, 95))
    return (
        f"{len(found.latencies_ms):,} of {found.sent * FOLLOWERS:,}, {p50} / {p95}; "
        f"{found.left_behind} left behind; {found.cpu:.0%} of a core, {found.rss_mb:.0f} MB"
    )


def crowd(options: Options) -> str:
    """More viewers than one process can serve."""
    with running(OURS, options) as server:
        change, query = change_of(OURS, server)
        load(server, change, viewers=2, seconds=2, query=query)  # warm
        found = load(server, change, viewers=CROWD, seconds=options.seconds, query=query)
    return (
        f"{found.p50_ms:,.0f} / {found.p95_ms:,.0f} ms; {found.changes_per_s:.0f} changes a "
        f"second; {len(found.errors)} errors; {max(found.rss_mb):.0f} MB"
    )


def with_server(measure: Callable[[Server], str], options: Options) -> str:
    """Measure at a fresh server."""
    with running(OURS, options) as server:
        return measure(server)


def monkey(options: Options) -> str:
    return with_server(partial(heldbrowser.monkey, seconds=options.monkey_seconds), options)


def killed(options: Options) -> str:
    return heldbrowser.killed(starter(options))


def class_again(options: Options) -> str:
    return heldbrowser.class_again(starter(options))


def starter(options: Options) -> heldbrowser.Start:
    """What starts the app on a port."""

    def start(port: int) -> AbstractContextManager[Server]:
        return running(OURS, options, port)

    return start


# By name: the row, and what measures it.
PARTS: Final[dict[str, tuple[str, Callable[[Options], str]]]] = {
    "queries": (report.QUERIES, partial(with_server, heldload.hostile_queries)),
    "sessions": (report.SESSIONS, partial(with_server, heldload.sessions)),
    "exports": (report.EXPORTS, partial(with_server, heldload.different_exports)),
    "points": (report.POINTS, partial(with_server, heldload.different_points)),
    "seeds": (report.SEEDS, partial(with_server, heldload.different_seeds)),
    "uploads": (report.UPLOADS, partial(with_server, heldload.uploads)),
    "heap": (report.HEAP, partial(with_server, heldbrowser.heap)),
    "monkey": (report.MONKEY, monkey),
    "killed": (report.KILLED, killed),
    "class": (report.RECLASS, class_again),
    "followers": (report.FOLLOWERS, followers),
    "crowd": (report.CROWD, crowd),
}


def held_part(table: Table, options: Options) -> None:
    """The sub-parts asked for, each at a server of its own."""
    for name, (row, measure) in PARTS.items():
        if name in options.held:
            print(f"  {name} ...", file=sys.stderr, flush=True)
            table.put(row, OURS, measure(options))
    table.note(f"Measured: the app in {options.app.name}, each row at a fresh server.")
