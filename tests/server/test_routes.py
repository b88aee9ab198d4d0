"""The server's answers: what it gives, what it refuses, and that nothing makes it fail.

Targets are handed over exactly as written, since browsers and clients tidy them up.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import streamlit
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalog.reading import load_catalog
from geo.errors import DataError
from tests.server.test_frame_guard import OWN, Site
from tests.support import (
    BAD_VALUES,
    PLACE_TABLES,
    ROOT,
    ask,
    errors_of,
    exact,
    inline_scripts,
    place_point,
    policy_of,
    site_point,
    table,
)
from ui.server.headers import content_security_policy

EXPORTS = ("/export/rings.geojson", "/export/reach.csv")
GEOJSON, CSV = "application/geo+json", "text/csv; charset=utf-8"
FRAME = "/component/streamlit_folium.st_folium/index.html"
# What stands in files that nobody may fetch.
SECRETS = (b"streamlit run app.py", b"geonameid", b"root:", b"from __future__")
ESCAPES = [
    "/export/..%2f..%2fapp.py",
    "/assets/../..%2f..%2fapp.py",
    "/assets/%2e%2e/routes.py",
    "/assets//etc/passwd",
    "/assets/leaflet/../../../../../../../../etc/passwd",
    "/assets/leaflet/%2e%2e%2f%2e%2e%2fpkg/__init__.py",
    "/basemap/%2e%2e/cities.csv",
    "/basemap/..%2fcities.csv",
    "/basemap/%252e%252e/cities.csv",
    "/assets/%00",
    "/assets/" + "a" * 5000,
    "/basemap/%ff%fe",
    "/live/../export/reach.csv",
    "/live/nothing.json",
]


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/export/rings.geojson?ring=sohae~8000", GEOJSON),
        ("/export/reach.csv?ring=39.87,125.27~3000-5500&units=mi&unknown=x", CSV),
        ("/live/places.json?date=2017-07-04", "application/json"),
        ("/live/site.json?site=-12.5,130.9", "application/json"),
        ("/basemap/land_110m.geojson", GEOJSON),
        ("/assets/map/map.js", "text/javascript; charset=utf-8"),
        ("/assets/leaflet/leaflet.css", "text/css; charset=utf-8"),
    ],
)
def test_answer_has_its_type_and_a_tag_for_asking_again(target: str, kind: str) -> None:
    answer = ask(target)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    tag = answer.headers["etag"]
    again = ask(target, headers={"if-none-match": tag})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask(target, headers={"if-none-match": '"another"'}).body == answer.body


@pytest.mark.parametrize("wrapped", ["W/{}", '"x", {}', "*"])
def test_tag_is_known_in_every_form_that_the_standard_allows(wrapped: str) -> None:
    target = "/export/reach.csv?ring=sohae~8000"
    tag = ask(target).headers["etag"]
    assert ask(target, headers={"if-none-match": wrapped.format(tag)}).status == 304


@pytest.mark.parametrize("path", EXPORTS)
def test_pages_of_other_sites_may_read_exports(path: str) -> None:
    answer = ask(f"{path}?ring=sohae~8000", headers={"origin": "https://school.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("path", EXPORTS)
@pytest.mark.parametrize(("key", "value"), BAD_VALUES.items())
def test_export_names_a_bad_value(path: str, key: str, value: str) -> None:
    answer = ask(f"{path}?ring=sohae~8000&{key}={quote(value)}")
    assert answer.status == 400
    (error,) = errors_of(answer)
    assert (error["key"], error["value"]) == (key, value)
    assert error["problem"]


@pytest.mark.parametrize("path", EXPORTS)
def test_broken_data_file_is_the_servers_fault_and_named(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def broken(**_: object) -> None:
        raise DataError("cities.csv, row 2: is not CSV.\nbases.csv: cannot be read.")

    monkeypatch.setattr("geo.catalog.views.load_catalog", broken)
    answer = ask(f"{path}?ring=sohae~8000")
    assert answer.status == 503
    problems = [error["problem"] for error in errors_of(answer)]
    assert problems == ["cities.csv, row 2: is not CSV.", "bases.csv: cannot be read."]


@pytest.mark.parametrize(
    "path", ["/live/site.json?site=10,20", "/live/site.json", "/live/find.json?q=a"]
)
def test_broken_data_file_is_no_fault_of_what_was_asked(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def broken(**_: object) -> None:
        raise DataError("launch_sites.csv, row 1: no column 'lat'.")

    monkeypatch.setattr("ui.live.routes.load_catalog", broken)
    answer = ask(path)
    assert answer.status == 503
    assert [error["key"] for error in errors_of(answer)] == ["data"]


@pytest.mark.parametrize("path", EXPORTS)
def test_query_without_end_is_refused(path: str) -> None:
    answer = ask(f"{path}?ring=sohae~8000&x={'y' * 60_000}")
    assert answer.status == 400
    assert "8,000" in errors_of(answer)[0]["problem"]
    assert len(answer.body) < 1000


@pytest.mark.parametrize("query", [b"ring=sohae~500~\xed\x99", b"\x80=\xfe"])
@pytest.mark.parametrize("path", [*EXPORTS, "/live/find.json"])
def test_bytes_that_are_no_text_are_answered(path: str, query: bytes) -> None:
    assert ask(path.encode() + b"?" + query).status in (200, 400)


@pytest.mark.parametrize("path", ["/export", "/export/", "/export/x.exe", "/export/reach.csv/"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_unknown_export_is_404_and_says_which_there_are(path: str, method: str) -> None:
    answer = ask(f"{path}?ring=sohae~8000", method)
    assert answer.status == 404
    assert errors_of(answer)[0]["value"] == path
    assert all(each in errors_of(answer)[0]["problem"] for each in EXPORTS)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", [*EXPORTS, "/export/x", "/live/site.json", "/assets/map/map.js"])
def test_other_methods_change_and_give_nothing(path: str, method: str) -> None:
    answer = ask(f"{path}?ring=mars~1", method)
    assert answer.status in (404, 405)
    assert len(answer.body) < 200


@pytest.mark.parametrize("target", ESCAPES, ids=lambda target: target[:40])
def test_no_path_leads_to_a_file_outside(target: str) -> None:
    answer = ask(target)
    assert answer.status == 404
    assert not [secret for secret in SECRETS if secret in answer.body]


def test_live_lists_hold_what_the_tables_hold() -> None:
    rows = [row for name in PLACE_TABLES for row in table(name).values()]
    places = {each["id"]: each for each in ask("/live/places.json").json()}
    assert set(places) == {row["id"] for row in rows if row.get("status") != "cancelled"}
    assert {each["id"] for each in ask("/live/sites.json").json()} == set(table("launch_sites"))
    claims = [claim["id"] for each in ask("/live/missiles.json").json() for claim in each["claims"]]
    assert sorted(claims) == sorted(table("claims"))
    presets = [each["id"] for each in ask("/live/presets.json").json()]
    assert sorted(presets) == sorted(file.stem for file in ROOT.glob("data/presets/*.toml"))


def test_live_site_has_exact_distances() -> None:
    content = ask("/live/site.json?site=sohae").json()
    assert (content["site"]["lat"], content["site"]["lon"]) == site_point("sohae")
    assert set(content["km"]) == {place.id for place in load_catalog().places}
    for place in content["km"]:
        distance_km, azimuth_deg = exact(site_point("sohae"), place_point(place))
        assert content["km"][place] == pytest.approx(distance_km, abs=1e-6)
        assert content["azimuth"][place] == pytest.approx(azimuth_deg, abs=0.0051)


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("/live/site.json", "site"),
        ("/live/site.json?site=mars", "site"),
        ("/live/site.json?site=125.27,39.87", "site"),
        ("/live/places.json?date=soon", "date"),
        ("/live/places.json?date=2017-07-04%26show%3Dcities", "date"),
        ("/live/places.json?date=2017-07-04%26units%3Dx", "date"),
    ],
)
def test_live_route_names_a_bad_value(target: str, key: str) -> None:
    answer = ask(target)
    assert answer.status == 400
    assert [error["key"] for error in errors_of(answer)] == [key]


@pytest.mark.parametrize(
    ("query", "name", "said"),
    [
        ("q=honolulu", "Honolulu", ""),
        ("q=39.87,125.27", "39.87,125.27", ""),
        ("q=125.27,39.87", None, "latitude comes first"),
        ("q=Atlantis+Deep", None, "No place called 'Atlantis Deep'"),
        ("q=%3Cimg%20src=x%3E%00", None, "No place called '<img src=x>"),
        ("q=", None, ""),
        ("", None, ""),
    ],
)
def test_live_find_gives_places_or_says_why_not(query: str, name: str | None, said: str) -> None:
    answer = ask(f"/live/find.json?{query}")
    assert answer.status == 200
    content = answer.json()
    assert [each["name"] for each in content["results"][:1]] == ([name] if name else [])
    assert content["message"] == said if not said else said in content["message"]
    assert content["online"] is False


QUERY_TEXT = st.text(alphabet="ringshowatdev=&~,-.+%0123456789abfuz[]{}<>\"'\\^`|;:@/?!$*()_")
NEARLY_RIGHT = st.tuples(
    st.sampled_from([*BAD_VALUES, "story", "ring", "ring"]),
    st.sampled_from([*BAD_VALUES.values(), "sohae~8000", "mi", "1", ""]) | st.text(max_size=20),
).map(lambda pair: f"{pair[0]}={quote(pair[1].encode(errors='replace'))}")
QUERIES = st.one_of(QUERY_TEXT, st.lists(NEARLY_RIGHT, max_size=6).map("&".join))


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from([*EXPORTS, "/live/site.json", "/live/places.json", "/live/find.json"]), QUERIES
)
def test_any_query_gives_an_answer_or_a_list_of_problems(path: str, query: str) -> None:
    answer = ask(f"{path}?{query}")
    assert answer.status in (200, 400)
    assert b"Traceback" not in answer.body
    assert answer.status == 200 or errors_of(answer)


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="./%2ef5c\\0aexportslivbm~:", max_size=40))
def test_any_path_is_answered_without_failing(path: str) -> None:
    assert ask(f"/{path}".encode()).status in (200, 304, 307, 400, 404, 405)


@pytest.mark.parametrize(
    "target",
    ["/", *EXPORTS, "/export/x", "/export/reach.csv?v=2", "/live/find.json", "/assets/map/map.js",
     "/assets/nothing.js", "/assets", "/basemap/land_110m.geojson"],
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
