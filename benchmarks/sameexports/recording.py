"""Ask a running app for everything, and keep the answers: digests in a file, bytes in a folder."""

from __future__ import annotations

import hashlib
import http.client
import json
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from benchmarks.sameexports.asked import Asked
from benchmarks.sameexports.normal import headers_kept, parts
from benchmarks.servers import Server

# What QR codes, cards and files print as the app's address: the same for every port, and believed
# because nobody can own a name under .test.
HOST: Final = "reachmap.test"
LANES: Final = 3  # as many as keep two drawing processes at work
TIMEOUT_S: Final = 120
TRIES: Final = 20  # of a request that is told to come back later


@dataclass(frozen=True)
class Answer:
    """What came for one request; `parts` are digests."""

    asked: Asked
    status: int
    headers: dict[str, str]
    parts: dict[str, str]


class Recording:
    """Answers by the names of their requests, and the bytes they consist of."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.folder = file.with_suffix("")
        self.answers: dict[str, Answer] = {}

    def put(self, asked: Asked, status: int, headers: dict[str, str], body: bytes) -> None:
        """Keep one answer; the same bytes are kept once."""
        kept = headers_kept(asked.target, headers)
        digests = {}
        for name, content in parts(asked.target, kept.get("content-type", ""), body).items():
            digests[name] = hashlib.sha256(content).hexdigest()
            (self.folder / digests[name]).write_bytes(content)
        self.answers[asked.name] = Answer(asked, status, kept, digests)

    def bytes_of(self, digest: str) -> bytes:
        return (self.folder / digest).read_bytes()

    def save(self) -> None:
        rows = [asdict(self.answers[name]) for name in sorted(self.answers)]
        self.file.write_text(json.dumps(rows, indent=1, ensure_ascii=False), "utf-8")


def load(file: Path) -> Recording:
    """Read a recording."""
    recording = Recording(file)
    for row in json.loads(file.read_text("utf-8")):
        asked = Asked(**row.pop("asked"))
        recording.answers[asked.name] = Answer(asked, **row)
    return recording


def record(server: Server, requests: Iterable[Asked], file: Path) -> Recording:
    """Ask for everything in a few lanes and save what came."""
    recording = Recording(file)
    recording.folder.mkdir(parents=True, exist_ok=True)
    lock = threading.Lock()

    def one(asked: Asked) -> None:
        answer = ask(server, asked)
        with lock:
            recording.put(asked, *answer)

    with ThreadPoolExecutor(LANES) as pool:
        list(pool.map(one, requests))
    recording.save()
    return recording


def ask(server: Server, asked: Asked) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body; one who is told to come back does so."""
    for _ in range(TRIES):
        status, headers, body = _once(server, asked)
        wait_s = headers.get("retry-after", "")
        if status not in (429, 503) or not wait_s:
            return status, headers, body
        time.sleep(float(wait_s))
    raise TimeoutError(f"{asked.name}: told to come back {TRIES} times")


def _once(server: Server, asked: Asked) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT_S)
    try:
        body = asked.body.encode() or None
        connection.request("POST" if body else "GET", asked.target, body, {"Host": HOST})
        answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, headers, answer.read()
    finally:
        connection.close()
