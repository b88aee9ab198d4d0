"""data.zip: the tables of data/ byte for byte, with what describes them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

from geo.catalog import README, TABLES, load_catalog, read_readme
from geo.datapackage.descriptor import package_json, resource_json
from geo.files import DATA_DIR, read_table
from geo.zipped import zipped

_DESCRIPTOR: Final = "datapackage.json"
_LOG: Final = "revisions.csv"


@lru_cache(maxsize=1)
def data_package() -> bytes:
    """Return the shipped tables as a zip; data with faults raise DataError, which lists them."""
    load_catalog()
    return _packed(DATA_DIR)


def table_file(file: str) -> bytes:
    """Return the bytes of a table of data/; a name that is none raises KeyError."""
    load_catalog()
    return (DATA_DIR / {name: name for name in TABLES}[file]).read_bytes()


def _packed(data_dir: Path) -> bytes:
    readme = read_readme(data_dir)
    translated = sorted(data_dir.glob("rows/*/*.csv"))
    paths = [data_dir / file for file in TABLES] + translated
    tables = {path.relative_to(data_dir).as_posix(): read_table(path) for path in paths}
    contents = {file: (data_dir / file).read_bytes() for file in tables}
    resources = [
        resource_json(file, contents[file], table, readme) for file, table in tables.items()
    ]
    day = max(row["date"] for row in tables[_LOG].rows.values())
    described = json.dumps(package_json(resources, readme, day), ensure_ascii=False, indent=1)
    return zipped(
        {
            _DESCRIPTOR: f"{described}\n".encode(),
            README: (data_dir / README).read_bytes(),
            **contents,
        }
    )
