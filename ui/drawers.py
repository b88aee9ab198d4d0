"""Who draws pictures: a few processes, a short queue, and a plain "busy" beyond it.

A picture takes half a second of a core. More than two at a time would keep those waiting who drag
a slider; a visitor who hangs up ends the drawing of what nobody wants any more.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from starlette.requests import Request

from geo.catalog import DATA_DIR
from geo.errors import ReachmapError

WORKERS: Final = 2
MAX_WAITING: Final = 24  # beyond those being drawn: some seven seconds
_PATIENCE_S: Final = 30.0  # for one drawing; the slowest takes three seconds
_JOBS_EACH: Final = 200  # then a process makes room for a fresh one
_COMMAND: Final = (sys.executable, "-m", "ui.drawing")

log = logging.getLogger("reachmap")


class BusyError(ReachmapError):
    """Too many pictures are asked for, or one could not be drawn in time."""


class HungUpError(ReachmapError):
    """The visitor is gone."""


class _Worker:
    """One drawing process."""

    def __init__(self) -> None:
        self.jobs = 0
        self.process = subprocess.Popen(  # noqa: S603  # our own command
            _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=DATA_DIR.parent,
            process_group=0 if os.name == "posix" else None,  # Ctrl+C is for the server alone
        )  # fmt: skip

    def make(self, job: dict[str, Any]) -> bytes:
        """Return the file of a job; EOFError when the process has ended."""
        self.jobs += 1
        pipes = self.process.stdin, self.process.stdout
        assert pipes[0] is not None  # noqa: S101  # Popen was told to make both
        assert pipes[1] is not None  # noqa: S101
        pipes[0].write(json.dumps(job).encode() + b"\n")
        pipes[0].flush()
        head = pipes[1].read(9)
        content = pipes[1].read(int.from_bytes(head[1:], "big")) if len(head) == 9 else b""
        if len(head) < 9 or len(content) < int.from_bytes(head[1:], "big"):
            raise EOFError
        if head[0]:
            log.error("drawing %s failed: %s", job, content.decode())
            raise BusyError("this could not be drawn; the server's log says why")
        return content

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written has no reader any more
                    pipe.close()


@dataclass
class _Ticket:
    """A drawing that someone waits for."""

    job: dict[str, Any]
    worker: _Worker | None = None
    gone: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def give_up(self) -> None:
        """Stop the drawing: nobody wants it, or it takes too long."""
        with self.lock:
            self.gone = True
            if self.worker is not None:
                self.worker.process.kill()


class Drawers:
    """The drawing processes of a server; they start when needed."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="drawer")
        self._idle: list[_Worker] = []
        self._pending = 0
        self._lock = threading.Lock()

    @property
    def pending(self) -> int:
        """How many drawings are wanted now, those being drawn included."""
        return self._pending

    def submit(self, job: dict[str, Any]) -> tuple[_Ticket, Future[bytes]]:
        """Queue a drawing, or raise BusyError when the queue is full."""
        with self._lock:
            if self._pending >= WORKERS + MAX_WAITING:
                raise BusyError("busy drawing for others; try again in a few seconds")
            self._pending += 1
        ticket = _Ticket(job)
        future = self._threads.submit(self._draw, ticket)
        future.add_done_callback(self._count_down)
        return ticket, future

    def warm_up(self) -> None:
        """Start a process and let it import what draws, if none is there or on its way.

        Not when the server starts: with it, a hundred viewers had 36 MB and 70 ms (p95) more.
        """
        if self._idle or self._pending:
            return
        job = {"kind": "picture", "query": "", "root_url": "/"}
        self.submit(job | {"width": 480, "height": 360, "projection": "mercator"})

    def _count_down(self, _: Future[bytes]) -> None:
        with self._lock:
            self._pending -= 1

    def _draw(self, ticket: _Ticket) -> bytes:
        worker = self._take()
        with ticket.lock:
            ticket.worker = worker
            if ticket.gone:
                self._idle.append(worker)
                raise HungUpError
        watch = threading.Timer(_PATIENCE_S, ticket.give_up)
        watch.start()
        try:
            content = worker.make(ticket.job)
        except (EOFError, OSError) as error:
            worker.end()
            raise BusyError("this took too long to draw; try again") from error
        except BusyError:
            self._put_back(worker)
            raise
        finally:
            watch.cancel()
            with ticket.lock:
                ticket.worker = None
        self._put_back(worker)
        return content

    def _take(self) -> _Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.process.poll() is None:
                return worker
            worker.end()
        return _Worker()

    def _put_back(self, worker: _Worker) -> None:
        if worker.jobs >= _JOBS_EACH:
            worker.end()
        else:
            self._idle.append(worker)

    def close(self) -> None:
        """End all processes."""
        self._threads.shutdown(cancel_futures=True)
        while self._idle:
            self._idle.pop().end()


@lru_cache(maxsize=1)
def drawers() -> Drawers:
    """Return the drawers of this server."""
    return Drawers()


async def drawn(request: Request, job: dict[str, Any]) -> bytes:
    """Return a drawing for a visitor; stop it if the visitor hangs up."""
    ticket, future = drawers().submit(job)
    content = asyncio.ensure_future(asyncio.wrap_future(future))
    gone = asyncio.ensure_future(_hung_up(request))
    try:
        await asyncio.wait({content, gone}, return_when=asyncio.FIRST_COMPLETED)
        if content.done():
            return content.result()
        raise HungUpError
    finally:
        if not content.done():
            ticket.give_up()
            content.cancel()
        gone.cancel()


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
