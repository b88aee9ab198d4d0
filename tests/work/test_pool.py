"""Dear work goes to processes in two lanes: busy is said, hanging up is free, faults are told."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import signal
from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest

from tests.support import ask, errors_of, eventually
from tests.work.dearview import DEAR
from tests.work.test_fairpool import request_of
from ui.work import pool as module
from ui.work.jobs import Job, Made
from ui.work.pool import LONG, WorkerPool, run_job
from ui.work.processes import ANSWER_S, COMPUTING_S
from ui.work.threads import Bounds, BusyError, FairPool, HungUpError

SMALL = {
    "kind": "file", "name": "map.png", "query": "ring=sohae~8000", "root_url": "http://x/",
    "options": {"width": 300, "height": 200},
}  # fmt: skip
LARGE = SMALL | {
    "query": "ring=sohae~8000&show=cities,envelope", "options": {"width": 4000, "height": 4000}
}  # fmt: skip
PNG = b"\x89PNG"


def site_job(site: str) -> Job:
    return {"kind": "site", "site": site, "lang": "en"}


@pytest.fixture(scope="module")
def drawing() -> Iterator[WorkerPool]:
    made = WorkerPool()
    made.submit(SMALL).result(ANSWER_S)  # a process is there
    yield made
    made.close()


@pytest.fixture
def mine(drawing: WorkerPool, monkeypatch: pytest.MonkeyPatch) -> WorkerPool:
    monkeypatch.setattr(module, "worker_pool", lambda: drawing)
    return drawing


def busy_process(drawing: WorkerPool) -> int:
    """Wait until a process is at work, and return its id."""
    while not (at_work := list(drawing.long_workers._busy)):
        Event().wait(0.001)
    return at_work[0].process.pid


def test_more_than_the_queue_holds_of_one_client_is_told_to_come_back(
    drawing: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    draw = drawing.long_workers.make

    def noted(job: Job) -> Made:
        begun.append(job["site"])
        return draw(job)

    monkeypatch.setattr(drawing.long_workers, "make", noted)
    # The threads are held, and one of them till the end: what ends first of two that are at work
    # is for the machine to say, what a single one begins with is for us.
    gates = [Event() for _ in range(LONG.threads)]
    held = [drawing.long.submit("one", partial(gate.wait, 60)) for gate in gates]
    eventually(lambda: all(each.future.running() for each in held), 60)
    sites = [f"{lat},125" for lat in range(LONG.waiting_each)]
    waiting = [drawing.submit(site_job(site), "one") for site in sites]
    with pytest.raises(BusyError, match="try again"):
        drawing.submit(site_job("0,0"), "one")
    another = drawing.submit(site_job("50,125"), "another")
    gates[0].set()
    made = [json.loads(each.result(60).content)["site"]["lat"] for each in (*waiting, another)]
    assert made == [*range(LONG.waiting_each), 50]
    assert begun[:2] == ["0,125", "50,125"]  # in its turn, not behind all of them
    gates[1].set()
    assert all(each.future.result(60) for each in held)


def test_a_process_killed_in_mid_picture_costs_nobody_the_picture(mine: WorkerPool) -> None:
    wanted = mine.submit(LARGE)
    os.kill(busy_process(mine), signal.SIGKILL)
    assert wanted.result(60).content.startswith(PNG)


def test_a_failed_drawing_says_so(mine: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(module.UnmadeError, match="could not be drawn"):
        mine.submit(SMALL | {"name": "handout.pdf", "options": {"paper": "a9"}}).result(60)
    assert "KeyError" in caplog.text


def test_hanging_up_in_mid_picture_costs_no_process(mine: WorkerPool) -> None:
    async def hang_up() -> int:
        started = asyncio.get_running_loop().create_future()

        async def receive() -> dict[str, str]:
            await started
            return {"type": "http.disconnect"}

        asked = asyncio.ensure_future(run_job(request_of(receive), LARGE))
        while not (at_work := list(mine.long_workers._busy)):
            await asyncio.sleep(0)
        started.set_result(None)
        with pytest.raises(HungUpError):
            await asked
        return at_work[0].process.pid

    at_work = asyncio.run(hang_up())
    while mine.long.pending:
        Event().wait(0.01)
    assert at_work in [worker.process.pid for worker in mine.long_workers.processes]


def test_busy_is_answered_with_503_and_when_to_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    full = WorkerPool()
    full.long = FairPool("full", Bounds(0, 0, 0))
    monkeypatch.setattr(module, "worker_pool", lambda: full)
    for target in ("map.png?width=300&height=200", f"map.kml?{DEAR}"):
        answer = ask(f"/export/{target}")
        assert answer.status == 503
        assert answer.headers["retry-after"] == "5"
        assert "try again" in errors_of(answer)[0]["problem"]


def test_what_takes_too_long_is_answered_with_504(mine: WorkerPool) -> None:
    mine.long_workers.computing_s = 0.05
    try:
        answer = ask("/export/map.png?width=4000&height=4000&ring=sohae~8000")
    finally:
        mine.long_workers.computing_s = COMPUTING_S
    assert (answer.status, "retry-after" in answer.headers) == (504, False)
    assert errors_of(answer)[0]["problem"].startswith("this took longer than 0.05 s")


@pytest.mark.parametrize("name", ["map.kml", "map.html", "rings.geojson"])
def test_a_worker_packs_its_file_for_who_unpacks_it(mine: WorkerPool, name: str) -> None:
    target = f"/export/{name}?{DEAR}"
    plain, packed = ask(target), ask(target, headers={"accept-encoding": "gzip, br"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] == plain.headers["etag"]
    assert "content-encoding" not in plain.headers


def test_closing_is_done_at_once_and_whoever_waits_is_told() -> None:
    made = WorkerPool()
    at_work, waiting = made.submit(LARGE), [made.submit(LARGE) for _ in range(5)]
    process = busy_process(made)
    made.close()
    for future in (at_work, *waiting):
        with pytest.raises(module.UnmadeError, match="stopping"):
            future.result(5)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
