"""What was once another in Firefox or WebKit than in Chromium, and must not be again."""

from __future__ import annotations

from tests.browser.engines import Tab
from tests.browser.screen import MAP

SHOWN = f"""return {MAP}?.state().rings.length > 0
    && document.querySelector(".rm-looks select")?.options.length > 1
    && document.querySelector("[data-testid=headline]")?.textContent
    && getComputedStyle(document.documentElement).getPropertyValue("--rm-paper") !== "";"""
FORM = ".rm-card.rm-active .rm-editor"
# Room for the words of a list, beside its arrow where that is ours.
ROOM = """return [...document.querySelectorAll(".rm-looks select")].map((list) => {
    const style = getComputedStyle(list), pen = document.createElement("canvas").getContext("2d");
    pen.font = style.font;
    const { width } = pen.measureText(list.selectedOptions[0].text);
    return { appearance: style.appearance, words: width,
        room: list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) };
});"""
# The edges of what stands at the foot of the map, in pixels of the window, once it is laid out.
FOOT = f"""
    const frame = document.querySelector("[data-testid=map]").getBoundingClientRect();
    const sheet = document.querySelector(".st-key-panel").getBoundingClientRect().top;
    if (Math.abs(frame.bottom - sheet) >= 1) return null;
    const bottom = (selector) => frame.top + {MAP}.map.getContainer().querySelector(selector)
        .getBoundingClientRect().bottom;
    return {{ sheet, legend: bottom(".rm-legend"), height: frame.height,
        credits: bottom(".leaflet-control-attribution") }};"""


def opened(tab: Tab, url: str) -> None:
    tab.go(url)
    tab.until(SHOWN, "map, panel and headline")


def test_panel_has_room_for_its_lists_its_empty_day_and_an_open_form(
    tab: Tab, app_url: str
) -> None:
    opened(tab, f"{app_url}/?ring=sohae~8000")
    for each in tab.js(ROOM):
        assert each["appearance"] == "none", "an arrow of its own would take unknown room"
        assert each["words"] <= each["room"]
    day = tab.js(
        """const day = document.querySelector("[data-testid=date]");
        return { value: day.value, ink: getComputedStyle(day).color,
            words: [...day.parentElement.querySelectorAll("span")]
                .filter((each) => each.checkVisibility()).map((each) => each.textContent) };"""
    )
    assert day == {"value": "", "ink": "rgba(0, 0, 0, 0)", "words": ["All dates"]}, (
        "no day of today"
    )
    tab.click(f"{FORM} summary")
    tab.until(f"return document.querySelector('{FORM}').open;", "the form")
    tab.until("return document.querySelector('[name=site]')?.checkVisibility();", "its lists")
    wide = tab.js(
        """return [".st-key-panel", ".rm-panel"].map((selector) => {
            const node = document.querySelector(selector);
            return node.scrollWidth - node.clientWidth;
        });"""
    )
    assert max(wide) <= 0, "nothing to scroll sideways"
    assert tab.errors == []


def test_dialog_to_share_starts_at_its_title_and_its_lists_can_be_read(
    tab: Tab, app_url: str
) -> None:
    opened(tab, f"{app_url}/?ring=sohae~8000")
    tab.js("document.documentElement.dataset.theme = 'dark';")  # no engine but one is told by tests
    tab.click(".st-key-share")
    tab.until(
        "return document.querySelector('[data-testid=dialog-link]')?.checkVisibility();", "dialog"
    )
    tab.until("return document.activeElement.closest('dialog');", "the focus in it")
    focused = "const at = document.activeElement; return `${at.tagName} ${at.textContent}`;"
    assert tab.js(focused) == "H2 Share this view"
    lists = tab.js(
        """return [...document.querySelectorAll("dialog[open] select")].map((list) => {
            const style = getComputedStyle(list);
            return { scheme: style.colorScheme, ink: style.color, paper: style.backgroundColor };
        });"""
    )
    assert lists
    for each in lists:
        assert each["scheme"] == "dark"
        assert brightness(each["ink"]) - brightness(each["paper"]) > 120
    assert tab.errors == []


def brightness(colour: str) -> float:
    """Return the mean of red, green and blue of a computed colour, from 0 to 255."""
    parts = colour[colour.index("(") + 1 : -1].split(",")
    return sum(float(part) for part in parts[:3]) / 3


def test_foot_of_a_phones_map_is_seen_below_the_longest_words(phone: Tab, app_url: str) -> None:
    """A fourth line pushed it below the sheet."""
    opened(phone, f"{app_url}/?ring=sohae~8000&show=cities,bases,thaad,envelope")
    phone.until(
        "return document.querySelector('[data-testid=reach-summary]').textContent.trim();", "words"
    )
    foot = phone.until(FOOT, "the map to end where the sheet begins")
    assert foot["legend"] <= foot["sheet"]
    assert foot["credits"] <= foot["sheet"] + 0.5
    assert foot["height"] >= 0.45 * 844
