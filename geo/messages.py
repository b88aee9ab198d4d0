"""What marks a text in the code as a message, before any language is known."""

from __future__ import annotations

from typing import TypeAlias

Forms: TypeAlias = tuple[str, str]


def message(text: str) -> str:
    """Return a message as it is: to be said later, when the language is known.

    Messages stand in the code as literals within `tell(...)`, `say(lang)(...)` or this, so that a
    test can hold them against the tables.
    """
    return text


def plural(one: str, many: str) -> Forms:
    """Return a message as it is for one and for other numbers, its `{n}`: to be said later.

    It is said by `tell.plural(*forms, n=...)`.
    """
    return one, many
