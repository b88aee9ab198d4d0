"""Installer of an environment: venv, pip, a trial of what was installed, the stamp."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from deploy.environment import Environment, Look, State
from deploy.failure import told, trouble_of
from deploy.programs import FailedError, run
from deploy.trouble import Trouble


class SetUpError(Exception):
    """The environment could not be made; the text is for people."""


def make(environment: Environment, found: Look, lock: int | None = None) -> None:
    """Bring an environment to what its stamp promises, or raise SetUpError.

    What stands there is completed; it is made again when it is damaged, or when completing it
    does not help.
    """
    _refuse_what_is_not_ours(environment)
    try:
        if found.state is not State.DAMAGED:
            try:
                _install(environment, lock, is_new=False)
                return
            except FailedError as failed:
                if found.state is State.MISSING or _is_outside(trouble_of(environment, failed)):
                    raise
                print("What is there cannot be completed; it is made again.", flush=True)
        _install(environment, lock, is_new=True)
    except FailedError as failed:
        raise SetUpError(told(environment, failed)) from failed
    except OSError as error:
        raise SetUpError(told(environment, FailedError("writing", f"{error}"))) from error


def _is_outside(trouble: Trouble) -> bool:
    """Whether a fresh environment would meet the same trouble."""
    return trouble.kind not in {"unknown", "venv", "import"}


def _refuse_what_is_not_ours(environment: Environment) -> None:
    folder = environment.folder
    if folder.exists() and not folder.is_dir():
        raise SetUpError(f"{folder} is a file; the environment needs that name for a folder.")
    if not environment.is_empty and not environment.is_ours:
        raise SetUpError(f"{folder} (REACHMAP_VENV) holds other things; name an empty folder.")


def _install(environment: Environment, lock: int | None, *, is_new: bool) -> None:
    _add_venv_to_bare_debian(environment, lock)
    if is_new or environment.fault_of_python():
        make = [_base(environment), "-m", "venv", *(["--clear"] if is_new else [])]
        run(environment, lock, "making the environment", [*make, str(environment.folder)])
    # Apart (-I) from the user's settings of Python and from modules in the current folder.
    python = [str(environment.python), "-I", "-X", "utf8"]
    pip = [*python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    wanted = ["--progress-bar", "off", "-r", str(environment.requirements)]
    _fetch(environment, lock, pip, wanted)
    half = environment.half_installed()
    if half:
        raise FailedError("checking", f"cut off in an earlier set-up: {', '.join(half)}")
    trial = "import " + ", ".join(environment.imports)
    run(environment, lock, "trying what was installed", [*python, "-c", trial])
    environment.write_stamp()


def _fetch(environment: Environment, lock: int | None, pip: list[str], wanted: list[str]) -> None:
    """Run pip; if it has found nothing at all, ask it once more why, which it keeps to itself."""
    step = "fetching packages"
    try:
        run(environment, lock, step, [*pip, *wanted])
    except FailedError as failed:
        if "from versions: none" not in failed.said:
            raise
        try:
            run(environment, lock, step, [*pip, "-vv", *wanted])
        except FailedError as again:
            why = [each for each in again.said.splitlines() if "Could not fetch URL" in each]
            raise FailedError(step, "\n".join([failed.said, *why[:1]])) from failed


def _base(environment: Environment) -> str:
    """Return the Python to make it with: never the one inside, which may be cleared away."""
    is_inside = Path(sys.prefix).resolve() == environment.folder.resolve()
    return str(getattr(sys, "_base_executable", sys.executable) if is_inside else sys.executable)


def _add_venv_to_bare_debian(environment: Environment, lock: int | None) -> None:
    """Debian ships Python without venv; only root can add it, and only then it is tried."""
    apt_get = shutil.which("apt-get")
    is_missing = importlib.util.find_spec("ensurepip") is None
    if is_missing and apt_get and sys.platform != "win32" and os.geteuid() == 0:
        run(environment, lock, "adding python3-venv", [apt_get, "update", "-qq"])
        install = [apt_get, "install", "-y", "-qq", "python3-venv"]
        run(environment, lock, "adding python3-venv", install)
