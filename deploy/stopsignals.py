"""Stop signals of this system: those that ask a program to end."""

from __future__ import annotations

import signal


def stop_signals() -> list[int]:
    """Return those that the system has: Windows lacks SIGHUP, all others lack SIGBREAK."""
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
    return [getattr(signal, name) for name in names if hasattr(signal, name)]
