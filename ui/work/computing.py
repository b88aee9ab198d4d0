"""How long a job may compute, by the clock of its process, which others at work do not turn.

The process ends itself. Its server cannot read that clock everywhere, and seconds on the wall say
nothing on a busy machine: a picture of half a second took over thirty there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

SPENT: Final = 75  # the code a process ends with that has computed for too long
_LOOK_S: Final = 0.05


class Limit:
    """Ends the process when what is done under it computes for too long."""

    def __init__(self) -> None:
        """Begin to watch, in a thread."""
        self._end_s = float("inf")
        self._at_work = Event()
        Thread(target=self._watch, daemon=True).start()

    @contextmanager
    def of(self, computing_s: float) -> Iterator[None]:
        """Let what is done here compute for so long, all its threads together."""
        self._end_s = time.process_time() + computing_s
        self._at_work.set()
        try:
            yield
        finally:
            self._at_work.clear()

    def _watch(self) -> None:
        while self._at_work.wait():
            if time.process_time() > self._end_s:
                os._exit(SPENT)
            time.sleep(_LOOK_S)
