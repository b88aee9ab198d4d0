"""Worker processes that make files: started when needed, seldom, and ended for good.

A worker reads jobs from its input, as lines of JSON, and writes answers (ui/work/worker.py). One
that ends in the middle of a job has the job done once more by a fresh one. One that computes for
too long ends itself: what a job costs is counted in seconds of its own process, because a drawing
gives way to all else, and takes its time on a busy machine through no fault of who asked. One that
does not answer is ended. All of that is said for what it is.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from typing import Any, Final

from geo.files import DATA_DIR
from geo.words import message
from ui.work.computing import SPENT
from ui.work.jobs import Job, Made
from ui.work.threads import BUSY, BusyError, StoppingError, UnmadeError

COMPUTING_S: Final = 30.0  # for one job; the slowest takes three
ANSWER_S: Final = 100.0  # then the machine has too much else to do, or the process hangs
STARTS_A_MINUTE: Final = 10
_JOBS_EACH: Final = 500  # then a process makes room for a fresh one
_KILLED_S: Final = 1.0  # until the system has ended a process that was killed, or ends itself
_COMMAND: Final = (sys.executable, "-m", "ui.work.worker")

log = logging.getLogger("reachmap")


class EndedError(UnmadeError):
    """The process ended in the middle of a job."""


class TooLongError(UnmadeError):
    """The job computed for longer than anything should."""

    status = 504
    retry_after_s = None


class FailedError(UnmadeError):
    """The process met a fault of ours."""


class Worker:
    """One process."""

    def __init__(self, niceness: int) -> None:
        """Start it; a group of its own keeps the terminal's Ctrl+C from it."""
        self.jobs = 0
        self.is_late = False
        apart: dict[str, Any] = {"process_group": 0}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self.process = subprocess.Popen(  # noqa: S603  # our own command
            (*_COMMAND, str(niceness)),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=DATA_DIR.parent, **apart,
        )  # fmt: skip

    def make(self, job: Job, computing_s: float, answer_s: float) -> Made:
        """Return the file of a job; EndedError, TooLongError, BusyError or FailedError if not."""
        self.jobs += 1
        watch = threading.Timer(answer_s, self._lose_patience)
        watch.daemon = True
        watch.start()
        try:
            head, content = self._exchange({**job, "computing_s": computing_s})
        except (OSError, EOFError, ValueError) as error:  # it is gone, or was in mid-answer
            raise self._why_gone(computing_s) from error
        finally:
            watch.cancel()
        if head.get("failed"):
            log.error("job %.2000s failed: %s", job, content.decode())
            raise FailedError(message("this could not be drawn; the server's log says why"))
        return Made(content, head["tag"], head["status"], head["is_packed"])

    def _why_gone(self, computing_s: float) -> UnmadeError:
        if self.is_late:
            log.error("a process gave no answer in time and was ended")
            return BusyError(BUSY)
        with suppress(subprocess.TimeoutExpired):
            if self.process.wait(_KILLED_S) == SPENT:
                told = message("this took longer than {n} s; ask for less, such as fewer rings")
                return TooLongError(told, n=f"{computing_s:g}")
        return EndedError("the process ended in the middle of a job")

    def _exchange(self, job: Job) -> tuple[dict[str, Any], bytes]:
        given, taken = self.process.stdin, self.process.stdout
        assert given is not None  # noqa: S101  # Popen was told to make both
        assert taken is not None  # noqa: S101
        given.write(json.dumps(job).encode() + b"\n")
        given.flush()
        head = json.loads(taken.readline())
        content = taken.read(head["size"])
        if len(content) < head["size"]:
            raise EOFError
        return head, content

    def _lose_patience(self) -> None:
        self.is_late = True
        self.process.kill()

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was still to be written has no reader any more
                    pipe.close()


class StartLimit:
    """How many processes may start in a minute, for all that the server makes."""

    def __init__(self, most: int = STARTS_A_MINUTE) -> None:
        """Allow `most` a minute."""
        self._lock = threading.Lock()
        self._starts: deque[float] = deque(maxlen=most)

    def count(self) -> None:
        """Count a start, or raise BusyError: processes that keep ending cost more than they do."""
        with self._lock:
            now = time.monotonic()
            is_spent = len(self._starts) == self._starts.maxlen and now - self._starts[0] < 60
            if is_spent:
                told = BusyError(message("drawing has failed too often; try again in a minute"))
                told.retry_after_s = 60
                raise told
            self._starts.append(now)


class Workers:
    """Processes of one kind; as many as jobs are made at once."""

    def __init__(self, niceness: int, starts: StartLimit) -> None:
        """Start nothing yet."""
        self._niceness, self._starts = niceness, starts
        self.computing_s, self.answer_s = COMPUTING_S, ANSWER_S
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    @property
    def processes(self) -> list[Worker]:
        """All that live, those that wait for a job last."""
        with self._lock:
            return [*self._busy, *self._idle]

    def make(self, job: Job) -> Made:
        """Return the file of a job, by another process if the first one ends over it."""
        try:
            return self._make(self._take(), job)
        except EndedError as error:
            if not self._closed:
                log.warning("%s: %s; once more", job.get("kind"), error)
        try:
            return self._make(self._start(), job)
        except EndedError as error:
            told = message("the process that was at work on this ended, twice; try again")
            raise EndedError(told) from error

    def close(self) -> None:
        """End all processes, at once; whoever waits for one at work is told."""
        with self._lock:
            self._closed = True
            idle, busy = self._idle, list(self._busy)
            self._idle = []
        for worker in (*idle, *busy):
            worker.process.kill()
        for worker in idle:
            worker.end()
        for worker in busy:  # their threads end them
            with suppress(subprocess.TimeoutExpired):
                worker.process.wait(_KILLED_S)

    def _make(self, worker: Worker, job: Job) -> Made:
        is_well = False
        try:
            made = worker.make(job, self.computing_s, self.answer_s)
            is_well = True
        except FailedError:
            is_well = True
            raise
        finally:
            with self._lock:
                self._busy.discard(worker)
                if is_well and not self._closed and worker.jobs < _JOBS_EACH:
                    self._idle.append(worker)
                else:
                    is_well = False
            if not is_well:
                worker.end()
        return made

    def _take(self) -> Worker:
        """Return a process that waits, or a new one."""
        while True:
            with self._lock:
                worker = self._idle.pop() if self._idle else None
                if worker is not None and worker.process.poll() is None:
                    self._busy.add(worker)
                    return worker
            if worker is None:
                return self._start()
            worker.end()

    def _start(self) -> Worker:
        self._starts.count()
        with self._lock:
            if self._closed:
                raise StoppingError(message("the server is stopping"))
            try:
                worker = Worker(self._niceness)
            except OSError as error:  # no memory, no process or no file handle is left
                log.error("no process could be started: %s", error)
                told = message("this could not be drawn; the server's log says why")
                raise FailedError(told) from error
            self._busy.add(worker)
            return worker
