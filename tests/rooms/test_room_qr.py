"""The QR code on the board of a class: the link that followers open, and nothing else."""

from __future__ import annotations

import re

import pytest

from geo.share.qr import qr_svg
from tests.support import ask, errors_of

HOST = {"host": "maps.school.example", "sec-fetch-site": "same-origin"}  # our own page asks


@pytest.mark.parametrize("typed", ["K7M2QX", "k7m%202qx", "K7M-2QX"])
def test_code_is_that_of_the_followers_link(typed: str) -> None:
    answer = ask(f"/live/room-qr.svg?code={typed}", headers=HOST)
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.body == qr_svg("http://maps.school.example/?room=K7M2QX")


@pytest.mark.parametrize("typed", ["", "K7M2Q", "K7M2QU", "K7M2QXX", "%3Csvg%3E", "%FF" * 50])
def test_what_is_no_code_is_named(typed: str) -> None:
    answer = ask(f"/live/room-qr.svg?code={typed}", headers=HOST)
    assert answer.status == 400
    (error,) = errors_of(answer)
    assert error["key"] == "code"
    assert re.search(r"6 letters and digits", error["problem"])
