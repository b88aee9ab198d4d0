"""Causes that lie in this computer or in a package, each with the setting that helps here."""

from __future__ import annotations

import re
from typing import Final

from deploy.logins import INDEXES
from deploy.trouble import Machine, Trouble, first, fitting_python, now

NEEDED_MB: Final = 1200  # of packages, and as much again for a moment while they are fetched


def disk(said: str, machine: Machine) -> Trouble:
    """No room."""
    quota = " or your quota is used up" if re.search("quota|Errno (?:69|122)", said) else ""
    free = ", ".join(f"{mb} MB in {folder}" for folder, mb in machine.free_mb.items())
    temporary = "TEMP" if machine.platform == "win32" else "TMPDIR"
    return Trouble(
        "disk",
        f"the disk is full{quota}: about {NEEDED_MB} MB are needed; free: {free or 'unknown'}",
        (
            "make room and start again",
            f"or use another disk for the environment: {machine.set('REACHMAP_VENV', 'FOLDER')}",
            f"or for temporary files: {machine.set(temporary, 'FOLDER')}",
            f"or keep no second copy of packages: {machine.set('PIP_NO_CACHE_DIR', '1')}",
        ),
    )


def locked(_: str, machine: Machine) -> Trouble:
    """Windows: somebody else has a file open."""
    return Trouble(
        "locked",
        "another program holds a file of the environment: a virus scanner, or a Reachmap that runs",
        (
            "end a Reachmap that still runs, wait a minute and start again",
            f"if it comes back, let the virus scanner leave out {machine.folder}",
        ),
    )


def long_path(_: str, machine: Machine) -> Trouble:
    """Windows: 260 signs."""
    folder = machine.set("REACHMAP_VENV", "C:\\reachmap-env")
    return Trouble(
        "path",
        "a path is longer than the system allows",
        (
            "move the project to a short folder such as C:\\reachmap",
            f"or put the environment into one: {folder}",
        ),
    )


def rights(said: str, machine: Machine) -> Trouble:
    """A folder that is not ours, is read-only, or from which nothing may be started."""
    is_fixed = re.search(r"read-only file system|Errno 30\b", said, re.IGNORECASE)
    what = "is on a read-only file system" if is_fixed else "may not be written, or run from"
    return Trouble(
        "rights",
        f"{machine.folder} {what}",
        (
            "move the project to a folder of your own, such as one in your home folder",
            f"or put the environment elsewhere: {machine.set('REACHMAP_VENV', 'FOLDER')}",
            "if somebody else set it up (an administrator, root), start it as they did",
        ),
    )


def no_venv(_: str, machine: Machine) -> Trouble:
    """Python without venv or pip."""
    if machine.is_debian:
        advice = "`sudo apt install python3-venv`, then start again"
    elif machine.platform in {"win32", "darwin"}:
        advice = (
            "install Python, with pip, from https://www.python.org/downloads/ and start with it"
        )
    else:
        advice = "install your system's packages of venv and pip (often python3-pip)"
    return Trouble("venv", "this Python has no venv or no pip", (advice,))


def spoiled(_: str, machine: Machine) -> Trouble:
    """What arrived is not what was sent."""
    advice = f"start again with nothing kept: {machine.set('PIP_NO_CACHE_DIR', '1')}"
    return Trouble("download", "a package arrived damaged, or a proxy changed it", (advice,))


def no_wheel(said: str, machine: Machine) -> Trouble:
    """The index has no package that fits."""
    package = first(
        r"No matching distribution found for ([\w.\-\[\]]+)"
        r"|Failed (?:to build|building wheel for) '?([\w.\-]+)",
        said,
    )
    named = f" of {package}" if package else ""
    cause = f"the package index has no ready package{named} for this computer"
    advice = [fitting_python(machine)]
    if machine.environ.get("PIP_NO_INDEX"):
        advice.append("PIP_NO_INDEX is set: does the folder in PIP_FIND_LINKS hold it?")
    advice += now(machine, *INDEXES)
    return Trouble("wheel", cause, tuple(advice))


def memory(_: str, __: Machine) -> Trouble:
    """Killed, or refused memory."""
    return Trouble("memory", "the memory is used up", ("end other programs and start again",))
