"""What a place is called where there is little room."""

from __future__ import annotations


def short_name(name: str) -> str:
    """Return a name as it fits on a map: without what stands in brackets."""
    return name.split(" (", maxsplit=1)[0]
