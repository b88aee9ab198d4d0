"""Whose word a row is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row comes from; `url` is None where no link is known."""

    name: str
    url: str | None
