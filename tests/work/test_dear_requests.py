"""What is dear is never made by the server itself, and what most ask for waits for no such work."""

from __future__ import annotations

import json
from threading import Event, active_count

import pytest

from geo.facts.layers import LAYER_IDS
from tests.support import Answer, ask, errors_of, scenario_of
from tests.work.dearview import DEAR
from ui.http import answers
from ui.work import costs
from ui.work import pool as module
from ui.work.exportfiles import EXPORT_FILES
from ui.work.pool import WorkerPool
from ui.work.threads import Bounds, FairPool


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


def test_server_has_few_threads_for_small_work_however_many_ask() -> None:
    before = active_count()
    for _ in range(50):
        answers.small_work().submit("client", lambda: None)
    last = answers.small_work().submit("client", active_count)
    assert last.future.result(10) <= before + 2
