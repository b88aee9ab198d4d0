"""Rules for single cells of the tables in data/.

A rule takes the text of a cell and returns what is wrong with it and what to
do, or None. Blank cells are the caller's business: see `optional`. It also says
the same in the words of Table Schema, for programs that read data.zip.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from geo.facts import BEST_LABEL_END, MAX_LABEL_CHARS, OWN_LABEL

Check = Callable[[str], str | None]

# Ids stand in people's links: nothing that a query string would have to encode.
ID_PATTERN: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
LIST_MARK: Final = "|"  # between the words of a cell that holds several
SPAN_MARK: Final = "/"  # between the days of a span, as in ISO 8601
_MAX_DIGITS: Final = 12
_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_YEAR: Final = re.compile(r"(19|20)\d\d", re.ASCII)
_URL: Final = re.compile(r"https?://[^\s<>\"'`\\]+\.[^\s<>\"`\\]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a cell may hold.

    `check` says what is wrong with one. `kind`, `form` and `constraints` are the type, format and
    constraints of a field in Table Schema: a program that goes by them takes what `check` takes.
    """

    check: Check
    kind: str = "string"
    form: str = ""
    constraints: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, cell: str) -> str | None:
        """Return what is wrong with a cell, or None."""
        return self.check(cell)


def _rule(kind: str = "string", form: str = "", **constraints: Any) -> Callable[[Check], Rule]:
    """Make a rule of a check, with what programs are told of it."""
    return lambda check: Rule(check, kind, form, constraints)


@_rule()
def text(cell: str) -> str | None:
    """Any text on one line, or none."""
    if cell != cell.strip() or not cell.isprintable():
        return "has a space at an end, a line break or a control character. Remove it."
    return None


@_rule(required=True)
def filled(cell: str) -> str | None:
    """Some text."""
    return text(cell) if cell.strip() else "is empty. Fill it in."


@_rule(required=True)
def source(cell: str) -> str | None:
    """The name of a source, which no row goes without."""
    return text(cell) if cell.strip() else "is empty. Name the source, or leave the row out."


def at_most(characters: int) -> Rule:
    """Return the rule for words that have little room."""

    @_rule(maxLength=characters, required=True)
    def rule(cell: str) -> str | None:
        if len(cell) > characters:
            return f"has {len(cell)} characters. Shorten it to {characters}."
        return filled(cell)

    return rule


@_rule(pattern=ID_PATTERN.pattern, required=True)
def identifier(cell: str) -> str | None:
    """A public id, as it stands in links."""
    if ID_PATTERN.fullmatch(cell):
        return None
    return "is not an id. Use a-z, 0-9, '-' and '_', starting with a letter or digit."


def number(low: float, high: float, hint: str = "Check the value and its unit.") -> Rule:
    """Return the rule for a decimal number from `low` to `high`."""

    @_rule("number", minimum=low, maximum=high, required=True)
    def rule(cell: str) -> str | None:
        if not _NUMBER.fullmatch(cell):
            return "is not a number. Write digits with a point, no unit and no separators."
        if not low <= float(cell) <= high:
            return f"is not between {low:,g} and {high:,g}. {hint}"
        return None

    return rule


@_rule("integer", minimum=0, required=True)
def count(cell: str) -> str | None:
    """A whole number, zero or more."""
    is_whole = cell.isascii() and cell.isdigit() and len(cell) <= _MAX_DIGITS
    return None if is_whole else "is not a whole number. Write digits only."


@_rule(pattern=_DATE.pattern, required=True)
def date(cell: str) -> str | None:
    """A date as precise as known."""
    if _DATE.fullmatch(cell):
        try:
            dt.date.fromisoformat(cell + "-01" * (2 - cell.count("-")))
        except ValueError:
            return "is not in the calendar. Check month and day."
        return None
    return "is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD."


@_rule("year", required=True)
def year(cell: str) -> str | None:
    """A year, and no more of a date."""
    return None if _YEAR.fullmatch(cell) else "is not a year. Write its four digits."


@_rule("date", required=True)
def day(cell: str) -> str | None:
    """A date to the day."""
    problem = date(cell)
    return problem or (None if cell.count("-") == 2 else "is not a day. Write YYYY-MM-DD.")


@_rule(pattern=rf"\d{{4}}-\d\d-\d\d{SPAN_MARK}\d{{4}}-\d\d-\d\d", required=True)
def days(cell: str) -> str | None:
    """Two days, the first before the second."""
    first, _, second = cell.partition(SPAN_MARK)
    if day(first) or day(second) or first >= second:
        return "is not two days in order. Write YYYY-MM-DD/YYYY-MM-DD."
    return None


@_rule(form="uri", required=True)
def url(cell: str) -> str | None:
    """A link a browser may follow."""
    if _URL.fullmatch(cell) and cell.isprintable():
        return None
    return "is not a link. Give an http:// or https:// address, or leave the cell empty."


@_rule(maxLength=MAX_LABEL_CHARS, required=True)
def label(cell: str) -> str | None:
    """The words on a ring; `~` parts the fields of a ring in a link."""
    if len(cell) > MAX_LABEL_CHARS:
        return f"has {len(cell)} characters. Shorten it to {MAX_LABEL_CHARS}."
    if cell == OWN_LABEL or cell.endswith(BEST_LABEL_END):
        return "is what the app itself writes on rings. Say whose claim it is."
    return "contains '~'. Use another character." if "~" in cell else filled(cell)


def one_of(*words: str) -> Rule:
    """Return the rule for one of a few words."""

    @_rule(enum=list(words), required=True)
    def rule(cell: str) -> str | None:
        return None if cell in words else f"is not one of: {', '.join(words)}."

    return rule


def list_of(*words: str) -> Rule:
    """Return the rule for some of a few words, each once."""
    word = f"({'|'.join(map(re.escape, words))})"

    @_rule(pattern=rf"{word}(\{LIST_MARK}{word})*", required=True)
    def rule(cell: str) -> str | None:
        parts = cell.split(LIST_MARK)
        strange = [part for part in parts if part not in words]
        if strange:
            return f"{strange[0]!r} is not one of: {', '.join(words)}."
        return None if len(set(parts)) == len(parts) else "names one of them twice. Once will do."

    return rule


def optional(rule: Rule) -> Rule:
    """Return the rule that lets a blank cell pass."""
    eased = {name: value for name, value in rule.constraints.items() if name != "required"}
    return replace(rule, check=lambda cell: rule(cell) if cell else None, constraints=eased)
