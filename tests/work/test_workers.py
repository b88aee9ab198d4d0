"""Worker processes that end, hang or never start: the job is saved, or the truth is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.support import ROOT, eventually
from ui.work import processes as module
from ui.work.processes import EndedError, FailedError, StartLimit, TooLongError, Workers
from ui.work.threads import BusyError, StoppingError

PATIENCE_S = 60.0
# What a job is to do, in a process that starts in no time.
FAKE = """
import json, os, sys, time
from ui.work.computing import Limit
limit = Limit()
for line in sys.stdin:
    job = json.loads(line)
    if "log" in job:
        with open(job["log"], "a") as log: log.write("begun\\n")
        if len(open(job["log"]).readlines()) <= job["ends"]: os._exit(9)
    with limit.of(job["computing_s"]):
        time.sleep(job.get("seconds", 0))
        while job.get("computes"): pass
    head = {"failed": True} if job.get("fails") else {"status": 200, "tag": "t", "is_packed": False}
    body = str(os.getpid()).encode()
    sys.stdout.buffer.write(json.dumps({"size": len(body), **head}).encode() + b"\\n" + body)
    sys.stdout.buffer.flush()
"""


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    monkeypatch.setattr(module, "_COMMAND", (sys.executable, "-c", FAKE))
    made = Workers(0, StartLimit())
    yield made
    made.close()


def pid(workers: Workers, **job: Any) -> int:
    return int(workers.make(job).content)


def test_a_process_serves_one_job_after_the_other(workers: Workers) -> None:
    assert pid(workers) == pid(workers)


def test_a_job_whose_process_ends_is_done_once_more_by_another(
    workers: Workers, tmp_path: Path
) -> None:
    before = pid(workers)
    assert pid(workers, ends=1, log=str(tmp_path / "log")) != before
    assert (tmp_path / "log").read_text().count("begun") == 2


def test_a_job_that_ends_two_processes_is_given_up_and_that_is_said(
    workers: Workers, tmp_path: Path
) -> None:
    with pytest.raises(EndedError, match="ended, twice") as told:
        workers.make({"ends": 9, "log": str(tmp_path / "log")})
    assert (told.value.status, told.value.retry_after_s) == (503, 5)
    assert (tmp_path / "log").read_text().count("begun") == 2
    assert pid(workers)


def test_a_process_that_hangs_is_ended_and_the_server_is_said_to_be_busy(workers: Workers) -> None:
    """Or the machine has too much else to do: the two cannot be told apart from here."""
    hanging = pid(workers)
    workers.answer_s = 0.2
    with pytest.raises(BusyError, match="try again in a few seconds") as told:
        workers.make({"seconds": 60})
    assert (told.value.status, told.value.retry_after_s) == (503, 5)
    workers.answer_s = PATIENCE_S
    assert pid(workers) != hanging
    with pytest.raises(ProcessLookupError):
        os.kill(hanging, 0)


def test_a_job_that_computes_for_too_long_is_ended_and_that_is_said(workers: Workers) -> None:
    computing = pid(workers)
    workers.computing_s = 0.2
    with pytest.raises(TooLongError, match=r"longer than 0\.2 s") as told:
        workers.make({"computes": True})
    assert (told.value.status, told.value.retry_after_s) == (504, None)
    assert pid(workers) != computing
    with pytest.raises(ProcessLookupError):
        os.kill(computing, 0)


def test_waiting_for_a_busy_machine_is_no_computing(workers: Workers) -> None:
    workers.computing_s = 0.2
    before = pid(workers, seconds=1)
    assert pid(workers, seconds=1) == before


def test_a_fault_in_a_job_leaves_its_process_at_work(
    workers: Workers, caplog: pytest.LogCaptureFixture
) -> None:
    before = pid(workers)
    with pytest.raises(FailedError, match="could not be drawn"):
        workers.make({"fails": True})
    assert str(before) in caplog.text
    assert pid(workers) == before


def test_a_process_that_was_ended_while_it_waited_is_not_missed(workers: Workers) -> None:
    before = pid(workers)
    os.kill(before, signal.SIGKILL)
    assert pid(workers) != before


def test_no_more_than_so_many_processes_start_in_a_minute(tmp_path: Path) -> None:
    limit = StartLimit(3)
    for _ in range(3):
        limit.count()
    with pytest.raises(BusyError, match="in a minute") as told:
        limit.count()
    assert told.value.retry_after_s == 60


def test_a_system_without_room_for_a_process_is_no_traceback(
    workers: Workers, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(module.subprocess, "Popen", full)
    with pytest.raises(FailedError, match="log says why") as told:
        workers.make({})
    assert told.value.status == 503
    assert "Too many open files" in caplog.text


def test_closing_ends_what_runs_and_what_waits_at_once(workers: Workers) -> None:
    waits = pid(workers)
    with ThreadPoolExecutor(1) as apart:
        endless = apart.submit(workers.make, {"seconds": 1e6})
        eventually(lambda: workers._busy, PATIENCE_S)
        (at_work,) = workers._busy
        workers.close()
        with pytest.raises(StoppingError):
            endless.result(PATIENCE_S)
    assert at_work.process.pid == waits
    with pytest.raises(ProcessLookupError):
        os.kill(waits, 0)
    with pytest.raises(StoppingError):
        workers.make({})


def real_worker(*how: str, **more: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *(how or ("-m", "ui.work.worker"))], cwd=ROOT, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more,
    )  # fmt: skip


def line_of(job: dict[str, Any]) -> bytes:
    return json.dumps({**job, "computing_s": PATIENCE_S}).encode() + b"\n"


def answer_of(process: subprocess.Popen[bytes], job: dict[str, Any]) -> tuple[Any, bytes]:
    assert process.stdin
    assert process.stdout
    process.stdin.write(line_of(job))
    process.stdin.flush()
    head = json.loads(process.stdout.readline())
    return head, process.stdout.read(head["size"])


SITE = {"kind": "site", "site": "39,125", "lang": "en"}
SLOW = {"kind": "file", "name": "map.png", "query": "ring=sohae~8000&show=cities,envelope"}
SLOW |= {"root_url": "http://x/", "options": {"width": 4000, "height": 4000}}


def test_a_real_process_ignores_ctrl_c_and_ends_with_its_input_without_a_word() -> None:
    with real_worker() as process:
        before = answer_of(process, SITE)
        assert before[0]["status"] == 200
        process.send_signal(signal.SIGINT)
        assert answer_of(process, SITE) == before
        assert process.stdin
        process.stdin.write(line_of(SLOW))
        assert process.communicate(timeout=PATIENCE_S) == (b"", b"")  # in the middle of that
        assert process.returncode == 0


def test_ctrl_c_in_a_terminal_does_not_reach_a_process_that_starts() -> None:
    worker = module.Worker(0)
    assert os.getpgid(worker.process.pid) == worker.process.pid
    worker.end()


# Nobody can make a folder here, root neither; and there is no place for temporary files.
NOWHERE = "/dev/null/nowhere"
BARE = f"""
import runpy, sys, tempfile
tempfile._candidate_tempdir_list = lambda: [{NOWHERE!r}]
sys.argv = ["ui.work.worker"]
runpy.run_module("ui.work.worker", run_name="__main__")
"""


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("map.png", {"width": 300, "height": 200}, b"\x89PNG"),
        ("handout.pdf", {"paper": "a4"}, b"%PDF"),
    ],
)
def test_drawing_needs_no_home_and_no_folder_to_write_to(
    name: str, options: dict[str, object], start: bytes
) -> None:
    job = {"kind": "file", "name": name, "options": options}
    job |= {"query": "ring=sohae~8000", "root_url": "http://x/"}
    settings = {"HOME": NOWHERE, "XDG_CACHE_HOME": NOWHERE, "MPLCONFIGDIR": NOWHERE}
    with real_worker("-c", BARE, env={**os.environ, **settings}) as process:
        head, content = answer_of(process, job)
        assert head.get("status") == 200, content.decode()
        assert content.startswith(start)
        assert process.communicate() == (b"", b"")
