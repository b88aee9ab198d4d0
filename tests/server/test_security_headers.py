"""Security headers of every answer, and what an operator may widen."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit

from tests.server.test_frame_guard import OWN, Site
from tests.support import (
    ask,
    inline_scripts,
    policy_of,
)
from ui.server.headers import content_security_policy

FRAME = "/component/streamlit_folium.st_folium/index.html"


@pytest.mark.parametrize(
    "target",
    ["/", "/export/rings.geojson", "/export/reach.csv", "/export/x", "/export/reach.csv?v=2",
     "/live/find.json", "/assets/map/map.js", "/assets/nothing.js", "/assets",
     "/basemap/land_110m.geojson"],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_has_the_security_headers(target: str, method: str) -> None:
    answer = ask(target, method)
    policy = policy_of(answer)
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "http:"} & set(policy["script-src"])
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    for name in ("camera", "microphone", "geolocation"):
        assert f"{name}=()" in answer.headers["permissions-policy"]


@pytest.mark.parametrize(
    ("target", "who"),
    [
        ("/assets/map/map.js", "same-origin"),
        ("/assets/leaflet/leaflet.js", "same-origin"),
        ("/basemap/land_110m.geojson", "same-origin"),
        ("/export/rings.geojson", "cross-origin"),
        ("/export/qr.svg", "cross-origin"),
    ],
)
def test_what_only_our_pages_load_is_for_them_and_exports_are_for_all(
    target: str, who: str
) -> None:
    assert ask(target).headers["cross-origin-resource-policy"] == who


def test_only_the_frame_of_the_map_may_run_script_in_the_page() -> None:
    page = Site(b"<!doctype html><html><head>").get(OWN)
    assert "'unsafe-inline'" in page.headers["content-security-policy"].split("style-src")[0]
    for target in (FRAME, "/component/other/index.html", f"/x{FRAME}", "/"):  # none is that page
        assert "'unsafe-inline'" not in policy_of(ask(target))["script-src"]


def test_inline_script_of_the_installed_streamlit_is_allowed_by_its_hash() -> None:
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = inline_scripts(page.read_text("utf-8"))
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    hashes = {f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests}
    assert hashes
    allowed = policy_of(ask("/"))["script-src"]
    assert {each for each in allowed if each.startswith("'sha256-")} == hashes


@pytest.fixture
def _fresh_policy() -> Iterator[None]:
    content_security_policy.cache_clear()
    yield
    content_security_policy.cache_clear()


@pytest.mark.usefixtures("_fresh_policy")
@pytest.mark.parametrize(
    "value",
    [
        "https://school.example; script-src *",
        "https://school.example, script-src *",
        "https://school.example\r\nX-Evil: 1",
        "https://school.example\n;;script-src 'unsafe-inline'",
        "https://\ud559\uad50.example",
    ],
)
def test_operator_widens_who_may_embed_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    usual = policy_of(ask("/"))
    content_security_policy.cache_clear()
    monkeypatch.setenv("REACHMAP_FRAME_ANCESTORS", value)
    answer = ask("/")
    widened = policy_of(answer)
    assert widened.pop("frame-ancestors")[0] == usual.pop("frame-ancestors")[0] == "'self'"
    assert widened == usual
    assert "x-evil" not in answer.headers
