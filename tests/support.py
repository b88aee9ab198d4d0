"""What several test modules share: tables as the files hold them, links, and the server in process.

Expected values come from here: from GeographicLib, which the app does not use, and from data/.
"""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
import json
import time
from collections.abc import Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from geographiclib.geodesic import Geodesic
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.middleware import Middleware

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.earth.points import LatLon
from geo.facts import layers
from geo.link.problems import Problem
from geo.link.query import decode, parse_pairs
from geo.link.scenario import Camera, RadarAssumption, Ring, Scenario
from geo.link.view import View
from ui.server.headers import SecurityHeaders
from ui.server.routing import routes

ROOT = Path(__file__).resolve().parent.parent
# A value of each key of a link that cannot be used.
BAD_VALUES = {
    "ring": "sohae~5",
    "on": "0",
    "show": "planes",
    "units": "furlong",
    "date": "2017-02-30",
    "radar": "thaad_guam~200~0~90",
    "at": "39,125",
    "base": "https://tiles.example",
    "lang": "fr",
    "present": "yes",
    "to": "atlantis",
    "title": "t" * 91,
    "note": " ",
    "name": "guam_nb,atlantis",
    "legend": "1",
    "hide": "0",
    "tests": "hwasong-14,hwasong-99",
    "v": "2",
    "story": "atlantis",
    "step": "0",
    "room": "ABC",
    "seed": "no blanks",
}
# A view in which every key differs from its default.
EVERYTHING = Scenario(
    rings=(Ring("sohae", LatLon(39.66, 124.706), None, 8000, None),) * 2,
    active=1,
    show=("cities",),
    units="mi",
    date=dt.date(2017, 7, 4),
    radars=(RadarAssumption("tpy2_seongju", 800, 347, 120),),
    at=Camera(LatLon(39, 125), 4),
    base="OpenTopoMap",
    lang="ko",
    present=True,
    targets=("guam_nb",),
    title="Who's inside? 100% & <b>more</b>",
    note="A sentence: it's \u201cours\u201d; \ud55c\uad6d\uc5b4.",
    names=("seoul", "honolulu"),
    legend=False,
    hidden=(0,),
    tests=("hwasong-14", "hwasong-12"),
)
# Unicode's property Bidi_Control: signs that turn the direction of the text after them.
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def eventually(holds: Callable[[], object], patience_s: float) -> None:
    """Wait until something holds that nobody tells us."""
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


PLACE_TABLES = tuple(file.removesuffix(".csv") for file in layers.PLACE_TABLES)


@cache
def table(name: str) -> dict[str, dict[str, str]]:
    """Return the rows of data/NAME.csv by id, as text."""
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def site_point(site: str) -> tuple[float, float]:
    row = table("launch_sites")[site]
    return float(row["lat"]), float(row["lon"])


def place_point(place: str) -> tuple[float, float]:
    files = map(table, PLACE_TABLES)
    row = next(rows[place] for rows in files if place in rows)
    return float(row["lat"]), float(row["lon"])


def exact(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """Return kilometres and azimuth in [0, 360) from one point to another by GeographicLib."""
    solution = Geodesic.WGS84.Inverse(*start, *end)
    return solution["s12"] / 1000, solution["azi1"] % 360


def read_link(query: str) -> tuple[Scenario, list[Problem]]:
    return decode(parse_pairs(query), load_catalog())


def scenario_of(query: str) -> Scenario:
    scenario, problems = read_link(query)
    assert problems == []
    return scenario


def view_at(query: str) -> View:
    """Return the view of a link that is right."""
    return view_of(scenario_of(query))


def facts(ring: Ring) -> tuple[str, float | None, float | None, float | None, str]:
    return ring.site, ring.low_km, ring.best_km, ring.high_km, ring.label


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Headers
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8-sig")

    def json(self) -> Any:
        return json.loads(self.body)


@cache
def _server() -> Starlette:
    return Starlette(routes=routes(), middleware=[Middleware(SecurityHeaders)])


def ask(
    target: str | bytes,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
) -> Answer:
    """Ask the app's own routes for a target exactly as it stands: no client tidies it up.

    What the app does not catch is raised here, where a browser would get a 500.
    """
    raw = target.encode("ascii") if isinstance(target, str) else target
    path, _, query = raw.partition(b"?")
    given = {"host": "testserver", **(headers or {})}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path.decode("ascii")),
        "raw_path": path,
        "query_string": query,
        "root_path": "",
        "headers": [(key.encode(), value.encode("latin-1")) for key, value in given.items()],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 80),
    }
    with ThreadPoolExecutor(1) as apart:  # this thread may have a loop of its own: a browser's
        return apart.submit(lambda: asyncio.run(_exchange(scope, body))).result()


async def _exchange(scope: MutableMapping[str, Any], content: bytes) -> Answer:
    sent: list[MutableMapping[str, Any]] = []
    requests = iter([{"type": "http.request", "body": content, "more_body": False}])

    async def receive() -> MutableMapping[str, Any]:
        for request in requests:
            return request
        return await asyncio.get_running_loop().create_future()  # the client stays connected

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await _server()(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


def errors_of(answer: Answer) -> list[dict[str, str]]:
    """Return the errors of an answer, and see that it holds them in the public form, only them."""
    assert answer.headers["content-type"] == "application/json"
    content = answer.json()
    assert list(content) == ["errors"]
    assert all(sorted(each) == ["key", "problem", "value"] for each in content["errors"])
    assert all(isinstance(text, str) for each in content["errors"] for text in each.values())
    return content["errors"]


def policy_of(answer: Answer) -> dict[str, list[str]]:
    """Return the content security policy of an answer; no directive stands in it twice."""
    directives = [part.split() for part in answer.headers["content-security-policy"].split(";")]
    policy = {name: values for name, *values in directives}
    assert len(policy) == len(directives)
    return policy


class _InlineScripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside = tag == "script" and "src" not in dict(attrs)

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.found.append(data)
            self._is_inside = False


def inline_scripts(page: str) -> list[str]:
    """Return the scripts that stand in an HTML page itself."""
    parser = _InlineScripts()
    parser.feed(page)
    return parser.found
