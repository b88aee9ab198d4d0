"""The whole view is in the address: reload, back, forward and other machines restore it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.panel.atrest import wait_for_places, whole_summary
from tests.browser.screen import Screen

FULL = (
    "ring=sohae~3000-5500~US%20Pacific%20Command&ring=39.87,125.27~8123.4~mine"
    "&show=cities,radar,arcs&units=nmi&date=2017-07-04&at=30,170,3.5&to=guam_nb,honolulu"
)


def assert_is_full(screen: Screen) -> None:
    assert screen.ranges() == [5500, 8123.4]
    assert [ring["site"] for ring in screen.state()["rings"]] == ["sohae", "39.87,125.27"]
    wait_for_places(screen, FULL)
    expect(screen.page.get_by_label("Units")).to_have_value("nmi")
    expect(screen.page.get_by_label("As of this day")).to_have_value("2017-07-04")
    expect(screen.page.get_by_label("Radars")).to_be_checked()
    expect(screen.page.get_by_label("Bases", exact=True)).not_to_be_checked()
    expect(screen.page.locator(".rm-targets button")).to_have_count(2)
    expect(screen.summary).to_contain_text("Within 1,600\u20133,000 nmi (US Pacific Command: ")


def test_link_restores_everything_and_reload_does_too(open_tab: Open) -> None:
    screen = open_tab(FULL)
    assert_is_full(screen)
    screen.page.reload()
    assert_is_full(screen.ready())


def test_view_made_by_hand_opens_on_another_machine_as_it_was(follow: Open, visit: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.set_range(0, 6543.2)
    screen.page.get_by_label("Units").select_option("mi")
    screen.page.get_by_label("Radars").check()
    screen.wait_for_key("show", "cities,bases,thaad,radar")
    screen.pan()
    other = visit((screen.share.get_attribute("href") or "").split("?")[1])
    assert other.ranges() == screen.ranges() == [6543.2]
    screen.eventually(lambda: other.places() == screen.places(), "the same places on both")
    assert whole_summary(other) == whole_summary(screen)
    expect(other.page.get_by_label("Units")).to_have_value("mi")


def test_back_and_forward_restore_the_rings_on_the_same_map(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.page.evaluate("() => probe.mark()")
    for km in (6000, 4000):
        screen.set_range(0, km)
        screen.wait_for_address(f"sohae~{km}")
        expect(screen.summary).to_contain_text(f"Within {km:,} km")
    for go, km in (
        (screen.page.go_back, 6000),
        (screen.page.go_back, 8000),
        (screen.page.go_forward, 6000),
        (screen.page.go_forward, 4000),
    ):
        go()
        screen.eventually(lambda km=km: screen.ranges() == [km], f"{km} km after back or forward")
        expect(screen.slider(0)).to_have_js_property("value", str(km))
        expect(screen.summary).to_contain_text(f"Within {km:,} km")
        expect(screen.table.locator("thead")).to_contain_text(f"{km:,} km")
        wait_for_places(screen, f"ring=sohae~{km}")
    assert screen.page.evaluate("() => probe.marked()"), "the map was not mounted anew"


def test_back_takes_an_added_ring_away_and_changes_can_go_on(follow: Open) -> None:
    screen = follow("ring=sohae~8000")
    screen.page.get_by_role("button", name="Add a ring").click()
    screen.wait_for_address("sohae~8000", "sohae~9000")
    screen.page.go_back()
    screen.eventually(lambda: screen.ranges() == [8000], "one ring")
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    expect(screen.summary).to_contain_text("Within 5,000 km")


def test_two_tabs_do_not_disturb_each_other(follow: Open, open_tab: Open) -> None:
    left, right = follow("ring=sohae~8000"), open_tab("ring=tonghae~3000")
    seen = right.page.url, whole_summary(right), right.places()
    left.set_range(0, 5000)
    left.wait_for_address("sohae~5000")
    expect(left.summary).to_contain_text("Within 5,000 km")
    assert right.ranges() == [3000]
    assert (right.page.url, right.summary.text_content(), right.places()) == seen
    right.set_range(0, 4000)
    right.wait_for_address("tonghae~4000")
    assert left.ranges() == [5000]
    left.wait_for_address("sohae~5000")


def test_keys_that_are_not_ours_stay_in_the_address(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&lang=ko&seed=july&from=mail")
    screen.set_range(0, 5000)
    screen.wait_for_address("sohae~5000")
    kept = dict(screen.query())
    assert (kept["lang"], kept["seed"], kept["from"]) == ("ko", "july", "mail")


# What map, address, link and thumb say of the first ring, if all is at rest and they say the same.
SAID_BY_ALL = r"""() => {
    const inLink = (link) => Number(/ring=[^~]+~([\d.]+)/.exec(decodeURIComponent(link))?.[1]);
    const [drawn, ...told] = [
        document.querySelector("iframe[data-testid=map]").contentWindow.reachmap.state().rings[0].range_km,
        inLink(location.search),
        inLink(document.querySelector('[data-testid="share-link"]').href),
        Number(document.querySelector(".rm-cards input[type=range]").value),
    ];
    const isAtRest = document.querySelector(".stApp").dataset.testScriptState === "notRunning"
        && !document.querySelector(".rm-summary .rm-stale");
    return isAtRest && told.every((each) => each === drawn) ? drawn : null;
}"""
CHANGE_AND_GO_BACK = """([slider, km, delayMs]) => {
    slider.value = km;
    for (const kind of ["input", "change"]) {
        slider.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    if (delayMs === null) history.back();
    else setTimeout(() => history.back(), delayMs);
}"""


def wait_for_all(screen: Screen, km: float, what: str) -> None:
    screen.eventually(lambda: screen.page.evaluate(SAID_BY_ALL) == km, f"{km} km everywhere {what}")


def test_back_right_after_a_change_takes_back_that_change(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.page.evaluate("() => probe.mark()")
    for number, delay_ms in enumerate((None, 0, 20, 60, 120, 250)):
        first, second = 6000 + 10 * number, 5000 + 10 * number
        screen.set_range(0, first)
        wait_for_all(screen, first, "after the first change")
        slider = screen.slider(0).element_handle()
        screen.page.evaluate(CHANGE_AND_GO_BACK, [slider, second, delay_ms])
        wait_for_all(screen, first, f"after back, {delay_ms} ms after the change")
        screen.frames(30)  # in which a late answer would come
        wait_for_all(screen, first, f"still, {delay_ms} ms after the change")
        screen.page.go_forward()
        wait_for_all(screen, second, f"after forward, {delay_ms} ms after the change")
    assert screen.page.evaluate("() => probe.marked()"), "the map is the same"
    screen.page.reload()
    screen.ready()
    wait_for_all(screen, second, "after a reload")


def test_map_that_still_moves_after_back_does_not_write_into_the_earlier_address(
    open_tab: Open,
) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.set_range(0, 6000)
    wait_for_all(screen, 6000, "after the change")
    screen.page.evaluate(
        """() => {
            addEventListener("reachmapreturned", () => reachmapBus.send("view", [10, 140, 4]));
            history.back();
        }"""
    )
    wait_for_all(screen, 8000, "after back")
    assert "at" not in dict(screen.query())


def test_a_change_is_in_the_address_before_python_has_answered(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000")
    screen.page.evaluate(
        """([slider]) => {
            slider.value = 5000;
            for (const kind of ["input", "change"]) {
                slider.dispatchEvent(new Event(kind, { bubbles: true }));
            }
            window.addressAtOnce = location.search;
        }""",
        [screen.slider(0).element_handle()],
    )
    assert "ring=sohae~5000" in screen.page.evaluate("() => addressAtOnce")
