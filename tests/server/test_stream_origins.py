"""Whose pages may open Streamlit's socket: our own, and those that an operator names."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

import pytest
from streamlit import config

from tests.server.streamlitdoors import everything
from ui.server import doors
from ui.visitor import OwnAddress


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
    monkeypatch.setattr(doors, "own_addresses", lambda: (OwnAddress("wlan0", "192.168.1.5"),))
    assert opens("http://192.168.1.5:8709", "127.0.0.1:8501")
    assert not opens("http://192.168.1.6:8709", "127.0.0.1:8501")
