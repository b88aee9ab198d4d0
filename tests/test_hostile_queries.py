"""What a stranger writes into an address gets an answer or a list of problems, never a failure."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.hostile import CHEAP, DEAR, PAGES, targets
from benchmarks.servers import Server
from benchmarks.wsload import Load, open_viewer
from tests.browser.server import running_app
from tests.support import ask, errors_of

SEED = 20170704


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
    connection = http.client.HTTPConnection(urlsplit(app).netloc, timeout=20)
    for target in targets(PAGES, 80, seed=SEED):
        connection.request("GET", target)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status == 200, target
        assert body.count(b"</head>") == 1, target
    connection.close()


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
