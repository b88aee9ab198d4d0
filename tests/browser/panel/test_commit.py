"""What a person sees when the thumb rests is what is committed, whatever the browser sends.

Address, link, table, sentence and title are compared with what map and slider show, in Chromium,
Firefox and WebKit, which sends no `change` when a script wrote `value` during the drag.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, OpenEngine
from tests.browser.engines.tab import Tab
from tests.browser.screen import MAP, Screen

ENGINES = ("chromium", "firefox", "webkit")
SLIDER = '[data-testid="range-0"]'
TOLD = f"""
    const text = (selector) => document.querySelector(selector)?.textContent ?? "";
    const km = (words) => Number(/([\\d,]+) km/.exec(words)?.[1].replace(",", ""));
    const inLink = (link) => Number(/ring=[^~]+~([\\d.]+)/.exec(decodeURIComponent(link))?.[1]);
    return {{
        map: {MAP}.state().rings[0].range_km,
        slider: Number(document.querySelector('{SLIDER}').value),
        address: inLink(location.search),
        link: inLink(document.querySelector('[data-testid="share-link"]').href),
        sentence: km(text('[data-testid="reach-summary"]')),
        stale: Boolean(document.querySelector(".rm-summary .rm-stale")),
        table: km(text('[data-testid="reach-table"] th:nth-child(4)')),
    }};
"""
# A drag as a browser tells it, up to the event under test.
DRAG = """
    window.dragged = (type, km) => {
        const input = document.querySelector('[data-testid="range-0"]');
        const send = (Kind, name, more = {}) => input.dispatchEvent(new Kind(name, {
            bubbles: true, pointerId: 7, pointerType: type, isPrimary: true, buttons: 1,
            ...more }));
        send(PointerEvent, "pointerdown");
        input.value = km;
        send(Event, "input");
        return send;
    };
