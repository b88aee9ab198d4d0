"""The server is gone: no dialog of Streamlit's stands over the map, one line says what is so."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import OpenEngine
from tests.browser.engines import Tab
from tests.browser.screen import MAP
from tests.browser.server import free_port, running_app

LINES = {
    "en": "Not connected: the map goes on, nothing is lost. It comes back by itself.",
    "ko": "연결이 끊겼습니다. 지도는 그대로 쓸 수 있고, 아무것도 잃지 않습니다. "
    "연결은 저절로 돌아옵니다.",
}
ENGINES = {"chromium": "en", "firefox": "ko", "webkit": "en"}
SLIDER = '[data-testid="range-0"]'
LINE = "document.querySelector('.rm-unconnected')"
# What Streamlit lays over the page, and what of it is there when a frame is about to be painted.
LOOK_OUT = """
    window.looked = { dialogs: 0, painted: 0 };
    new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
        looked.dialogs += node.dataset?.testid === "stDialog";
    }))).observe(document.body, { childList: true });
    const look = () => {
        const dialogs = [...document.querySelectorAll("[role=dialog]")];
        looked.painted += dialogs.filter((each) => each.getBoundingClientRect().width).length;
        requestAnimationFrame(look);
    };
    look();
"""
ABOUT = f"""
    const line = {LINE}, box = line.getBoundingClientRect();
    const map = document.querySelector("[data-testid=map]").getBoundingClientRect();
    return {{
        said: line.textContent, role: line.getAttribute("role"), painted: looked.painted,
        dialogs: document.querySelectorAll("[role=dialog]").length,
        deaf: document.querySelectorAll("body > [inert]:not([hidden])").length,
        scrolls: document.documentElement.style.overflow !== "hidden",
        focus: document.activeElement.dataset.testid,
        over: map.left <= box.left && box.right <= map.right
            && map.top < box.top && box.bottom < map.bottom,
    }};
"""


def wait_for_ring(tab: Tab, km: float) -> None:
    tab.until(f"return {MAP}?.state().rings[0]?.range_km === args[0];", f"a ring of {km} km", km)


def wait_for_address(tab: Tab, km: float) -> None:
    tab.until("return location.search.includes(`sohae~${args[0]}`);", f"{km} km in the address", km)


def test_one_line_in_the_language_of_the_page_and_the_map_goes_on(
    engine: OpenEngine, tmp_path: Path
) -> None:
    """One server is lost for all engines: to start and to end one takes seconds."""
    port, tabs = free_port(), {engine(kind): lang for kind, lang in ENGINES.items()}
    with running_app(tmp_path / "first.txt", port) as url:
        for tab, lang in tabs.items():
            open_map(tab, f"{url}/?ring=sohae~8000&lang={lang}")
    for tab, lang in tabs.items():
        map_goes_on(tab, LINES[lang])
    with running_app(tmp_path / "second.txt", port):
        for tab in tabs:
            tab.until(f"return {LINE}.hidden && !{LINE}.textContent;", "the line to go")
            wait_for_ring(tab, 8000)
            assert tab.js("return looked.painted;") == 0
            tab.key("ArrowRight")
            wait_for_ring(tab, 8010)


def open_map(tab: Tab, url: str) -> None:
    tab.go(url)
    wait_for_ring(tab, 8000)
    tab.until(f"return document.querySelector('{SLIDER}');", "the slider")
    tab.js(LOOK_OUT)
    tab.js(f"document.querySelector('{SLIDER}').focus();")
    assert tab.js(f"return {LINE}.textContent + {LINE}.hidden;") == "true"


def map_goes_on(tab: Tab, line: str) -> None:
    tab.until("return looked.dialogs;", "Streamlit to find its server gone")
    assert tab.js(ABOUT) == {
        "said": line,
        "role": "status",
        "painted": 0,
        "dialogs": 0,
        "deaf": 0,
        "scrolls": True,
        "focus": "range-0",
        "over": True,
    }
    tab.key("ArrowRight")
    wait_for_ring(tab, 8010)
    wait_for_address(tab, 8010)
    tab.js("history.back();")  # only the server can read the address: the map follows it later
    wait_for_address(tab, 8000)
