"""A page of somebody else's cannot run script in this origin, however it holds a window of ours.

Each attack here ran its script on builds up to 3d9e0a0: st_folium's page does what any window's
message says. They are made from another port and from another name, in two engines.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Error, expect

from tests.browser.conftest import OpenEngine
from tests.browser.engines.played import PlayedTab
from tests.browser.engines.tab import DEADLINE_S
from tests.browser.screen import MAP, Screen
from tests.browser.server import running_app
from tests.framepages import GUARDED, page
from ui.server.framepages import guarded

ENGINES = ("chromium", "firefox")
FRAME = "/component/streamlit_folium.st_folium/index.html"
EMBED = "/?ring=sohae~8000&embed=true"
# Where the page is that a stranger speaks to: in the window it has got hold of, or a frame of it.
WAYS = {
    "framed": ("frame", FRAME, "own()"),
    "framed in its embed": ("frame", EMBED, "own()?.frames[0]"),
    "framed, and sent to the page": ("frame", EMBED, "sent(own()?.frames[0])"),
    "opened": ("window", FRAME, "own()"),
    "opened in its page": ("window", EMBED, "own()?.frames[0]"),
}
TIMES = 75  # that a message is sent, 40 ms apart, once there is a page that could hear it
LOADED = """() => document.readyState === "complete"
    || document.body?.textContent.startsWith("This is a part of Reachmap")"""  # which stops itself

STRANGER = b"""<!DOCTYPE html><meta charset="utf-8"><title>Stranger</title>
<button style="position: fixed; left: 0; top: 0; width: 99px; height: 50px">Attack</button>
<iframe style="margin-top: 60px; width: 700px; height: 500px"></iframe>
<script>
const asked = new URLSearchParams(location.search), app = asked.get("app");
const address = app + asked.get("target"), page = app + asked.get("page");
let held = null, sends = 0, times = 0;
const heard = [];

const own = () => held;
function sent(target) { // the embed's own frame, goes where the stranger wants it
  if (target && sends++ === 60) target.location = page;
  return sends > 60 ? target : null;
}
const speakTo = new Function("own", "sent", `return ${asked.get("of")}`);

const code = `for (const to of [parent, top, opener, parent.opener])
  to?.postMessage({ stolen: location.origin }, "*");`;
const args = {
  script: `${code};`, feature_group: `${code};`, layer_control: "", html: "", header: "",
  js_links: [], css_links: [], returned_objects: [], default: {}, height: 300, width: 300,
};
const shapes = [
  { type: "streamlit:render", args, dfs: [], disabled: false, theme: null },
  { isStreamlitMessage: true, type: "streamlit:render", args, dfs: [] },
  { stCommVersion: 1, type: "SET_PAGE_LINK_BASE_URL", pageLinkBaseUrl: location.origin },
];
addEventListener("message", ({ data }) => data?.stolen && heard.push(data.stolen));
function attack() {
  if (asked.get("by") === "frame") {
    document.querySelector("iframe").src = address;
    held = frames[0];
  } else {
    held = open(address);
  }
  setInterval(() => {
    try {
      times += held.closed; // cut off from this page
      const target = speakTo(own, sent);
      if (!target) return;
      for (const shape of shapes) target.postMessage(shape, "*");
      times += 1;
    } catch { // not there yet
    }
  }, 40);
}
document.querySelector("button").onclick = attack;
</script>
"""


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(STRANGER)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def stranger() -> Iterator[int]:
    """The port of a site that attacks."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def victim(engine: OpenEngine, app_url: str, request: pytest.FixtureRequest) -> PlayedTab:
    """A tab in which the map has just been looked at."""
    tab = engine(request.param)
    assert isinstance(tab, PlayedTab)
    tab.go(f"{app_url}/?ring=sohae~8000")
    tab.until(f"return {MAP}?.state().rings.length === 1;", "the map by itself")
    return tab


def attack(tab: PlayedTab, site: str, app_url: str, way: str) -> list[str]:
    """Attack from another site's page; return from where a script of the stranger's has told."""
    tab.close_others()
    by, target, of = WAYS[way]
    asked = {"by": by, "target": target, "of": of, "app": app_url, "page": FRAME}
    tab.go(f"{site}/?{urlencode(asked)}")
    tab.until("return document.readyState === 'complete' && !!attack;", "the stranger's page")
    tab.click("button")
    tab.until("return heard.length || times;", "a message to the page")
    wait_for_loaded_page(tab)
    tab.js("times = 0;")
    tab.until(f"return heard.length || times >= {TIMES};", f"{TIMES} messages to the page")
    return list(tab.js("return heard;"))


