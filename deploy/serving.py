"""Start of the server as this process: whoever stops or kills it stops the server.

POSIX replaces the process. Windows cannot: there the server is a child in a job that the system
ends together with this process, whatever ends it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from deploy.environment import Environment


def serve(environment: Environment, arguments: list[str]) -> int:
    """Serve until told to stop; returns only on Windows, or when the server cannot start."""
    command = [str(environment.python), "-m", "deploy.launch", "run", "app.py", *arguments]
    sys.stdout.flush()
    try:
        os.chdir(environment.root)
        if sys.platform != "win32":
            os.execv(command[0], command)  # noqa: S606  # our own command
        return _serve_as_child(command)
    except OSError as error:
        print(f"The server does not start: {error}. Delete {environment.folder} and start again.")
        return 1


def _serve_as_child(command: list[str]) -> int:
    """Windows: the console sends Ctrl+C and Ctrl+Break to the server as well; wait for it."""
    process = subprocess.Popen(command)
    _end_together(process)
    for name in ("SIGINT", "SIGBREAK"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    return process.wait()


def _end_together(process: subprocess.Popen[bytes]) -> None:
    """Put the server into a job that is closed, with all in it, when this process ends."""
    import ctypes  # noqa: PLC0415  # of Windows alone
    from ctypes import wintypes  # noqa: PLC0415

    class Limits(ctypes.Structure):
        _fields_ = (
            ("times", ctypes.c_int64 * 2),
            ("flags", wintypes.DWORD),
            ("sizes", ctypes.c_size_t * 2),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("classes", wintypes.DWORD * 2),
            ("counters", ctypes.c_uint64 * 6),
            ("memory", ctypes.c_size_t * 4),
        )

    extended_limits, end_with_the_job = 9, 0x2000
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
    limits = Limits(flags=end_with_the_job)
    kernel.SetInformationJobObject(
        job, extended_limits, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    handle = wintypes.HANDLE(int(process._handle))  # type: ignore[attr-defined]
    if not kernel.AssignProcessToJobObject(job, handle):
        print("If this window is closed by force, end the server in the Task Manager.")
