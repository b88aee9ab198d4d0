"""Pictures are drawn by few processes: busy is said, a hang-up frees one, a fault is no 500."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, wait
from typing import Any

import pytest
from starlette.requests import Request

from tests.support import ask, errors_of
from ui import drawers as module
from ui.drawers import MAX_WAITING, WORKERS, BusyError, Drawers, HungUpError, drawn

SMALL = {"kind": "picture", "query": "ring=sohae~8000", "root_url": "http://x/"}
SMALL |= {"width": 300, "height": 200, "projection": "mercator"}
LARGE = SMALL | {"width": 4000, "height": 4000, "query": "ring=sohae~8000&show=cities,envelope"}


@pytest.fixture
def drawing() -> Iterator[Drawers]:
    made = Drawers()
    yield made
    made.close()


def test_more_than_the_queue_holds_is_told_to_come_back(drawing: Drawers) -> None:
    waiting = [drawing.submit(SMALL) for _ in range(WORKERS + MAX_WAITING)]
    with pytest.raises(BusyError, match="try again"):
        drawing.submit(SMALL)
    done, _ = wait([future for _, future in waiting], timeout=60)
    assert len(done) == len(waiting)
    assert {future.result()[:8] for future in done} == {b"\x89PNG\r\n\x1a\n"}
    assert drawing.pending == 0
    drawing.submit(SMALL)[1].result(30)


def test_a_failed_drawing_leaves_the_process_at_work(
    drawing: Drawers, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BusyError, match="could not be drawn"):
        drawing.submit(SMALL | {"projection": None, "kind": "handout", "paper": "a9"})[1].result(30)
    assert "KeyError" in caplog.text
    assert drawing.submit(SMALL)[1].result(30).startswith(b"\x89PNG")


def test_a_process_that_dies_is_replaced(drawing: Drawers) -> None:
    drawing.submit(SMALL)[1].result(30)
    ticket, future = drawing.submit(LARGE)
    while ticket.worker is None:
        threading.Event().wait(0.001)
    ticket.worker.process.kill()
    with pytest.raises(BusyError, match="try again"):
        future.result(30)
    assert drawing.submit(SMALL)[1].result(30).startswith(b"\x89PNG")


def request_of(receive: Any) -> Request:
    return Request({"type": "http", "method": "GET", "path": "/", "headers": []}, receive)


def test_a_visitor_who_hangs_up_frees_the_process_at_once(
    drawing: Drawers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "drawers", lambda: drawing)
    drawing.submit(SMALL)[1].result(30)  # a process is there
    tickets = []
    submit = drawing.submit

    def remembering(job: dict[str, Any]) -> Any:
        ticket, future = submit(job)
        tickets.append((ticket, future))
        return ticket, future

    monkeypatch.setattr(drawing, "submit", remembering)

    async def hang_up() -> None:
        started = asyncio.get_running_loop().create_future()

        async def receive() -> dict[str, str]:
            await started
            return {"type": "http.disconnect"}

        asked = asyncio.ensure_future(drawn(request_of(receive), LARGE))
        while not tickets or tickets[0][0].worker is None:
            await asyncio.sleep(0)
        started.set_result(None)
        with pytest.raises(HungUpError):
            await asked

    asyncio.run(hang_up())
    ((ticket, future),) = tickets
    with pytest.raises((BusyError, CancelledError)):
        future.result(30)
    assert ticket.gone
    assert ticket.worker is None
    assert drawing.pending == 0


def test_what_nobody_waits_for_any_more_is_not_begun(drawing: Drawers) -> None:
    running = [drawing.submit(LARGE) for _ in range(WORKERS)]
    waiting = [drawing.submit(LARGE) for _ in range(4)]
    assert all(future.cancel() for _, future in waiting)
    assert drawing.pending == WORKERS
    for ticket, _ in running:
        ticket.give_up()
    for _, future in running:
        with pytest.raises((BusyError, HungUpError)):
            future.result(30)


def test_busy_is_answered_with_503_and_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    full = Drawers()
    monkeypatch.setattr(full, "_pending", WORKERS + MAX_WAITING)
    monkeypatch.setattr(module, "drawers", lambda: full)
    answer = ask("/export/map.png?ring=sohae~8000&width=300&height=200")
    assert answer.status == 503
    assert answer.headers["retry-after"] == "5"
    assert "try again" in errors_of(answer)[0]["problem"]


def test_a_process_that_ends_before_it_is_told_what_to_draw_is_busy_not_a_fault(
    drawing: Drawers,
) -> None:
    drawing.submit(SMALL)[1].result(30)
    (idle,) = drawing._idle
    alive = idle.process.poll  # as if it ended after it was looked at
    idle.process.kill()
    idle.process.wait()
    idle.process.poll = lambda: None  # type: ignore[method-assign]
    with pytest.raises(BusyError, match="try again"):
        drawing.submit(SMALL)[1].result(30)
    idle.process.poll = alive  # type: ignore[method-assign]
    assert drawing.submit(SMALL)[1].result(30).startswith(b"\x89PNG")
