"""Streamlit's own addresses: what our pages use answers, everything else is closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any
from unittest.mock import MagicMock

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket
from streamlit import config
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from ui.scripts.assetfiles import FRAME_PATH
from ui.server import doors
from ui.server.doors import DOORS, Door, Doors

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
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
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


def everything() -> Starlette:
    """A server that answers everywhere, behind our doors."""

    async def answer(_: Request) -> Response:
        return PlainTextResponse("in")

    async def socket(ws: WebSocket) -> None:
        await ws.accept()
        await ws.close()

    return Starlette(
        routes=[
            WebSocketRoute("/{path:path}", socket),
            Route("/{path:path}", answer, methods=list(METHODS)),
        ],
        middleware=[Middleware(Doors)],
    )


class Visitor:
    """Somebody who asks from an address; the answer is the whole of what is said."""

    def __init__(self, client: str, home: str, app: Starlette | None = None) -> None:
        self.client, self.home, self.app = client, home, app or everything()

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, client=(self.client, 50000))
            async with httpx.AsyncClient(transport=transport, base_url=self.home) as http:
                return await http.request(method, path, headers=dict(headers or {}))

        return asyncio.run(send())


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


def opens(
    origin: str | None, host: str = "192.168.1.5:8501", path: str = "/_stcore/stream"
) -> bool:
    """Return whether a socket is accepted, not closed at once."""
    named = {"host": host} | ({} if origin is None else {"origin": origin})
    scope = {
        "type": "websocket",
        "scheme": "ws",
        "path": path,
        "root_path": "",
        "headers": [(key.encode(), value.encode()) for key, value in named.items()],
        "client": ("192.168.1.9", 50000),
        "server": ("192.168.1.5", 8501),
        "subprotocols": [],
    }
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(everything()(scope, receive, send))
    return bool(sent[0]["type"] == "websocket.accept")


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://192.168.1.5:8501", "192.168.1.5:8501"),
        ("http://localhost:8501", "localhost:8501"),
        ("https://maps.example", "maps.example"),  # TLS ends at a proxy
        ("http://Teacher.local:8501", "teacher.local:8501"),
        ("http://127.0.0.1:8709", "127.0.0.1:8501"),  # a proxy that tells its own address
        (None, "192.168.1.5:8501"),  # no browser
    ],
)
def test_own_page_has_its_socket(origin: str | None, host: str) -> None:
    assert opens(origin, host)


STRANGERS = [
    "https://evil.example", "http://192.168.1.5:9999", "http://192.168.1.6:8501", "null", "",
    "http://localhost:8501", "http://[", "file://", "http://192.168.1.5:99999",
]  # fmt: skip


@pytest.mark.parametrize("origin", STRANGERS)
def test_strangers_page_has_no_socket_and_no_server_in_the_internet_is_asked(origin: str) -> None:
    assert not opens(origin)
    assert not opens("https://evil.example", "localhost:8501")


@pytest.mark.parametrize("path", ["/_stcore/upload_file/a/b", "/_stcore/new", "/component/x"])
def test_no_socket_elsewhere_at_streamlits(path: str) -> None:
    assert not opens(None, path=path)
    assert opens("https://evil.example", path="/room/K7M2QX"), "classes decide for themselves"


@pytest.fixture
def set_option() -> Iterator[Callable[[str, Any], None]]:
    before: dict[str, Any] = {}

    def change(key: str, value: Any) -> None:
        before[key] = config.get_option(key)
        config.set_option(key, value)

    yield change
    for key, value in before.items():
        config.set_option(key, value)


def test_operator_may_name_other_origins(
    set_option: Callable[[str, Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not opens("https://school.example")
    set_option("server.corsAllowedOrigins", ["https://school.example"])
    assert opens("https://school.example")
    assert not opens("https://maps.example")
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", "https://maps.example/reach")
    assert opens("https://maps.example")
    set_option("server.enableCORS", False)
    assert opens("https://evil.example")


def test_proxy_on_this_computer_may_be_reached_by_its_name_in_the_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doors, "own_address", lambda: "192.168.1.5")
    assert opens("http://192.168.1.5:8709", "127.0.0.1:8501")
    assert not opens("http://192.168.1.6:8709", "127.0.0.1:8501")


def test_no_page_that_holds_ours_may_command_it(streamlit_routes: list[Any]) -> None:
    answer = Visitor("192.168.1.9", "http://192.168.1.5:8501", Starlette(routes=streamlit_routes))
    assert answer.ask("/_stcore/host-config").json()["allowedOrigins"] == []


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.path)
def test_each_door_is_one_that_streamlit_has(streamlit_routes: list[Any], door: Door) -> None:
    path = f"{door.path}x" if door.path.endswith("/") else door.path
    assert [route for route in streamlit_routes if route.path_regex.match(path)]
