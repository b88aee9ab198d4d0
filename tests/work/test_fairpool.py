"""The queue of dear work: bounded, each client in its turn, and nothing done for who is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import CancelledError
from threading import Event
from typing import Any

import pytest
from starlette.requests import Request

from ui.work.threads import Bounds, BusyError, FairPool, HungUpError, StoppingError, done_for

PATIENCE_S = 60.0


class Work:
    """One pool whose only thread is held until `go` is set; `done` says what it did, in order."""

    def __init__(self, waiting: int, waiting_each: int) -> None:
        self.pool = FairPool("test", Bounds(1, waiting, waiting_each))
        self.go, self.begun = Event(), Event()
        self.done: list[str] = []
        self.first = self.pool.submit("first", self._held)
        assert self.begun.wait(PATIENCE_S)

    def _held(self) -> None:
        self.begun.set()
        self.go.wait(PATIENCE_S)

    def add(self, client: str, name: str = "") -> Any:
        return self.pool.submit(client, lambda: self.done.append(name or client))


@pytest.fixture
def work() -> Iterator[Work]:
    made = Work(waiting=8, waiting_each=4)
    yield made
    made.go.set()
    made.pool.close()


def test_clients_take_turns_whoever_came_with_more(work: Work) -> None:
    tickets = [work.add("many", f"many{number}") for number in range(4)]
    tickets += [work.add("one"), work.add("two")]
    work.go.set()
    for ticket in tickets:
        ticket.future.result(PATIENCE_S)
    assert work.done == ["many0", "one", "two", "many1", "many2", "many3"]


def test_one_client_cannot_fill_the_queue_and_the_queue_has_an_end(work: Work) -> None:
    for _ in range(4):
        work.add("many")
    with pytest.raises(BusyError, match="try again"):
        work.add("many")
    for number in range(4):
        work.add(f"other{number}")
    with pytest.raises(BusyError, match="try again"):
        work.add("late")
    assert work.pool.pending == 9


def test_a_fault_of_the_work_is_told_to_who_asked_and_the_pool_goes_on(work: Work) -> None:
    failing = work.pool.submit("a", lambda: 1 // 0)
    after = work.add("b")
    work.go.set()
    with pytest.raises(ZeroDivisionError):
        failing.future.result(PATIENCE_S)
    after.future.result(PATIENCE_S)
    assert work.done == ["b"]


def test_closing_answers_all_who_wait_at_once(work: Work) -> None:
    waiting = work.add("a")
    work.pool.close()
    with pytest.raises(StoppingError, match="stopping"):
        waiting.future.result(0)
    with pytest.raises(StoppingError, match="stopping"):
        work.add("a")


def request_of(receive: Any) -> Request:
    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    return Request({**scope, "client": ("192.0.2.7", 1)}, receive)


def test_two_hundred_who_hang_up_leave_nothing_to_do() -> None:
    work = Work(waiting=1000, waiting_each=1000)

    async def gone() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def all_hang_up() -> None:
        asked = [
            done_for(request_of(gone), work.pool, lambda: work.done.append("in vain"))
            for _ in range(200)
        ]
        told = await asyncio.gather(*asked, return_exceptions=True)
        assert all(isinstance(each, HungUpError) for each in told)

    asyncio.run(all_hang_up())
    assert work.pool.pending == 1
    last = work.add("stays")
    work.go.set()
    last.future.result(PATIENCE_S)
    assert work.done == ["stays"]
    work.pool.close()


def test_what_waits_is_dropped_and_what_has_begun_is_finished(work: Work) -> None:
    waiting = work.add("a")
    for ticket in (waiting, work.first):
        work.pool.drop(ticket)
    with pytest.raises(CancelledError):
        waiting.future.result(0)
    work.go.set()
    assert work.first.future.result(PATIENCE_S) is None
    assert work.done == []


def test_what_was_cancelled_by_who_waits_is_passed_over_and_the_pool_goes_on(work: Work) -> None:
    """A server that ends a request cancels the future alone: no thread may die of that."""
    for _ in range(3):
        assert work.add("gone").future.cancel()
    last = work.add("last")
    work.go.set()
    last.future.result(PATIENCE_S)
    assert work.done == ["last"]
    assert work.pool.pending == 0


def test_closing_passes_over_what_was_cancelled(work: Work) -> None:
    assert work.add("a").future.cancel()
    waits = work.add("b")
    work.pool.close()
    with pytest.raises(StoppingError):
        waits.future.result(PATIENCE_S)
