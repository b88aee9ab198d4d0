"""The server's answers: what it gives, what it refuses, and that nothing makes it fail.

Targets are handed over exactly as written, since browsers and clients tidy them up.
"""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import DataError
from tests.support import (
    BAD_VALUES,
    ask,
    errors_of,
)

EXPORTS = ("/export/rings.geojson", "/export/reach.csv")
GEOJSON, CSV = "application/geo+json", "text/csv; charset=utf-8"
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


QUERY_TEXT = st.text(alphabet="ringshowatdev=&~,-.+%0123456789abfuz[]{}<>\"'\\^`|;:@/?!$*()_")
NEARLY_RIGHT = st.tuples(
    st.sampled_from([*BAD_VALUES, "story", "ring", "ring"]),
    st.sampled_from([*BAD_VALUES.values(), "sohae~8000", "mi", "1", ""]) | st.text(max_size=20),
).map(lambda pair: f"{pair[0]}={quote(pair[1].encode(errors='replace'))}")
QUERIES = st.one_of(QUERY_TEXT, st.lists(NEARLY_RIGHT, max_size=6).map("&".join))


@settings(max_examples=150)
@given(
    st.sampled_from([*EXPORTS, "/live/site.json", "/live/places.json", "/live/find.json"]), QUERIES
)
def test_any_query_gives_an_answer_or_a_list_of_problems(path: str, query: str) -> None:
    answer = ask(f"{path}?{query}")
    assert answer.status in (200, 400)
    assert b"Traceback" not in answer.body
    assert answer.status == 200 or errors_of(answer)


@settings(max_examples=100)
@given(st.text(alphabet="./%2ef5c\\0aexportslivbm~:", max_size=40))
def test_any_path_is_answered_without_failing(path: str) -> None:
    assert ask(f"/{path}".encode()).status in (200, 304, 307, 400, 404, 405)


def test_icon_is_there_for_browsers_that_ask_before_they_know_its_name() -> None:
    answer = ask("/favicon.ico")
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert b"</svg>" in answer.body
