"""A school's network that lets no live connection through: it is said, and the map works."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenEngine
from tests.browser.engines import Tab
from tests.browser.middlebox import middlebox

SAID = {
    "en": "This network blocks live connections (WebSockets). The map works without one.",
    "ko": "이 네트워크는 실시간 연결(WebSocket)을 막습니다. 지도는 연결 없이도 됩니다.",
}
SLIDER = '[data-testid="range-0"]'
RINGS = "return window.reachmap?.state().rings.map((ring) => ring.range_km).join() === args[0];"
NOTE = "document.querySelector('[data-testid=blocked]')"


def wait_for_rings(tab: Tab, rings: str) -> None:
    tab.until(RINGS, f"rings of {rings} km", rings)


def press(tab: Tab, key: str) -> None:
    tab.until(f"return document.querySelector('{SLIDER}');", "the slider")
    tab.js(f"document.querySelector('{SLIDER}').focus();")
    tab.key(key)


@pytest.mark.parametrize(
    ("kind", "lang", "hangs"),
    [("chromium", "en", False), ("firefox", "ko", True), ("webkit", "en", True)],
)
def test_map_works_and_says_why_it_is_another_page(
    engine: OpenEngine, app_url: str, kind: str, lang: str, hangs: bool
) -> None:
    tab = engine(kind)
    with middlebox(app_url, hangs=hangs) as box:
        tab.go(f"{box.url}/?ring=sohae~8000&ring=sohae~3000-5500&lang={lang}")
        wait_for_rings(tab, "8000,5500")
        assert str(tab.text("[data-testid=blocked] p")).startswith(SAID[lang])
        press(tab, "ArrowRight")
        wait_for_rings(tab, "8010,5500")
        tab.until("return location.search.includes('sohae~8010');", "the address to follow")
        # What Python alone says of the view, of a ring with a source.
        tab.until(
            "return document.querySelector('.rm-summary details')?.textContent.length > 20;",
            "the sentences of the server",
        )
        tab.js("history.back();")
        wait_for_rings(tab, "8000,5500")
        tab.click("[data-testid=blocked] button")
        tab.until(f"return !{NOTE};", "the note to go")
        tab.go(tab.url)
        wait_for_rings(tab, "8000,5500")
        assert tab.js(f"return {NOTE};") is None, "once read it is not said again"
        assert [each for each in tab.errors if "WebSocket" not in each] == []


@pytest.mark.parametrize(
    ("link", "other"), [("ring=sohae~8000&present=1", ".rm-words"), ("room=K7M2QX", ".rm-bar")]
)
def test_note_lies_over_no_other_words(
    engine: OpenEngine, app_url: str, link: str, other: str
) -> None:
    tab = engine("chromium")
    tab.go(f"{app_url}/_stcore/health")
    tab.js("sessionStorage.setItem('reachmap.blocked', '1');")
    tab.go(f"{app_url}/map?{link}")
    tab.until(f"return {NOTE} && document.querySelector('{other}')?.offsetWidth;", "both")
    note, words = (
        tab.js(f"return document.querySelector('{each}').getBoundingClientRect().toJSON();")
        for each in ("[data-testid=blocked]", other)
    )
    assert words["bottom"] <= note["top"] or note["bottom"] <= words["top"]


def test_way_back_to_the_full_page(engine: OpenEngine, app_url: str) -> None:
    tab = engine("chromium")
    with middlebox(app_url) as box:
        tab.go(f"{box.url}/?ring=sohae~8000")
        wait_for_rings(tab, "8000")
        box.blocked = ""
        press(tab, "ArrowRight")
        tab.until("return location.search.includes('sohae~8010');", "the address to follow")
        tab.click("[data-testid=blocked] a")
        tab.until("return location.pathname === '/';", "the full page")
        tab.until(
            "return document.querySelector('.stApp')?.dataset.testConnectionState === 'CONNECTED';",
            "the connection",
        )
        assert "sohae~8010" in tab.url


def test_page_that_was_opened_by_hand_blames_no_network(engine: OpenEngine, app_url: str) -> None:
    tab = engine("chromium")
    tab.go(f"{app_url}/map?ring=sohae~8000")
    wait_for_rings(tab, "8000")
    tab.until("return document.querySelector('.rm-to-table');", "the panel")
    assert tab.js(f"return {NOTE};") is None
    assert tab.errors == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("lesson?ring=sohae~8000", "This network blocks live connections (WebSockets)"),
        ("quiz?lang=ko", "이 네트워크는 실시간 연결(WebSocket)을 막는데"),
        ("about", "This network blocks live connections (WebSockets)"),
    ],
)
def test_other_pages_say_so_and_lead_to_the_map(
    engine: OpenEngine, app_url: str, page: str, said: str
) -> None:
    tab = engine("chromium")
    with middlebox(app_url) as box:
        tab.go(f"{box.url}/{page}")
        tab.until("return document.querySelector('.rm-not-loaded a');", "the way on")
        assert said in tab.text(".rm-not-loaded")
        tab.click(".rm-not-loaded a")
        tab.until("return window.reachmap?.state().rings.length;", "the map")
        assert tab.js("return location.pathname;") == "/map"
        assert page.partition("?")[2] in tab.url


@pytest.mark.parametrize("kind", ["chromium", "firefox", "webkit"])
def test_who_would_follow_a_class_is_told_how_to_go_on(
    engine: OpenEngine, app_url: str, kind: str
) -> None:
    """Only the class's own connections are refused: the page itself works as ever."""
    tab = engine(kind)
    with middlebox(app_url, blocked="/room/", hangs=kind == "firefox") as box:
        tab.go(f"{box.url}/?ring=sohae~8000&room=K7M2QX")
        tab.until(
            "return document.querySelector(args[1])?.textContent.includes(args[0]);",
            "a sentence on the class",
            "This network blocks the connection of the class",
            "[data-testid=room-said]",
        )


def test_who_leads_a_class_is_told_and_has_the_map_as_a_file(
    engine: OpenEngine, app_url: str
) -> None:
    tab = engine("chromium")
    with middlebox(app_url) as box:
        tab.go(f"{box.url}/map?ring=sohae~8000")
        wait_for_rings(tab, "8000")
        tab.click(".st-key-teach")
        tab.click(".st-key-start-class")
        tab.until(
            "return document.querySelector('.rm-board .rm-bar-file')?.checkVisibility();",
            "the way on, on the board",
        )
        assert "nobody can follow here" in tab.text(".rm-board")
        tab.click(".st-key-close-board")
        tab.until(
            "return document.querySelector('.rm-bar-leader .rm-bar-file')?.checkVisibility();",
            "the way on, in the bar",
        )
        href = tab.js("return document.querySelector('.rm-bar-leader .rm-bar-file').href;")
        assert href.startswith(f"{box.url}/export/map.html")
