"""A server that is gone stops nobody, and one that comes back without memory is told the view."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.machine import Machine
from tests.browser.server import SAID_OF_A_LOST_SERVER, free_port, running_app


def test_map_works_through_a_restart_and_the_view_arrives(
    chromium: Browser, tmp_path: Path
) -> None:
    port = free_port()
    with running_app(tmp_path / "first.txt", port) as url:
        machine = Machine(chromium, url)
        machine.faults.expect(errors=SAID_OF_A_LOST_SERVER)
        screen = machine.open("ring=sohae~8000&at=30,150,3")
        screen.page.evaluate("() => probe.mark()")
        view = screen.view()
    screen.set_range(0, 5000)
    assert screen.ranges() == [5000]
    expect(screen.summary).to_contain_text("Within 5,000 km")
    with running_app(tmp_path / "second.txt", port):
        screen.wait_for_address("sohae~5000")
        expect(screen.summary).to_contain_text("Nearest US soil")
        screen.set_range(0, 6000)
        screen.wait_for_address("sohae~6000")
        assert screen.page.evaluate("() => probe.marked()"), "the map is still the same one"
        assert screen.view() == view
        assert machine.close() == []
