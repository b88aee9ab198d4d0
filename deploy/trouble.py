"""Causes and remedies of a failed set-up, and the machine that decides how they are put."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from deploy.logins import without_secrets


@dataclass(frozen=True)
class Machine:
    """What a remedy depends on besides what was said."""

    platform: str  # as sys.platform
    folder: str
    python: str = "3.11"
    bits: int = 64
    is_debian: bool = False
    free_mb: Mapping[str, int] = field(default_factory=dict)  # by folder
    environ: Mapping[str, str] = field(default_factory=dict)

    def set(self, name: str, value: str) -> str:
        """Return how a setting is made in this system's shell."""
        if self.platform == "win32":
            return f"`set {name}={value}` (PowerShell: `$env:{name} = '{value}'`)"
        return f"`export {name}={value}`"

    def made(self, *names: str) -> list[str]:
        """Return `NAME=value` of the settings that somebody has made, without passwords."""
        made = [f"{name}={self.environ[name]}" for name in names if self.environ.get(name)]
        return [without_secrets(each, self.environ) for each in made]


@dataclass(frozen=True)
class Trouble:
    """A cause in a sentence, and what helps."""

    kind: str
    cause: str
    help: tuple[str, ...]


Teller = Callable[[str, Machine], Trouble]


def host(said: str) -> str:
    """Return the host that was not reached, as far as it was said."""
    found = re.search(
        r"host='([^']+)'|Failed to resolve '([^']+)'|https?://(?:[^@\s/]*@)?([^/\s'\"@]+)/", said
    )
    return next((each for each in found.groups() if each), "") if found else ""


def of_host(said: str) -> str:
    """Return ` of HOST`, or nothing."""
    found = host(said)
    return f" of {found}" if found else ""


def first(pattern: str, said: str) -> str:
    """Return what the first group of a pattern found that found anything."""
    found = re.search(pattern, said)
    return next((each for each in found.groups() if each), "") if found else ""


def now(machine: Machine, *names: str) -> list[str]:
    """Return a line that shows which settings are made, if any is."""
    made = machine.made(*names)
    return [f"set now: {', '.join(made)}"] if made else []


def fitting_python(machine: Machine) -> str:
    """Return the advice to use a Python for which there are packages."""
    return f"use a 64-bit Python 3.11 to 3.13; this is {machine.python} with {machine.bits} bits"
