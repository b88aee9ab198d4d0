"""What is known of an export: how it is made and named, and how the dialog "Share" lists it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from geo.catalog import view_of
from geo.jsonobject import Json
from geo.link import Pairs, Problem, Scenario
from geo.share import file_name
from ui.work.costs import QUICK_MS, Cost

_LONG: Final = Cost(QUICK_MS + 1)

Maker = Callable[..., bytes]  # of a view, the app's address, and the own keys by name
Options = tuple[Json, list[Problem]]  # what the own keys say, as plain JSON, and what is wrong


@dataclass(frozen=True, slots=True)
class Offer:
    """How the dialog "Share" lists a file: the kind, as people call it, and what it is for."""

    kind: str
    words: str
    keys: str = ""  # of the file's own, as in a query


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One export: how its bytes are made from a view and the app's address, and what they are.

    One that is `drawn` takes long and much memory: a process makes it, and its tag is that of
    what was asked for. `keys` are those that it has beside the view's, as OpenAPI describes them.
    """

    make: Maker
    media_type: str
    summary: str
    cost: Cost = _LONG
    drawn: bool = False
    keys: tuple[tuple[str, Json, str], ...] = ()
    read: Callable[[Pairs], Options] = lambda _: ({}, [])
    saved: bool = False  # a browser saves it, where it could also show it
    more: Mapping[str, str] = field(default_factory=dict)
    ending: str = ""
    offer: Offer | None = None  # none where the dialog has a place of its own for it, or no need
    others: tuple[Offer, ...] = ()  # the same file in other forms

    def headers(self, scenario: Scenario, options: Mapping[str, Any]) -> dict[str, str]:
        """Return the headers that name the file; the name says what the file shows."""
        name = file_name(view_of(scenario).drawn, self.ending.format(**options))
        way = "attachment" if self.saved else "inline"
        return {"Content-Disposition": f'{way}; filename="{name}"', **self.more}
