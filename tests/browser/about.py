"""What a page is about, for the word of a test that waited for something in vain."""

from __future__ import annotations

from playwright.sync_api import Page

# The page may be any, in any state: what is not there is left out.
ABOUT = """
    const app = document.querySelector(".stApp")?.dataset;
    const inside = document.querySelector("iframe[data-testid=map]")?.contentWindow;
    const texts = (selector) => [...document.querySelectorAll(selector)]
        .map((each) => each.textContent.trim()).filter(Boolean);
    return JSON.stringify({
        address: location.href, ready: document.readyState,
        script: app?.testScriptState, connection: app?.testConnectionState,
        map: inside?.reachmap?.state().rings.map((ring) => `${ring.site}~${ring.range_km}`),
        panel: [...document.querySelectorAll("[data-testid^=range-]")].map((each) => each.value),
        said: texts("[role=status], [role=alert], .rm-bar"),
    });
"""


def about(page: Page) -> str:
    return str(page.evaluate(f"() => {{ {ABOUT} }}"))
