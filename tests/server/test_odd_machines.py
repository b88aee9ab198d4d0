"""The app starts and answers on machines that are unlike the developer's: each as a process."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.browser.server import stop
from tests.support import ROOT

PARTS = ("app.py", "ui", "pages", "geo", "data", ".streamlit")
VIEW = "ring=sohae~8000~%ED%95%9C%EA%B5%AD&date=2017-07-04"
START_S = 60
ODD = {"LANG": "C", "LC_ALL": "C", "TZ": "Antarctica/Troll", "PYTHONUTF8": "0"}


def nothing_can_be_written() -> None:
    """Let every write to a file fail, as on a full disk; pipes and sockets go on."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@contextmanager
def started(
    folder: Path, address: str = "127.0.0.1", *, full_disk: bool = False, **environment: str
) -> Iterator[HTTPConnection]:
    """Run the app of a folder and yield a connection; what it printed holds no traceback."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.bind((address, 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", address, "--server.port", str(port)]
    environment |= {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        preexec_fn=nothing_can_be_written if full_disk else None,  # noqa: PLW1509
    )
    connection = HTTPConnection(address, port, timeout=30)
    try:
        wait_for(connection, process)
        yield connection
    finally:
        connection.close()
        stop(process)
        assert process.stdout
        with process.stdout as printed:
            said = printed.read().decode(errors="replace")
    assert "Traceback" not in said


def wait_for(connection: HTTPConnection, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_S
    while process.poll() is None and time.monotonic() < end:
        try:
            assert get(connection, "/_stcore/health")[0] == 200
        except OSError:
            connection.close()
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the app did not start")


def get(connection: HTTPConnection, target: str) -> tuple[int, bytes]:
    connection.request("GET", target)
    answer = connection.getresponse()
    return answer.status, answer.read()


def assert_serves(connection: HTTPConnection) -> None:
    """See that the page, a file and the search work, with Korean in them."""
    status, page = get(connection, f"/?{VIEW}&lang=ko")
    assert (status, "북한".encode() in page or "서해".encode() in page) == (200, True)
    status, table = get(connection, f"/export/rings.geojson?{VIEW}")
    assert status == 200
    assert json.loads(table)["features"][0]["properties"]["label"] == "한국"
    status, found = get(connection, "/live/find.json?q=seoul")
    assert (status, b'"Seoul"' in found) == (200, True)


def assert_draws(connection: HTTPConnection) -> None:
    status, picture = get(connection, f"/export/map.png?{VIEW}&width=200&height=200")
    assert (status, picture[:4]) == (200, b"\x89PNG")
    status, handout = get(connection, f"/export/handout.pdf?{VIEW}")
    assert (status, handout[:5]) == (200, b"%PDF-")


@pytest.fixture
def odd_folder(tmp_path: Path) -> Path:
    """A copy of the app in a folder whose name is Korean, has blanks, `#`, `%` and a quote."""
    folder = tmp_path / "수업 자료 #1 100%25 it's"
    folder.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("*.pyc"))
        else:
            shutil.copy(ROOT / part, folder / part)
    return folder


def test_odd_folder_no_home_no_language_and_a_clock_of_the_antarctic(odd_folder: Path) -> None:
    with started(odd_folder, **ODD) as connection:
        assert_serves(connection)
        assert_draws(connection)


def test_full_disk(tmp_path: Path) -> None:
    with started(ROOT, full_disk=True, HOME=str(tmp_path)) as connection:
        assert_serves(connection)


def test_ipv6_alone() -> None:
    with started(ROOT, "::1") as connection:
        assert get(connection, "/")[0] == 200
        status, table = get(connection, f"/export/map.kml?{VIEW}")
        assert (status, f"http://[::1]:{connection.port}/?".encode() in table) == (200, True)