"""


def opened(engine: OpenEngine, url: str, kind: str) -> Tab:
    tab = engine(kind)
    tab.go(url)
    tab.until(f"return {MAP}?.state().rings.length > 0;", "the map")
    tab.until(f"return document.querySelector('{SLIDER}');", "the slider")
    return tab


def all_told(tab: Tab, far_from: float = 8000) -> float:
    """Wait until everything says the same range, another one than at first; return it."""
    tab.until(
        TOLD.replace("return {", "const told = {")
        + """const { stale, ...all } = told, [first] = Object.values(all);
        return !stale && first !== args[0] && Object.values(all).every((km) => km === first);""",
        "one range everywhere",
        far_from,
    )
    return float(tab.js(f"return {MAP}.state().rings[0].range_km;"))


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_is_committed_on_the_map_page(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = opened(engine, f"{app_url}/?ring=sohae~8000", kind)
    tab.drag_to(SLIDER, 12_000)
    km = all_told(tab)
    assert km % 10 == 0
    assert abs(km - 12_000) < 500
    tab.until(
        """const text = document.querySelector('[data-testid="live-region"]').textContent;
        const links = [...document.querySelectorAll(".rm-brand a")].map((a) => a.href);
        return text.includes(`${args[0].toLocaleString("en-US")} km`) && links.length > 5
            && links.every((link) => link.includes(`~${args[0]}`));""",
        "what a screen reader hears, and the links to the other pages and the other language",
        km,
    )


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_let_go_over_the_map_is_committed_once(
    engine: OpenEngine, app_url: str, kind: str
) -> None:
    tab = opened(engine, f"{app_url}/?ring=sohae~8000", kind)
    tab.js(
        """window.settled = 0;
        window.reachmapBus.on("settled", () => { window.settled += 1; });"""
    )
    tab.drag_to(SLIDER, 5000, release=False)
    tab.move(800, 300, steps=4)  # over the map's frame
    tab.up()
    all_told(tab)
    assert tab.js("return window.settled;") == 1


@pytest.mark.parametrize("kind", ENGINES)
def test_nobody_writes_under_a_held_thumb(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = opened(engine, f"{app_url}/?ring=sohae~8000", kind)
    tab.js(
        """const input = document.querySelector(args[0]);
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
        window.written = 0;
        Object.defineProperty(input, "value", { get, set(to) {
            window.written += 1;
            set.call(this, to);
        } });
        """,
        SLIDER,
    )
    tab.drag_to(SLIDER, 11_000, release=False)
    tab.until(f"return {MAP}.state().rings[0].range_km > 9000;", "the map to follow")
    assert tab.js("return window.written;") == 0
    tab.up()
    all_told(tab)


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_is_committed_on_the_lesson(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/lesson?ring=sohae~8000")
    tab.until("return window.reachmapLesson?.state();", "the lesson")
    tab.drag_to('[data-testid="lesson-range"]', 5000)
    tab.until(
        """const km = window.reachmapLesson.state().range_km;
        const said = document.querySelector(".rm-lesson-said").textContent;
        const value = Number(document.querySelector('[data-testid="lesson-range"]').value);
        return km !== 8000 && value === km && location.search.includes(`~${km}`)
            && said.includes(km.toLocaleString("en-US"));""",
        "address and sentence of the lesson",
    )


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_is_the_answer_of_the_quiz(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/quiz?seed=ABCDE")
    tab.until("return window.reachmapQuiz?.state().step === 'asked';", "a question")
    while tab.js("return window.reachmapQuiz.state().question.kind;") != "distance":
        tab.click('[data-testid="quiz-in"]')
        tab.click('[data-testid="quiz-next"]')
    tab.drag_to('[data-testid="quiz-guess"]', 9000)
    seen = tab.js("""return Number(document.querySelector('[data-testid="quiz-guess"]').value);""")
    assert abs(seen - 9000) < 600
    tab.click('[data-testid="quiz-answer"]')
    assert tab.js("return window.reachmapQuiz.state().answers.pop();") == seen


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_is_committed_in_a_saved_page(
    engine: OpenEngine, app_url: str, kind: str, saved_page: Path
) -> None:
    tab = engine(kind)
    tab.go(saved_page.as_uri())
    tab.until("return window.reachmap?.state().rings.length > 0;", "the saved map")
    tab.drag_to(SLIDER, 3000)
    tab.until(
        """const km = window.reachmap.state().rings[0].range_km, words = km.toLocaleString("en-US");
        const text = (selector) => document.querySelector(selector).textContent;
        return km !== 8000 && document.title.startsWith(`${words} km`)
            && text('[data-testid="share-link"]').includes(`~${km}`)
            && text('[data-testid="reach-summary"]').includes(`Within ${words} km`)
            && text('[data-testid="reach-table"] thead').includes(`${words} km`)
            && !document.querySelector(".rm-summary .rm-stale")
            && Number(document.querySelector('[data-testid="range-0"]').value) === km;""",
        "title, link, sentence and table of the saved page",
    )


@pytest.fixture(scope="module")
def saved_page(app_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    import urllib.request  # noqa: PLC0415

    path = tmp_path_factory.mktemp("saved") / "map.html"
    link = f"{app_url}/export/map.html?ring=sohae~8000"
    with urllib.request.urlopen(link, timeout=60) as answer:  # noqa: S310
        path.write_bytes(answer.read())
    return path


ENDS = {
    "pointercancel": 'send(PointerEvent, "pointercancel");',
    "touchcancel": 'send(Event, "touchcancel");',
    "lostpointercapture": 'send(PointerEvent, "lostpointercapture");',
    "touchend": 'send(Event, "touchend");',
    "window blur": 'window.dispatchEvent(new Event("blur"));',
    "hidden tab": """Object.defineProperty(document, "hidden", { value: true, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        delete document.hidden;""",
    "second pointer": """document.body.dispatchEvent(new PointerEvent("pointerdown",
        { bubbles: true, pointerId: 8, pointerType: "touch", isPrimary: false }));""",
    "another press": """document.body.dispatchEvent(new PointerEvent("pointerdown",
        { bubbles: true, pointerId: 9, pointerType: "pen", isPrimary: true }));""",
    "focus elsewhere": 'send(FocusEvent, "blur");',
    "nothing more": 'send(PointerEvent, "pointerup");',
    "key": 'send(KeyboardEvent, "keydown", { key: "Shift" });',
}


@pytest.mark.parametrize("kind", ["chromium", "webkit"])
def test_drag_that_ends_without_a_change_event_is_committed(
    engine: OpenEngine, app_url: str, kind: str
) -> None:
    tab, before = opened(engine, f"{app_url}/?ring=sohae~8000", kind), 8000.0
    tab.js(DRAG)
    for step, (name, end) in enumerate(ENDS.items()):  # in one tab: to open it takes seconds
        dragged, written = 14_380 + 10 * step, 1234 + step
        tab.js(f'const send = window.dragged("pen", {dragged}); {end}')
        assert all_told(tab, before) == dragged, name
        # Nothing is held any more: a later value of a script is kept as it is.
        tab.js(
            """const input = document.querySelector(args[0]);
            input.value = args[1];
            for (const kind of ["input", "change"])
                input.dispatchEvent(new Event(kind, { bubbles: true }));""",
            SLIDER,
            written,
        )
        before = all_told(tab, dragged)
        assert before == written, name


def test_input_event_that_nothing_follows_is_committed(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.slider(0).evaluate(
        "(s) => { s.value = 4321; s.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    screen.wait_for_address("sohae~4321")


def test_held_key_is_committed_after_the_last_press(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.slider(0).focus()
    for _ in range(12):
        screen.page.keyboard.down("ArrowRight")
    screen.page.keyboard.up("ArrowRight")
    screen.wait_for_address("sohae~8120")
    expect(screen.summary).to_contain_text("Within 8,120 km")


def test_value_is_in_the_address_of_a_page_that_was_left_in_mid_drag(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    _, y, left, right = screen.grab(0)
    screen.page.mouse.move(left + (right - left) * 0.7, y, steps=4)
    seen = screen.ranges()[0]
    screen.page.goto(f"{screen.home}/about")
    screen.page.mouse.up()
    screen.page.go_back()
    screen.ready()
    assert screen.rings_in_address()[0].startswith(f"sohae~{seen:g}")
    assert screen.ranges() == [seen]


def test_slider_that_is_rebuilt_in_mid_drag_leaves_its_value(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    band = screen.field("band")
    _, y, left, right = screen.grab(0)
    screen.page.mouse.move(left + (right - left) * 0.7, y, steps=4)
    seen = screen.ranges()[0]
    band.evaluate("(box) => box.click()")  # two sliders in the place of one
    screen.eventually(lambda: screen.page.get_by_test_id("range-0-low").count(), "the band")
    screen.page.mouse.up()
    rings = screen.eventually(
        lambda: re.match(r"sohae~(\d+)-(\d+)-(\d+)", screen.rings_in_address()[0]),
        "the band's link",
    )
    assert float(rings[2]) == seen


# A finger, by raw touches


def touched(visit: Open) -> tuple[Screen, Any, dict[str, float]]:
    """Return a phone with the panel open, what sends touches, and the slider's box."""
    phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    screen = visit("ring=sohae~8000~experts%20via%20Yonhap", **phone)
    screen.page.locator(".rm-fold").click()
    slider = screen.slider(0)
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    session = screen.page.context.new_cdp_session(screen.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y} for x, y in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})
        screen.frames(1)

    return screen, touch, dict(box)


