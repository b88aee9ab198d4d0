"""Reader of the ready views in data/presets, one TOML file each.

The file's name is the preset's id. Whether its rings can be drawn is decided
where links are decoded; here only its own shape is checked.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from geo.files import Fault, cells, control_fault, read_text, shown
from geo.records.kinds import Preset

_KEYS: Final[dict[str, type]] = {"title": str, "about": str, "order": int, "query": str}


def read_presets(folder: Path, shipped: Iterable[str] = ()) -> tuple[list[Preset], list[Fault]]:
    """Return the presets of a folder, and what is wrong with the others.

    `shipped` are the names of files that should be there (geo/files/manifest.py).
    """
    names = {path.name for path in folder.glob("*.toml")} | set(shipped)
    read = [_read_preset(folder / name) for name in sorted(names)]
    faults = [fault for _, found in read for fault in found]
    if not read:
        faults.append(Fault("presets", "holds no preset. Put the TOML files back."))
    return [preset for preset, _ in read if preset is not None], faults


def query_row(path: Path) -> int | None:
    """Return the line of a preset's file that holds its query."""
    text = read_text(path)
    lines = [] if isinstance(text, Fault) else text.splitlines()
    found = (row for row, line in enumerate(lines, start=1) if re.match(r"\s*query\s*=", line))
    return next(found, None)


def _read_preset(path: Path) -> tuple[Preset | None, list[Fault]]:
    content = read_text(path)
    if isinstance(content, Fault):
        return None, [content]
    try:
        table = tomllib.loads(content)
    except RecursionError:
        return None, [Fault(path.name, "is nested too deeply. Put the right file back.", row=1)]
    except ValueError as error:  # TOMLDecodeError among them, and numbers without end
        at = re.search(r"at line (\d+)", str(error))
        row = int(at[1]) if at else len(content.splitlines())
        return None, [Fault(path.name, f"is not TOML ({str(error)[:200]}).", row=row)]
    faults = _faults(path, table)
    control = control_fault(content, path.name)
    if control:
        faults.append(control)
    return (None if faults else Preset(id=path.stem, **{key: table[key] for key in _KEYS})), faults


def _faults(path: Path, table: dict[str, Any]) -> list[Fault]:
    faults = [
        Fault(path.name, f"is missing or empty. Give it as {kind.__name__}.", column=key)
        for key, kind in _KEYS.items()
        if type(table.get(key)) is not kind or table[key] == ""
    ]
    faults += [
        Fault(path.name, f"{shown(table[key])} {problem}", column=key)
        for key in ("title", "about", "query")
        if isinstance(table.get(key), str) and (problem := cells.text(table[key]))
    ]
    problem = cells.identifier(path.stem)
    return faults + ([Fault(path.name, f"the file name {problem}")] if problem else [])
