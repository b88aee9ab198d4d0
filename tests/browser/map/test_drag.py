"""Dragging a slider with the mouse: the map follows in every frame and stays where it is."""

from __future__ import annotations

import math
from typing import Any

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.map.longdrag import HOLD, RELEASE
from tests.browser.oracle import spoken_states
from tests.browser.screen import Screen, pairs_of

MOVES = 100
LABEL = "own assumption"
SITE = "banghyon_20170704"


def sweep(screen: Screen, index: int, moves: int = MOVES) -> dict[str, Any]:
    """Drag a thumb to and fro and keep it held; return what the probe counted."""
    screen.page.evaluate(f"() => {{ {HOLD} }}")
    screen.page.evaluate("(id) => probe.start(id)", f"range-{index}")
    _, y, left, right = screen.grab(index)
    for move in range(moves):
        part = 0.5 + 0.35 * math.sin(move / 12)
        screen.page.mouse.move(left + (right - left) * part, y)
    screen.frames(2)
    counted = dict(screen.page.evaluate("() => probe.stop()"))
    screen.page.evaluate(f"() => {{ {RELEASE} }}")
    return counted


def test_map_follows_the_thumb_in_every_frame_and_is_never_blank(screen: Screen) -> None:
    screen.until("() => probe.colours('rmBase') > 2", "land and sea")
    screen.pan()
    counted = sweep(screen, 3)
    screen.page.mouse.up()
    screen.wait_for_address(*expected_rings(screen))
    assert counted["changed"] >= 30
    assert counted["draws"] >= 0.9 * counted["changed"]
    assert counted["draws"] <= 1.1 * counted["changed"] + 3, "drawn more often than seen"
    assert counted["lagging"] <= 0.05 * counted["changed"]
    assert (counted["blank"], counted["moved"]) == (0, 0)


def test_frame_of_the_map_is_never_remounted(follow: Open) -> None:
    screen = follow()
    screen.page.evaluate("() => probe.mark()")
    sweep(screen, 0, moves=20)
    screen.page.mouse.up()
    screen.activate(2)
    screen.set_range(2, 7000)
    screen.wait_for_address(*expected_rings(screen))
    assert screen.page.evaluate("() => probe.marked()")


def test_words_follow_before_the_release_and_everything_agrees_after_it(follow: Open) -> None:
    screen = follow()
    address = screen.page.url
    counted = sweep(screen, 3, moves=50)
    assert len(counted["counters"]) >= 3, "words are told four times a second"
    counters = screen.counters(3)
    expect(counters).to_contain_text("people in towns over 15,000")
    screen.eventually(
        lambda: (counters.text_content() or "no") in (screen.summary.text_content() or ""),
        "card and summary to say the same while the thumb is held",
    )
    assert screen.page.url == address, "the address changes on release, not before"
    screen.page.mouse.up()
    screen.wait_for_address(*expected_rings(screen))
    km = round(screen.ranges()[3])
    expect(screen.summary).to_contain_text(f"Within {km:,} km ({LABEL})")
    expect(screen.summary).to_contain_text("Nearest US soil")
    expect(screen.table.locator("thead")).to_contain_text(f"{km:,} km {LABEL}")
    assert pairs_of(screen.share.get_attribute("href") or "") == screen.query()
    screen.eventually(
        lambda: screen.places() == spoken_states(screen.page.url.split("?")[1]),
        "the map's places to be those of Python for the address",
    )


def expected_rings(screen: Screen) -> list[str]:
    """Return the rings of the address that the map's own state asks for."""
    return [
        "~".join(
            part
            for part in (
                ring["site"],
                "-".join(f"{edge['range_km']:g}" for edge in ring["edges"]),
                ring["label"],
            )
            if part
        )
        for ring in screen.state()["rings"]
    ]
