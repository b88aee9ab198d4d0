"""The budget table: which rows and columns there are, and how they become Markdown."""

from __future__ import annotations

import importlib.metadata
import math
import os
import platform
from dataclasses import dataclass, field

USUAL_STOCK = "usual way"
USUAL_FAST = "usual way, our settings"
BARE_FAST = "bare page, our settings"
OURS = "Reachmap"
COLUMNS = (USUAL_STOCK, USUAL_FAST, BARE_FAST, OURS)

DRAG = "redraws while the thumb is dragged for 3 s"
KEY = "arrow key to changed ring on screen"
FIRST = "first map on screen, no network, warm server"
THIRTY = "30 viewers, each changing once a second: p50 / p95"
HUNDRED = "100 viewers, the same: p50 / p95"
OPENED = "100 links opened at once: all have their page after"
PAYLOAD = "payload per change over the WebSocket"
MEMORY = "memory of the process with 100 viewers"
SOAK = "memory over 10,000 changes: first, last"
RINGS = "1,000 rings of 361 vertices, Python"
TABLE = "10,000 places x 12 rings"
SPREAD = "ranges that fit a lofted flight, 20,000 draws; over a turning Earth"
PICTURE = "`map.png` 1600 x 900: one; eight at once"
BURST = "64 pictures at once; memory of the drawing processes"
BESIDE = "30 viewers while pictures are drawn all the time: p50 / p95"
CLASS = "100 followers of a class, the leader drags: p50 / p95 / worst"
ATTACKED = "the same while 5 hostile followers flood the room"

GOALS = {
    DRAG: "each frame with a new value, >= 40 a second; none blank; view kept",
    KEY: "<= 40 ms, map never remounted",
    THIRTY: "p95 <= 20 ms",
    HUNDRED: "p95 <= 30 ms",
    OPENED: "<= 3 s",
    PAYLOAD: "<= 12 kB with the table",
    RINGS: "<= 1.3 x the bare pyproj call",
    FIRST: "<= 1.5 s, 0 requests to other hosts",
    TABLE: "<= 100 ms",
    SPREAD: "<= 100 ms",
    PICTURE: "<= 1.5 s; no failure",
    BURST: "none fails; bounded",
    BESIDE: "not starved",
    MEMORY: "<= 250 MB",
    SOAK: "flat",
    CLASS: "p95 <= 50 ms; nobody left behind",
    ATTACKED: "p95 <= 50 ms; nothing forged",
}


QUERIES = "2,435 hostile queries"
SESSIONS = "1,000 sessions opened and closed: memory at the start, the 200th, the last"
EXPORTS = "2,000 different exports: memory before, half-way, after"
POINTS = "2,000 different coordinates, the same"
SEEDS = "2,000 quiz seeds, the same"
UPLOADS = "300 uploads of 1 MB from one visitor, the same"
HEAP = "300 drags in a browser: heap after the 10th, the 150th, the last"
MONKEY = "a monkey at the map page"
KILLED = "kill -9 under 15 tabs: all back after"
RECLASS = "a class of 5, the server started anew: together again after"
FOLLOWERS = "300 followers at 20 messages a second: heard, p50 / p95"
CROWD = "200 viewers, each changing once a second: p50 / p95"

GOALS |= {
    QUERIES: "none fails, nothing in the log",
    SESSIONS: "flat from the 200th",
    EXPORTS: "flat",
    POINTS: "flat",
    SEEDS: "flat",
    UPLOADS: "refused",
    HEAP: "flat",
    MONKEY: "no exception, no blank map, every address right",
    KILLED: "15 of 15 with their rings, the change in the address",
    RECLASS: "nobody lost, no exception",
    FOLLOWERS: "all; p95 <= 50 ms",
    CROWD: "more than one process can; nothing breaks",
}


@dataclass
class Table:
    """Cells by (row, column); what was not measured stays a dash, or is left out as a column."""

    cells: dict[tuple[str, str], str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def put(self, row: str, column: str, text: str) -> None:
        self.cells[row, column] = text

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def markdown(self) -> str:
        """The table, its notes, and what stands below them."""
        parts = [self.budgets(), "\n".join(f"* {note}" for note in self.notes), *self.below]
        return "\n\n".join(part for part in parts if part)

    def budgets(self) -> str:
        """The rows of which anything was measured."""
        rows = [row for row in GOALS if any((row, column) in self.cells for column in COLUMNS)]
        if not rows:
            return ""
        columns = [each for each in COLUMNS if any((row, each) in self.cells for row in rows)]
        lines = [f"| what | {' | '.join(columns)} | goal |", "| --- " * (len(columns) + 2) + "|"]
        for row in rows:
            cells = [self.cells.get((row, column), "-") for column in columns]
            lines.append(f"| {row} | {' | '.join(cells)} | {GOALS[row]} |")
        return "\n".join(lines)


def milliseconds(value: float) -> str:
    """Whole milliseconds; one decimal below ten."""
    if not math.isfinite(value):
        return "never"
    return f"{value:,.1f} ms" if value < 10 else f"{value:,.0f} ms"


def seconds(value: float) -> str:
    return f"{value:.2f} s" if math.isfinite(value) else "never"


def kilobytes(value: float) -> str:
    return f"{value / 1000:.1f} kB"


def machine() -> str:
    """What the figures were measured on, for whoever compares them with others."""
    packages = ("streamlit", "folium", "streamlit-folium", "geopy", "pyproj")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    busy = os.getloadavg()[0]
    python = platform.python_version()
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, load average {busy:.1f} at the "
        f"end; Python {python}, {versions}. Server, load client and browser share the cores."
    )
