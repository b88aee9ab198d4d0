"""The key of a class in every engine: kept in a cookie, sent with the socket, read by no script."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.classes import come_in
from tests.browser.conftest import OpenEngine
from tests.browser.engines import Tab
from tests.browser.screen import MAP

LEADS_WITH = """
    const followers = document.querySelector(".rm-class [data-testid=room-followers]");
    return followers?.dataset.count === String(args[0]);
"""
CONNECTED = "return document.querySelector('.rm-bar-leader .rm-bar-said')?.textContent === '';"
SET_RANGE = """
    const input = document.querySelector("[data-testid=range-0]");
    input.value = args[0];
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
"""
IS_RING = f"return ({MAP}?.state().rings ?? []).map((ring) => ring.range_km).join() === args[0];"
WITHIN_REACH = """
    return JSON.stringify([document.cookie, {...localStorage}, {...sessionStorage},
        location.href, document.documentElement.outerHTML]);
"""


def start_class(tab: Tab) -> str:
    tab.until("return !!document.querySelector('.st-key-start-class')", "the panel")
    tab.until(IS_RING, "the ring of the link", "9000")
    tab.js("document.querySelector('.st-key-start-class').click()")
    tab.until(LEADS_WITH, "a class", 0)
    tab.js("document.querySelector('.st-key-close-board').click()")
    tab.until(CONNECTED, "a class that is open")
    return str(tab.js("return new URLSearchParams(location.search).get('room')"))


@pytest.mark.parametrize("kind", ["chromium", "firefox", "webkit"])
def test_leader_goes_on_from_a_bare_link_with_a_key_that_no_script_can_read(
    kind: str, engine: OpenEngine, app_url: str
) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/?ring=sohae~9000")
    code = start_class(tab)
    pupil = come_in(app_url, code)
    assert best_of(pupil.hear_until("scene")) == [9000]
    tab.until(LEADS_WITH, "a follower", 1)
    tab.go(f"{app_url}/?room={code}")
    tab.until(LEADS_WITH, "the same tab leads on", 1)
    tab.until(IS_RING, "the view of the class", "9000")
    assert "reachmap_class" not in tab.js(WITHIN_REACH)
    tab.js(SET_RANGE, 7000)
    while best_of(pupil.hear_until("scene")) != [7000]:
        pass
    pupil.connection.close()
    scenes = [told["scene"] for text in pupil.heard if "scene" in (told := json.loads(text))]
    shown = [km for scene in scenes for km in best_of(scene)]
    assert set(shown) == {9000, 7000}, "never the rings of a bare link"


def best_of(scene: dict[str, Any]) -> list[float]:
    return [ring["best"] for ring in scene["rings"]]
