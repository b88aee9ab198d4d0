"""The worker pool: processes in two lanes, each with a short queue, fair by client.

A picture takes half a second of a core, a large KML file a whole one. They wait for each other in
the long lane; what takes a moment has a process of its own and never waits behind them. All of them
give way to the server, where people drag sliders. Beyond the queues the answer is a plain "busy".
"""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from functools import lru_cache, partial
from threading import Thread
from typing import Any, Final

from starlette.requests import Request

from ui.work.costs import QUICK_MS
from ui.work.jobs import Job, Made, make
from ui.work.processes import StartLimit, Workers
from ui.work.threads import Bounds, FairPool, UnmadeError, done_for

# Twenty-four drawings are some seven seconds of two cores; a client more has room beside one who
# fills that.
LONG: Final = Bounds(threads=2, waiting=40, waiting_each=24)
QUICK: Final = Bounds(threads=1, waiting=100, waiting_each=60)
_LONG_NICENESS: Final = 10  # whoever drags a slider goes first, then what is quick
_QUICK_NICENESS: Final = 5
_FIRST_QUICK: Final = {"kind": "site", "site": "0,0", "lang": "en"}  # reads all data
_FIRST_LONG: Final = {
    "kind": "file", "name": "map.png", "query": "", "root_url": "/",
    "options": {"width": 480, "height": 360},
}  # fmt: skip


class WorkerPool:
    """The two lanes of a server; their processes start when needed."""

    def __init__(self) -> None:
        """Start nothing yet."""
        starts = StartLimit()
        self.long, self.quick = FairPool("long", LONG), FairPool("quick", QUICK)
        self.long_workers = Workers(_LONG_NICENESS, starts)
        self.quick_workers = Workers(_QUICK_NICENESS, starts)
        self._quick_start: Thread | None = None

    def lane(self, job: Job, cost_ms: float) -> tuple[FairPool, partial[Made]]:
        """Return where a job of some cost is done, and what does it."""
        if cost_ms <= QUICK_MS:
            return self.quick, partial(self._make_quickly, job)
        return self.long, partial(self.long_workers.make, job)

    def submit(self, job: Job, client: str = "") -> Future[Made]:
        """Queue a long job; BusyError if the queue is full."""
        return self.long.submit(client, partial(self.long_workers.make, job)).future

    def warm_up(self) -> None:
        """Start a process and let it import what draws, if none is there or on its way.

        Not when the server starts: with it, a hundred viewers had 36 MB and 70 ms (p95) more.
        """
        if not self.long_workers.processes and not self.long.pending:
            with suppress(UnmadeError):
                self.submit(_FIRST_LONG)

    def _make_quickly(self, job: Job) -> Made:
        """Make a quick job; while its process starts, one that comes alone is made right here."""
        if self._quick_start is None and not self.quick_workers.processes:
            self._quick_start = Thread(target=self._start_quick, name="quick-start", daemon=True)
            self._quick_start.start()
        if self._quick_start is not None:
            if self._quick_start.is_alive() and self.quick.pending == 1:
                return make(job)
            self._quick_start.join()
            self._quick_start = None
        return self.quick_workers.make(job)

    def _start_quick(self) -> None:
        with suppress(UnmadeError):  # whoever asks next is told
            self.quick_workers.make(_FIRST_QUICK)

    def close(self) -> None:
        """End all processes and answer all who wait, at once."""
        for pool in (self.long, self.quick):
            pool.close()
        for workers in (self.long_workers, self.quick_workers):
            workers.close()


@lru_cache(maxsize=1)
def worker_pool() -> WorkerPool:
    """Return the worker pool of this server."""
    return WorkerPool()


async def run_job(request: Request, job: dict[str, Any], cost_ms: float = QUICK_MS + 1) -> Made:
    """Return what a visitor asked for, made by a process; dropped if the visitor hangs up first.

    Raises
    ------
    UnmadeError
        Why not: too much is asked for, the process ended, it took too long.
    HungUpError
        If the visitor is gone.
    """
    return await done_for(request, *worker_pool().lane(job, cost_ms))
