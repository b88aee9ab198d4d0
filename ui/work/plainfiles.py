"""Registry of the exports that show no view: the data, and what own keys alone say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from geo.catalog import TABLES
from geo.datapackage import data_package, table_file
from geo.jsonobject import Json
from geo.link import Pairs
from ui.work.exportfiles import Options


@dataclass(frozen=True, slots=True)
class PlainFile:
    """One such export: how its bytes are made, and what they are.

    `read` says what its own keys hold, as plain JSON, and what is wrong with them; `make` gets
    that by name. `keys` are the same keys as OpenAPI describes them. One with a `name` is saved
    by a browser, under that name.
    """

    make: Callable[..., bytes]
    media_type: str
    summary: str
    cost_ms: float
    keys: tuple[tuple[str, Json, str], ...] = ()
    read: Callable[[Pairs], Options] = lambda _: ({}, [])
    name: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that name the file."""
        way = f'attachment; filename="{self.name}"' if self.name else "inline"
        return {"Content-Disposition": way}


PLAIN_FILES: Final[dict[str, PlainFile]] = {
    "data.zip": PlainFile(
        data_package, "application/zip",
        "All tables, with what describes them: a Frictionless Data Package",
        cost_ms=100, name="reachmap_data.zip",
    ),
    **{
        f"data/{file}": PlainFile(
            partial(table_file, file), "text/csv; charset=utf-8",
            "One table of data.zip, byte for byte", cost_ms=1, name=file,
        )
        for file in TABLES
    },
}  # fmt: skip
