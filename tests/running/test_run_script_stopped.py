"""`python3 deploy/run.py` started twice, killed or stopped in mid set-up, and started again."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.setuplock import setup_lock
from tests.setups import DAMAGE, PATIENCE_S, SERVED, Copy, unmade
from tests.support import ROOT


def test_two_starts_at_once(ready: Copy) -> None:
    _, harm = unmade(ready), DAMAGE["package gone"]
    harm(ready)
    starts = [ready.begin("--now") for _ in range(2)]
    said = [each.communicate(timeout=PATIENCE_S)[0] for each in starts]
    assert [each.returncode for each in starts] == [SERVED, SERVED], said
    assert sum("Setting up" in each or "made again" in each for each in said) == 1, said
    assert any("Another start is setting up (process" in each for each in said), said


def test_lock_of_a_dead_start_is_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "env"
    code = f"from deploy.setuplock import *; l = setup_lock(Path({str(folder)!r})); l.__enter__()"
    killed = f"{code}; import os; os.kill(os.getpid(), 9)"
    ended = subprocess.run([sys.executable, "-c", killed], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert folder.with_name("env.lock").read_text().strip().isdigit()
    with setup_lock(folder) as held:
        assert held is not None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_killed_in_mid_set_up_and_started_again(ready: Copy, number: int) -> None:
    unmade(ready)
    with socket.create_server(("127.0.0.1", 0)) as index:  # it takes a connection and is silent
        index.settimeout(PATIENCE_S)
        process = ready.begin(PIP_INDEX_URL=f"http://127.0.0.1:{index.getsockname()[1]}/simple")
        assert process.stdout is not None
        assert "Setting up" in process.stdout.readline()
        asked, _ = index.accept()
        os.kill(process.pid, number)
        if number == signal.SIGKILL:
            asked.close()  # its pip lives on, and the next start waits for that
        said, _ = process.communicate(timeout=PATIENCE_S)
        asked.close()
    if number != signal.SIGKILL:
        assert process.returncode == 128 + number
        assert said.strip() == "stopped; the next start completes the set-up"
    code, said = ready.start()
    assert code == SERVED, said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stop_in_mid_set_up_leaves_no_program_behind(ready: Copy, number: int) -> None:
    """`-m venv` starts ensurepip, and that starts pip: nobody waits for them."""
    shutil.rmtree(ready.folder)
    process = ready.begin()
    while len(_session_of(process)) < 3:
        assert process.poll() is None
    process.send_signal(number)
    process.wait(PATIENCE_S)
    assert _session_of(process) == []
    said, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 128 + number
    assert said.rstrip().endswith("stopped; the next start completes the set-up")


def _session_of(process: subprocess.Popen[str]) -> list[str]:
    """Return the programs that run in a session, those that have ended left out."""
    asked = ["ps", "-s", str(process.pid), "-o", "stat=,args="]
    lines = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in lines if not line.startswith("Z")]