@contextmanager
def frames_may_go() -> Iterator[None]:
    """Let a frame that gives way to another page owe its answer: that one is asked next."""
    try:
        yield
    except Error as error:
        if "Execution context was destroyed" not in error.message:
            raise


def looks(tab: PlayedTab) -> Iterator[None]:
    """Give turns to look, as long as there is time; the tab is heard between them."""
    end = time.monotonic() + DEADLINE_S
    while time.monotonic() < end:
        yield
        tab.page.wait_for_timeout(50)


def wait_for_loaded_page(tab: PlayedTab) -> None:
    """See that the page is there that is spoken to, with whatever may run there, or is refused."""
    for _ in looks(tab):
        for frame in (each for window in tab.context.pages for each in window.frames):
            with frames_may_go():
                is_refused = frame.url.startswith("chrome-error:")
                if is_refused or (FRAME in frame.url and frame.evaluate(LOADED)):
                    return
    raise AssertionError("no page to be attacked")


@pytest.mark.parametrize("victim", ENGINES, indirect=True)
def test_stranger_runs_no_script_here(victim: PlayedTab, app_url: str, stranger: int) -> None:
    tries = [("localhost", "framed in its embed"), *(("127.0.0.1", way) for way in WAYS)]
    for name, way in tries:
        heard = attack(victim, f"http://{name}:{stranger}", app_url, way)
        assert heard == [], f"{way}, from {name}"


HOLDER = """<!DOCTYPE html><title>Holder</title><iframe name="stranger" srcdoc=""></iframe>
<iframe name="page" src="/component/made-up"></iframe>"""
SPEAK = """() => {
    const { stranger, page } = frames;
    stranger.eval("parent.frames.page.postMessage('stranger', '*')");
    page.eval("postMessage('itself', '*')");
    page.postMessage("holder", "*");
    return new Promise((done) => {
        const ask = () => {
            if (page.heard.at(-1) === "holder") done([...new Set(page.heard)]);
            else setTimeout(ask, 10);
        };
        ask();
    });
}"""


@pytest.mark.parametrize("text", GUARDED.values(), ids=GUARDED)
def test_no_script_of_a_made_up_page_hears_another_than_its_holder(
    bare_page: Screen, app_url: str, text: str
) -> None:
    """Messages come in the order they are sent: the holder's is the last of them."""
    tab = bare_page.page
    made = guarded(page(text))
    html = {"content_type": "text/html; charset=utf-8"}
    tab.route(f"{app_url}/holder", lambda route: route.fulfill(body=HOLDER, **html))
    tab.route(f"{app_url}/component/made-up", lambda route: route.fulfill(body=made, **html))
    tab.goto(f"{app_url}/holder")
    assert tab.evaluate(SPEAK) == ["holder"]
    tab.goto(f"{app_url}/component/made-up", wait_until="commit")  # it stops before it is loaded
    expect(tab.locator("body")).to_have_text(re.compile("^This is a part of Reachmap, .*안에서만"))
    assert tab.evaluate("() => window.heard") is None, "its script ran where nobody holds it"


def test_embed_in_a_page_of_a_site_that_the_operator_names(
    engine: OpenEngine, stranger: int, tmp_path: Path
) -> None:
    """That site alone may hold the map, and the map is there."""
    named = f"http://127.0.0.1:{stranger}"
    with running_app(tmp_path / "log.txt", REACHMAP_FRAME_ANCESTORS=named) as url:
        tab = engine("chromium")
        assert isinstance(tab, PlayedTab)
        for site, is_there in ((named, True), (f"http://localhost:{stranger}", False)):
            asked = {"by": "frame", "target": EMBED, "of": "null", "app": url, "page": FRAME}
            tab.go(f"{site}/?{urlencode(asked)}")
            tab.until("return document.readyState === 'complete' && !!attack;", "its page")
            tab.click("button")
            drawn = "return !!window.reachmap?.state().rings.length;"
            assert found_in_frames(tab, drawn, is_there=is_there) is is_there


def found_in_frames(tab: PlayedTab, ready: str, *, is_there: bool) -> bool:
    """Return whether a frame of the map is ready; to see that there is none, wait for a refusal."""
    for _ in looks(tab):
        inner = [each for each in tab.page.frames if FRAME in each.url]
        with frames_may_go():
            if any(each.evaluate(f"() => {{ {ready} }}") for each in inner):
                return True
        if not is_there and any("frame-ancestors" in error for error in tab.errors):
            return False
    raise AssertionError("neither a map nor a refusal")
