"""Parser of what a browser says: made a known type, or dropped with a line in the log.

Anyone can speak Streamlit's protocol without our page, so nothing that arrives is believed to be
what our scripts send. What is malformed is left out and the page goes on as if it had not come.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from ui.visitor.ratelimit import RateLimit, more_before

MAX_QUERY_CHARS: Final = 8_000
_MAX_DEPTH: Final = 16
_MAX_SEQ: Final = 2**53 - 1  # what a browser counts to

log = logging.getLogger("reachmap")


@dataclass(frozen=True)
class Commit:
    """What a panel hands over when a thumb rests: the view as a query."""

    query: str


def read_commit(raw: object) -> Commit | None:
    """Return a commit, or None if this is none."""
    query = part_of(raw, "query")
    if not isinstance(query, str) or not _is_text(query):
        return None
    cut = _cut(query)
    return Commit(cut) if cut or not query else None


def _cut(query: str) -> str:
    """Return as many whole pairs of a query as an address may hold.

    A panel writes what it knows first, then what it found in the link and does not know.
    """
    if len(query) <= MAX_QUERY_CHARS:
        return query
    return query[: MAX_QUERY_CHARS + 1].rpartition("&")[0].strip("&")


def read_seq(raw: object) -> int:
    """Return the number of a commit, by which a panel knows the answer; 0 when in doubt."""
    seq = part_of(raw, "seq")
    return seq if type(seq) is int and 0 <= seq <= _MAX_SEQ else 0


def part_of(state: object, key: str) -> object:
    """Return one key of a component's state, None if it has none or is no mapping."""
    return state.get(key) if isinstance(state, Mapping) else None


def is_state(text: str) -> bool:
    """Whether a text is a component's state: JSON that any program can read.

    It is an object or a list, or null for none, has no NaN and no number beyond those of floats,
    is not nested deeply, and holds no halves of characters.
    """
    try:
        value = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        is_one = value is None or isinstance(value, (dict, list))
        return is_one and _is_flat(value) and _is_text(json.dumps(value, ensure_ascii=False))
    except (ValueError, RecursionError):
        return False


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _is_flat(value: Any) -> bool:
    level = [value]
    for _ in range(_MAX_DEPTH):
        lists = [each.values() if isinstance(each, dict) else each for each in level]
        level = [each for items in lists if not isinstance(items, _PLAIN) for each in items]
    return not level


_PLAIN: Final = (str, int, float, type(None))  # bool is an int


def _is_text(text: str) -> bool:
    """Whether a text can be written as UTF-8: it has no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class RateLimitedLog:
    """A log that a flood cannot fill: one line in ten seconds for each kind, with how many."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._kinds = RateLimit()

    def warn(self, what: str) -> None:
        """Log that something was dropped. `what` is one of our own sentences, not a visitor's."""
        left_out = self._kinds.left_out(what)
        if left_out is not None:
            log.warning("%s%s", what, more_before(left_out))


dropped: Final = RateLimitedLog()
