"""Start a Streamlit app on a free local port, wait until it is healthy, stop it by its id."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
USUAL = Path(__file__).parent / "peers" / "usual.py"
BARE = Path(__file__).parent / "peers" / "bare.py"

# What every run needs in order to be repeatable; none of it changes the speed of a rerun.
COMMON = (
    "--server.address=127.0.0.1",
    "--server.headless=true",
    "--browser.gatherUsageStats=false",
)
# The two settings Reachmap ships with; a stock Streamlit watches files and collects garbage
# after every script run instead.
FAST = ("--server.fileWatcherType=none", "--runner.postScriptGC=false")
STOCK = ("--server.fileWatcherType=auto", "--runner.postScriptGC=true")

START_TIMEOUT_S = 60.0


class ServerDiedError(RuntimeError):
    """The Streamlit process ended, or never became healthy; the message ends with its log."""


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, and which process it is."""

    port: int
    pid: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def free_port() -> int:
    """A TCP port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def healthy(port: int) -> bool:
    """Whether the server says it is ready to serve sessions."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (http.client.HTTPException, OSError):
        return False
    finally:
        connection.close()


def wait_until_healthy(process: subprocess.Popen[bytes], server: Server) -> None:
    """Poll the health endpoint until it answers, the process ends, or the time is up."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while not healthy(server.port):
        if process.poll() is not None or time.monotonic() > deadline:
            tail = server.log.read_text(errors="replace")[-2000:]
            raise ServerDiedError(f"no healthy server at {server.url}:\n{tail}")
        time.sleep(0.05)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask this one process to end, and insist after five seconds."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


@contextmanager
def serve(
    script: Path,
    *,
    settings: Sequence[str] = (),
    cwd: Path | None = None,
    port: int | None = None,
) -> Iterator[Server]:
    """Run `streamlit run script` and yield where it answers.

    Without `cwd` the app runs in an empty folder, so that no `.streamlit/config.toml` of a
    project reaches a peer that is meant to be stock.
    """
    with tempfile.TemporaryDirectory(prefix="reachmap-bench-") as empty:
        port = port or free_port()
        log = Path(empty) / "server.log"
        command = [sys.executable, "-m", "streamlit", "run", str(script)]
        command += [f"--server.port={port}", *COMMON, *settings]
        with log.open("wb") as sink:
            process = subprocess.Popen(command, cwd=cwd or empty, stdout=sink, stderr=sink)
        try:
            server = Server(port, process.pid, log)
            wait_until_healthy(process, server)
            yield server
        finally:
            stop(process)
