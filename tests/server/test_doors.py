"""Streamlit's own addresses: what our pages use answers, everything else is closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import MagicMock

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route, WebSocketRoute
from streamlit import config
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from tests.server.streamlitdoors import METHODS, Visitor
from ui.scripts.assetfiles import FRAME_PATH
from ui.server.doors import DOORS, Door

# Every address that the installed Streamlit can answer at, and what was decided about it. A new
# version that brings another one fails here, until somebody has decided about that too.
DECIDED = {
    "/_stcore/health": {"GET", "HEAD"},
    "/_stcore/host-config": {"GET", "HEAD"},
    "/_stcore/metrics": {"GET", "HEAD"},  # on this computer alone
    "/_stcore/stream": {"websocket"},
    "/component/{path:path}": {"GET", "HEAD"},  # st_folium's alone
    "/media/{file_id:path}": {"GET", "HEAD"},
    "": {"GET", "HEAD"},  # Streamlit's page and its scripts
    "/_stcore/script-health-check": set(),
    "/_stcore/upload_file/{session_id}/{file_id}": set(),
    "/_stcore/bidi-components/{path:path}": set(),
    "/_stcore/agent/interact": set(),
    "/_stcore/agent/openapi.json": set(),
    "/_stcore/agent/mcp": set(),
    "/app/static/{path:path}": set(),
    "/auth/login": set(),
    "/auth/logout": set(),
    "/oauth2callback": set(),
}
OPTIONAL = {"server.enableStaticServing": True, "server.scriptHealthCheckEnabled": True}
EXAMPLES = {
    "/component/{path:path}": f"{FRAME_PATH}index.html",
    "/media/{file_id:path}": "/media/a.svg",
    "": "/static/js/index.js",
    "/_stcore/upload_file/{session_id}/{file_id}": "/_stcore/upload_file/a/b",
    "/_stcore/bidi-components/{path:path}": "/_stcore/bidi-components/a/b.js",
    "/app/static/{path:path}": "/app/static/a.png",
}


@pytest.fixture(scope="module")
def streamlit_routes() -> Iterator[list[Any]]:
    before = {key: config.get_option(key) for key in OPTIONAL}
    for key, value in OPTIONAL.items():
        config.set_option(key, value)
    yield create_streamlit_routes(MagicMock(_main_script_path=None))
    for key, value in before.items():
        config.set_option(key, value)


HERE = Visitor("127.0.0.1", "http://127.0.0.1:8501")
ELSEWHERE = Visitor("192.168.1.9", "http://192.168.1.5:8501")


def test_somebody_has_decided_about_every_address(streamlit_routes: list[Any]) -> None:
    assert {route.path for route in streamlit_routes} == set(DECIDED)
    assert {type(route) for route in streamlit_routes} == {Route, WebSocketRoute, Mount}


@pytest.mark.parametrize("path", DECIDED)
def test_what_is_decided_is_done(path: str) -> None:
    for method in METHODS:
        answer = HERE.ask(EXAMPLES.get(path, path), method)
        assert (answer.status_code == 200) == (method in DECIDED[path]), method
        assert answer.status_code in (200, 404)
        if answer.status_code == 404 and method != "HEAD":
            assert answer.text.startswith("There is nothing at this address."), method
            assert "이 주소에는" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/_stcore", "/_stcore/", "/_stcore/new", "/_stcore/health/", "/_stcore/healthy", "/app",
     "/_stcore/health/x", "/_stcore//upload_file/a/b", "/component/",
     "/component/other.one/index.html", "/component/streamlit_folium.st_folium", "/media", "/auth",
     "/_stcore/%75pload_file/a/b", "/%5fstcore/agent/mcp", "/oauth2callback/x", "/static"],
)  # fmt: skip
def test_what_nobody_has_decided_about_is_closed(path: str) -> None:
    assert HERE.ask(path).status_code == 404
    assert HERE.ask(path, "PUT").status_code == 404


@pytest.mark.parametrize("path", ["/", "/lesson", "/export/map.kml", "/live/find.json", "/apps"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_our_own_addresses_are_not_the_doors_business(path: str, method: str) -> None:
    assert ELSEWHERE.ask(path, method).status_code == 200


@pytest.fixture
def _below_a_folder() -> Iterator[None]:
    config.set_option("server.baseUrlPath", "/tools/reach/")
    yield
    config.set_option("server.baseUrlPath", "")


@pytest.mark.usefixtures("_below_a_folder")
def test_doors_are_the_same_below_a_folder() -> None:
    assert HERE.ask("/tools/reach/_stcore/health").status_code == 200
    assert HERE.ask("/tools/reach/_stcore/upload_file/a/b", "PUT").status_code == 404
    assert HERE.ask("/tools/reach/lesson").status_code == 200


@pytest.mark.parametrize("name", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
@pytest.mark.parametrize("client", ["127.0.0.1", "127.0.0.53", "::1"])
def test_metrics_are_for_this_computer(client: str, name: str) -> None:
    assert Visitor(client, f"http://{name}").ask("/_stcore/metrics").status_code == 200


@pytest.mark.parametrize("client", ["192.168.1.9", "10.0.0.1", "8.8.8.8", "fe80::1", ""])
def test_metrics_are_for_no_other_computer(client: str) -> None:
    assert Visitor(client, "http://127.0.0.1:8501").ask("/_stcore/metrics").status_code == 404


@pytest.mark.parametrize(
    "header",
    [{"x-forwarded-for": "127.0.0.1"}, {"forwarded": "for=127.0.0.1"}, {"x-real-ip": "127.0.0.1"},
     {"via": "1.1 proxy"}, {"x-forwarded-proto": "https"}, {"x-forwarded-host": "localhost"},
     {"host": "maps.example"}, {"host": "evil.example:8501"}, {"connection": "upgrade"}],
)  # fmt: skip
def test_metrics_are_not_for_whom_a_proxy_on_this_computer_speaks(header: dict[str, str]) -> None:
    assert HERE.ask("/_stcore/metrics", headers=header).status_code == 404


def test_no_page_that_holds_ours_may_command_it(streamlit_routes: list[Any]) -> None:
    answer = Visitor("192.168.1.9", "http://192.168.1.5:8501", Starlette(routes=streamlit_routes))
    assert answer.ask("/_stcore/host-config").json()["allowedOrigins"] == []


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.path)
def test_each_door_is_one_that_streamlit_has(streamlit_routes: list[Any], door: Door) -> None:
    path = f"{door.path}x" if door.path.endswith("/") else door.path
    assert [route for route in streamlit_routes if route.path_regex.match(path)]
