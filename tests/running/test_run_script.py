"""`python3 deploy/run.py`: what it finds, what it mends, and what serves then."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deploy.environment import Environment, State
from tests.setups import DAMAGE, PATIENCE_S, SERVED, Copy, make_wheel, serving_pid
from tests.support import ROOT


def test_help_is_told_and_nothing_set_up(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    command = [sys.executable, "deploy/run.py", "--help"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert {"--server.port", "REACHMAP_VENV"} <= {*said.replace(",", " ").split()}
    assert not (tmp_path / ".venv").exists()


def test_second_start_does_nothing_but_serve(ready: Copy) -> None:
    code, said = ready.start(PIP_FIND_LINKS=os.devnull)
    assert code == SERVED
    assert said.startswith("serving ")
    assert said.rstrip().endswith("run app.py --now")


@pytest.mark.parametrize("harm", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_seen(ready: Copy, harm: Callable[[Copy], object]) -> None:
    environment = Environment.of(ready.root)
    assert environment.look().state is State.READY
    harm(ready)
    assert environment.look().state is State.DAMAGED


@pytest.mark.parametrize("name", ["package gone", "Python gone"])
def test_damaged_environment_is_made_again_once_and_serves(ready: Copy, name: str) -> None:
    DAMAGE[name](ready)
    code, said = ready.start()
    assert code == SERVED, said
    assert "is damaged" in said
    assert "made again" in said
    code, said = ready.start()
    assert said.startswith("serving "), "the second start finds nothing to mend"


def test_half_made_environment_is_completed(ready: Copy) -> None:
    (ready.folder / "reachmap-requirements").unlink()
    shutil.rmtree(ready.packages / "folium")  # pip was killed: metadata there, files not
    (ready.packages / "everything-1.0.dist-info/RECORD").unlink()
    code, said = ready.start()
    assert code == SERVED, said
    assert Environment.of(ready.root).look().state is State.READY


def test_other_versions_that_somebody_installed_are_no_damage(ready: Copy, tmp_path: Path) -> None:
    make_wheel(tmp_path / "newer", "1.1")
    pip = [str(ready.folder / "bin/python"), "-m", "pip", "install", "everything==1.1", "-q"]
    subprocess.run(pip, env=ready.environ(PIP_FIND_LINKS=str(tmp_path / "newer")), check=True)
    (ready.packages / "keep me").touch()
    code, said = ready.start()
    assert code == SERVED, said
    assert "damaged" not in said
    assert (ready.packages / "keep me").exists()


def test_stamp_of_an_older_release_is_believed(ready: Copy) -> None:
    stamp = ready.folder / "reachmap-requirements"
    stamp.write_text(stamp.read_text("utf-8").splitlines()[0])
    assert Environment.of(ready.root).look().state in {State.READY, State.OUTDATED}
    code, said = ready.start()
    assert code == SERVED, said


def test_environment_elsewhere(ready: Copy, tmp_path: Path) -> None:
    ready.folder.rename(tmp_path / "elsewhere")
    code, said = ready.start(REACHMAP_VENV=str(tmp_path / "elsewhere"))
    assert code == SERVED
    assert said.startswith("serving ")
    assert not ready.folder.exists()


def test_what_serves_is_the_process_that_was_started(ready: Copy) -> None:
    """So that whoever stops or kills it leaves nobody behind."""
    process = ready.begin("--server.port", "1")
    assert process.stdout is not None
    said = process.stdout.readline()
    assert serving_pid(said) == process.pid
    assert said.rstrip().endswith("run app.py --server.port 1")
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=PATIENCE_S)
    assert rest == "stopped\n"
    assert process.returncode == 128 + signal.SIGINT
