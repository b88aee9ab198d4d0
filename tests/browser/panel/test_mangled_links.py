"""A link that was mangled on its way opens the view that was meant, or offers it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

TWO = "ring=sohae~8000&ring=sohae~3000&units=mi&v=1"


def assert_two_rings_in_miles(screen: Screen) -> None:
    assert screen.ranges() == [8000, 3000]
    expect(screen.summary).to_contain_text("4,971 mi")  # 8,000 km, and a mile has 1,609.344 m
    assert screen.rings_in_address() == ["sohae~8000", "sohae~3000"]
    expect(screen.message).to_be_empty()


@pytest.mark.parametrize(
    "mangled",
    [
        TWO.replace("&", "&amp;"),
        TWO.replace("&", "&#38;").replace("~", "&#126;"),
        TWO.replace("~", "%257E") + "입니다.",
    ],
)
def test_mangled_link_shows_what_it_was_written_for(open_tab: Open, mangled: str) -> None:
    assert_two_rings_in_miles(open_tab(mangled))


def test_link_that_was_probably_meant_is_a_link(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8,000&units=MI&show=cities")
    expect(screen.message).to_contain_text("ring=sohae~8,000 was not used")
    expect(screen.message).to_contain_text("units=MI was not used")
    screen.message.get_by_role("link").click()
    screen.ready()
    screen.eventually(lambda: screen.ranges() == [8000], "the ring that was meant")
    assert dict(screen.query())["units"] == "mi"
    assert dict(screen.query())["show"] == "cities"
    expect(screen.message).to_be_empty()
