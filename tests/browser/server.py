"""The app as a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_S = 60.0
STOP_S = 10.0

# Said in a tab whose server is gone: by Streamlit, and by the browser of what was on its way.
SAID_OF_A_LOST_SERVER = (
    "ERR_CONNECTION_",  # refused, reset or closed
    "ERR_CONTENT_LENGTH_MISMATCH",
    "ERR_EMPTY_RESPONSE",
    "ERR_INCOMPLETE_CHUNKED_ENCODING",
    "ERR_SOCKET_NOT_CONNECTED",
    "when disconnected from server",
    "Client Error in reaching server endpoint",
    "Streamlit server is not responding",
    "WebSocket connection to",
    "WebSocket is already in CLOSING or CLOSED state",
)


class ServerError(RuntimeError):
    """The app did not start, or wrote a traceback."""


def free_port() -> int:
    """Return a port that is no client's: systems give those from 32768 on to them."""
    while True:
        port = random.randrange(20_000, 32_000)  # noqa: S311  # no secret
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def is_healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def wait_until_healthy(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + START_S
    while not is_healthy(url):
        if process.poll() is not None or time.monotonic() > end:
            raise ServerError(f"the app did not start:\n{log.read_text('utf-8')[-3000:]}")
        time.sleep(0.05)


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(STOP_S)


@contextmanager
def running_app(
    log: Path, port: int | None = None, root: Path = ROOT, folder: str = "", **settings: str
) -> Iterator[str]:
    """Yield the app's address; its log must hold no traceback when it ends.

    With a folder, such as `/reach`, Streamlit is told to serve below it, and the address has it.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}{folder}"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("REACHMAP_")}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    command += ["--server.baseUrlPath", folder] if folder else []
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=root, env=clean | settings, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            wait_until_healthy(process, url, log)
            yield url
        finally:
            stop(process)
    said = log.read_text("utf-8")
    if "Traceback" in said or "Uncaught" in said:
        raise ServerError(f"the app's log holds a traceback:\n{said[-5000:]}")
