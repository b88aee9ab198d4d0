"""Problems of a link: which value could not be used, why, and what is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar

from geo.errors import ReachmapError
from geo.link.guess import likely

_SHOWN_CHARS: Final = 200  # of a bad value, in a message

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Problem:
    """One value of a link that could not be used: which, why, and what is accepted.

    `meant` is the value that was probably meant, if one can be told.
    """

    key: str
    value: str
    problem: str
    reason: ReachmapError | None = field(default=None, compare=False, repr=False)
    meant: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the sentence a page shows."""
        return f"{self.key}={self.value}: {self.problem}"

    def said(self, lang: str) -> str:
        """Return what is wrong in a language; `problem` is English, for programs."""
        return self.problem if self.reason is None else self.reason.said(lang)


def refused(key: str, text: str, reason: ReachmapError, meant: str = "") -> Problem:
    """Return the Problem of a value for which there is a reason."""
    is_said = "swapped" in reason.values  # the sentence itself has the point that was meant
    problem = f"{reason}; perhaps {key}={meant} is meant" if meant and not is_said else str(reason)
    return Problem(key, shown(text), problem, reason, meant)


def attempt(
    key: str, text: str, parse: Callable[[str], Value], problems: list[Problem], default: Value
) -> Value:
    """Return what a parser makes of a value; if it refuses, note the Problem and fall back."""
    try:
        return parse(text)
    except ReachmapError as error:
        guesses = (each for each in likely(key, text) if is_read(each, parse))
        problems.append(refused(key, text, error, next(guesses, "")))
        return default


def is_read(text: str, parse: Callable[[str], object]) -> bool:
    """Return whether a parser can use a value."""
    try:
        parse(text)
    except ReachmapError:
        return False
    return True


def shown(text: str) -> str:
    """Return a value as it can stand in a message."""
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}..."
