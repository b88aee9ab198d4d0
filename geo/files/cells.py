"""Rules for single cells of the tables in data/.

A rule takes the text of a cell and returns what is wrong with it and what to
do, or None. Blank cells are the caller's business: see `optional`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from geo.facts import BEST_LABEL_END, MAX_LABEL_CHARS, OWN_LABEL

Rule = Callable[[str], str | None]

# Ids stand in people's links: nothing that a query string would have to encode.
ID_PATTERN: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
LIST_MARK: Final = "|"  # between the words of a cell that holds several
_MAX_DIGITS: Final = 12
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_YEAR: Final = re.compile(r"(19|20)\d\d", re.ASCII)
_URL: Final = re.compile(r"https?://[^\s<>\"'`\\]+\.[^\s<>\"`\\]+")


def text(cell: str) -> str | None:
    """Any text on one line, or none."""
    if cell != cell.strip() or not cell.isprintable():
        return "has a space at an end, a line break or a control character. Remove it."
    return None


def filled(cell: str) -> str | None:
    """Some text."""
    return text(cell) if cell.strip() else "is empty. Fill it in."


def source(cell: str) -> str | None:
    """The name of a source, which no row goes without."""
    return text(cell) if cell.strip() else "is empty. Name the source, or leave the row out."


def identifier(cell: str) -> str | None:
    """A public id, as it stands in links."""
    if ID_PATTERN.fullmatch(cell):
        return None
    return "is not an id. Use a-z, 0-9, '-' and '_', starting with a letter or digit."


def number(low: float, high: float, hint: str = "Check the value and its unit.") -> Rule:
    """Return the rule for a decimal number from `low` to `high`."""

    def rule(cell: str) -> str | None:
        if not _NUMBER.fullmatch(cell):
            return "is not a number. Write digits with a point, no unit and no separators."
        if not low <= float(cell) <= high:
            return f"is not between {low:,g} and {high:,g}. {hint}"
        return None

    return rule


def count(cell: str) -> str | None:
    """A whole number, zero or more."""
    is_whole = cell.isascii() and cell.isdigit() and len(cell) <= _MAX_DIGITS
    return None if is_whole else "is not a whole number. Write digits only."


def date(cell: str) -> str | None:
    """A date as precise as known."""
    if _DATE.fullmatch(cell):
        try:
            dt.date.fromisoformat(cell + "-01" * (2 - cell.count("-")))
        except ValueError:
            return "is not in the calendar. Check month and day."
        return None
    return "is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD."


def year(cell: str) -> str | None:
    """A year, and no more of a date."""
    return None if _YEAR.fullmatch(cell) else "is not a year. Write its four digits."


def day(cell: str) -> str | None:
    """A date to the day."""
    problem = date(cell)
    return problem or (None if cell.count("-") == 2 else "is not a day. Write YYYY-MM-DD.")


def url(cell: str) -> str | None:
    """A link a browser may follow."""
    if _URL.fullmatch(cell) and cell.isprintable():
        return None
    return "is not a link. Give an http:// or https:// address, or leave the cell empty."


def label(cell: str) -> str | None:
    """The words on a ring; `~` parts the fields of a ring in a link."""
    if len(cell) > MAX_LABEL_CHARS:
        return f"has {len(cell)} characters. Shorten it to {MAX_LABEL_CHARS}."
    if cell == OWN_LABEL or cell.endswith(BEST_LABEL_END):
        return "is what the app itself writes on rings. Say whose claim it is."
    return "contains '~'. Use another character." if "~" in cell else filled(cell)


def one_of(*words: str) -> Rule:
    """Return the rule for one of a few words."""
    return lambda cell: None if cell in words else f"is not one of: {', '.join(words)}."


def list_of(*words: str) -> Rule:
    """Return the rule for some of a few words, each once."""

    def rule(cell: str) -> str | None:
        parts = cell.split(LIST_MARK)
        strange = [part for part in parts if part not in words]
        if strange:
            return f"{strange[0]!r} is not one of: {', '.join(words)}."
        return None if len(set(parts)) == len(parts) else "names one of them twice. Once will do."

    return rule


def optional(rule: Rule) -> Rule:
    """Return the rule that lets a blank cell pass."""
    return lambda cell: rule(cell) if cell else None
