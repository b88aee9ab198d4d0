"""The map page without Streamlit, as a browser without a live connection gets it."""

from __future__ import annotations

import json
import re

import pytest

from tests.support import ask

DATA = re.compile(r'<script type="application/json" id="plain">(.*?)</script>', re.DOTALL)


def page_of(query: str) -> str:
    answer = ask(f"/map?{query}")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/html")
    return answer.body.decode()


def told_in(page: str) -> dict[str, object]:
    found = DATA.search(page)
    assert found
    return dict(json.loads(found[1]))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_page_begins_with_the_view_of_its_address(lang: str) -> None:
    page = page_of(f"ring=sohae~8000&ring=39,125~3000-5500&units=mi&lang={lang}")
    panel = told_in(page)["panel"]
    assert isinstance(panel, dict)
    rings = [
        (each["site"], each["low"], each["best"], each["high"]) for each in panel["scene"]["rings"]
    ]
    assert rings == [("sohae", None, 8000, None), ("39,125", 3000, None, 5500)]
    assert panel["scene"]["units"] == "mi"
    assert f'<html lang="{lang}"' in page


@pytest.mark.parametrize(
    ("header", "lang"),
    [("ko", "ko"), ("ko-KR,ko;q=0.9", "ko"), ("ko,en-US;q=0.9", "ko"), ("ko;q=0.9,en", "ko"),
     ("en-US,ko;q=0.8", "en"), ("fr,ko;q=0.8", "en"), ("", "en")],
)  # fmt: skip
def test_page_is_in_the_language_that_a_browser_prefers(header: str, lang: str) -> None:
    answer = ask("/map?ring=sohae~8000", headers={"accept-language": header})
    assert f'<html lang="{lang}"' in answer.body.decode()


def test_page_has_its_card_and_a_policy_without_inline_scripts() -> None:
    answer = ask("/map?ring=sohae~8000")
    assert 'property="og:image"' in answer.body.decode()
    policy = answer.headers["content-security-policy"]
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


def test_view_and_page_say_the_same() -> None:
    """What the page begins with is what is fetched when a thumb comes to rest there."""
    query = "ring=banghyon_20170704~5000~US+Forces+Korea+via+Korea+Times&show=cities,envelope"
    told = told_in(page_of(query))
    answer = json.loads(ask(f"/live/view.json?{query}").body)
    assert answer == {key: told[key] for key in ("panel", "summary")}
    assert answer["summary"]["envelope"]


def test_value_that_cannot_be_used_is_named() -> None:
    panel = told_in(page_of("ring=sohae~99999&date=gestern"))["panel"]
    assert isinstance(panel, dict)
    assert {each["value"] for each in panel["problems"]} == {"gestern", "sohae~99999"}


def test_text_of_a_link_stays_text() -> None:
    page = page_of("ring=sohae~8000&title=%3C/script%3E%3Cimg%20src=x%20onerror=alert(1)%3E")
    assert "<img" not in page
    panel = told_in(page)["panel"]
    assert isinstance(panel, dict)
    assert panel["scene"]["title"] == "</script><img src=x onerror=alert(1)>"
