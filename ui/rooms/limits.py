"""How much of everything a room, a socket and the process may have, and how fast.

Each number bounds what a stranger can make the server do or hold.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

MESSAGE_BYTES: Final = 8_192

Later = Callable[[float, Callable[[], object]], Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of one hub; tests shorten the times."""

    rooms: int = 200
    sockets: int = 2_000
    room_followers: int = 500
    room_leaders: int = 10  # tabs and phones of one leader
    unproven: int = 400  # sockets that may still prove to lead a room that is not open
    prove_s: float = 2.0  # the time they have
    lead_tries: int = 5  # of one socket
    proofs_at_once: int = 1  # in a thread, with 8 MB
    proofs_waiting: int = 64  # new rooms that may wait for one
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


class Pace:
    """A bucket of messages that fills evenly: `burst` at once, `per_s` for ever."""

    def __init__(
        self, per_s: float, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with a full bucket."""
        self._every_s = 1 / per_s
        self._burst_s = (burst - 1) / per_s
        self._clock = clock
        self._next = clock() - self._burst_s  # when the next one would be due at an even pace

    def take(self) -> bool:
        """Return whether a message is within the limit, and count it if it is."""
        now = self._clock()
        due = max(self._next, now - self._burst_s)
        if due > now:
            return False
        self._next = due + self._every_s
        return True

    def wait_s(self) -> float:
        """Return how long until the next message is within the limit."""
        return max(0.0, self._next - self._clock())


class Sparing:
    """Something that is done at once when asked for, but only so often; the last wish counts."""

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
