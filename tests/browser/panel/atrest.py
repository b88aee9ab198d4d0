"""Waits for what the app says a moment after a change: states of places, Python's words."""

from __future__ import annotations

from tests.browser.oracle import spoken_states
from tests.browser.screen import Screen


def wait_for_places(screen: Screen, query: str) -> None:
    """Wait for Python's states on the map, which draws a second change in the next frame."""
    expected = spoken_states(query)
    screen.eventually(lambda: screen.places() == expected, f"Python's places of {query}")


def whole_summary(screen: Screen) -> str:
    """Return the sentence of result when Python has said its part of it."""
    screen.wait_for_python()
    return screen.summary.text_content() or ""
