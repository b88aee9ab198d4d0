"""The lab, the fading ring, the timeline and the charts in each engine, as a visitor has them."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenEngine
from tests.browser.engines import Tab
from tests.browser.screen import MAP

LAB = "window.reachmapLab?.state()"
SPREAD = "ring=banghyon_20170704~lofted:2802,933:t39"


@pytest.fixture(params=["chromium", "firefox", "webkit"])
def tab(engine: OpenEngine, request: pytest.FixtureRequest) -> Tab:
    return engine(request.param)


def test_angle_is_dragged_and_its_range_is_a_ring_on_the_map(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/lab?lang=en&test=2017-07-04-hwasong-14")
    tab.until(
        f"return {LAB}?.is_computed && document.querySelector(args[0]);",
        "the lab",
        "[data-testid=lab-show-day][href]",
    )
    before = tab.js(f"return {LAB}.draws;")
    tab.drag_to("[data-testid=lab-angle]", 60)
    tab.until(
        f"return {LAB}.draws > args[0] && location.search.includes('angle=');", "the arc", before
    )
    link = str(tab.js("return document.querySelector('[data-testid=lab-show]').href;"))
    km = float(link.partition("~")[2].partition("~")[0])
    tab.go(link)
    tab.until(
        f"return Math.abs({MAP}?.state().rings[0]?.range_km - args[0]) < 0.01;", "the ring", km
    )
    assert tab.errors == []


def test_ring_of_a_report_fades_and_goes_with_the_timeline(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/?lang=en&{SPREAD}&date=2017-07-04&show=cities,tests")
    tab.until(
        f"const ring = {MAP}?.state().rings[0];"
        "return ring?.shares && ring.edges.length === 3"
        " && document.querySelector('[data-testid=timeline-day]');",
        "a ring with three edges, and the timeline",
    )
    tab.js("document.querySelector('[data-testid=timeline-day]').focus();")
    tab.key("ArrowLeft")
    tab.until(
        "const date = new URLSearchParams(location.search).get('date');"
        "return date && date < '2017-07-04';",
        "an earlier day",
    )
    assert tab.errors == []


def test_charts_are_drawn_each_with_its_table(tab: Tab, app_url: str) -> None:
    tab.go(f"{app_url}/evidence?lang=en")
    tab.until(
        "const charts = document.querySelectorAll('svg.marks');"
        "return charts.length === 3"
        " && [...charts].every((chart) => chart.querySelectorAll('path').length > 9);",
        "three charts",
    )
    assert tab.js("return document.querySelectorAll('details table').length;") >= 3
    assert tab.errors == []
