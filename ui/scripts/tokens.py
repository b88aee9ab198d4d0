"""Tokenizer of our scripts and style sheets, and whether what is opened in them is closed.

No parser of JavaScript or CSS: it knows strings, patterns, templates and comments, so that brackets
in them do not count.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_PAIRS: Final = {"(": ")", "[": "]", "{": "}", "${": "}"}
_STRING: Final = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_SCRIPT: Final = re.compile(
    rf"(?P<space>\s+|//[^\n]*|/\*.*?\*/)|{_STRING}|[\w$#]+|\?\.(?!\d)|/\*|.", re.DOTALL
)
_STYLE: Final = re.compile(
    rf"(?P<space>\s+|/\*.*?\*/)|{_STRING}|[^\s\"'(){{}}\[\]/;:]+|/\*|.", re.DOTALL
)
_PATTERN: Final = re.compile(r"/(?![/*])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_TEMPLATE: Final = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(`|\$\{)", re.DOTALL)
# A slash after one of these begins a pattern.
_KEYWORDS = (
    "await case catch do else for if import in instanceof of return super switch throw typeof "
    "void while yield"
)
KEYWORDS: Final = frozenset(_KEYWORDS.split())


class Token(NamedTuple):
    """A word or a mark, and where it stands; a string or a pattern is one mark."""

    text: str
    at: int

    @property
    def is_name(self) -> bool:
        """Whether it could name something."""
        return self.text.isidentifier()


class UnevenError(Exception):
    """Something is not closed, or was never open."""

    def __init__(self, token: Token, what: str) -> None:
        """Say what, and keep where it stands."""
        super().__init__(f"{token.text} is {what}")
        self.at = token.at


def check_style(text: str) -> None:
    """Raise UnevenError if the brackets of a style sheet do not fit."""
    waiting: list[Token] = []
    for match in _STYLE.finditer(text):
        if match.lastgroup != "space":
            _balance(Token(match[0], match.start()), waiting)
    _end(waiting)


def script_tokens(text: str) -> list[Token]:
    """Return the words and marks of a script; UnevenError if they do not fit."""
    found: list[Token] = []
    waiting: list[Token] = []
    at = 0
    while at < len(text):
        is_back = text[at] == "}" and bool(waiting) and waiting[-1].text == "${"
        if is_back or text[at] == "`":
            found.append(Token("`", waiting.pop().at if is_back else at))
            at = _after_template(text, at, waiting)
            continue
        match = _PATTERN.match(text, at) if _may_begin_pattern(found) else None
        match = match or _SCRIPT.match(text, at)
        assert match is not None  # noqa: S101  # it takes any sign
        if match.lastgroup != "space":
            found.append(Token(match[0], at))
            _balance(found[-1], waiting)
        at = match.end()
    _end(waiting)
    return found


def _after_template(text: str, at: int, waiting: list[Token]) -> int:
    """Return where a part of a template ends that begins with a mark."""
    match = _TEMPLATE.match(text, at + 1)
    if match is None:
        raise UnevenError(Token("`", at), "not closed")
    if match[1] == "${":
        waiting.append(Token("${", match.end() - 2))
    return match.end()


def _may_begin_pattern(found: list[Token]) -> bool:
    if not found or found[-1].text in KEYWORDS:
        return True
    last = found[-1].text
    is_value = re.match(r"[\w$#\"'`)\]}]|/.", last)
    return is_value is None


def _balance(token: Token, waiting: list[Token]) -> None:
    if token.text in _PAIRS:
        waiting.append(token)
    elif token.text in ("/*", '"', "'"):
        raise UnevenError(token, "not closed")
    elif token.text in _PAIRS.values() and (
        not waiting or _PAIRS[waiting.pop().text] != token.text
    ):
        raise UnevenError(token, "not opened")


def _end(waiting: list[Token]) -> None:
    if waiting:
        raise UnevenError(waiting[-1], "not closed")
