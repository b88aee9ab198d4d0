"""For those who do not see the map, or see it otherwise: axe, names, live words, focus."""

from __future__ import annotations

import io
import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.screen import Screen

AXE = Axe()
THEMES = ("light", "dark")
GRAVE = ("serious", "critical")
ROWS_ALIKE = (
    ":is(.rm-table, .rm-data) tbody tr:nth-child(n + 13)"  # 270 of them take axe three seconds
)
CONTROLS = "button, input, select, textarea, summary, a[href], [tabindex='0']"
NAMELESS = """(selector) => [...document.querySelectorAll(selector)]
    .filter((node) => !node.matches("[data-testid^=st] *, .stApp > [tabindex]"))
    .filter((node) => ![node.ariaLabel, node.title, node.textContent,
        ...[...node.labels ?? []].map((label) => label.textContent)].some((text) => text?.trim()))
    .map((node) => node.outerHTML)"""
UNFOCUSABLE = """(selector) => [...document.querySelectorAll(selector)]
    .filter((node) => !node.disabled && node.type !== "range" && node.checkVisibility())
    .filter((node) => {
        node.focus();
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
        const ring = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
        return !node.matches(":focus-visible") || !(ring || boxShadow !== "none");
    }).map((node) => node.outerHTML)"""


def grave_violations(page: Page) -> list[tuple[str, str]]:
    """Return what axe finds in the page and in the frames of it: rule and element."""
    for frame in page.frames[1:]:
        frame.evaluate(AXE.axe_script)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    context = {"exclude": [[ROWS_ALIKE]]}
    found = AXE.run(page, context, options).response["violations"]
    return [
        (rule["id"], node["html"])
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def use_theme(screen: Screen, theme: str) -> None:
    screen.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    screen.until(
        "(theme) => document.documentElement.dataset.theme === theme", f"a {theme} page", theme
    )
    screen.until(
        "() => document.getAnimations().every(({ playState }) => playState !== 'running')",
        "colours that have come to rest",
    )


def unfold_all(screen: Screen) -> None:
    """Open what can be opened: a popup, a ring's form with a claim, found places."""
    screen.click_map(20, -160)
    expect(screen.popup).to_have_count(1)
    expect(screen.field("claim")).to_be_visible()
    screen.finder.fill("darwin")
    expect(screen.found.first).to_be_visible()


def test_axe_finds_nothing_grave_on_the_map(open_tab: Open) -> None:
    screen = open_tab("show=thaad,radar,arcs,tests,envelope&units=miles&date=2017-07-04")
    unfold_all(screen)
    for theme in THEMES:
        use_theme(screen, theme)
        assert grave_violations(screen.page) == [], theme


def test_the_dark_page_is_of_one_colour(open_tab: Open) -> None:
    """Streamlit's own dark is warm, beside a map and a panel that are blue."""
    screen = open_tab("ring=sohae~8000")
    use_theme(screen, "dark")
    paper, app = screen.page.evaluate(
        """() => [getComputedStyle(document.documentElement).getPropertyValue("--rm-paper"),
            getComputedStyle(document.querySelector(".stApp")).backgroundColor]"""
    )
    red, green, blue = (int(paper.strip()[i : i + 2], 16) for i in (1, 3, 5))
    assert app == f"rgb({red}, {green}, {blue})"


def test_axe_finds_nothing_grave_on_the_reading_pages(bare_page: Screen) -> None:
    # Streamlit looks for its server below the page's own path first.
    bare_page.faults.expect(errors=("/_stcore/",))
    page = bare_page.page
    for name in ("Sources", "Methods"):
        page.goto(f"{bare_page.home}/{name.lower()}")
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
        for theme in THEMES:
            use_theme(bare_page, theme)
            assert grave_violations(page) == [], f"{name}, {theme}"


def test_axe_sees_into_the_frame_of_the_map(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&show=thaad")
    legend = screen.map.locator(".rm-legend")
    legend.evaluate("(node) => node.append(document.createElement('img'))")
    assert [rule for rule, _ in grave_violations(screen.page)] == ["image-alt"]


def test_every_control_has_a_name(open_tab: Open) -> None:
    screen = open_tab("show=cities,bases,thaad,radar,arcs,tests&units=miles&tests=hwasong-14")
    unfold_all(screen)
    assert screen.page.evaluate(NAMELESS, CONTROLS) == []
    frame = screen.page.get_by_test_id("map").element_handle().content_frame()
    assert frame is not None
    assert frame.evaluate(NAMELESS, CONTROLS) == []
    expect(screen.page.get_by_test_id("map")).to_have_attribute("title", re.compile("^Map of "))


def test_summary_is_one_live_region_that_stays(follow: Open) -> None:
    screen = follow()
    expect(screen.summary).to_have_attribute("role", "status")
    expect(screen.summary).to_have_attribute("aria-live", "polite")
    node = screen.summary.element_handle()
    screen.set_range(0, 4000, "low")
    expect(screen.summary).to_contain_text("Within 4,000\u20135,500 km")
    screen.activate(3)
    expect(screen.summary).to_contain_text("Within 8,000 km (experts via Yonhap: a ceiling)")
    assert node.evaluate("(each) => each.isConnected"), "a new region would not be read out"
    expect(screen.message).to_have_attribute("role", "alert")


def test_every_slider_says_its_value_in_words(follow: Open) -> None:
    screen = follow("ring=sohae~8000&ring=sohae~3000-5500&ring=sohae~8500-10400-14000&units=nmi")
    sliders = screen.page.locator("input[type=range]:visible")
    said = sliders.evaluate_all("(all) => all.map((each) => [each.ariaLabel, each.ariaValueText])")
    kms = [8000, 3000, 5500, 8500, 10_400, 14_000]
    assert [words for _, words in said] == [f"{km / 1.852:,.0f} nmi" for km in kms]
    names = [name for name, _ in said]
    assert len(set(names)) == 6, "each has a name of its own"
    assert names[:3] == ["Best range of ring 1", "Low range of ring 2", "High range of ring 2"]
    screen.slider(0).press("PageUp")
    expect(screen.slider(0)).to_have_attribute("aria-valuetext", f"{8500 / 1.852:,.0f} nmi")


def has_ring_at_its_thumb(screen: Screen) -> bool:
    """Whether a slider shows the focus: at its thumb, which no computed style tells of."""
    slider, other = screen.slider(0, "low"), screen.finder

    def ring_pixels() -> int:
        picture = Image.open(io.BytesIO(slider.screenshot())).convert("RGB")
        return sum(
            count
            for count, (red, green, blue) in picture.getcolors(1 << 24)
            if red > 200 and 130 < green < 190 and blue < 60
        )

    slider.focus()
    seen = ring_pixels()
    other.focus()
    return seen > 50 > ring_pixels()


def test_focus_is_seen_on_every_control(open_tab: Open) -> None:
    screen = open_tab("show=thaad,arcs")
    unfold_all(screen)
    ours = ", ".join(f".rm-{part} :is({CONTROLS})" for part in ("panel", "table"))
    frame = screen.page.get_by_test_id("map").element_handle().content_frame()
    assert frame is not None
    for theme in THEMES:
        use_theme(screen, theme)
        screen.page.keyboard.press("Tab")
        assert screen.page.evaluate(UNFOCUSABLE, ours) == [], theme
        assert has_ring_at_its_thumb(screen), theme
        screen.map.locator(".leaflet-container").focus()
        screen.page.keyboard.press("Tab")
        assert frame.evaluate(UNFOCUSABLE, CONTROLS) == [], theme
        expect(screen.popup).to_have_count(1)
