"""Waits for what the app says a moment after a change: states of places, Python's words."""

from __future__ import annotations

from tests.browser.oracle import best_states
from tests.browser.screen import Screen

REQUESTS = "() => Promise.all(window.reachmapBus.kept.values()).then(() => true)"


def wait_for_places(screen: Screen, query: str) -> None:
    """Wait for Python's states on the map, which draws a second change in the next frame."""
    expected = best_states(query)
    screen.eventually(lambda: screen.places() == expected, f"Python's places of {query}")


def whole_summary(screen: Screen) -> str:
    """Return the sentence of result when Python has said its part of it."""
    screen.wait_for_python()
    return screen.summary.text_content() or ""


def wait_until_drawn(screen: Screen) -> None:
    """Wait until all that was fetched is on the map, so that the next change is the test's own."""
    screen.until(REQUESTS, "all that was asked for")
    screen.frames(2)
