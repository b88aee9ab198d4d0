"""Codes, secrets and tickets of class rooms: how they are made, and how a typed code is read."""

from __future__ import annotations

import re
import string
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import LinkError
from geo.facts.limits import CROCKFORD
from geo.link.visit import parse_room
from ui.rooms.seal import Seal, new_code


def test_code_has_the_signs_of_crockford_and_its_secret_leads_no_other_room() -> None:
    seal, codes = Seal(b"a key"), [new_code() for _ in range(20)]
    assert set(CROCKFORD) == set(string.digits + string.ascii_uppercase) - set("ILOU")
    assert all(parse_room(code) == code and set(code) <= set(CROCKFORD) for code in codes)
    for code in codes:
        secret = seal.new_secret(code)
        assert re.fullmatch("[0-9a-f]{32}", secret)
        assert [each for each in codes if seal.leads(each, secret)] == [code]
        assert Seal(b"a key").leads(code, secret), "after a restart"
        assert not Seal(b"another").leads(code, secret)
        assert not seal.knows_ticket(secret)
        assert seal.new_secret(code) != secret


@pytest.mark.parametrize(
    "text", ["", "0" * 31, "0" * 32, "0" * 33, "é" * 32, "\uff10" * 32, "\ud800"]
)
def test_other_text_is_neither_a_secret_nor_a_ticket(text: str) -> None:
    seal = Seal(b"a key")
    secret, ticket = seal.new_secret("K7M2QX"), seal.new_ticket()
    assert seal.knows_ticket(ticket)
    for wrong in (text, secret.upper(), secret[:-1], secret + "\n", ticket):
        assert not seal.leads("K7M2QX", wrong)
    for wrong in (text, ticket.upper(), ticket[:-1], ticket[16:] + ticket[:16], secret):
        assert not seal.knows_ticket(wrong)


@pytest.mark.parametrize("typed", ["k7m2qx", " K7M 2QX ", "k7m-2qx", "K-7-M-2-Q-X"])
def test_typed_code_is_put_right(typed: str) -> None:
    assert parse_room(typed) == "K7M2QX"
    assert parse_room("oiL00o") == "011000"


@given(st.text(max_size=50))
def test_any_text_is_a_code_or_refused(text: str) -> None:
    with suppress(LinkError):
        assert set(parse_room(text)) <= set(CROCKFORD)
