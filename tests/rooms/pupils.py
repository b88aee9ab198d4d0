"""Browsers of a school, with and without tickets, as the limits of class rooms see them."""

from __future__ import annotations

from ui.rooms.member import Member, Visitor
from ui.rooms.seal import new_code

SCHOOL, HOME = "192.0.2.1", "198.51.100.2"


def codes(count: int) -> list[str]:
    return [new_code() for _ in range(count)]


def pupil(number: int = 0, address: str = SCHOOL) -> Visitor:
    """A browser whose ticket was issued when no other one was."""
    return Visitor(address, f"{number:06d}{0:026d}")


def script(number: int) -> Visitor:
    return Visitor(SCHOOL, f"c0ffee{number:026d}")


def members(*visitors: Visitor) -> dict[Member, None]:
    return dict.fromkeys(Member(each) for each in visitors)
