"""A thread pool with a bounded queue that is fair: each client in turn, none fills it alone."""

from __future__ import annotations

import asyncio
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from starlette.requests import Request

from geo.errors import ReachmapError
from geo.words import message
from ui.visitor import client_address

_COME_BACK_S: Final = 5
BUSY: Final = message("busy drawing for others; try again in a few seconds")

Done = TypeVar("Done")


class UnmadeError(ReachmapError):
    """What was asked for was not made; `status` and `retry_after_s` are the answer's."""

    status = 503
    retry_after_s: int | None = _COME_BACK_S


class BusyError(UnmadeError):
    """Too much is asked for already."""


class StoppingError(UnmadeError):
    """The server ends."""


class HungUpError(ReachmapError):
    """The visitor is gone."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a pool does at once, and how much may wait: in all, and of one client."""

    threads: int
    waiting: int
    waiting_each: int


@dataclass(eq=False, slots=True)
class Ticket(Generic[Done]):
    """Work that someone waits for."""

    client: str
    work: Callable[[], Done]
    future: Future[Done] = field(default_factory=Future)


class FairPool:
    """Does work in threads of its own, which begin when needed and hold up no exit."""

    def __init__(self, name: str, bounds: Bounds) -> None:
        """Start nothing yet."""
        self._name, self._bounds = name, bounds
        # By client, whose turn is next first.
        self._waiting: OrderedDict[str, deque[Ticket[Any]]] = OrderedDict()
        self._count = self._idle = self._threads = self._running = 0
        self._closed = False
        self._changed = threading.Condition()

    @property
    def pending(self) -> int:
        """How much is wanted now, what is being done included."""
        return self._count + self._running

    def submit(self, client: str, work: Callable[[], Done]) -> Ticket[Done]:
        """Queue work for a client; BusyError when too much waits already."""
        ticket = Ticket(client, work)
        with self._changed:
            if self._closed:
                raise StoppingError(message("the server is stopping"))
            mine = len(self._waiting.get(client, ()))
            free = self._bounds.threads - self._running
            if (
                self._count >= self._bounds.waiting + free
                or mine >= self._bounds.waiting_each + free
            ):
                raise BusyError(BUSY)
            self._waiting.setdefault(client, deque()).append(ticket)
            self._count += 1
            if self._count > self._idle and self._threads < self._bounds.threads:
                self._threads += 1
                threading.Thread(target=self._serve, name=self._name, daemon=True).start()
            self._changed.notify()
        return ticket

    def drop(self, ticket: Ticket[Any]) -> None:
        """Forget work that nobody wants any more; what has begun is finished all the same."""
        with self._changed:
            mine = self._waiting.get(ticket.client)
            if mine is None or ticket not in mine:
                return
            mine.remove(ticket)
            self._count -= 1
            if not mine:
                del self._waiting[ticket.client]
        ticket.future.cancel()

    def close(self) -> None:
        """Drop what waits and take no more, at once; what is being done is not waited for."""
        with self._changed:
            self._closed = True
            left = [ticket for mine in self._waiting.values() for ticket in mine]
            self._waiting.clear()
            self._count = 0
            self._changed.notify_all()
        for ticket in left:
            if ticket.future.set_running_or_notify_cancel():
                ticket.future.set_exception(StoppingError(message("the server is stopping")))

    def _serve(self) -> None:
        while (ticket := self._next()) is not None:
            try:
                done, failed = ticket.work(), None
            except BaseException as error:  # noqa: BLE001  # whoever asked is told
                done, failed = None, error
            with self._changed:
                self._running -= 1
            if failed is None:
                ticket.future.set_result(done)
            else:
                ticket.future.set_exception(failed)

    def _next(self) -> Ticket[Any] | None:
        """Return the first work of the client whose turn it is, None when the pool is closed."""
        with self._changed:
            while True:
                self._idle += 1
                while not self._waiting and not self._closed:
                    self._changed.wait()
                self._idle -= 1
                if self._closed:
                    self._threads -= 1
                    return None
                client, mine = self._waiting.popitem(last=False)
                ticket = mine.popleft()
                if mine:
                    self._waiting[client] = mine  # behind all others
                self._count -= 1
                # Whoever waits on the future alone may have cancelled it without a word to us.
                if ticket.future.set_running_or_notify_cancel():
                    self._running += 1
                    return ticket


async def done_for(request: Request, pool: FairPool, work: Callable[[], Done]) -> Done:
    """Return what work for a visitor gives; it is dropped if the visitor hangs up before it began.

    Raises
    ------
    UnmadeError
        If the pool is full or ends.
    HungUpError
        If the visitor is gone.
    """
    ticket = pool.submit(client_address(request.scope), work)
    content = asyncio.ensure_future(asyncio.wrap_future(ticket.future))
    gone = asyncio.ensure_future(_hung_up(request))
    try:
        waited: set[asyncio.Future[Any]] = {content, gone}
        await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
        if content.done():
            return content.result()
        raise HungUpError
    finally:
        gone.cancel()
        if not content.done():
            pool.drop(ticket)
            content.cancel()


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
