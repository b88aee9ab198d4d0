"""The folder below which the app is served: what may be set, and what can't work is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from starlette.requests import Request
from streamlit import config

from ui.http import root_url
from ui.server.routing import routes
from ui.visitor.prefix import (
    OWN_NAMES,
    may_be_stripped,
    path_in_app,
    prefix,
    prefix_faults,
    settle_prefix,
)

Serve = Callable[..., None]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Set what an operator sets; Streamlit's own setting is put back."""

    def settings(kept: str = "", **environment: str) -> None:
        config.set_option("server.baseUrlPath", kept)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

    before = config.get_option("server.baseUrlPath")
    yield settings
    config.set_option("server.baseUrlPath", before)


@pytest.mark.parametrize("text", ["reach", "/reach", "reach/", "/reach/", " /reach "])
def test_folder_is_read_with_and_without_its_slashes(serve: Serve, text: str) -> None:
    serve(text)
    assert (prefix(), may_be_stripped()) == ("/reach", False)
    serve("", REACHMAP_PREFIX=text)
    assert (prefix(), may_be_stripped()) == ("/reach", True)
    assert [*prefix_faults()] == []


@pytest.mark.parametrize("text", ["", "/", " "])
def test_without_a_folder_the_app_is_at_the_root(serve: Serve, text: str) -> None:
    serve(text, REACHMAP_PREFIX=text)
    assert (prefix(), may_be_stripped()) == ("", False)
    assert [*prefix_faults()] == []


@pytest.mark.parametrize(
    ("root_path", "path", "inside"),
    [
        ("", "/tools/reach/lesson", "/lesson"),
        ("", "/tools/reach/", "/"),
        ("", "/tools/reachable", "/tools/reachable"),
        ("", "/lesson", "/lesson"),
        ("/tools/reach", "/tools/reach/lesson", "/lesson"),
    ],
)
def test_path_is_told_without_the_folder(
    serve: Serve, root_path: str, path: str, inside: str
) -> None:
    serve("tools/reach")
    assert path_in_app({"type": "http", "path": path, "root_path": root_path}) == inside


@pytest.mark.parametrize(
    "text",
    ["re ach", "reach//map", "../reach", "a/../b", "reach?x=1", "https://maps.example/reach",
     "지도", "C:/Program Files/Git/reach", "a/.b", "<reach>", "re%61ch"],
)  # fmt: skip
@pytest.mark.parametrize("setting", ["REACHMAP_PREFIX", "server.baseUrlPath"])
def test_what_is_no_folder_is_named_with_what_is_accepted(
    serve: Serve, setting: str, text: str
) -> None:
    if setting == "REACHMAP_PREFIX":
        serve("", REACHMAP_PREFIX=text)
    else:
        serve(text)
    (fault,) = prefix_faults()
    assert fault.startswith(f"{setting}: {text!r} is no folder")
    assert "/tools/reach" in fault


@pytest.mark.parametrize("name", ["export", "live", "lesson", "static", "_stcore", "assets/x"])
def test_folder_with_a_name_of_the_apps_own_is_refused(serve: Serve, name: str) -> None:
    serve("", REACHMAP_PREFIX=name)
    (fault,) = prefix_faults()
    assert fault.startswith(f"REACHMAP_PREFIX: /{name.partition('/')[0]} is an address of")


def test_settings_that_disagree_are_refused(serve: Serve) -> None:
    serve("tools/reach", REACHMAP_PREFIX="/reach")
    (fault,) = prefix_faults()
    assert "REACHMAP_PREFIX=/reach and server.baseUrlPath=/tools/reach disagree" in fault
    serve("/reach/", REACHMAP_PREFIX="reach")
    assert [*prefix_faults()] == []


def test_public_address_beside_the_folder_is_refused_with_the_right_one(serve: Serve) -> None:
    serve("reach", REACHMAP_PUBLIC_URL="https://maps.example")
    (fault,) = prefix_faults()
    assert "https://maps.example/ is not below /reach" in fault
    assert "write https://maps.example/reach/." in fault
    serve("reach", REACHMAP_PUBLIC_URL="https://maps.example/reach, http://192.168.1.5:8501/")
    assert [*prefix_faults()] == []


def test_start_ends_in_words(serve: Serve) -> None:
    serve("", REACHMAP_PREFIX="re ach")
    with pytest.raises(SystemExit) as ended:
        settle_prefix()
    assert re.search(r"does not start:\nREACHMAP_PREFIX: 're ach' is no folder", str(ended.value))


def test_streamlit_serves_below_the_folder_too(serve: Serve) -> None:
    serve("", REACHMAP_PREFIX="/tools/reach/")
    settle_prefix()
    assert config.get_option("server.baseUrlPath") == "tools/reach"
    assert (prefix(), may_be_stripped()) == ("/tools/reach", True)


def test_first_part_of_each_route_is_one_of_our_names() -> None:
    assert {route.path.split("/")[1] for route in routes()} <= OWN_NAMES


def test_address_written_in_full_has_the_folder(serve: Serve) -> None:
    serve("", REACHMAP_PREFIX="/tools/reach")
    host = (b"host", b"localhost:8501")
    asked = Request({"type": "http", "path": "/", "scheme": "http", "headers": [host]})
    assert root_url(asked) == "http://localhost:8501/tools/reach/"
