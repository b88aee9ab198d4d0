"""The server is killed in mid-work: tabs go on, come back by themselves, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.classes import close_board, expect_followers, start_class, wait_for_range
from tests.browser.machine import Machine
from tests.browser.screen import Screen
from tests.browser.server import SAID_OF_A_LOST_SERVER, free_port, running_app


def kill_what_listens(port: int) -> None:
    """End the server as the system does when memory runs out: no signal that it could handle."""
    (server,) = [
        child for child in psutil.Process().children() if str(port) in " ".join(child.cmdline())
    ]
    server.kill()
    server.wait(10)


@pytest.fixture
def machines(chromium: Browser) -> Iterator[list[Machine]]:
    made: list[Machine] = []
    yield made
    assert [fault for machine in made for fault in machine.close()] == []


@contextmanager
def killed(log: Path, port: int) -> Iterator[str]:
    """The app until the end of the block, where it is killed."""
    with running_app(log, port) as url:
        yield url
        kill_what_listens(port)


def away(chromium: Browser, url: str) -> Machine:
    machine = Machine(chromium, url)
    machine.faults.expect(errors=SAID_OF_A_LOST_SERVER)
    return machine


def test_tabs_and_a_class_find_themselves_again(
    chromium: Browser, machines: list[Machine], tmp_path: Path
) -> None:
    """In one go, because Streamlit takes its time to try again."""
    port = free_port()
    with killed(tmp_path / "first.txt", port) as url:
        machines += [away(chromium, url), away(chromium, url)]
        tabs = [machines[0].open(f"ring=sohae~{km}") for km in (4000, 5000, 6000)]
        leader = machines[0].open("ring=sohae~8000")
        code = start_class(leader)
        pupil = machines[1].open(f"room={code}")
        expect_followers(leader, 1)
        close_board(leader)
        for each in (*tabs, leader, pupil):
            each.page.evaluate("() => probe.mark()")
    changed, *others = tabs
    changed.set_range(0, 4500)
    leader.set_range(0, 7000)
    assert (changed.ranges(), leader.ranges()) == ([4500], [7000])
    with running_app(tmp_path / "second.txt", port):
        changed.wait_for_address("sohae~4500")
        for tab, km in zip(others, (5000, 6000), strict=True):
            assert tab.ranges() == [km]
            tab.set_range(0, km + 100)
            tab.wait_for_address(f"sohae~{km + 100}")
        wait_for_range(pupil, 7000)
        expect_followers(leader, 1)
        leader.set_range(0, 6000)
        wait_for_range(pupil, 6000)
        assert dict(leader.query())["room"] == code
        for each in (*tabs, leader, pupil):
            assert each.page.evaluate("() => probe.marked()"), "the map is still the same one"
        for each in tabs:
            connected(each)


def connected(tab: Screen) -> None:
    """See that Python answers this tab again: the table is that of its rings."""
    tab.wait_for_python()
    head = f"{tab.ranges()[0]:,.0f} km"
    expect(tab.table.locator("thead")).to_contain_text(head)
