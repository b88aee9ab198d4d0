"""Registry of the exports that show no view and have no keys: the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from geo.catalog import TABLES
from geo.datapackage import data_package, table_file


@dataclass(frozen=True, slots=True)
class PlainFile:
    """One such export: how its bytes are made, what they are, and what a browser saves it as."""

    make: Callable[[], bytes]
    media_type: str
    summary: str
    cost_ms: float
    name: str

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that name the file."""
        return {"Content-Disposition": f'attachment; filename="{self.name}"'}


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
