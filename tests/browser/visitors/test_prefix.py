"""The app below a folder: whatever a page loads, links to or writes lies below it too.

A browser's machine notes each request that leaves the folder as a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from geo.facts import PAGES
from tests.browser.classes import close_board, start_class, wait_for_range
from tests.browser.machine import Machine
from tests.browser.proxy import running_proxy
from tests.browser.screen import MAP, Screen
from tests.browser.server import running_app
from tests.browser.share.dialog import close_share, open_share

VIEW = "ring=sohae~8000"
# Addresses in a page that do not begin as the app's does; what a person may copy is one, too.
STRAY = """(home) => [...document.querySelectorAll("[href], [src]")]
    .map((node) => node.href || node.src)
    .filter((each) => typeof each === "string" && each.startsWith("http"))
    .filter((each) => each !== home && !each.startsWith(`${home}/`) && !each.startsWith(`${home}?`))
    .filter((each) => new URL(each).origin === location.origin)"""


@pytest.fixture(scope="module", params=["kept", "taken away"])
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app's address below a folder, in each of the ways in which it may get there."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    if request.param == "kept":
        with running_app(log, folder="/tools/reach") as url:
            yield url
    else:
        with (
            running_app(log, REACHMAP_PREFIX="/reach") as url,
            running_proxy(url, "/reach", strips=True) as (outside, _),
        ):
            yield f"{outside}/reach"


@pytest.fixture(scope="module")
def machine(chromium: Browser, home: str) -> Iterator[Machine]:
    kept = Machine(chromium, home)
    yield kept
    kept.close()


@pytest.fixture
def screen(machine: Machine) -> Iterator[Screen]:
    yield machine.open(VIEW)
    assert machine.close_tabs() == []


def strays(screen: Screen) -> list[str]:
    return list(screen.page.evaluate(STRAY, screen.home))


def test_map_and_links_are_below_the_folder(screen: Screen, home: str) -> None:
    screen.set_range(0, 9000)
    screen.wait_for_address("sohae~9000")
    assert screen.page.url.startswith(f"{home}/?ring=sohae~9000")
    expect(screen.share).to_have_attribute(
        "href", re.compile(re.escape(f"{home}/?ring=sohae~9000"))
    )
    screen.teach()
    assert strays(screen) == []
    dialog = open_share(screen)
    expect(dialog.get_by_test_id("dialog-link")).to_have_text(
        re.compile(re.escape(f"{home}/?ring"))
    )
    snippet = dialog.get_by_label("HTML to embed this view").input_value()
    assert f'src="{home}/?ring=sohae~9000' in snippet
    assert strays(screen) == []
    files = dialog.locator("a[href*='/export/']")
    assert files.count() > 3
    for link in files.evaluate_all("(links) => links.map((link) => link.href)"):
        assert screen.page.request.get(link).status == 200, link
    close_share(screen)


def test_thumb_moves_the_map(screen: Screen) -> None:
    x, y, *_ = screen.grab(0)
    screen.page.mouse.move(x + 40, y)
    screen.page.mouse.up()
    screen.eventually(lambda: screen.ranges() != [8000], "another ring on the map")


def test_each_page_opens_at_its_address(machine: Machine, home: str) -> None:
    tab = machine.open(VIEW)
    for number, name in enumerate(PAGES):
        slash = "/" * (number % 2)
        tab.page.goto(f"{home}/{name}{slash}?{VIEW}")
        expect(tab.page.locator(".stApp h1").first).to_be_visible()
        assert tab.page.url.startswith(f"{home}/{name}?{VIEW}")
        assert strays(tab) == [], name
    tab.page.get_by_role("link", name="Back to the map").first.click()
    tab.ready()
    assert tab.page.url.startswith(f"{home}/?{VIEW}")
    assert machine.close_tabs() == []


def test_lesson_moves_and_language_changes(machine: Machine, home: str) -> None:
    tab = machine.open(VIEW)
    tab.teach()
    tab.page.get_by_role("link", name="Lesson", exact=True).click()
    expect(tab.page.get_by_role("heading", name="Lesson", exact=True)).to_be_visible()
    assert tab.page.url.startswith(f"{home}/lesson?ring=sohae~8000")
    tab.page.locator("a.rm-language").first.click()
    expect(tab.page.locator("html")).to_have_attribute("lang", "ko")
    assert tab.page.url.startswith(f"{home}/lesson?")
    assert machine.close_tabs() == []


def test_class_meets_below_the_folder(machine: Machine, home: str) -> None:
    leader = machine.open(VIEW)
    code = start_class(leader)
    expect(leader.page.get_by_test_id("room-link")).to_have_attribute(
        "href", f"{home}/?room={code}"
    )
    cookies = [each for each in machine.context.cookies() if each["name"] == "reachmap_class"]
    assert [each["path"] for each in cookies] == [f"/{home.split('/', 3)[3]}/room/{code}"]
    close_board(leader)
    follower = machine.open(f"room={code}")
    leader.page.bring_to_front()
    leader.set_range(0, 6000)
    wait_for_range(follower, 6000)
    assert machine.close_tabs() == []


def test_folder_without_its_slash_is_the_map(machine: Machine, home: str) -> None:
    tab = machine.open(VIEW)
    machine.faults.expect(errors=("404", "MIME type"))  # of Streamlit's, before it goes on
    machine.faults.expect(hosts=(f"{home.rpartition('/')[0]}/static/", "favicon.png"))
    tab.page.goto(f"{home}?{VIEW}")
    tab.ready()
    assert tab.page.url.startswith(f"{home}/?{VIEW}")
    assert machine.close_tabs() == []


def test_folder_of_which_the_server_knows_nothing_has_its_map(
    chromium: Browser, app_url: str
) -> None:
    """A proxy takes it away, and nobody has set anything."""
    with running_proxy(app_url, "/assets/of/school", strips=True) as (outside, _):
        machine = Machine(chromium, f"{outside}/assets/of/school")
        tab = machine.open(VIEW)
        assert tab.ranges() == [8000]
        assert strays(tab) == []
        x, y, *_ = tab.grab(0)
        tab.page.mouse.move(x + 40, y)
        tab.page.mouse.up()
        tab.eventually(lambda: tab.ranges() != [8000], "another ring on the map")
        assert machine.close_tabs() == []
        machine.close()


def test_two_embeds_in_a_page_of_the_same_origin_are_apart(chromium: Browser, app_url: str) -> None:
    """Neither takes the page that holds both for the app, nor hears what the other one does."""
    frame = '<iframe id="{id}" src="/reach/?{query}&embed=true" width="600" height="400"></iframe>'
    article = '<!doctype html><html lang="ja"><title>An article</title><body>' + "".join(
        frame.format(id=name, query=query)
        for name, query in {"a": "ring=sohae~5000", "b": "ring=tonghae~9000&lang=ko"}.items()
    )
    with running_proxy(app_url, "/reach", strips=True, pages={"/article": article}) as (outside, _):
        machine = Machine(chromium, outside)
        machine.faults.expect(errors=("favicon.ico",))  # of the article
        page = machine.context.new_page()
        page.goto(f"{outside}/article?lang=ko")
        host = Screen(page, outside, machine.faults)
        of = "document.getElementById('{}').contentWindow"
        inside = {name: MAP.replace("document", f"{of.format(name)}.document") for name in "ab"}
        for name, site, km in (("a", "sohae", 5000), ("b", "tonghae", 9000)):
            rings = (
                f"JSON.stringify({inside[name]}?.state().rings.map((r) => [r.site, r.range_km]))"
            )
            host.until(
                f"() => {rings} === JSON.stringify([['{site}', {km}]])", f"the ring of {name}"
            )
            page_of = f"{of.format(name)}.document"
            said = f"{page_of}.querySelector('[data-testid=reach-summary]')?.innerText"
            host.until(f"() => {said}?.includes('{km:,}')", f"the sentence of {name}")
        assert page.evaluate(f"() => {of.format('a')}.document.documentElement.lang") == "en"
        assert page.evaluate(f"() => {of.format('b')}.document.documentElement.lang") == "ko"
        slider = page.frame_locator("#a").get_by_test_id("range-0")
        slider.focus()
        slider.press("ArrowRight")
        moved = f"{inside['a']}.state().rings[0].range_km > 5000"
        host.until(f"() => {moved}", "the ring of a moved")
        assert page.evaluate(f"() => {inside['b']}.state().rings[0].range_km") == 9000
        assert page.evaluate("() => 'reachmapBus' in window") is False
        machine.context.close()
        assert machine.faults.take() == []
