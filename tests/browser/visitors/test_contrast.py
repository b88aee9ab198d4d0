"""The page in colours that a system forces, and for those who ask for more contrast."""

from __future__ import annotations

import io

from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Open

FAINT = "() => getComputedStyle(document.documentElement).getPropertyValue('--rm-faint').trim()"


def luminance(colour: str) -> float:
    """Of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def colours_of(node: Locator) -> set[tuple[int, ...]]:
    found = Image.open(io.BytesIO(node.screenshot())).convert("RGB").getcolors(1 << 24)
    return {colour for _, colour in found or ()}


def test_what_is_chosen_is_told_in_forced_colours(visit: Open) -> None:
    screen = visit("ring=sohae~8000&ring=sohae~5000", forced_colors="active")
    chips = screen.page.locator(".rm-chip")
    on = chips.filter(has=screen.page.get_by_label("Cities"))
    off = chips.filter(has=screen.page.get_by_label("Distances"))
    look = "(chip) => getComputedStyle(chip.querySelector('span')).backgroundColor"
    assert on.evaluate(look) != off.evaluate(look)
    cards = "(card) => getComputedStyle(card).outlineStyle"
    assert [screen.card(i).evaluate(cards) for i in (0, 1)] == ["solid", "none"]


def test_signs_of_the_table_differ_in_forced_colours(visit: Open) -> None:
    screen = visit("ring=sohae~3000-9000", forced_colors="active")
    signs = screen.page.locator(".rm-table-signs .rm-sign")
    expect(signs).to_have_count(3)
    pictures = [signs.nth(i).screenshot() for i in range(3)]
    assert len(set(pictures)) == 3
    assert all(len(colours_of(signs.nth(i))) > 1 for i in range(3))


def test_quiet_words_are_louder_for_those_who_ask(visit: Open) -> None:
    screen = visit("ring=sohae~8000")
    usual = screen.page.evaluate(FAINT)
    screen.page.emulate_media(contrast="more")
    louder = screen.page.evaluate(FAINT)
    assert 1.05 / (luminance(louder) + 0.05) > 7, "level AAA on white"
    assert luminance(louder) < luminance(usual)
