"""Links and snippets are copied where a page has no clipboard, or words say how to do it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open, OpenEngine
from tests.browser.engines.played import OTHER_NAME, PlayedTab
from tests.browser.share.dialog import button

QUERY = "ring=sohae~8000"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
# Where a person may paste what was copied: in the dialog, for all else is out of reach.
PASTE_INTO = """() => {
    const field = document.createElement("textarea");
    field.id = "pasted";
    document.querySelector("dialog").prepend(field);
    field.focus();
}"""
NO_WAY = """(platform) => {
    Object.defineProperty(navigator, "platform", { value: platform });
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
}"""
OPENED = "return document.querySelector('dialog[open] [data-testid=dialog-link]')?.href;"


def elsewhere(url: str) -> str:
    """Return the app's address as other machines write it: no secure place."""
    return url.replace("127.0.0.1", OTHER_NAME)


def open_dialog(page: Page, url: str) -> None:
    page.goto(f"{url}/?{QUERY}")
    expect(page.get_by_test_id("range-0")).to_be_attached()
    page.evaluate("() => document.querySelector('.st-key-share').click()")
    expect(page.get_by_test_id("dialog-link")).to_be_visible()


def pasted(page: Page) -> str:
    page.evaluate(PASTE_INTO)
    page.keyboard.press("Control+V")
    return page.locator("#pasted").input_value()


@pytest.mark.parametrize("name", ["Copy link", "Copy snippet"])
@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_copied_over_plain_http(engine: OpenEngine, app_url: str, kind: str, name: str) -> None:
    tab = engine(kind)
    assert isinstance(tab, PlayedTab)
    page, home = tab.page, elsewhere(app_url)
    open_dialog(page, home)
    assert page.evaluate("() => isSecureContext") is False
    wanted = page.get_by_test_id("dialog-link").get_attribute("href")
    if name == "Copy snippet":
        wanted = page.get_by_label("HTML to embed this view").input_value()
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert pasted(page) == wanted
    assert home in str(wanted)


def test_copied_in_webkit_without_a_clipboard_for_pages(engine: OpenEngine, app_url: str) -> None:
    tab = engine("webkit")
    tab.go(f"{app_url}/?{QUERY}")
    tab.until("return document.querySelector('.st-key-share');", "the button")
    tab.js(
        """Object.defineProperty(navigator, "clipboard", { value: undefined });
        window.taken = [];
        document.addEventListener("copy", () => taken.push(String(getSelection())
            || document.activeElement.value));"""
    )
    tab.click(".st-key-share")
    link = tab.until(OPENED, "the link")
    tab.click(".rm-dialog-link button")
    tab.until(
        "return document.querySelector('.rm-dialog-link button').textContent === 'Copied';",
        "that it is copied",
    )
    assert tab.js("return taken;") == [link]


@pytest.mark.parametrize("allow", ["", 'allow="clipboard-write"'])
def test_copied_in_a_page_of_another_site(
    visit_bare: Open, foreign_site: tuple[Path, str], allow: str
) -> None:
    screen = visit_bare()
    folder, host = foreign_site
    source = f"{screen.home}/quiz?seed=ABCDE&embed=true"
    folder.joinpath("index.html").write_text(
        f'<!DOCTYPE html><title>Lesson</title><iframe {allow} src="{source}" width="900" '
        'height="700"></iframe><textarea id="pasted"></textarea>',
        "utf-8",
    )
    # A frame that may not use the clipboard is told so in the console.
    screen.faults.expect(hosts=(host,), errors=("favicon.ico", "/_stcore/", "lipboard"))
    screen.page.goto(f"http://{host}/")
    inside = screen.page.frame_locator("iframe").first
    inside.get_by_text("For the class", exact=True).click()
    inside.get_by_test_id("quiz-class-link").click()
    link = inside.get_by_test_id("quiz-link")
    expect(link).to_have_attribute("href", f"{screen.home}/quiz?seed=ABCDE")
    button(inside.get_by_role("dialog"), "Copy link").click()
    expect(button(inside.get_by_role("dialog"), "Copied")).to_be_visible()
    screen.page.locator("#pasted").focus()
    screen.page.keyboard.press("Control+V")
    assert screen.page.locator("#pasted").input_value() == f"{screen.home}/quiz?seed=ABCDE"


# A device, the name that its browser gives it, and what is said of a link and of a text.
DEVICES: dict[str, tuple[dict[str, Any], str, tuple[str, str]]] = {
    "phone": (PHONE, "Linux armv81", ("Hold the link to copy it", "Hold the text to copy it")),
    "desktop": ({}, "Linux x86_64", ("Press Ctrl+C", "Press Ctrl+C")),
    "Mac": ({}, "MacIntel", ("Press Cmd+C", "Press Cmd+C")),
}


@pytest.mark.parametrize("device", DEVICES)
def test_words_fit_the_device_where_nothing_can_copy(
    chromium: Browser, app_url: str, device: str
) -> None:
    options, platform, (of_link, of_text) = DEVICES[device]
    page = chromium.new_context(**options).new_page()
    open_dialog(page, app_url)
    page.evaluate(NO_WAY, platform)
    press = "tap" if options else "click"
    link, snippet = page.get_by_test_id("dialog-link"), page.locator("dialog textarea")
    getattr(page.get_by_role("button", name="Copy link"), press)()
    expect(page.get_by_role("button", name=of_link)).to_be_visible()
    assert page.evaluate("() => String(getSelection())") == link.inner_text()
    expect(page.get_by_role("button", name="Copy link")).to_be_visible()
    getattr(page.get_by_role("button", name="Copy snippet"), press)()
    expect(page.get_by_role("button", name=of_text)).to_be_visible()
    chosen = snippet.evaluate(
        "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    )
    assert chosen == snippet.input_value()
    page.context.close()


def test_dialog_says_what_to_do_where_a_site_removes_the_snippet(follow: Open) -> None:
    screen = follow(QUERY)
    screen.page.locator(".st-key-share").click()
    section = screen.page.locator(".rm-dialog-embed")
    for said in ("WordPress", "Moodle", "Canvas", "paste the link by itself", "picture"):
        expect(section).to_contain_text(said)
    screen.page.evaluate("() => document.querySelector('dialog').close()")
