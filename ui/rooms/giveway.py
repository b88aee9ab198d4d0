"""Eviction of rooms: which one gives way when all are taken and another one is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Final

from ui.rooms.limits import Limits
from ui.rooms.room import Room

_CLASS: Final = 5  # pupils; more of them make no room more of a class, as a script has some, too


def giving_way(rooms: Collection[Room], limits: Limits) -> Room | None:
    """Return the room that may give way, None if there is none; `rooms`: the oldest first.

    That is the oldest that everyone has left. If there is none, and one address has too many: the
    least likely class among them, followed or not. A school has one address, too, and a teacher in
    it begins with no pupils: so first goes what was opened by whoever opened most, then what fewest
    browsers follow, then what is newest.
    """
    empty = next((room for room in rooms if room.is_empty), None)
    if empty or not rooms:
        return empty
    address, count = Counter(room.opener.address for room in rooms).most_common(1)[0]
    if count <= limits.rooms_of_address:
        return None
    opened = Counter(room.opener for room in rooms)
    theirs = [room for room in list(rooms)[::-1] if room.opener.address == address]
    return min(theirs, key=lambda room: (-opened[room.opener], min(room.pupils, _CLASS)))
