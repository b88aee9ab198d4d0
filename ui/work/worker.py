"""The worker process: `python -m ui.work.worker` reads jobs from its input and answers with files.

What takes long, and what needs Cartopy and Matplotlib with their memory, is made in processes of
their own. A job is a line of JSON, in it `computing_s`: how long it may compute. An answer is a
line of JSON (`size`, `status`, `tag`, `is_packed`, or `failed`) and that many bytes: the file, or a
traceback.
"""

from __future__ import annotations

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server; before all that takes time

import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import traceback  # noqa: E402
from queue import SimpleQueue  # noqa: E402
from threading import Thread  # noqa: E402
from typing import BinaryIO  # noqa: E402

from geo.errors import DataError  # noqa: E402
from ui.work.computing import Limit  # noqa: E402
from ui.work.fontcache import choose_font_cache  # noqa: E402
from ui.work.jobs import make  # noqa: E402


def serve(jobs: SimpleQueue[bytes], answers: BinaryIO) -> None:
    """Answer jobs for ever."""
    limit = Limit()
    while True:
        head = {}
        try:
            job = json.loads(jobs.get())
            with limit.of(job.pop("computing_s")):
                made = make(job)
            content = made.content
            head = {"status": made.status, "tag": made.tag, "is_packed": made.is_packed}
        except DataError as error:  # a data file, which the message names
            content = str(error).encode()
            head = {"failed": True}
        except Exception:  # noqa: BLE001  # the server logs it and says so to the visitor
            content = traceback.format_exc().encode()
            head = {"failed": True}
        answers.write(json.dumps({"size": len(content), **head}).encode() + b"\n" + content)
        answers.flush()


def _read(lines: BinaryIO, jobs: SimpleQueue[bytes]) -> None:
    """Hand over what comes; end the process with its input, which ends when the server does.

    At once, whatever is being made: nobody waits for it any more.
    """
    for line in lines:
        jobs.put(line)
    os._exit(0)


def main(niceness: int) -> None:
    """Serve on the standard streams; nothing else may write to the one for answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(niceness)
    choose_font_cache()
    jobs: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_read, args=(sys.stdin.buffer, jobs), daemon=True).start()
    try:
        serve(jobs, answers)
    except BrokenPipeError:  # the server is gone, with or without a word
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
