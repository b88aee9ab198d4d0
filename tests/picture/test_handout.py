"""A handout is one page: map, distances, claims with sources, questions, room for answers."""

from __future__ import annotations

import io
from urllib.parse import quote

import pytest
from pypdf import PdfReader
from pypdf._page import PageObject

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.handout.content import handout_text, ring_letter
from tests.support import ask, exact, place_point, scenario_of, site_point, view_at

PAPER_POINTS = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
KOREAN = "\uac00\ub098\ub2e4 name "
CROWDED = "&".join(f"ring=sohae~{900 + 1500 * n}~{(KOREAN * 5).strip()}" for n in range(12))
QUERIES = {
    "july": "units=km",
    "one": "ring=sohae~8000",
    "crowded": CROWDED,
    "bare": "ring=0,0~50&to=&show=",
}


def page_of(query: str, paper: str) -> PageObject:
    answer = ask(f"/export/handout.pdf?{quote(query, safe='=&~,%/')}&paper={paper}")
    assert answer.status == 200
    reader = PdfReader(io.BytesIO(answer.body))
    assert len(reader.pages) == 1
    return reader.pages[0]


def words(page: PageObject) -> str:
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("paper", PAPER_POINTS)
@pytest.mark.parametrize("view", QUERIES)
def test_handout_is_one_page_of_its_paper(view: str, paper: str) -> None:
    page = page_of(QUERIES[view], paper)
    size = (float(page.mediabox.width), float(page.mediabox.height))
    assert size == pytest.approx(PAPER_POINTS[paper], abs=0.1)
    assert len(page.images) == 2  # the map and the code
    text = words(page)
    assert all(f"{number}. " in text for number in (1, 2, 3))
    assert "Ranges are assumptions, not predictions" in text


def test_claims_stand_there_with_date_and_source() -> None:
    text = words(page_of("", "a4"))
    shown = {ring.label for ring in scenario_of("").rings}
    for claim in load_catalog().claims:
        if claim.claim_date.startswith("2017-07") and claim.label in shown:
            assert claim.claimed_by in text
            assert claim.claim_date in text
            assert claim.source.name in text


def test_korean_names_are_letters_in_the_text() -> None:
    text = words(page_of("ring=sohae~8000~\ud55c\uad6d\uc5b4", "a4"))
    assert "\ud55c\uad6d\uc5b4" in text


def test_hostile_name_is_text() -> None:
    assert "<b>x</b>&amp;" in words(page_of("ring=sohae~8000~%3Cb%3Ex%3C/b%3E%26amp;", "a4"))


def test_distances_are_those_of_geographiclib() -> None:
    view = scenario_of("ring=sohae~8000&ring=sohae~3000-5500&to=honolulu,seattle,guam_nb")
    rows = {row.place: row for row in handout_text(view_of(view)).distances}
    for place, name in (("honolulu", "Honolulu"), ("seattle", "Seattle")):
        km, _ = exact(site_point("sohae"), place_point(place))
        assert rows[name].distance == f"{km:,.0f} km"
        assert rows[name].reach == ("in" if km <= 8000 else "out", "out")
    (guam,) = [row for name, row in rows.items() if "Guam" in name]
    assert guam.reach == ("in", "band")


def test_questions_are_about_this_view() -> None:
    first, second, third = handout_text(view_at("")).questions
    assert "Guam" in first
    assert "ring B, C, D, E" in first
    assert "Seattle lies 246 km outside the edge of ring D" in second
    assert "not a prediction" in third
    (agreed, *_) = handout_text(view_at("ring=sohae~19000")).questions
    assert "agree" in agreed


def test_letters_name_rings() -> None:
    assert [ring_letter(index) for index in (0, 11)] == ["A", "L"]


def test_claims_say_whose_each_radar_sector_is_and_where_its_direction_comes_from() -> None:
    query = "ring=sohae~8000&show=cities&radar=tpy2_seongju~600~347~120"
    text = words(page_of(query, "a4"))
    assert "600 km \u00b7 US Congress report 2016" in text
    assert "AN/TPY-2 radar Seongju. Drawn to the north-north-west (347\u00b0), 120\u00b0" in text
    (row,) = handout_text(view_at(query)).sectors
    assert row.url
    (own,) = handout_text(view_at(query.replace("~600~", "~1234~"))).sectors
    assert "own assumption" in own.said
    assert own.url is None
