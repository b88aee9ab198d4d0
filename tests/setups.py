"""A copy of the project with nothing in it but its start, and packages that are made here.

No test fetches what the app needs: one wheel holds a stub of everything, a Streamlit included that
says what it was started with and waits for a signal.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from deploy.environment import IMPORTS
from tests.support import ROOT

PATIENCE_S = 100.0
SERVED = 7  # the exit code of the stub that serves
_SERVER = """
import os, sys, time
def main(prog_name):
    print("serving", os.getpid(), *sys.argv[1:], flush=True)
    time.sleep(0 if "--now" in sys.argv else 100)
    sys.exit(7)
"""


def make_wheel(folder: Path, version: str = "1.0") -> None:
    """Write everything-VERSION, the one package that the copy requires."""
    info = f"everything-{version}.dist-info"
    files = {f"{name}/__init__.py": "" for name in {each.partition(".")[0] for each in IMPORTS}}
    files |= {
        "cartopy/crs.py": "",
        "streamlit/web/__init__.py": "",
        "streamlit/web/cli.py": _SERVER,
    }
    files["uvicorn/__init__.py"] = "class Server:\n    pass\n"
    files["folium/map.py"] = "HERE = 1\n"
    files[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: everything\nVersion: {version}\n"
    files[f"{info}/WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(f"{name},,\n" for name in (*files, f"{info}/RECORD"))
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / f"everything-{version}-py3-none-any.whl", "w") as wheel:
        for name, content in {**files, f"{info}/RECORD": record}.items():
            wheel.writestr(name, content)


@dataclass
class Copy:
    """A copy of the project in a folder of its own."""

    root: Path
    wheels: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        return self.root / ".venv"

    @property
    def packages(self) -> Path:
        return next(self.folder.glob("lib/python3*/site-packages"))

    def environ(self, **settings: str) -> dict[str, str]:
        """Return a clean environment: nothing of this machine's pip settings."""
        home = str(self.root.parent)
        clean = {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8"}
        own = {"PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}
        local = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        index = {} if "PIP_INDEX_URL" in settings else local
        return clean | own | index | self.settings | settings

    def begin(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        """Start it as a person does, with what it says in one stream."""
        return subprocess.Popen(
            [sys.executable, "deploy/run.py", *arguments], cwd=self.root, text=True,
            env=self.environ(**settings), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip

    def start(self, **settings: str) -> tuple[int, str]:
        """Start a server that ends by itself with code 7; return the code and what was said."""
        process = self.begin("--now", **settings)
        said, _ = process.communicate(timeout=PATIENCE_S)
        return process.returncode, said


def make_copy(root: Path) -> Copy:
    """Copy what a start needs, with the stub of everything as its one requirement."""
    shutil.copytree(ROOT / "deploy", root / "deploy", ignore=shutil.ignore_patterns("__pycache__"))
    root.joinpath("requirements.txt").write_text("everything>=1.0\n", "utf-8")
    make_wheel(root.parent / "wheels")
    return Copy(root, root.parent / "wheels")


def serving_pid(said: str) -> int:
    """Return the process that serves, as the stub names it."""
    found = re.search(r"^serving (\d+)", said, re.MULTILINE)
    assert found, said
    return int(found[1])


def unmade(ready: Copy) -> Copy:
    """Take the stamp away: the next start fetches packages again."""
    (ready.folder / "reachmap-requirements").unlink()
    shutil.rmtree(ready.packages / "everything-1.0.dist-info")
    return ready


def _remove_python(copy: Copy) -> None:
    (copy.folder / "bin/python").unlink()
    (copy.folder / "bin/python").symlink_to("/usr/bin/python3.1")  # a system that was upgraded


def _replace_python(copy: Copy) -> None:
    (copy.folder / "bin/python").unlink()
    (copy.folder / "bin/python").write_text("#!/bin/sh\nexit 3\n")
    (copy.folder / "bin/python").chmod(0o755)


DAMAGE: dict[str, Callable[[Copy], object]] = {
    "package gone": lambda copy: shutil.rmtree(copy.packages / "folium"),
    "metadata gone": lambda copy: shutil.rmtree(copy.packages / "everything-1.0.dist-info"),
    "file gone": lambda copy: (copy.packages / "folium/map.py").unlink(),
    "file cut off": lambda copy: (copy.packages / "folium/map.py").write_text(""),
    "all packages gone": lambda copy: shutil.rmtree(copy.packages),
    "Python gone": _remove_python,
    "Python broken": _replace_python,
    "not an environment any more": lambda copy: (copy.folder / "pyvenv.cfg").unlink(),
}
