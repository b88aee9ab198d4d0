"""What a stranger asks for gets an answer or a list of problems, never a failure."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from benchmarks.attack.hostile import CHEAP, DEAR, PAGES, targets
from benchmarks.load.wsload import Load, open_viewer
from benchmarks.servers import Server
from tests.browser.server import running_app
from tests.support import ask, errors_of

SEED = 20170704
# Below any folder that the app serves, and written in every way: none leads out of it.
CLIMBING = (
    "..", "../app.py", "a/../../app.py", "%2e%2e/app.py", "%2E%2E/%2E%2E/etc/passwd", "..%2fapp.py",
    ".%2e/app.py", "..\\app.py", "..%5capp.py", "%00", "app%00.py",
    "%00/../app.py",
)  # fmt: skip
FOLDERS = ("/assets/", "/basemap/", "/export/", "/live/", "/room/", "/static/")
STREAMLITS = ("/", "/_stcore/", "/component/streamlit_folium.st_folium/")
READ_ONLY = (
    "/", "/lesson", "/quiz", "/export/map.png", "/export/reach.csv", "/export/nothing",
    "/live/find.json", "/live/stories.json", "/assets/map/map.js", "/basemap/land_110m.geojson",
)  # fmt: skip


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole app; when it ends, its log must hold no traceback."""
    with running_app(tmp_path_factory.mktemp("server") / "log.txt") as url:
        yield url


@pytest.mark.parametrize("path", CHEAP)
def test_no_query_makes_a_route_fail(path: str) -> None:
    for target in targets((path,), 10, seed=SEED + CHEAP.index(path)):
        answer = ask(target)
        assert answer.status in (200, 400, 404), target
        assert answer.status == 200 or errors_of(answer), target
        assert b"Traceback" not in answer.body


def test_no_query_makes_a_drawing_fail() -> None:
    for target in targets(DEAR, 15, seed=SEED):
        answer = ask(f"{target}&width=200&height=200")
        assert answer.status in (200, 400), target
        assert answer.status == 200 or errors_of(answer), target


def test_every_page_is_sent_whatever_stands_behind_it(app: str) -> None:
    """At once, or after one step to the same page with the link that was probably meant."""
    with httpx.Client(base_url=app, max_redirects=1, follow_redirects=True, timeout=20) as http:
        for target in targets(PAGES, 80, seed=SEED):
            answer = http.get(target)
            assert answer.status_code == 200, target
            assert answer.text.count("</head>") == 1, target
            assert answer.url.path == target.partition("?")[0], target


def test_every_page_runs_whatever_stands_behind_it(app: str, tmp_path: Path) -> None:
    server = Server(urlsplit(app).port or 0, 0, tmp_path)

    async def opened() -> Load:
        result = Load(1)
        for target in targets(PAGES[:-1], 56, seed=SEED + 1):
            path, _, query = target.partition("?")
            viewer = await open_viewer(server, query, result, page=path.strip("/"))
            if viewer:
                await viewer.socket.close()
            if result.errors:
                result.errors.append(target)
                break
        return result

    assert asyncio.run(opened()).errors == []


def status_of(app: str, method: str, target: str) -> int:
    """Send a request line as it stands: clients tidy addresses up."""
    host = urlsplit(app).netloc
    with socket.create_connection(tuple(host.split(":")), timeout=20) as sent:
        lines = (f"{method} {target} HTTP/1.1", f"Host: {host}", "Connection: close", "\r\n")
        sent.sendall("\r\n".join(lines).encode())
        with sent.makefile("rb") as answer:
            return int(answer.readline().split()[1])


@pytest.mark.parametrize("folder", FOLDERS)
def test_path_that_climbs_is_refused_in_every_spelling(app: str, folder: str) -> None:
    statuses = {climb: status_of(app, "GET", folder + climb) for climb in CLIMBING}
    assert statuses == dict.fromkeys(CLIMBING, 400)


@pytest.mark.parametrize("folder", STREAMLITS)
def test_path_that_climbs_out_of_streamlits_own_folders_is_refused(app: str, folder: str) -> None:
    """An address that no page of ours has may be closed before that: then it is 404."""
    assert {status_of(app, "GET", folder + climb) for climb in CLIMBING} <= {400, 404}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"])
def test_what_is_only_read_takes_no_other_method(app: str, method: str) -> None:
    statuses = {target: status_of(app, method, target) for target in READ_ONLY}
    assert statuses == dict.fromkeys(READ_ONLY, 405)
