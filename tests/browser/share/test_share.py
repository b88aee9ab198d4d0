"""The dialog "Share": links, snippet, QR code, files and pictures of the server; embedded pages."""

from __future__ import annotations

import io
import re
from html import escape
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Route, expect

from geo.catalog.reading import load_catalog
from geo.catalog.views import view_of
from geo.link.query import encode
from geo.link.scenario import Scenario
from geo.share.links import file_name, view_link
from tests.browser.conftest import Open
from tests.browser.machine import Machine
from tests.browser.oracle import scenario_of
from tests.browser.panel.test_links_against_python import QUERIES
from tests.browser.safety.test_hostile_text import LABELS, WATCH, assert_harmless, ring_of
from tests.browser.screen import Json, Screen
from tests.browser.visitors.test_accessibility import grave_violations, use_theme
from ui.scene.scenes import scene_of

TWO = "ring=sohae~3000-5500~US%20Pacific%20Command&ring=39.87,125.27~8000"
NAME = "reachmap_sohae_3000-5500km_and_1_more"
PHONE = {"width": 390, "height": 844}
MADE = "([kind, scene]) => import(new URL('/assets/share/sharing.js', location.origin).href)" + (
    ".then((sharing) => sharing[kind](scene, 'png'))"
)
CLIPBOARD_PNG = """async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item.getType("image/png");
    return [...new Uint8Array(await blob.arrayBuffer())];
}"""


def open_share(screen: Screen) -> Locator:
    screen.page.locator(".st-key-share").click()
    dialog = screen.page.get_by_role("dialog", name="Share this view")
    expect(dialog).to_be_visible()
    return dialog


def button(dialog: Locator, name: str) -> Locator:
    return dialog.get_by_role("button", name=name, exact=True)


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
    return Image.open(io.BytesIO(bytes(screen.page.evaluate(CLIPBOARD_PNG))))


