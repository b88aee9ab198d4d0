"""The dialog "Share": links, snippet, QR code, files, keys; on a phone, with any label."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.link.query import encode
from geo.link.scenario import Scenario
from geo.share.links import file_name, view_link
from tests.browser.conftest import Open
from tests.browser.oracle import scenario_of
from tests.browser.panel.test_links_against_python import QUERIES
from tests.browser.safety.test_hostile_text import LABELS, assert_harmless, ring_of
from tests.browser.screen import Screen
from tests.browser.share.dialog import (
    DRAWN_MS,
    NAME,
    TWO,
    allow_clipboard,
    button,
    close_share,
    copied_text,
    open_share,
    watch,
)
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from ui.scene.scenes import scene_of

PHONE = {"width": 390, "height": 844}
MADE = """([kinds, scenes]) => import(new URL("/assets/share/sharing.js", location.origin).href)
    .then((sharing) => scenes.map((scene) => kinds.map((kind) => sharing[kind](scene, "png"))))"""
KINDS = ("viewQuery", "viewLink", "embedSnippet", "fileName")
# Write down what a button says: it says that it has copied for a moment only.
LISTEN = """(button) => {
    window.told = [];
    new MutationObserver(() => told.push(button.textContent))
        .observe(button, { childList: true, characterData: true, subtree: true });
}"""
FILES = {
    "HTML": ("html", b"<!DOCTYPE html>"),
    "KMZ": ("kmz", b"PK"),
    "SVG": ("svg", b"<?xml"),
    "KML": ("kml", b"<?xml"),
    "CSV": ("csv", b"\xef\xbb\xbfring,"),
    "CSV (;)": ("csv", b"\xef\xbb\xbfring;"),
    "GeoJSON": ("geojson", b'{"type":"FeatureCollection"'),
}


@pytest.fixture
def two(follow: Open) -> Iterator[Screen]:
    """The dialog for two rings, in the tab kept for links; closed for the next test."""
    screen = follow(TWO)
    open_share(screen)
    yield screen
    screen.page.evaluate("() => document.querySelector('dialog')?.close()")


def test_browser_makes_the_names_links_and_snippets_that_python_makes(bare_page: Screen) -> None:
    root = f"{bare_page.home}/"
    unnamed = [query for query in QUERIES if "lang=" not in query]
    scenarios = [
        scenario_of(query)
        for query in [*unnamed, *(preset.query for preset in load_catalog().presets)]
    ]
    scenes = [scene_of(view_of(scenario)) for scenario in scenarios]
    made = bare_page.page.evaluate(MADE, [KINDS, scenes])
    for scenario, (query, link, snippet, name) in zip(scenarios, made, strict=True):
        assert query == encode(scenario)
        assert link == view_link(scenario, root)
        assert snippet == embed_snippet(scenario, root)
        assert name == file_name(scenario, "png")


def embed_snippet(scenario: Scenario, root: str) -> str:
    """Return the HTML that shows a view in a page of someone else, as it must be."""
    source = escape(f"{view_link(scenario, root)}&embed=true")
    return (
        f'<iframe src="{source}" width="600" height="400" style="border:0" loading="lazy" '
        'allow="clipboard-write" allowfullscreen title="Reachmap: range rings"></iframe>'
    )


def test_link_and_snippet_are_copied(two: Screen) -> None:
    screen, dialog = two, two.page.get_by_role("dialog")
    allow_clipboard(screen)
    scenario, root = scenario_of(TWO), f"{screen.home}/"
    link = dialog.get_by_test_id("dialog-link")
    expect(link).to_have_text(view_link(scenario, root))
    button(dialog, "Copy link").evaluate(LISTEN)
    button(dialog, "Copy link").click()
    screen.until("() => window.told.includes('Copied')", "that it is copied")
    assert copied_text(screen) == view_link(scenario, root)
    snippet = dialog.get_by_label("HTML to embed this view")
    expect(snippet).to_have_value(embed_snippet(scenario, root))
    assert not snippet.is_editable()
    button(dialog, "Copy snippet").click()
    screen.eventually(
        lambda: copied_text(screen) == embed_snippet(scenario, root), "the snippet copied"
    )


def test_code_is_read_from_the_screen_and_grows_with_a_click(two: Screen) -> None:
    screen, dialog = two, two.page.get_by_role("dialog")
    code = dialog.get_by_role("img", name="QR code of the link to this view")
    screen.eventually(lambda: code.evaluate("(image) => image.naturalWidth > 0"), "a QR code")
    small = code.bounding_box()
    assert small is not None and small["width"] >= 200
    links = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    assert [link.text for link in links] == [view_link(scenario_of(TWO), f"{screen.home}/")]
    code.click()
    expect(dialog.locator(".rm-qr")).to_have_attribute("aria-pressed", "true")
    large = code.bounding_box()
    assert large is not None and large["width"] > 2.5 * small["width"]
    assert large["width"] == pytest.approx(large["height"])
    code.click()
    screen.eventually(lambda: code.bounding_box() == small, "the code as small as before")


def test_dialog_follows_the_scene(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.set_range(0, 5000)
    dialog = open_share(screen)
    expect(dialog.get_by_test_id("dialog-link")).to_have_attribute("href", re.compile("~5000"))
    screen.set_range(0, 6100)
    for part in (dialog.get_by_test_id("dialog-link"), dialog.get_by_role("link", name="KMZ")):
        expect(part).to_have_attribute("href", re.compile("sohae~6100"))
    expect(dialog.locator("img")).to_have_attribute("src", re.compile(r"qr\.svg\?.*sohae~6100"))
    expect(dialog.locator(".rm-name").first).to_have_text("reachmap_sohae_6100km.png")
    close_share(screen)


def test_files_are_saved_by_the_names_told_and_handouts_are_links_to_both_papers(
    two: Screen,
) -> None:
    page, dialog = two.page, two.page.get_by_role("dialog")
    expect(dialog.locator(".rm-dialog-files .rm-name")).to_have_text(NAME)
    for kind, (ending, start) in FILES.items():
        with page.expect_download(timeout=DRAWN_MS) as download:
            dialog.get_by_role("link", name=kind, exact=True).click()
        assert download.value.suggested_filename == f"{NAME}.{ending}"
        assert Path(download.value.path()).read_bytes().startswith(start), kind
    for words, paper in (("Handout, Letter", "letter"), ("Handout, A4", "a4")):
        href = dialog.get_by_role("link", name=words).get_attribute("href") or ""
        assert href == f"/export/handout.pdf?{encode(scenario_of(TWO))}&paper={paper}"
    # Letter is asked for in tests/export/test_qr.py.
    answer = page.request.get(f"{two.home}{href}", timeout=DRAWN_MS)
    assert answer.ok
    assert answer.body().startswith(b"%PDF")


def test_dialog_by_keyboard_alone(follow: Open) -> None:
    screen = follow(TWO)
    keys = screen.page.keyboard
    share = screen.page.locator(".st-key-share")
    share.focus()
    keys.press("Enter")
    dialog = screen.page.get_by_role("dialog", name="Share this view")
    expect(dialog).to_be_visible()
    inside = "() => document.querySelector('dialog').contains(document.activeElement)"
    assert screen.page.evaluate(inside)
    names = set()
    for _ in range(25):
        keys.press("Tab")
        focused = "() => document.activeElement.getAttribute('aria-label') "
        names.add(screen.page.evaluate(f"{focused} ?? document.activeElement.textContent"))
        body = "() => document.activeElement === document.body"
        assert screen.page.evaluate(inside) or screen.page.evaluate(body), "behind the dialog"
    assert {"Close", "Copy link", "Download picture", "Copy snippet", "KML"} <= names
    keys.press("Escape")
    expect(screen.page.locator("dialog")).to_have_count(0)
    expect(share).to_be_focused()


def test_dialog_closes_by_its_button_and_beside_it(follow: Open) -> None:
    screen = follow(TWO)
    for _ in range(2):
        dialog = open_share(screen)
        button(dialog, "Close").click()
        expect(screen.page.locator("dialog")).to_have_count(0)
    open_share(screen)
    screen.page.mouse.click(5, 400)
    expect(screen.page.locator("dialog")).to_have_count(0)


def test_axe_finds_nothing_grave_in_the_dialog(open_tab: Open) -> None:
    screen = open_tab(TWO)
    open_share(screen)
    for theme in ("light", "dark"):
        use_theme(screen, theme)
        assert grave_violations(screen.page) == [], theme


def test_labels_are_text_in_the_dialog(open_tab: Open) -> None:
    screen = open_tab("&".join(ring_of(text, 1000 + 500 * i) for i, text in enumerate(LABELS)))
    watch(screen)
    dialog = open_share(screen)
    (iframe,) = re.findall("<[^>]*>(?=</iframe>)", dialog.locator("textarea").input_value())
    assert iframe.count('"') == 14, "no label ends an attribute"
    expect(dialog.get_by_role("img")).to_be_visible()
    assert_harmless(screen)


def test_dialog_fits_a_phone(visit: Open) -> None:
    query = "&".join(f"ring=sohae~{km}~{'W' * 60}" for km in (5000, 8000))
    screen = visit(query, viewport=PHONE, is_mobile=True, has_touch=True)
    screen.page.locator(".st-key-share").tap()
    dialog = screen.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    wide = "() => [document.documentElement.scrollWidth, visualViewport.width]"
    assert screen.page.evaluate(wide) == [PHONE["width"]] * 2
    parts = [dialog, dialog.locator(".rm-dialog-body")]
    assert [part.evaluate("(node) => node.scrollWidth - node.clientWidth") for part in parts] == [
        0,
        0,
    ]
    heights = dialog.locator("button, select, a, textarea").evaluate_all(
        "(all) => all.map((each) => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
    button(dialog, "Copy snippet").scroll_into_view_if_needed()
    expect(button(dialog, "Copy snippet")).to_be_in_viewport()
    expect(button(dialog, "Close")).to_be_in_viewport()
