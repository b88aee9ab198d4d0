"""The page of evidence and those of claims, as Streamlit's test client opens them."""

from __future__ import annotations

import json
import logging
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from geo.words import LANGUAGES, say
from tests.page.openedpages import component, opened
from tests.support import scenario_of, table

CLAIMS, REPORTS, COUNTS = table("claims"), table("tests"), table("launches_by_year")
OF_14 = {id_ for id_, row in CLAIMS.items() if row["missile_id"] == "hwasong-14"}
# One of each kind of statement, and one of a launch that is on no list.
TOLD = (
    *("hwasong-14-wright-4-july", "hwasong-14-pacom", "hwasong-14-us-officials-nbc"),
    *("hwasong-14-csis", "hwasong-14-rok-mnd-han", "taepodong-1-us-dod", "kn-02-csis"),
)
EVIL = "</script><img src=x onerror=alert(1)>`${1}`\u202e**[a](http://b.example)**"


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def charts(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("vega_lite_chart")]


def rows_of(chart: Any, field: str) -> list[dict[str, Any]]:
    """Return the rows of a chart that have a field and can be heard."""
    frames = [convert_arrow_bytes_to_pandas_df(each.data.data) for each in chart.datasets]
    (frame,) = [frame for frame in frames if {field, "heard"} <= set(frame.columns)]
    return list(frame.to_dict("records"))


