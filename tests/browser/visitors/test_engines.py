"""Each engine that the tests rely on shows the map and hears mouse and keys."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenEngine
from tests.browser.screen import MAP

ENGINES = ("chromium", "firefox", "webkit")


@pytest.mark.parametrize("kind", ENGINES)
def test_the_map_comes_and_a_key_changes_it(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/?ring=sohae~8000")
    slider = '[data-testid="range-0"]'
    tab.until(f"return {MAP}?.state().rings.length === 1;", "the ring of the link")
    tab.until(f"return document.querySelector('{slider}');", "the slider")
    tab.js("document.querySelector(args[0]).focus();", slider)
    tab.key("ArrowRight")
    tab.until(f"return {MAP}.state().rings[0].range_km === 8010;", "the ring to follow the key")
    tab.until("return location.search.includes('sohae~8010');", "the address to follow")
