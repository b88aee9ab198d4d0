"""Read the ready views of data/presets, one TOML file each.

The file's name is the preset's id. Whether its rings can be drawn is decided
where links are decoded; here only its own shape is checked.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

from geo import cells
from geo.records import Preset
from geo.tables import Fault, read_text

_KEYS: Final[dict[str, type]] = {"title": str, "about": str, "order": int, "query": str}


def read_presets(folder: Path) -> tuple[list[Preset], list[Fault]]:
    """Return the presets of a folder, and what is wrong with the others."""
    read = [_read_preset(path) for path in sorted(folder.glob("*.toml"))]
    faults = [fault for _, found in read for fault in found]
    if not read:
        faults.append(Fault("presets", "holds no preset. Put the TOML files back."))
    return [preset for preset, _ in read if preset is not None], faults


def _read_preset(path: Path) -> tuple[Preset | None, list[Fault]]:
    content = read_text(path)
    if isinstance(content, Fault):
        return None, [content]
    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        return None, [Fault(path.name, f"is not TOML ({error}).")]
    faults = _faults(path, table)
    return (None if faults else Preset(id=path.stem, **{key: table[key] for key in _KEYS})), faults


def _faults(path: Path, table: dict[str, Any]) -> list[Fault]:
    faults = [
        Fault(path.name, f"is missing or empty. Give it as {kind.__name__}.", column=key)
        for key, kind in _KEYS.items()
        if not isinstance(table.get(key), kind) or table[key] == ""
    ]
    problem = cells.identifier(path.stem)
    return faults + ([Fault(path.name, f"the file name {problem}")] if problem else [])
