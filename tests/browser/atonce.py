"""Two acts in the same moment, before anything is drawn between them."""

from __future__ import annotations

from tests.browser.screen import Screen

CLICK_AND_CHANGE = """([selector, units]) => {
    document.querySelector(selector).click();
    units.value = "mi";
    units.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def click_and_choose_miles(screen: Screen, selector: str) -> None:
    """Click an element, and choose miles as the units at once."""
    units = screen.page.get_by_label("Units").element_handle()
    screen.page.evaluate(CLICK_AND_CHANGE, [selector, units])
