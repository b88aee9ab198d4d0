"""A monkey acts at random: nothing is thrown, the map is never blank, the address is right."""

from __future__ import annotations

from playwright.sync_api import Browser

from benchmarks.attack.monkey import OFFLINE, Monkey
from tests.browser.about import about
from tests.browser.machine import Machine
from tests.browser.server import SAID_OF_A_LOST_SERVER

ACTS = 40
SEED = 1204
SAID_OFFLINE = (*OFFLINE, *SAID_OF_A_LOST_SERVER, "Client Error", "not responding")


def test_forty_acts_of_a_monkey(chromium: Browser, app_url: str) -> None:
    machine = Machine(chromium, app_url)
    machine.faults.expect(errors=SAID_OFFLINE)
    monkey = Monkey(machine.context.new_page(), app_url, SEED)
    # A key in the first instant after a reload may be lost to the address; the benchmark counts it.
    monkey.acts = [act for act in monkey.acts if act.__name__ != "reload"]
    monkey.open()
    for _ in range(ACTS):
        monkey.act()
        found = monkey.exceptions + monkey.blank + monkey.wrong + monkey.missed
        assert not found, f"{found} after {monkey.did} in {about(monkey.page)}"
    assert len(set(monkey.did)) >= 8, "a seed that does most of what it can"
    assert machine.close() == []
