"""The picture of exactly what one sees carries its link: as a QR code and in its `Source`."""

from __future__ import annotations

import pytest
import zxingcpp
from playwright.sync_api import expect

from geo.words.credits import CAVEAT, SOURCES
from tests.browser.conftest import Open
from tests.browser.oracle import scenario_of
from tests.browser.share.dialog import button, open_share, said
from tests.browser.share.ownpicture import TWO, take

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("query", [TWO, f"{TWO}&theme=dark&note={'n' * 140}", "ring=sohae~8000"])
def test_picture_opens_the_same_view(open_tab: Open, query: str) -> None:
    picture = take(open_tab(query))
    (code,) = zxingcpp.read_barcodes(picture)
    asked, of_code, of_source = (
        scenario_of(link.rpartition("?")[2]).rings
        for link in (query, code.text, picture.info["Source"])
    )
    assert of_code == asked
    # To be typed it may be without names.
    assert [(each.point, each.edges) for each in of_source] == [
        (each.point, each.edges) for each in asked
    ]
    assert picture.info["Title"].startswith("North Korea: who is within")
    assert picture.info["Description"] == f"{CAVEAT} {SOURCES}"


def test_picture_of_a_phone_has_a_code_that_is_read(visit: Open) -> None:
    picture = take(
        visit(TWO, viewport=PHONE, device_scale_factor=3, is_mobile=True, has_touch=True)
    )
    assert len(zxingcpp.read_barcodes(picture)) == 1


def test_picture_is_made_without_the_code_where_the_server_is_away(open_tab: Open) -> None:
    screen = open_tab(TWO)
    screen.faults.expect(errors=("ERR_FAILED", "Failed to load resource"))
    screen.page.route("**/export/qr.svg?*", lambda route: route.abort())
    dialog = open_share(screen)
    with screen.page.expect_download():
        button(dialog, "Download what I see").click()
    expect(said(dialog)).to_contain_text("The QR code is missing")
