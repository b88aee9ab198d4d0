"""An answer of the server that comes late throws nothing away that was typed meanwhile."""

from __future__ import annotations

from playwright.sync_api import Route, expect

from tests.browser.conftest import Open


def test_words_typed_while_a_site_is_asked_for_are_kept(open_tab: Open) -> None:
    screen = open_tab("ring=sohae~8000&show=")
    asked: list[Route] = []

    def hold(route: Route) -> None:
        asked.append(route)

    screen.page.route("**/live/site.json?site=tonghae*", hold)
    screen.field("site").select_option("tonghae")
    label = screen.field("label")
    label.press_sequentially("my cl")
    screen.eventually(lambda: asked, "the question for the site")
    asked[0].continue_()
    screen.wait_for_address("tonghae~8000")
    label.press_sequentially("ass")
    label.press("Enter")
    screen.wait_for_address("tonghae~8000~my class")
    expect(label).to_be_focused()
    expect(screen.field("site")).to_have_value("tonghae")