def saved_picture(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def said(dialog: Locator) -> Locator:
    return dialog.locator(".rm-said")


def test_browser_makes_the_names_links_and_snippets_that_python_makes(screen: Screen) -> None:
    root = f"{screen.home}/"

    def made(kind: str, scene: Json) -> str:
        return str(screen.page.evaluate(MADE, [kind, scene]))

    unnamed = [query for query in QUERIES if "lang=" not in query]
    for query in [*unnamed, *(preset.query for preset in load_catalog().presets)]:
        scenario = scenario_of(query)
        scene = scene_of(view_of(scenario))
        assert made("viewQuery", scene) == encode(scenario)
        assert made("viewLink", scene) == view_link(scenario, root)
        assert made("embedSnippet", scene) == embed_snippet(scenario, root)
        assert made("fileName", scene) == file_name(scenario, "png")


def embed_snippet(scenario: Scenario, root: str) -> str:
    """Return the HTML that shows a view in a page of someone else, as it must be."""
    source = escape(f"{view_link(scenario, root)}&embed=true")
    return (
        f'<iframe src="{source}" width="600" height="400" style="border:0" loading="lazy" '
        'allowfullscreen title="Reachmap: range rings"></iframe>'
    )


def test_link_and_snippet_are_copied(open_tab: Open) -> None:
    screen = open_tab(TWO)
    allow_clipboard(screen)
    scenario, root = scenario_of(TWO), f"{screen.home}/"
    dialog = open_share(screen)
    link = dialog.get_by_test_id("dialog-link")
    expect(link).to_have_text(view_link(scenario, root))
    button(dialog, "Copy link").click()
    expect(button(dialog, "Copied")).to_be_visible()
    assert copied_text(screen) == view_link(scenario, root)
    snippet = dialog.get_by_label("HTML to embed this view")
    expect(snippet).to_have_value(embed_snippet(scenario, root))
    assert not snippet.is_editable()
    button(dialog, "Copy snippet").click()
    screen.eventually(
        lambda: copied_text(screen) == embed_snippet(scenario, root), "the snippet copied"
    )


def test_code_is_read_from_the_screen_and_grows_with_a_click(open_tab: Open) -> None:
    screen = open_tab(TWO)
    dialog = open_share(screen)
    code = dialog.get_by_role("img", name="QR code of the link to this view")
    screen.eventually(lambda: code.evaluate("(image) => image.naturalWidth > 0"), "a QR code")
    small = code.bounding_box()
    assert small is not None and small["width"] >= 200
    links = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    assert [link.text for link in links] == [view_link(scenario_of(TWO), f"{screen.home}/")]
    code.click()
    large = code.bounding_box()
    assert large is not None and large["width"] > 2.5 * small["width"]
    assert large["width"] == pytest.approx(large["height"])


def test_dialog_follows_the_scene(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.set_range(0, 5000)
    dialog = open_share(screen)
    expect(dialog.get_by_test_id("dialog-link")).to_have_attribute("href", re.compile("~5000"))
    screen.set_range(0, 6100)
    for part in (dialog.get_by_test_id("dialog-link"), dialog.get_by_role("link", name="KMZ")):
        expect(part).to_have_attribute("href", re.compile("sohae~6100"))
    expect(dialog.locator("img")).to_have_attribute("src", re.compile(r"qr\.svg\?.*sohae~6100"))
    expect(dialog.locator(".rm-name").first).to_have_text("reachmap_sohae_6100km.png")


@pytest.mark.parametrize(
    ("kind", "ending", "start"),
    [
        ("HTML", "html", b"<!DOCTYPE html>"),
        ("KMZ", "kmz", b"PK"),
        ("KML", "kml", b"<?xml"),
        ("CSV", "csv", b"\xef\xbb\xbfring"),
        ("GeoJSON", "geojson", b'{"type":"FeatureCollection"'),
    ],
)
def test_files_are_saved_by_the_names_told(
    open_tab: Open, kind: str, ending: str, start: bytes
) -> None:
    screen = open_tab(TWO)
    dialog = open_share(screen)
    expect(dialog.locator(".rm-dialog-files .rm-name")).to_have_text(NAME)
    with screen.page.expect_download() as download:
        dialog.get_by_role("link", name=kind, exact=True).click()
    assert download.value.suggested_filename == f"{NAME}.{ending}"
    assert Path(download.value.path()).read_bytes().startswith(start)


def test_handouts_are_links_to_both_papers(open_tab: Open) -> None:
    screen = open_tab(TWO)
    dialog = open_share(screen)
    for words, paper in (("Handout, A4", "a4"), ("Handout, Letter", "letter")):
        link = dialog.get_by_role("link", name=words)
        href = link.get_attribute("href") or ""
        assert href == f"/export/handout.pdf?{encode(scenario_of(TWO))}&paper={paper}"
        answer = screen.page.request.get(f"{screen.home}{href}")
        assert answer.ok
        assert answer.body().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("size", "projection", "pixels"),
    [
        (None, None, (1600, 900)),
        ("Slide 1920 \u00d7 1080", "Map (Mercator, Pacific)", (1920, 1080)),
        ("Social card 1200 \u00d7 630", "Rings as circles (azimuthal)", (1200, 630)),
        ("A4, 300 dpi, 3508 \u00d7 2480", "Globe", (3508, 2480)),
    ],
)
def test_picture_of_the_server_is_saved(
    open_tab: Open, size: str | None, projection: str | None, pixels: tuple[int, int]
) -> None:
    screen = open_tab(TWO)
    dialog = open_share(screen)
    if size and projection:
        dialog.get_by_label("Size").select_option(label=size)
        dialog.get_by_label("Projection").select_option(label=projection)
    expect(dialog.locator(".rm-dialog-picture .rm-name")).to_have_text(f"{NAME}.png")
    link = dialog.get_by_role("link", name="Download picture")
    with screen.page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == f"{NAME}.png"
    assert saved_picture(download.value.path()).size == pixels
    expect(link).to_be_visible()
    expect(said(dialog)).to_be_empty()


def test_picture_of_the_server_is_copied(open_tab: Open) -> None:
    screen = open_tab(TWO)
    allow_clipboard(screen)
    dialog = open_share(screen)
    button(dialog, "Copy picture").click()
    expect(said(dialog)).to_have_text("The picture is in the clipboard.")
    assert copied_picture(screen).size == (1600, 900)


def test_browser_that_cannot_copy_says_so(open_tab: Open) -> None:
    screen = open_tab(TWO)
    dialog = open_share(screen)
    screen.page.evaluate("() => { delete window.ClipboardItem; }")
    for name in ("Copy picture", "Copy what I see"):
        button(dialog, name).click()
        expect(said(dialog)).to_contain_text("copies pictures only on https pages")
        screen.page.locator(".rm-said").evaluate("(node) => node.replaceChildren()")


@pytest.mark.parametrize("name", ["Download picture", "Copy picture"])
def test_busy_server_and_lost_network_are_told(open_tab: Open, name: str) -> None:
    screen = open_tab(TWO)
    allow_clipboard(screen)
    screen.faults.expect(errors=("503", "ERR_FAILED"))
    held: list[Route] = []
    screen.page.route("**/export/map.png?*", lambda each: held.append(each))  # noqa: PLW0108  # no built-in
    dialog = open_share(screen)
    role = "link" if name.startswith("Download") else "button"
    act = dialog.get_by_role(role, name=name)
    act.click()
    expect(dialog.get_by_role(role, name="Making the picture\u2026")).to_be_visible()
    screen.eventually(lambda: held, "a request")
    busy = {"key": "request", "value": "", "problem": "busy drawing for others; try again"}
    held.pop().fulfill(status=503, json={"errors": [busy]})
    expect(said(dialog)).to_have_text("Busy drawing for others; try again.")
    act.click()
    screen.eventually(lambda: held, "another request")
    held.pop().fulfill(status=503, body="<h1>proxy</h1>")
    expect(said(dialog)).to_have_text("The server answered 503.")
    act.click()
    screen.eventually(lambda: held, "a third request")
    held.pop().abort()
    expect(said(dialog)).to_have_text("The server cannot be reached.")
    expect(act).to_be_visible()


def test_dialog_by_keyboard_alone(open_tab: Open) -> None:
    screen = open_tab(TWO)
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


def test_dialog_closes_by_its_button_and_beside_it_and_opens_from_the_section(
    open_tab: Open,
) -> None:
    screen = open_tab(TWO)
    for _ in range(2):
        dialog = open_share(screen)
        button(dialog, "Close").click()
        expect(screen.page.locator("dialog")).to_have_count(0)
    button(screen.page.locator(".rm-links"), "Picture, QR code, files").click()
    expect(screen.page.locator("dialog")).to_be_visible()
    screen.page.mouse.click(5, 400)
    expect(screen.page.locator("dialog")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_grave_in_the_dialog(open_tab: Open, theme: str) -> None:
    screen = open_tab(TWO)
    use_theme(screen, theme)
    open_share(screen)
    assert grave_violations(screen.page) == []


def test_labels_are_text_in_the_dialog(open_tab: Open) -> None:
    screen = open_tab("&".join(ring_of(text, 1000 + 500 * i) for i, text in enumerate(LABELS)))
    watch(screen)
    dialog = open_share(screen)
    (iframe,) = re.findall("<[^>]*>(?=</iframe>)", dialog.locator("textarea").input_value())
    assert iframe.count('"') == 12, "no label ends an attribute"
    expect(dialog.get_by_role("img")).to_be_visible()
    assert_harmless(screen)


def test_dialog_fits_a_phone(chromium: Browser, app_url: str) -> None:
    phone = Machine(chromium, app_url, viewport=PHONE, is_mobile=True, has_touch=True)
    screen = phone.open("&".join(f"ring=sohae~{km}~{'W' * 60}" for km in (5000, 8000)))
    screen.page.get_by_role("button", name="More", exact=True).tap()
    screen.page.locator(".st-key-share").tap()
    dialog = screen.page.get_by_role("dialog")
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
    assert phone.close() == []
