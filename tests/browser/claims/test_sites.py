"""The list of launch sites: grouped, sorted, by short names."""

from __future__ import annotations

from playwright.sync_api import expect

from geo.catalog.reading import load_catalog
from tests.browser.conftest import Open

GROUPS = """(list) => [...list.querySelectorAll("optgroup")]
    .map((group) => [group.label, [...group.children].map((each) => [each.value, each.text])])"""


def test_sites_stand_in_groups_each_once(follow: Open) -> None:
    screen = follow("ring=banghyon_20170704~6700~David Wright (UCS)")
    groups = screen.field("site").evaluate(GROUPS)
    titles = [title for title, _ in groups]
    assert titles[:2] == ["Hwasong-14 was launched from", "Most launches on record"]
    assert len(titles) == len(set(titles)) >= 5
    assert {"banghyon_20170704", "mupyong_ni"} <= {site for site, _ in groups[0][1]}
    assert "hodo" in {site for site, _ in groups[1][1]}
    sites = [site for _, members in groups for site, _ in members]
    assert sorted(sites) == sorted(site.id for site in load_catalog().launch_sites)
    for _, members in groups:
        names = [name.casefold() for _, name in members]
        assert names == sorted(names)
    expect(screen.field("site")).to_have_value("banghyon_20170704")


def test_site_is_chosen_from_its_group(follow: Open) -> None:
    screen = follow("ring=40,125~1000")
    screen.field("site").select_option("sohae")
    screen.wait_for_address("sohae~1000")
    expect(screen.card(0).locator(".rm-editor summary")).to_contain_text("Sohae")
