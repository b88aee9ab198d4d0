"""What a person sees when the thumb rests is what is committed, whatever the browser sends.

Address, link, table, sentence and title are compared with what map and slider show, in Chromium,
Firefox and WebKit, which sends no `change` when a script wrote `value` during the drag.
"""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.conftest import OpenEngine
from tests.browser.engines.tab import Tab
from tests.browser.screen import MAP, STYLED

ENGINES = ("chromium", "firefox", "webkit")
RANGE = f"{MAP}.state().rings[0].range_km"
SLIDER = '[data-testid="range-0"]'
TOLD = f"""
    const text = (selector) => document.querySelector(selector)?.textContent ?? "";
    const km = (words) => Number(/([\\d,]+) km/.exec(words)?.[1].replace(",", ""));
    const inLink = (link) => Number(/ring=[^~]+~([\\d.]+)/.exec(decodeURIComponent(link))?.[1]);
    return {{
        map: {RANGE},
        slider: Number(document.querySelector('{SLIDER}').value),
        address: inLink(location.search),
        link: inLink(document.querySelector('[data-testid="share-link"]').href),
        sentence: km(text('[data-testid="reach-summary"]')),
        stale: Boolean(document.querySelector(".rm-summary .rm-stale")),
        table: km(text('[data-testid="reach-table"] th:nth-child(2)')),
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
    tab.until("return document.querySelector('.rm-start select').options.length > 1;", "the panel")
    tab.until(f"return {STYLED};", "the style")
    return tab


def all_told(tab: Tab, far_from: float) -> float:
    """Wait until everything says the same range, another one than at first; return it."""
    tab.until(
        TOLD.replace("return {", "const told = {")
        + """const { stale, ...all } = told, [first] = Object.values(all);
        return !stale && first !== args[0] && Object.values(all).every((km) => km === first);""",
        "one range everywhere",
        far_from,
    )
    return float(tab.js(f"return {RANGE};"))


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_is_committed_on_the_map_page(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = opened(engine, f"{app_url}/?ring=sohae~8000", kind)
    drag_is_committed_everywhere(tab)
    drag_let_go_over_the_map_is_committed_once(tab)
    held_thumb_says_what_is_drawn(tab)


def drag_is_committed_everywhere(tab: Tab) -> None:
    tab.drag_to(SLIDER, 12_000)
    km = all_told(tab, 8000)
    assert km % 10 == 0
    assert abs(km - 12_000) < 500
    tab.until(
        """const text = document.querySelector('[data-testid="live-region"]').textContent;
        const ours = document.querySelectorAll(".rm-panel :is(.rm-brand, nav) a");
        const links = [...ours].map((a) => a.href);
        return text.includes(`${args[0].toLocaleString("en-US")} km`) && links.length > 5
            && links.every((link) => link.includes(`~${args[0]}`));""",
        "what a screen reader hears, and the links to the other pages and the other language",
        km,
    )


def drag_let_go_over_the_map_is_committed_once(tab: Tab) -> None:
    before = tab.js(
        f"""window.settled = 0;
        window.unwatch = window.reachmapBus.on("settled", () => {{ window.settled += 1; }});
        return {RANGE};"""
    )
    tab.drag_to(SLIDER, 5000, release=False)
    tab.move(800, 300, steps=4)  # over the map's frame
    tab.up()
    all_told(tab, before)
    assert tab.js("window.unwatch(); return window.settled;") == 1


def held_thumb_says_what_is_drawn(tab: Tab) -> None:
    before = tab.js(
        f"""const input = document.querySelector(args[0]);
        window.seen = [];
        input.addEventListener("input", () => window.seen.push([Number(input.value), {RANGE}]));
        return {RANGE};""",
        SLIDER,
    )
    tab.drag_to(SLIDER, 11_000, release=False)
    for km in (11_000, 13_000, 9000):  # each is awaited: an engine may make one of several
        tab.drag_on(SLIDER, km)
        told = "window.seen.at(-1)?.[0]"
        tab.until(
            f"return Math.abs({told} - args[0]) < 500 && {RANGE} === {told};",
            f"others to hear of the movement to {km} km, and the map to follow",
            km,
        )
    assert all(value == km for value, km in tab.js("return window.seen;"))
    tab.up()
    all_told(tab, before)


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


@pytest.mark.parametrize("kind", ENGINES)
def test_drag_is_committed_on_the_lesson(engine: OpenEngine, app_url: str, kind: str) -> None:
    tab = engine(kind)
    tab.go(f"{app_url}/lesson?ring=sohae~8000")
    tab.until("return window.reachmapLesson?.state();", "the lesson")
    tab.until(f"return {STYLED};", "the style")
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
    asked = "return window.reachmapQuiz?.state().step === 'asked';"
    tab.until(asked, "a question")
    tab.until(f"return {STYLED};", "the style")
    while tab.js("return window.reachmapQuiz.state().question.kind;") != "distance":
        tab.click('[data-testid="quiz-in"]')
        tab.click('[data-testid="quiz-next"]')
        tab.until(asked, "the next question")
    tab.drag_to('[data-testid="quiz-guess"]', 9000)
    seen = tab.js("""return Number(document.querySelector('[data-testid="quiz-guess"]').value);""")
    assert abs(seen - 9000) < 600
    tab.click('[data-testid="quiz-answer"]')
    tab.until("return window.reachmapQuiz.state().step === 'told';", "the answer to be taken")
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
        return km !== 8000 && document.title.includes(`within ${words} km of Sohae`)
            && text('[data-testid="share-link"]').includes(`~${km}`)
            && text('[data-testid="reach-summary"]').includes(`Within ${words} km`)
            && text('[data-testid="reach-table"] thead').includes(`${words} km`)
            && !document.querySelector(".rm-summary .rm-stale")
            && Number(document.querySelector('[data-testid="range-0"]').value) === km;""",
        "title, link, sentence and table of the saved page",
    )


@pytest.fixture(scope="module")
def saved_page(app_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saved") / "map.html"
    link = f"{app_url}/export/map.html?ring=sohae~8000"
    with urlopen(link, timeout=60) as answer:  # noqa: S310
        path.write_bytes(answer.read())
    return path
