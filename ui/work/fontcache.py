"""Folder of Matplotlib's font cache: also where nothing can be written, as in containers.

Matplotlib insists on a folder of its own, and Cartopy on one for temporary files, though neither
needs any for our pictures. Called before either is imported.
"""

from __future__ import annotations

import logging
import os
import stat
import sys
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Final

_SETTING: Final = "MPLCONFIGDIR"
_NOWHERE: Final = os.devnull  # no folder: nothing can be written below it


def choose_font_cache() -> None:
    """Have Matplotlib use the operator's folder, the user's, or a temporary one; else none at all.

    Without one, each worker process looks through the fonts anew (a second) and remembers them.
    """
    _read_no_settings()
    folder = next((each for each in _folders() if _is_writable(each)), None) or _temporary()
    if folder is not None:
        os.environ[_SETTING] = str(folder)
        return
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)  # that it can't be kept
    import matplotlib as mpl  # noqa: PLC0415  # it takes long, and only this case needs it here

    mpl.get_cachedir = mpl.get_configdir = lambda: _NOWHERE


def _read_no_settings() -> None:
    """Pictures are the same on every machine: no settings of the user's are looked for.

    ReportLab would run a file in the home folder, and fails where that cannot even be looked for.
    """
    spec = find_spec("matplotlib")
    if spec is not None and spec.origin is not None:
        os.environ["MATPLOTLIBRC"] = str(Path(spec.origin).parent / "mpl-data" / "matplotlibrc")
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))


def _folders() -> list[Path]:
    """Return the operator's folder and the one Matplotlib would take."""
    given = os.environ.get(_SETTING)
    found = [Path(given)] if given else []
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    with suppress(RuntimeError):  # nobody's home
        found.append((Path(cache) if cache else Path.home() / ".cache") / "matplotlib")
    return found


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _temporary() -> Path | None:
    """Return a folder of this user among temporary files, the same for all worker processes."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    try:
        folder = Path(tempfile.gettempdir()) / f"reachmap-fonts-{user}"
    except FileNotFoundError:  # there is no folder for temporary files, and none is needed
        tempfile.tempdir = _NOWHERE
        return None
    return folder if _is_writable(folder) and _is_private(folder) else None


def _is_private(folder: Path) -> bool:
    """Return whether nobody else made a folder, or a link by its name, or may write to it."""
    if not hasattr(os, "getuid"):
        return True  # Windows has a folder for temporary files per user
    found = folder.lstat()
    is_shared = found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not is_shared
