"""A label is not a claim: the browser finds whose words it is as Python does, and says so."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Route, expect

from geo.catalog.reading import load_catalog
from geo.link.ringtext import encode_ring, parse_ring
from geo.link.scenario import Ring, Scenario
from geo.link.view import View
from geo.reach.quotes import whose
from geo.reach.ranges import range_said, ring_name
from geo.words import KM_PER_UNIT
from tests.browser.classes import close_board, expect_followers, start_class
from tests.browser.conftest import Open
from tests.browser.screen import Screen
from tests.browser.share.test_picture_of_view import LISTEN, all_fit
from tests.labels import HOSTILE, NEARLY, SITE, USFK
from tests.support import table, view_at
from ui.scene.scenes import scene_of

LONG = "US Forces Korea and Yonhap, as everyone had it on 5 July 201"
LONG_KO = "주한미군과 연합뉴스가 2017년 7월 5일에 말했다고 모두가 알고 있는 아주 긴 이름표 60자"
# One missile's own, another's, of several, of short ranges only, open to all, and no site at all.
SITES = (SITE, "pyongsong", "mupyong_ni", "hodo", "sunan_town", "sohae", "39.872,125.269")
FALSE = f"ring={SITE}~15000~{quote(USFK)}"
PICTURES = {
    "en": (LONG, "own label", "Download what I see"),
    "ko": (LONG_KO, "직접 붙인 이름", "보이는 대로 내려받기"),
}
RECOGNISE = """async ([rings, lang]) => {
    const of = (file) => import(new URL(`/assets/${file}.js`, location.origin).href);
    const [quotes, saidby, words] = await Promise.all(
        ["scene/quotes", "scene/saidby", "scene/ringwords"].map(of));
    const missiles = await (await fetch(`/live/missiles.json?lang=${lang}`)).json();
    return JSON.stringify(JSON.parse(rings).map((ring) => {
        quotes.recognise(ring, missiles);
        const range = words.rangeSaid(ring, "km");
        const onRing = words.ringLabel(ring, "km").slice(range.length + 2);
        const told = ["km", "mi", "nmi"].flatMap((units) => {
            const said = words.rangeSaid(ring, units);
            return [said, ring.label ? words.ringName(ring, units) : said];
        });
        return [ring.kind, saidby.saidBy(ring), onRing, ring.claim, ...told];
    }));
}"""


def labels() -> list[str]:
    """Return labels of all kinds: claims, what the app writes, what people and forgers do."""
    catalog = load_catalog()
    ours = [
        "",
        "own assumption",
        "our class 3b",
        "\U0001f680" * 60,
        "\U0001f676x\u02ee",
        "'' `` \" \u2019\u2019",
    ]
    claims = [claim.label for claim in catalog.claims]
    best = [f"{missile.name}, best published"[:60] for missile in catalog.missiles]
    return [*ours, *NEARLY, *HOSTILE, *claims, *best]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_browser_finds_whose_words_a_label_is_as_python_does(bare_page: Screen, lang: str) -> None:
    catalog = load_catalog(lang=lang)
    edges = ("5000", "3000-5500", "15000", "8000-9000-10000")
    rings = [
        f"{site}~{km}~{label}" for label in labels() for km in edges for site in (SITE, "sohae")
    ]
    for claim in catalog.claims:
        low, high = claim.range_km_low, claim.range_km_high
        km = f"{low:g}-{high:g}" if low and high and low != high else f"{high or low:g}"
        rings += [f"{site}~{km}~{claim.label}" for site in SITES]
    for missile in catalog.missiles:
        figures = (missile.range_km_low, missile.range_km_best, missile.range_km_high)
        label = f"{missile.names[0]}, best published"
        rings += [f"{site}~{km:g}~{label}" for km in figures if km for site in SITES]
    bare_page.page.goto(f"{bare_page.home}/_stcore/health?lang={lang}")
    sent = [parse_ring(ring, catalog) for ring in rings]
    scenes = [scenes_ring(ring, lang) for ring in sent]
    found = json.loads(bare_page.page.evaluate(RECOGNISE, [json.dumps(scenes), lang]))
    kinds = set()
    for ring, answer in zip(sent, found, strict=True):
        told = whose(ring, catalog)
        kinds.add(answer[0])
        expected = [told.kind, told.shown, told.short, told.claim and told.claim.id]
        views = [View(Scenario((ring,), lang=lang, units=units), catalog) for units in KM_PER_UNIT]
        words = [say(ring, view) for view in views for say in (range_said, ring_name)]
        assert answer == [*expected, *words], encode_ring(ring)
    assert kinds == {"", "ours", "claim", "best", "words"}


def scenes_ring(ring: Ring, lang: str) -> Any:
    """Return a ring as the browser has it when nobody has told it whose words its label is."""
    view = view_at(f"ring={quote(encode_ring(ring))}&lang={lang}")
    sent = scene_of(view)["rings"][0]
    return {key: value for key, value in sent.items() if key not in ("kind", "said", "statement")}


def test_false_number_in_a_real_sources_mouth(follow: Open) -> None:
    screen = follow(f"{FALSE}&ring={SITE}~5000~{quote(USFK)}")
    own = f"\u201c{USFK}\u201d, own label"
    expect(screen.card(0).locator(".rm-card-title")).to_have_text(own)
    expect(screen.card(0).locator(".rm-record")).to_contain_text(
        "US Forces Korea is on record with 5,000 km "
        "(via Korea Times, Hwasong-14, 2017-07). Source: Blog post, July 2017"
    )
    expect(screen.card(1).locator(".rm-record")).to_be_hidden()
    expect(screen.summary).to_contain_text(f"Within 15,000 km ({own}): ")
    expect(screen.summary).to_contain_text("US Forces Korea is on record with 5,000 km")
    legend = screen.map.get_by_test_id("legend").locator("li")
    expect(legend.nth(0)).to_have_text(f"15,000 km {own}")
    expect(legend.nth(1)).to_have_text(f"5,000 km {USFK}, 2017-07")
    assert screen.table.locator("thead small").all_text_contents() == [f" {own}", f" {USFK}"]


def test_date_and_source_come_to_a_legend_that_was_there_before_them(bare_page: Screen) -> None:
    page, held = bare_page.page, list[Route]()
    claims = "**/live/missiles.json*"
    page.route(claims, lambda route: held.append(route))  # noqa: PLW0108  # no built-in
    page.goto(f"{bare_page.home}/?ring={SITE}~5000~{quote(USFK)}")
    row = bare_page.map.get_by_test_id("legend").locator("li").nth(0)
    expect(row).to_have_text(f"5,000 km {USFK}")
    bare_page.eventually(lambda: held, "a request for the claims")
    for route in held:
        route.continue_()
    page.unroute(claims)
    bare_page.ready()
    expect(row).to_have_text(f"5,000 km {USFK}, 2017-07")


def test_answer_has_a_link_to_the_source(follow: Open) -> None:
    screen = follow(f"ring={SITE}~15000~South%20Korean%20defence%20ministry")
    source = screen.card(0).locator(".rm-record a")
    expect(source).to_have_attribute("href", "https://en.yna.co.kr/view/AEN20170705003551315")
    expect(source).to_have_attribute("target", "_blank")


def test_label_typed_by_hand_is_answered_and_the_answer_goes_with_it(follow: Open) -> None:
    screen = follow(f"ring={SITE}~9000")
    screen.field("label").fill("according to Yonhap")
    screen.field("label").press("Enter")
    record = screen.card(0).locator(".rm-record")
    expect(record).to_contain_text("experts via Yonhap are on record with up to 8,000 km")
    screen.field("label").fill("experts via Yonhap")
    screen.field("label").press("Enter")
    expect(record).to_contain_text("8,000 km")
    screen.set_range(0, 8000)
    expect(record).to_be_hidden()
    expect(screen.field("claim")).to_have_value("hwasong-14-yonhap-experts")
    screen.wait_for_address(f"{SITE}~8000~experts via Yonhap")


def test_claim_is_none_at_a_site_of_another_missile(follow: Open) -> None:
    screen = follow(f"ring={SITE}~8000~experts%20via%20Yonhap")
    title = screen.card(0).locator(".rm-card-title")
    expect(title).to_have_text("experts via Yonhap")
    screen.field("site").select_option("pyongsong")
    expect(title).to_have_text("\u201cexperts via Yonhap\u201d, own label")
    expect(screen.card(0).locator(".rm-record")).to_contain_text("only Hwasong-15 is known")
    screen.field("site").select_option("sohae")
    expect(title).to_have_text("experts via Yonhap")
    screen.wait_for_address("sohae~8000~experts via Yonhap")


def test_claim_moved_to_a_point_of_the_map_is_own_words(follow: Open) -> None:
    is_own_words_at_a_point(follow(f"ring={SITE}~8000~experts%20via%20Yonhap"), "own label")


def test_claim_moved_to_a_point_is_own_words_in_korean(open_tab: Open) -> None:
    screen = open_tab(f"ring={SITE}~8000~experts%20via%20Yonhap&lang=ko")
    is_own_words_at_a_point(screen, "직접 붙인 이름")


def is_own_words_at_a_point(screen: Screen, own: str) -> None:
    title = screen.card(0).locator(".rm-card-title")
    screen.field("point").fill("39.872,125.269")
    screen.field("point").press("Enter")
    expect(title).to_have_text(f"\u201cexperts via Yonhap\u201d, {own}")
    expect(screen.card(0).locator(".rm-record")).to_contain_text("8,000 km")
    screen.eventually(lambda: "39.872" in screen.rings_in_address()[0], "the point in the address")
    screen.field("site").select_option(SITE)
    expect(title).not_to_contain_text(own)
    screen.eventually(lambda: SITE in screen.rings_in_address()[0], "the site in the address")


def test_best_figure_is_own_words_where_its_missile_never_was(follow: Open) -> None:
    label = "Hwasong-14, best published"
    screen = follow(f"ring=pyongsong~10000~{quote(label)}")
    title = screen.card(0).locator(".rm-card-title")
    expect(title).to_have_text(f"\u201c{label}\u201d, own label")
    screen.field("site").select_option(SITE)
    expect(title).to_have_text(label)
    link = screen.map.get_by_test_id("legend").locator("li").first.locator("a")
    assert table("missiles")["hwasong-14"]["source_url"]
    expect(link).to_have_attribute("href", table("missiles")["hwasong-14"]["source_url"])
    screen.wait_for_address(f"{SITE}~10000~{label}")


LEFTMOST = """(node) => {
    node.style.whiteSpace = "nowrap";
    const found = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const boxes = [];
    for (let text = found.nextNode(); text; text = found.nextNode()) {
        [...text.data].reduce((at, sign) => {
            range.setStart(text, at);
            range.setEnd(text, at + sign.length);
            const { left, width } = range.getBoundingClientRect();
            if (width) boxes.push([left, sign]);
            return at + sign.length;
        }, 0);
    }
    node.style.whiteSpace = "";
    return boxes.sort((one, other) => one[0] - other[0]).map(([, sign]) => sign).join("");
}"""


def test_letters_read_from_the_right_leave_the_marks_in_their_places(open_tab: Open) -> None:
    label = f"\u05d0 {USFK}"
    screen = open_tab(f"ring={SITE}~15000~{quote(label)}&present=1")  # the legend lists rings there
    line = screen.map.get_by_test_id("legend").locator("li").first
    expect(line).to_contain_text("own label")
    expect(line).to_be_visible()
    seen = line.evaluate(LEFTMOST).replace(" ", "")
    assert f"\u201c\u05d0{USFK}\u201d,ownlabel".replace(" ", "") in seen


def test_missiles_best_figure_drops_its_name_with_its_number(follow: Open) -> None:
    screen = follow("ring=sohae~10000~Hwasong-14%2C%20best%20published")
    title = screen.card(0).locator(".rm-card-title")
    expect(title).to_have_text("Hwasong-14, best published")
    screen.set_range(0, 12_000)
    screen.wait_for_address("sohae~12000~own assumption")
    screen.set_range(0, 10_000)
    screen.wait_for_address("sohae~10000~Hwasong-14, best published")


@pytest.mark.parametrize("lang", PICTURES)
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_picture_of_the_view_carries_the_marks(
    bare_page: Screen, lang: str, size: tuple[int, int]
) -> None:
    label, own, button = PICTURES[lang]
    screen = bare_page
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    screen.open(f"{FALSE}&ring={SITE}~9000~{quote(label)}&lang={lang}")
    screen.page.evaluate(LISTEN)
    screen.page.locator(".st-key-share").click()
    with screen.page.expect_download():
        screen.page.get_by_role("button", name=button, exact=True).click()
    words = screen.page.evaluate("() => written")
    all_fit(words)
    text = "".join(each["text"] for each in words).replace(" ", "")
    for each in (USFK, label):
        assert f"\u201c{each}\u201d,{own}".replace(" ", "") in text
    assert screen.page.evaluate("() => innerWidth >= document.documentElement.scrollWidth")


def test_class_and_its_poll_hear_own_words_as_such(open_tab: Open, visit: Open) -> None:
    leader = open_tab(f"{FALSE}&ring={SITE}~5000~{quote(USFK)}")
    code = start_class(leader)
    follower = visit(f"room={code}")
    expect_followers(leader, 1)
    close_board(leader)
    titles = follower.page.locator(".rm-card-title")
    expect(titles.nth(0)).to_have_text(f"\u201c{USFK}\u201d, own label")
    expect(titles.nth(1)).to_have_text(USFK)
    leader.page.locator(".st-key-class-poll").click()
    leader.page.locator(".st-key-ask-believe").click()
    choices = follower.page.locator(".rm-poll-choices button")
    expect(choices.nth(0)).to_contain_text(f"\u201c{USFK}\u201d, own label: 15,000 km")
    expect(choices.nth(1)).to_contain_text(f"{USFK}: 5,000 km")