@pytest.mark.parametrize("end", ["touchEnd", "touchCancel"])
def test_finger_that_drags_sideways_sets_the_range(visit: Open, end: str) -> None:
    screen, touch, box = touched(visit)
    x, y = box["x"] + box["width"] * 0.42, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x + 12 * step, y + 4 * step))
    seen = screen.ranges()[0]
    assert seen > 9000, "the map follows the finger"
    touch(end)
    screen.eventually(
        lambda: screen.rings_in_address()[0].startswith(f"sohae~{screen.ranges()[0]:g}~own"),
        "the address",
    )
    assert screen.slider(0).input_value() == f"{screen.ranges()[0]:g}"


def test_finger_that_swipes_over_a_slider_scrolls_and_changes_nothing(visit: Open) -> None:
    screen, touch, box = touched(visit)
    address = screen.page.url
    screen.page.evaluate(
        """() => { window.seen = new Set();
        reachmapBus.on("scene", (scene) => window.seen.add(scene.rings[0].best)); }"""
    )
    x, y = box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2
    touch("touchStart", (x, y))
    for step in range(1, 15):
        touch("touchMove", (x + step % 3, y - 12 * step))
    touch("touchEnd")
    screen.until("() => document.querySelector('.st-key-panel').scrollTop > 40", "the scroll")
    assert screen.slider(0).input_value() == "8000"
    assert set(screen.page.evaluate("() => [...window.seen]")) <= {8000}, "no class saw it jump"
    assert screen.page.url == address
    expect(screen.card(0)).to_contain_text("experts via Yonhap")


def test_tap_on_the_track_sets_the_range(visit: Open) -> None:
    screen, touch, box = touched(visit)
    touch("touchStart", (box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2))
    touch("touchEnd")
    screen.eventually(lambda: screen.ranges()[0] > 15_000, "the range")
    screen.wait_for_address(f"sohae~{screen.ranges()[0]:g}~own assumption")


# The address itself


def test_address_follows_when_the_browser_lets_it_be_written_again(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.page.evaluate(
        """() => {
            const real = History.prototype.replaceState;
            window.refused = 0;
            history.replaceState = function (...all) {
                if (window.lenient) return real.apply(this, all);
                window.refused += 1;
                throw new DOMException("too many calls", "SecurityError");
            };
        }"""
    )
    for dx in (-80, -90):
        box = screen.page.get_by_test_id("map").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 4
        screen.page.mouse.move(x, y)
        screen.page.mouse.down()
        screen.page.mouse.move(x + dx, y, steps=4)
        screen.page.mouse.up()
        screen.eventually(lambda: screen.page.evaluate("() => window.refused"), "a refusal")
    assert "at" not in dict(screen.query())
    screen.page.evaluate("() => { window.lenient = true; }")
    screen.eventually(lambda: "at" in dict(screen.query()), "the newest view in the address")
    assert screen.view_in_address() == pytest.approx(
        [screen.view()[0], (screen.view()[1] + 180) % 360 - 180, screen.view()[2]], abs=0.01
    )
