"""The dialog "Share" in the words that tests use."""

from __future__ import annotations

import io
from base64 import b64decode
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.safety.test_hostile_text import WATCH
from tests.browser.screen import Screen

TWO = "ring=sohae~3000-5500~US%20Pacific%20Command&ring=39.87,125.27~8000"
NAME = "reachmap_sohae_3000-5500km_and_1_more"
DRAWN_MS = 60_000.0  # the server itself gives a drawing thirty seconds, and a process has to start
CLIPBOARD_PNG = """async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item.getType("image/png");
    return new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(",")[1]);
        reader.readAsDataURL(blob);
    });
}"""


def open_share(screen: Screen) -> Locator:
    screen.page.locator(".st-key-share").click()
    dialog = screen.page.get_by_role("dialog", name="Share this view")
    expect(dialog).to_be_visible()
    return dialog


def close_share(screen: Screen) -> None:
    button(screen.page.locator("dialog"), "Close").click()
    expect(screen.page.locator("dialog")).to_have_count(0)


def button(dialog: Locator, name: str) -> Locator:
    return dialog.get_by_role("button", name=name, exact=True)


def said(dialog: Locator) -> Locator:
    return dialog.locator(".rm-said")


def allow_clipboard(screen: Screen) -> None:
    rights = ["clipboard-read", "clipboard-write"]
    screen.page.context.grant_permissions(rights, origin=screen.home)


def watch(screen: Screen) -> None:
    """From now on write down what the policy refuses, in the page and in the map's frame."""
    for frame in screen.page.frames[:2]:
        frame.evaluate(f"() => {{ {WATCH} }}")


def copied_text(screen: Screen) -> str:
    return str(screen.page.evaluate("() => navigator.clipboard.readText()"))


def copied_picture(screen: Screen) -> Image.Image:
    return Image.open(io.BytesIO(b64decode(screen.page.evaluate(CLIPBOARD_PNG))))


def saved_picture(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))