class Tables(HTMLParser):
    """The links and rows of the tables in a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[int] = []
        self.links: list[str] = []
        self.is_body = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.rows.append(0)
        self.is_body = tag == "tbody" or (self.is_body and tag != "table")
        if tag == "tr" and self.is_body:
            self.rows[-1] += 1
        if tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody":
            self.is_body = False


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_and_tables_hold_the_same_rows_as_the_files(lang: str) -> None:
    app = opened("evidence", lang=lang)
    assert not app.exception
    claims, flights, launches = charts(app)
    both = [
        row
        for row in REPORTS.values()
        if row["apogee_km"] and row["range_flown_km"] and row["trajectory"] != "orbital"
    ]
    assert len(rows_of(claims, "said")) == len(OF_14)
    assert len(rows_of(flights, "apogee")) == len(both)
    assert len(rows_of(launches, "outcome")) == len(COUNTS)
    tables = Tables(html_of(app))
    assert tables.rows == [len(OF_14), len(both), len(COUNTS)]
    missile = {"en": "Hwasong-14", "ko": "화성-14형"}[lang]
    told = say(lang)("Ranges claimed for the {missile}", missile=missile)
    assert [each.value for each in app.subheader] == [told]


def test_each_row_leads_to_a_page_of_its_own_and_to_its_row_of_the_data() -> None:
    app = opened("evidence", units="mi")
    links = Tables(html_of(app)).links
    for claim in OF_14:
        assert f"claim?id={claim}&units=mi" in links
        assert f"sources?units=mi&row=claims/{claim}" in links
    assert "lab?test=2017-07-04-hwasong-14&units=mi" in links
    assert "sources?units=mi&row=tests/2017-07-04-hwasong-14-kcna" in links
    assert "sources?units=mi&row=launches_by_year/1984-srbm-failure" in links
    claims = charts(app)[0]
    assert {row["link"] for row in rows_of(claims, "said")} == {
        f"claim?id={claim}&units=mi" for claim in OF_14
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_are_described_and_their_pictures_name_sources(lang: str) -> None:
    app = opened("evidence", lang=lang)
    for chart in charts(app):
        assert re.search(r"\d", chart.alt)
    protos = [element.proto for element in app.get("bidi_component")]
    tools = [json.loads(each.json) for each in protos if each.component_name == "reachmap_chart"]
    assert [each["csv"]["href"] for each in tools] == [
        f"export/data/{name}.csv" for name in ("claims", "tests", "launches_by_year")
    ]
    for each in tools:
        assert all(each["notes"])
        assert each["title"]


def scale_of(chart: Any, channel: str) -> dict[str, str]:
    """Return what a chart of layers draws for each word of a channel."""
    layers = json.loads(chart.spec)["layer"]
    scales = [layer["encoding"].get(channel, {}).get("scale", {}) for layer in layers]
    scale = next(each for each in scales if each.get("domain"))
    return dict(zip(scale["domain"], scale["range"], strict=True))


def test_missiles_of_flights_have_a_hue_and_a_shape_and_all_are_named_by_a_tooltip() -> None:
    flights = charts(opened("evidence"))[1]
    shapes, hues = scale_of(flights, "shape"), scale_of(flights, "color")
    assert len(set(shapes.values())) == len(shapes), "told apart in grey"
    rows = rows_of(flights, "apogee")
    signs = {row["missile"]: row["sign"] for row in rows}
    assert set(signs.values()) == set(shapes) == set(hues)
    assert signs["Hwasong-17"] == "Hwasong-17"
    assert signs["KN-23"] == "KN-23"
    assert signs["Hwasong-9"] == "others"
    hue_of_others = hues.pop("others")
    assert hue_of_others not in hues.values()
    for row in rows:
        assert row["heard"].startswith(f"{row['missile'] or 'no type named'}, ")


def test_nothing_is_logged_of_charts(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("streamlit.elements.vega_charts")  # none of its parents hear it
    logger.addHandler(caplog.handler)
    try:
        assert len(charts(opened("evidence"))) == 3
    finally:
        logger.removeHandler(caplog.handler)
    assert [each.message for each in caplog.records if each.name == logger.name] == []


def test_missile_is_the_one_of_the_link_and_every_one_is_offered() -> None:
    app = opened("evidence", missile="hwasong-10")
    assert "Hwasong-10" in app.subheader[0].value
    links = Tables(html_of(app)).links
    missiles = {row["missile_id"] for row in CLAIMS.values()}
    assert {link for link in links if link.startswith("evidence?")} == {
        f"evidence?missile={missile}" for missile in missiles
    }


@pytest.mark.parametrize("asked", ["atlantis", "hwasong-8", EVIL])
def test_missile_without_claims_is_named_with_what_is_accepted(asked: str) -> None:
    app = opened("evidence", missile=asked)
    assert not app.exception
    html = html_of(app)
    assert "Accepted: " in html
    assert "<img" not in html
    assert "Hwasong-14" in app.subheader[0].value


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("claim", TOLD)
def test_claim_has_a_page_with_its_source_and_a_map(claim: str, lang: str) -> None:
    app = opened("claim", id=claim, lang=lang)
    assert not app.exception
    html, row = html_of(app), CLAIMS[claim]
    links = Tables(html).links
    for key in ("source_url", "second_source_url"):
        assert not row[key] or row[key] in links
    maps = [link.partition("?")[2] for link in links if link.startswith("./?ring=")]
    dated = {query for query in maps if scenario_of(query).date}
    (today,), (of_its_day,) = set(maps) - dated, dated
    (ring,) = scenario_of(today).rings
    assert scenario_of(of_its_day).rings == (ring,)
    assert ring.label == row["label"]
    assert {ring.sure_km, ring.limit_km} == {
        float(row[key]) for key in ("range_km_low", "range_km_high") if row[key]
    }
    others = {
        f"claim?id={id_}&lang={lang}"
        for id_, each in CLAIMS.items()
        if id_ != claim
        and (each["missile_id"], each["launch_date"]) == (row["missile_id"], row["launch_date"])
    }
    assert others == {link for link in links if link.startswith("claim?")}
    is_listed = any(
        (each["missile_id"], each["date"]) == (row["missile_id"], row["launch_date"])
        for each in REPORTS.values()
    )
    assert is_listed == any(link.startswith("lab?test=") for link in links)
    if lang == "en":
        assert row["context"] in html.replace("&#x27;", "'").replace("&quot;", '"')


def test_conflict_of_sources_is_shown_as_one() -> None:
    mark = 'class="rm-conflict"'
    assert mark in html_of(opened("claim", id="hwasong-14-csis"))
    assert mark not in html_of(opened("claim", id="hwasong-14-us-officials-nbc"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("asked", ["atlantis", "", EVIL, "x" * 5_000])
def test_unknown_claim_is_said_to_be_so_with_the_way_to_all(asked: str, lang: str) -> None:
    app = opened("claim", id=asked, lang=lang)
    assert not app.exception
    html = html_of(app)
    assert "<img" not in html
    (said,) = re.findall(r'<p role="alert".*?</p>', html, re.DOTALL)
    assert len(said) < 400
    links = Tables(html).links
    assert f"evidence?missile=hwasong-14&lang={lang}" in links
    assert not app.get("markdown"), "nothing that reads Markdown is told what was asked"


def test_keys_of_these_pages_stay_on_them() -> None:
    app = opened("claim", id=TOLD[0], missile="hwasong-15", units="mi")
    for link in [element.proto for element in app.get("page_link")]:
        assert link.query_string == "units=mi"
    assert component(app, "page").keys() == {"run"}  # nothing of the link
