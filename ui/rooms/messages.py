"""Parser of what browsers say in a room: a message is one of these or it is nothing.

Whoever sends it may be hostile, so a message that is not exactly as agreed gives None. Who may
say what is decided elsewhere (room.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from geo.facts import MAX_CLASS_WORDS
from ui.rooms.limits import MESSAGE_BYTES

_DRAWN: Final = re.compile(r"[A-Za-z0-9]{8,32}", re.ASCII)
_MAX_INDEX: Final = 1_000
_MAP_PIXELS: Final = (50, 20_000)

MapSize = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lead:
    """Let me lead; this is the secret, or None: my browser's cookie holds it.

    `page` is drawn by a page that wants to lead alone; `takes`: even if another one leads.
    """

    secret: str | None
    page: str = ""
    takes: bool = False


@dataclass(frozen=True, slots=True)
class Drag:
    """The view while something is moving, and how large the leader's map is, in pixels."""

    query: str
    map_size: MapSize | None = None


@dataclass(frozen=True, slots=True)
class WholeView:
    """The whole view, at rest.

    `words` are those of a teacher's own story; `is_fitted`: the map was just fitted to the rings.
    """

    query: str
    words: dict[str, str] | None
    map_size: MapSize | None = None
    is_fitted: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Begin a poll: is a place in reach of a ring, or which ring is believed."""

    kind: str
    place: str = ""
    ring: int = 0


@dataclass(frozen=True, slots=True)
class StopAsking:
    """End the poll."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the bars to all, or to the leader alone."""

    is_open: bool


@dataclass(frozen=True, slots=True)
class End:
    """The class is over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A vote. `voter` is drawn by the browser: its one voice if it has no ticket."""

    poll: str
    choice: int
    voter: str


Message = Lead | Drag | WholeView | Ask | StopAsking | Reveal | End | Answer


class _MalformedError(ValueError):
    """A message is not as agreed."""


def read_message(text: str) -> Message | None:
    """Return what a text frame says, or None; never raises."""
    if len(text) > MESSAGE_BYTES or len(text.encode("utf-8", "replace")) > MESSAGE_BYTES:
        return None
    try:
        given = json.loads(text, parse_constant=_no_number)
        return _read(given)
    except (ValueError, RecursionError):  # RecursionError: thousands of brackets
        return None


def _no_number(name: str) -> NoReturn:
    raise _MalformedError(f"{name} is no JSON")


def _read(given: Any) -> Message:
    for keys, read in _READERS:
        if isinstance(given, dict) and keys[0] in given and given.keys() <= set(keys):
            return read(given)
    raise _MalformedError("no message of ours")


def _lead(given: dict[str, Any]) -> Lead:
    secret = None if given["lead"] is True else _text(given["lead"], 64)
    return Lead(secret, _drawn(given["page"]) if "page" in given else "", given.get("take") is True)


def _drag(given: dict[str, Any]) -> Drag:
    scene = _dict(given["scene"])
    size = _map_size(scene.get("map"))
    return Drag(_text(scene.get("query")), size)


def _view(given: dict[str, Any]) -> WholeView:
    words = given.get("words")
    return WholeView(
        _text(given["query"]),
        None if words is None else _words(_dict(words)),
        _map_size(given.get("map")),
        given.get("fit") is True,
    )


def _words(given: dict[str, Any]) -> dict[str, str]:
    return {key: _text(given.get(key, ""), chars) for key, chars in MAX_CLASS_WORDS.items()}


def _poll(given: dict[str, Any]) -> Ask | StopAsking:
    if given["poll"] is None:
        return StopAsking()
    poll = _dict(given["poll"])
    if poll.get("kind") == "in_out":
        return Ask("in_out", _text(poll.get("place"), 100), _index(poll.get("ring")))
    if poll.get("kind") == "believe":
        return Ask("believe")
    raise _MalformedError("no kind of poll")


def _reveal(given: dict[str, Any]) -> Reveal:
    if not isinstance(given["reveal"], bool):
        raise _MalformedError("neither true nor false")
    return Reveal(given["reveal"])


def _end(given: dict[str, Any]) -> End:
    if given["end"] is not True:
        raise _MalformedError("not true")
    return End()


def _answer(given: dict[str, Any]) -> Answer:
    answer = _dict(given["answer"])
    voter = _drawn(given.get("voter"))
    return Answer(_text(answer.get("poll"), 32), _index(answer.get("choice")), voter)


def _drawn(value: Any) -> str:
    """Return what a browser drew at random."""
    drawn = _text(value, 32)
    if not _DRAWN.fullmatch(drawn):
        raise _MalformedError("nothing that a browser draws")
    return drawn


# Which key says what a message is, and which may stand beside it.
_READERS: Final[tuple[tuple[tuple[str, ...], Callable[[dict[str, Any]], Message]], ...]] = (
    (("lead", "page", "take"), _lead),
    (("scene",), _drag),
    # "active" is what pages say that were loaded when links had no `on` yet.
    (("query", "active", "words", "map", "fit"), _view),
    (("poll",), _poll),
    (("reveal",), _reveal),
    (("end",), _end),
    (("answer", "voter"), _answer),
)


def _map_size(value: Any) -> MapSize | None:
    """Return width and height; a size that cannot be is left out, as it only helps a little."""
    least, most = _MAP_PIXELS
    if not isinstance(value, list) or len(value) != 2:
        return None
    width, height = value
    is_size = all(type(each) is int and least <= each <= most for each in value)
    return (width, height) if is_size else None


def _dict(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _MalformedError("no object")
    return value


def _text(value: Any, max_chars: int = MESSAGE_BYTES) -> str:
    """Return a text, with halves of characters, which JSON can spell, replaced."""
    if not isinstance(value, str) or len(value) > max_chars:
        raise _MalformedError("no text, or too long")
    return value.encode("utf-8", "replace").decode()


def _index(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MAX_INDEX:  # True is an int, too
        raise _MalformedError("no index")
    return value
