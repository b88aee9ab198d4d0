"""Graceful shutdown: SIGTERM or Ctrl+C ends the server in time, whatever clients do.

uvicorn waits for every connection without a limit, and ignores a second SIGTERM. Here those who
wait for an answer have three seconds, then they are cut off; after seven the process ends even if
a thread still computes. A second signal ends it at once.
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final

import uvicorn

GRACE_S: Final = 3.0
LIMIT_S: Final = 7.0
_SIGNALS: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")  # those of them that the system has


class Stop:
    """Listens to signals for a server."""

    def __init__(self, server: uvicorn.Server) -> None:
        """Keep the server."""
        self.server = server
        self.is_told = False
        self._loop = asyncio.get_running_loop()
        # A lock, because releasing one is all that a handler may do at any moment.
        self._wake = threading.Lock()
        self._wake.acquire()

    def listen(self) -> None:
        """Take the signals over from uvicorn."""
        threading.Thread(target=self._watch, name="stop", daemon=True).start()
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores SIGHUP
                signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, _: FrameType | None) -> None:
        if self.is_told:
            end_now(128 + number, "stopped at once")
        self.is_told = True
        self.server.should_exit = True
        self._wake.release()

    def _watch(self) -> None:
        """Run beside the event loop, which may be busy."""
        self._wake.acquire()
        logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
        started = time.monotonic()
        time.sleep(GRACE_S)
        with suppress(RuntimeError):  # the loop has ended: all went well
            self._loop.call_soon_threadsafe(self._cut_off)
        time.sleep(max(0.0, started + LIMIT_S - time.monotonic()))
        end_now(0, "stopped; what still ran was cut off")

    def _cut_off(self) -> None:
        for connection in list(self.server.server_state.connections):
            connection.transport.abort()


def end_now(code: int, said: str) -> None:
    """End this process whatever its threads do; its worker processes end with their pipes."""
    say(said)
    os._exit(code)


def say(text: str) -> None:
    """Write a line for whoever stopped the server; the terminal may be gone."""
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())


@contextmanager
def stopping(server: uvicorn.Server) -> Iterator[None]:
    """Listen to signals while the app lives, and say that it has stopped."""
    Stop(server).listen()
    yield
    say("stopped")
    # Once the threads have ended: to take all modules down takes seconds on a busy machine.
    atexit.register(os._exit, 0)
