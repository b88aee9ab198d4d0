"""Dear work goes to processes in two lanes: busy is said, small ones pass, faults are told."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import signal
from collections.abc import Iterator
from concurrent.futures import wait
from threading import Event, active_count

import pytest

from geo.facts.layers import LAYER_IDS
from tests.support import Answer, ask, errors_of, scenario_of
from tests.work.test_fairpool import request_of
from ui.http import answers
from ui.work import costs
from ui.work import pool as module
from ui.work.exportfiles import EXPORT_FILES
from ui.work.pool import LONG, WorkerPool, run_job
from ui.work.threads import Bounds, BusyError, FairPool, HungUpError

SMALL = {
    "kind": "file", "name": "map.png", "query": "ring=sohae~8000", "root_url": "http://x/",
    "options": {"width": 300, "height": 200},
}  # fmt: skip
LARGE = SMALL | {
    "query": "ring=sohae~8000&show=cities,envelope", "options": {"width": 4000, "height": 4000}
}  # fmt: skip
PNG = b"\x89PNG"
DEAR = "&".join(f"ring={lat},125~3000-5000-9000" for lat in range(-33, 39, 6))


@pytest.fixture(scope="module")
def drawing() -> Iterator[WorkerPool]:
    made = WorkerPool()
    made.submit(SMALL).result(60)  # a process is there
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


def test_more_than_the_queue_holds_of_one_client_is_told_to_come_back(drawing: WorkerPool) -> None:
    most = LONG.threads + LONG.waiting_each
    jobs = [{"kind": "site", "site": f"{lat},125", "lang": "en"} for lat in range(most)]
    waiting = [drawing.submit(job, "one") for job in jobs]
    with pytest.raises(BusyError, match="try again"):
        drawing.submit(jobs[0], "one")
    another = drawing.submit(jobs[0], "another")
    wait([another], timeout=60)
    assert sum(each.done() for each in waiting) < most / 2  # it did not wait for all of them
    done, _ = wait(waiting, timeout=90)
    assert [json.loads(each.result().content)["site"]["lat"] for each in waiting] == [*range(most)]
    assert len(done) == most


def test_a_process_killed_in_mid_picture_costs_nobody_the_picture(mine: WorkerPool) -> None:
    wanted = mine.submit(LARGE)
    os.kill(busy_process(mine), signal.SIGKILL)
    assert wanted.result(60).content.startswith(PNG)


def test_a_failed_drawing_says_so(mine: WorkerPool, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(module.UnmadeError, match="could not be drawn"):
        mine.submit(SMALL | {"name": "handout.pdf", "options": {"paper": "a9"}}).result(60)
    assert "KeyError" in caplog.text


def test_hanging_up_in_mid_picture_costs_no_process(mine: WorkerPool) -> None:
    async def hang_up() -> None:
        started = asyncio.get_running_loop().create_future()

        async def receive() -> dict[str, str]:
            await started
            return {"type": "http.disconnect"}

        asked = asyncio.ensure_future(run_job(request_of(receive), LARGE))
        while not mine.long_workers._busy:
            await asyncio.sleep(0)
        started.set_result(None)
        with pytest.raises(HungUpError):
            await asked

    asyncio.run(hang_up())
    at_work = busy_process(mine)
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
    mine.long_workers.patience_s = 0.05
    try:
        answer = ask("/export/map.png?width=4000&height=4000&ring=sohae~8000")
    finally:
        mine.long_workers.patience_s = 30
    assert (answer.status, "retry-after" in answer.headers) == (504, False)
    assert errors_of(answer)[0]["problem"].startswith("this took longer than 0.05 s")


def small_requests() -> list[str]:
    return [
        "/live/find.json?q=Seoul",
        "/export/qr.svg?ring=sohae~8000",
        "/export/rings.geojson?ring=39.1,125.2~8000",
        "/export/reach.csv?ring=sohae~8000",
        "/live/site.json?site=sohae",
        "/live/stories.json",
        "/live/quiz.json?seed=KTV3",
    ]


def test_small_requests_are_answered_while_all_lanes_are_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stuck = WorkerPool()
    stuck.long, stuck.quick = (FairPool(name, Bounds(0, 0, 0)) for name in ("long", "quick"))
    monkeypatch.setattr(module, "worker_pool", lambda: stuck)
    monkeypatch.setattr("ui.export.routes.worker_pool", lambda: stuck)
    assert [ask(target).status for target in small_requests()] == [200] * 7


def test_a_flood_of_small_files_goes_to_the_process_for_quick_jobs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stuck = WorkerPool()
    stuck.quick = FairPool("quick", Bounds(0, 0, 0))
    monkeypatch.setattr(module, "worker_pool", lambda: stuck)
    held, target = Event(), "/export/rings.geojson?ring=39.1,125.2~8001"
    assert ask(target).status == 200
    pool = FairPool("small", Bounds(6, 9, 9))
    monkeypatch.setattr("ui.export.routes.small_work", lambda: pool)
    tickets = [pool.submit("many", held.wait) for _ in range(4)]
    assert ask(target).status == 503
    held.set()
    assert all(ticket.future.result(10) for ticket in tickets)
    assert ask(target).status == 200
    pool.close()


ALL = ",".join(LAYER_IDS)
DEAR_REQUESTS = [
    *(f"/export/{name}?{DEAR}" for name in ("map.kml", "map.kmz", "rings.geojson")),
    f"/export/map.kml?ring=sohae~8000&show={ALL}",
    f"/export/reach.csv?{DEAR}",
    "/export/map.html?ring=sohae~8000",
    "/live/site.json?site=12.3,45.6",
]


@pytest.mark.parametrize("target", DEAR_REQUESTS)
def test_what_is_dear_is_never_made_by_the_server(
    monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    stuck = WorkerPool()
    stuck.long, stuck.quick = (FairPool(name, Bounds(0, 0, 0)) for name in ("long", "quick"))
    monkeypatch.setattr(module, "worker_pool", lambda: stuck)
    assert ask(target).status == 503


def story(text: str, *, steps: int = 20) -> bytes:
    step = {"title": "t", "text": text, "question": "", "view": "ring=sohae~8000"}
    told = {"reachmap_story": 1, "title": "t", "about": "a", "author": "", "steps": [step] * steps}
    return json.dumps(told).encode()


def post(body: bytes) -> Answer:
    return ask("/live/story.json?lang=ko", "POST", {"content-type": "application/json"}, body)


def test_a_story_is_never_told_by_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    stuck = WorkerPool()
    stuck.long = FairPool("long", Bounds(0, 0, 0))
    monkeypatch.setattr(module, "worker_pool", lambda: stuck)
    answer = post(story("{us_inside:1.5,2.5~19000}" * 20))
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert errors_of(answer)[0]["problem"].startswith("다른 요청을")


def test_braces_are_counted_however_json_writes_them() -> None:
    plain = story("{us_inside:1.5,2.5~19000}" * 20)
    hidden = plain.replace(b"{us", b"\\u007bus")
    assert costs.story_cost_ms(hidden) >= costs.story_cost_ms(plain) > costs.QUICK_MS
    assert costs.story_cost_ms(story("{km:sohae>tokyo} {km:sohae>guam}", steps=8)) < costs.QUICK_MS


@pytest.mark.parametrize(
    ("name", "query", "most_ms"),
    [
        ("rings.geojson", "ring=sohae~8000", costs.SMALL_MS),
        ("qr.svg", "ring=sohae~8000&ring=sohae~9000~words&ring=sohae~3000", costs.SMALL_MS),
        ("map.kml", "ring=sohae~8000", costs.QUICK_MS),
        ("map.kmz", "", costs.QUICK_MS),
        ("map.html", DEAR, costs.QUICK_MS),
    ],
)
def test_what_people_ask_for_waits_for_nothing_dear(name: str, query: str, most_ms: float) -> None:
    assert EXPORT_FILES[name].cost.of(scenario_of(query)) <= most_ms


@pytest.mark.parametrize("name", ["map.kml", "map.html", "rings.geojson"])
def test_a_worker_packs_its_file_for_who_unpacks_it(mine: WorkerPool, name: str) -> None:
    target = f"/export/{name}?{DEAR}"
    plain, packed = ask(target), ask(target, headers={"accept-encoding": "gzip, br"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] == plain.headers["etag"]
    assert "content-encoding" not in plain.headers


def test_server_has_few_threads_for_small_work_however_many_ask() -> None:
    before = active_count()
    for _ in range(50):
        answers.small_work().submit("client", lambda: None)
    last = answers.small_work().submit("client", active_count)
    assert last.future.result(10) <= before + 2


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
