"""Text from links and fields is text: nothing of it runs, all of it is shown as it is."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.machine import Machine
from tests.browser.screen import Screen, pairs_of

IMAGE = "<img src=x onerror=top.hit=1>"
EMOJI = "\U0001f680"
LABELS = [
    IMAGE,
    "<b onmouseover=top.hit=1>bold</b><svg onload=top.hit=1>",
    "</script><script>top.hit=1</script>",
    "</style><style>*{display:none}</style>",
    "${top.hit=1}`${top.hit=1}`\\`",
    "\"'><iframe src=javascript:top.hit=1>",
    "{{7*7}} {% raw %} %(x)s {0} $1 \\u0041 &lt;b&gt; &amp;#60;",
    "'); top.hit=1; ('",
    "[a](javascript:top.hit=1) **bold** :red[x] $x^2$",
    "=HYPERLINK(1)~more~&units=mi#top;",
    EMOJI * 60,
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e2\u05d1\u05e8\u05d9\u05ea 8,000",
]
BAD_KEYS = ("ring", "show", "units", "date", "radar", "at", "base", "lang", "present", "to", "v")
# Streamlit's own protobuf tries WebAssembly, is refused, and does without.
WATCH = """window.refused = [];
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    if (blockedURI !== "wasm-eval") refused.push(`${violatedDirective} ${blockedURI}`);
});"""
DAMAGE = """() => [window, document.querySelector("[data-testid=map]").contentWindow].map(
    ({ hit, refused, document: { body } }) => [hit ?? "quiet", refused,
        body.querySelectorAll("[onerror], [onload], [onmouseover], [src=x]").length])"""


@pytest.fixture(scope="module")
def watching(home_machine: Machine, app_url: str) -> Iterator[Screen]:
    """A tab of all tests here that writes down what its policy refuses."""
    page = home_machine.keep()
    page.add_init_script(WATCH)
    yield Screen(page, app_url, home_machine.faults).open("ring=sohae~8000")
    home_machine.drop(page)


@pytest.fixture
def watched(watching: Screen) -> Iterator[Screen]:
    """The same, with its faults told by the test that had them."""
    yield watching
    assert watching.faults.take() == []


def assert_harmless(screen: Screen) -> None:
    screen.frames(3)
    assert screen.page.evaluate(DAMAGE) == [["quiet", [], 0]] * 2


def own(label: str) -> str:
    """Return a label as it is shown: nothing here is a claim, and none turns its marks around."""
    if any(bidirectional(sign) in ("R", "AL") for sign in label):
        label = f"\u2066{label}\u2069"
    return f"\u201c{label}\u201d, own label"


def is_legend(screen: Screen, labels: list[str]) -> bool:
    lines = screen.map.get_by_test_id("legend").locator("li").all_text_contents()[: len(labels)]
    ends = [f" km {own(label)}" for label in labels]
    return len(lines) == len(ends) and all(map(str.endswith, lines, ends))


def ring_of(label: str, km: int = 8000) -> str:
    return f"ring=sohae~{km}~{quote(label)}"


def test_labels_of_a_link_are_shown_as_they_are_everywhere(watched: Screen) -> None:
    screen = watched.open("&".join(ring_of(text, 1000 + 500 * i) for i, text in enumerate(LABELS)))
    expect(screen.message).to_be_empty()
    assert screen.page.locator(".rm-card-title").all_text_contents() == list(map(own, LABELS))
    heads = [f" {own(label)}" for label in LABELS]
    screen.eventually(
        lambda: screen.table.locator("thead small").all_text_contents() == heads, "heads of columns"
    )
    screen.eventually(lambda: is_legend(screen, LABELS), "a legend of these labels")
    assert [ring["label"] for ring in screen.state()["rings"]] == LABELS
    assert screen.page.evaluate("() => innerWidth >= document.documentElement.scrollWidth")
    assert_harmless(screen)


def test_labels_are_shown_as_they_are_in_summary_form_and_popup(watched: Screen) -> None:
    screen = watched.follow("&".join(ring_of(text) for text in LABELS[:4]) + "&show=&at=30,160,4")
    screen.click_map(30, 160)
    expect(screen.popup).to_have_count(1)
    for index, label in enumerate(LABELS[:4]):
        screen.activate(index)
        expect(screen.summary).to_contain_text(f"({own(label)})")
        expect(screen.field("label")).to_have_value(label)
        expect(screen.popup.locator("th").nth(index)).to_have_text(f"8,000 km, {own(label)}")
    shared = pairs_of(screen.share.get_attribute("href") or "")
    assert shared[:4] == [("ring", f"sohae~8000~{label}") for label in LABELS[:4]]
    assert_harmless(screen)


def test_labels_typed_by_hand_are_shown_and_linked_as_they_are(watched: Screen) -> None:
    screen = watched.follow("ring=sohae~8000&show=")
    for label in (text[:60].strip() for text in LABELS if EMOJI not in text):
        screen.field("label").fill(label)
        screen.field("label").press("Enter")
        screen.wait_for_address(f"sohae~8000~{label}")
        expect(screen.card(0).locator(".rm-card-title")).to_have_text(own(label))
    assert_harmless(screen)
    screen.open(screen.page.url.split("?")[1])
    expect(screen.message).to_be_empty()


def test_direction_and_control_characters_do_not_turn_the_page_around(watched: Screen) -> None:
    screen = watched.follow(ring_of("\u202eabc\u2066def\u200f\x00\x1b[31m\u2028ghi"))
    shown = screen.card(0).locator(".rm-card-title").text_content() or ""
    words = shown.removeprefix("\u201c").removesuffix("\u201d, own label").split(" ")
    assert [word for word in words if word] == ["abc", "def", "[31m", "ghi"]
    screen.field("label").fill("\u202etyped\u2069")
    screen.field("label").press("Enter")
    screen.wait_for_address("sohae~8000~typed")


def test_refused_value_shows_what_turns_words_around_by_its_code(watched: Screen) -> None:
    screen = watched.follow(f"ring=sohae~8000&units={quote(chr(0x202E))}pam&v=1")
    expect(screen.message).to_contain_text(r"units=\u202epam was not used")
    assert_harmless(screen)


def test_long_label_of_emoji_can_be_shortened_by_hand(watched: Screen) -> None:
    screen = watched.follow(ring_of("a" + EMOJI * 59))
    expect(screen.message).to_be_empty()
    screen.field("label").press("End")
    screen.field("label").press("Backspace")
    screen.field("label").press("Enter")
    screen.wait_for_address(f"sohae~8000~a{EMOJI * 58}")


def test_bad_values_are_quoted_as_they_are_in_the_message(watched: Screen) -> None:
    screen = watched.follow("&".join(f"{key}={quote(IMAGE)}" for key in BAD_KEYS))
    for key in BAD_KEYS:
        expect(screen.message).to_contain_text(f"{key}={IMAGE} was not used: ")
    expect(screen.message.locator("p")).to_have_count(len(BAD_KEYS))
    assert screen.ranges() == [5500, 5000, 6700, 8000, 10_000]
    assert_harmless(screen)


def test_unknown_keys_are_carried_along_and_do_nothing(watched: Screen) -> None:
    screen = watched.follow(f"ring=sohae~8000&{quote(IMAGE)}={quote(LABELS[2])}&__proto__=1")
    expect(screen.message).to_be_empty()
    screen.set_range(0, 5000)
    screen.wait_for_key(IMAGE, LABELS[2])
    assert_harmless(screen)


def test_what_is_searched_and_typed_as_a_point_is_quoted_as_it_is(watched: Screen) -> None:
    watched.faults.expect(errors=("400 (Bad Request)",))
    screen = watched.open("ring=sohae~8000")
    screen.finder.fill(IMAGE)
    expect(screen.page.locator(".rm-find-status")).to_contain_text(IMAGE)
    screen.field("point").fill(IMAGE)
    screen.field("point").press("Enter")
    expect(screen.message).to_contain_text(IMAGE)
    screen.page.get_by_label("Search the table").fill(IMAGE)
    expect(screen.table.locator("tbody tr")).to_have_count(0)
    assert screen.rings_in_address() == ["sohae~8000"]
    assert_harmless(screen)
    for field in (screen.finder, screen.page.get_by_label("Search the table")):
        field.fill("")  # the tab is that of the other tests, too
