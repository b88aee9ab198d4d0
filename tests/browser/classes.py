"""A class in the browser, in the words that tests use."""

from __future__ import annotations

import json
import urllib.request
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, WebSocket, expect
from websockets.sync.client import connect

from tests.browser.screen import MAP, Screen
from tests.roomtools import PATIENCE_S, Person

# Notes all rings at each change of the map, so that not even a glimpse of others is missed.
WATCH_RINGS = f"""() => {{
    window.seen = [];
    window.reachmapBus.on("scene", () => {{
        const now = JSON.stringify({MAP}.state().rings.map((ring) => ring.range_km));
        if (window.seen.at(-1) !== now) window.seen.push(now);
    }});
}}"""


def start_class(leader: Screen) -> str:
    """Start a class; return its code. The board with the code is open."""
    leader.teach()
    leader.page.locator(".st-key-start-class").click()
    code = code_of(leader)
    leader.eventually(lambda: dict(leader.query()).get("room") == code, "the code in the address")
    return code


def code_of(leader: Screen) -> str:
    return (leader.page.get_by_test_id("room-code").text_content() or "").replace(" ", "")


def followers(leader: Screen) -> Locator:
    return leader.page.get_by_test_id("room-followers")


def expect_followers(leader: Screen, count: int) -> None:
    expect(followers(leader)).to_have_attribute("data-count", str(count))


def said(follower: Screen) -> Locator:
    """What the bar tells a follower."""
    return follower.page.get_by_test_id("room-said")


def close_board(leader: Screen) -> None:
    leader.page.locator(".st-key-close-board").click()


def secret_of(leader: Screen, code: str) -> str:
    """Return the key that the leader's browser keeps where no script can read it."""
    cookies = leader.page.context.cookies(f"{leader.home}/room/{code}")
    (kept,) = [each["value"] for each in cookies if each["name"] == "reachmap_class"]
    return str(kept)


def open_room(home: str) -> tuple[str, str]:
    """Return code and secret of a room that nobody leads yet."""
    request = urllib.request.Request(f"{home}/room", method="POST")  # noqa: S310
    with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310
        made = json.load(answer)
    return made["code"], made["secret"]


def come_in(home: str, code: str) -> Person:
    """Return a socket without a browser."""
    return Person(connect(f"ws://{urlsplit(home).netloc}/room/{code}"))


def rings_seen(screen: Screen) -> list[list[float]]:
    """Return what the map of a tab with WATCH_RINGS has shown since."""
    return [json.loads(text) for text in screen.page.evaluate("() => window.seen")]


def told_to(page: Page) -> list[str]:
    """Return the list of what a class tells a page that is yet to come into it; it grows."""
    told: list[str] = []

    def listen(socket: WebSocket) -> None:
        if "/room/" in socket.url:
            socket.on("framereceived", lambda text: told.append(str(text)))

    page.on("websocket", listen)
    return told


def wait_for_range(screen: Screen, km: float) -> None:
    screen.eventually(lambda: screen.ranges()[:1] == [km], f"a first ring of {km} km")


def texts_of(screen: Screen) -> str:
    """Return the address, all links and all that is written in the page."""
    return str(
        screen.page.evaluate(
            """() => [location.href, document.documentElement.outerHTML,
                ...[...document.querySelectorAll("input, textarea")].map((each) => each.value),
                ...Object.values(sessionStorage), ...Object.values(localStorage)].join("\\n")"""
        )
    )
