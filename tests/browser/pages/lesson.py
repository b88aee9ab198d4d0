"""The lesson about maps in the words that tests use."""

from __future__ import annotations

from tests.browser.oracle import WGS84
from tests.browser.screen import STYLED, Json, Screen

HOOK = "window.reachmapLesson?.state()"


def parallel_km(lat: float) -> float:
    """Return the length of a parallel: a thousandth of a degree by GeographicLib, 360,000 times."""
    return float(WGS84.Inverse(lat, 0, lat, 0.001)["s12"]) * 360.0


def open_lesson(screen: Screen, query: str) -> None:
    screen.faults.expect(errors=("/_stcore/",))
    screen.page.goto(f"{screen.home}/lesson?{query}")
    screen.until(f"() => {HOOK}?.wrong && {STYLED}", "the lesson")


def state(screen: Screen) -> Json:
    return dict(screen.page.evaluate(HOOK))


def set_range(screen: Screen, km: float) -> None:
    screen.page.get_by_test_id("lesson-range").evaluate(
        """(input, km) => {
            input.value = km;
            input.dispatchEvent(new Event("input", { bubbles: true }));
            input.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        km,
    )
    screen.eventually(lambda: state(screen)["range_km"] == km, f"{km} km")
    screen.frames(2)


def shown(screen: Screen) -> dict[str, str]:
    """Return the four pictures as they are now."""
    return dict(
        screen.page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("canvas[data-testid]")]
                .map((canvas) => [canvas.dataset.testid, canvas.toDataURL()]))"""
        )
    )
