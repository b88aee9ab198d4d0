"""data/manifest.json: which files ship, how long the tables and texts are, digests of the base map.

A file that was cut at the end of a line, or deleted, looks whole in itself; only a list that was
made before can tell. Tables and texts are edited by hand, so that only their length is kept: more
rows are welcome, fewer are said. `python -m geo.files` writes the list anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from geo.files.datafiles import Fault, line_of, read_json, read_text, shown
from geo.files.tables import read_table

MANIFEST: Final = "manifest.json"
_LISTED: Final = ("*.csv", "rows/*/*.csv", "presets/*.toml", "stories/*.json", "words/*/*.json",
                  "words/*/*.po", "texts/*/*.md", "basemap/*.geojson")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is known of the files that ship, by path below data/."""

    files: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def names(self, folder: str) -> set[str]:
        """Return the names of the files that a folder ships with."""
        parts = (file.rpartition("/") for file in self.files)
        return {name for parent, _, name in parts if parent == folder}

    def cut_fault(self, file: str, rows: int) -> Fault | None:
        """Return a fault if a table or text has fewer rows than it shipped with."""
        listed = self.files.get(file, {}).get("rows", 0)
        if rows >= listed:
            return None
        problem = (
            f"has {rows} rows, and {listed} when {MANIFEST} was written: it may be cut. "
            "Restore it; if rows were left out on purpose, run `python -m geo.files`."
        )
        return Fault(file, problem)

    def digest(self, file: str) -> str:
        """Return the digest a file shipped with, or nothing if none is known."""
        return str(self.files.get(file, {}).get("sha256", ""))


def read_manifest(data_dir: Path) -> tuple[Manifest, list[Fault]]:
    """Return the manifest of a data folder, an empty one if it cannot be used, and why."""
    text = read_text(data_dir / MANIFEST)
    content = text if isinstance(text, Fault) else read_json(text, MANIFEST)
    if isinstance(content, Fault):
        return Manifest(), [content]
    problem = "is no entry of a manifest. Restore it, or run `python -m geo.files`."
    faults = [
        Fault(MANIFEST, problem, line_of(text, file), column=shown(file))
        for file, entry in content.items()
        if isinstance(text, str) and not _is_entry(entry)
    ]
    return (Manifest() if faults else Manifest(content)), faults


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and (
        type(entry.get("rows", 0)) is int
        and re.fullmatch("[0-9a-f]{64}|", str(entry.get("sha256", ""))) is not None
    )


def digest_of(text: str) -> str:
    """Return the digest of a text, the same whatever the line ends of the system are."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def count_rows(text: str) -> int:
    """Return the lines of a text."""
    return len(text.splitlines())


def _entry(path: Path) -> dict[str, Any]:
    text = read_text(path)
    if isinstance(text, Fault):
        raise SystemExit(str(text))
    if path.suffix == ".csv":
        return {"rows": len(read_table(path).rows)}
    if path.suffix == ".md":
        return {"rows": count_rows(text)}
    if path.suffix == ".po":
        return {"rows": len(re.findall(r"^msgid ", text, re.MULTILINE)) - 1}  # but for its header
    return {"sha256": digest_of(text)} if path.suffix == ".geojson" else {}


def manifest_text(data_dir: Path) -> str:
    """Return the manifest of a data folder as it stands, an entry a line."""
    paths = [path for pattern in _LISTED for path in sorted(data_dir.glob(pattern))]
    lines = (
        f" {json.dumps(path.relative_to(data_dir).as_posix())}: {json.dumps(_entry(path))}"
        for path in paths
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"
