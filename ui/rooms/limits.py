"""Limits of a room, a socket and the process, and the throttle of what is told to all.

Each number bounds what a stranger can make the server do or hold.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

MESSAGE_BYTES: Final = 8_192

Later = Callable[[float, Callable[[], object]], Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of one hub; tests shorten the times."""

    rooms: int = 200
    rooms_of_address: int = 40  # beyond that, the least likely classes give way when all are taken
    sockets: int = 2_000
    bare_sockets: int = 1_600  # without a ticket: the others always find a place
    bare_sockets_of_address: int = 1_200
    room_followers: int = 500
    room_leaders: int = 10  # tabs and phones of one leader
    room_ticket_sockets: int = 3  # of one browser in one room
    ticket_sockets: int = 4  # of one browser in all rooms; more count as without a ticket
    room_cohort: int = 25  # beyond that, tickets issued at once give way to others in a full room
    poll_bare_votes: int = 5  # of all at one address who have no ticket
    prove_s: float = 2.0  # the time a leader has to open a room
    lead_tries: int = 5  # of one socket
    tickets_burst: int = 120  # for one address: some classes
    tickets_per_s: float = 5.0  # a school of 600 has all of theirs in two minutes
    tickets_wait_s: float = 2.0  # in line for one; in a longer line one joins without
    ticket_misses: int = 10  # wrong codes at once, of one browser
    school_misses: int = 200  # of all browsers with tickets at one address
    bare_misses: int = 60  # of all at one address who have no ticket
    turns_per_s: float = 2.0  # for all at one address who missed too often
    turns_wait_s: float = 30.0  # in line for one; a longer line is closed
    visitors_known: int = 10_000  # addresses and tickets that limits remember
    room_life_s: float = 3 * 3600.0  # after its leader left
    ended_known: int = 1_000  # codes of rooms that ended, for whoever comes late
    leader_per_s: float = 25.0  # 20 are promised; timers of browsers are not even
    leader_burst: int = 40
    follower_per_s: float = 5.0
    follower_burst: int = 10
    ignored_in_a_row: int = 500  # messages over the limit that are read before a pause
    pause_s: float = 1.0
    pauses: int = 20  # before a socket that floods is hung up on
    bars_every_s: float = 0.25
    count_every_s: float = 0.5


class Throttle:
    """Calls now, then at most once in so many seconds; of the calls between, the last is made."""

    def __init__(self, every_s: float, later: Later, act: Callable[[], None]) -> None:
        """Name what is to be done, and the shortest time between two times."""
        self._every_s = every_s
        self._later = later
        self._act = act
        self._is_resting = False
        self._is_wanted = False

    def __call__(self) -> None:
        """Do it now, or when the time has come."""
        if self._is_resting:
            self._is_wanted = True
            return
        self._is_resting = True
        self._later(self._every_s, self._rested)
        self._act()

    def _rested(self) -> None:
        self._is_resting = False
        if self._is_wanted:
            self._is_wanted = False
            self()


def on_this_loop(seconds: float, act: Callable[[], object]) -> asyncio.TimerHandle:
    """Call later, on the loop that is running."""
    return asyncio.get_running_loop().call_later(seconds, act)
