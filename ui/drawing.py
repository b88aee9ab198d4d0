"""The drawing process: `python -m ui.drawing` reads jobs from its input and answers with files.

Cartopy and Matplotlib take memory and the interpreter's lock, so they live in processes of their
own, which the server may also end at any moment. A job is a line of JSON; an answer is a byte
(0: done, 1: failed), the length of what follows in eight bytes, and the file or a traceback.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import Any, BinaryIO

from geo.catalog import load_catalog
from geo.errors import DataError
from geo.handoutpage import draw_handout
from geo.picture.draw import draw_png
from geo.picture.options import PictureOptions
from geo.query import decode, parse_pairs

_NICENESS = 5  # whoever drags a slider goes first


def make(job: dict[str, Any]) -> bytes:
    """Return the file a job asks for; its query has been checked by the server."""
    scenario, _ = decode(parse_pairs(job["query"]), load_catalog())
    catalog = load_catalog(lang=scenario.lang)
    if job["kind"] == "handout":
        return draw_handout(scenario, catalog, job["paper"], job["root_url"])
    options = PictureOptions(job["width"], job["height"], job["projection"])
    return draw_png(scenario, catalog, options, job["root_url"])


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer jobs until the input ends, which it does when the server is gone."""
    for line in jobs:
        try:
            failed, content = 0, make(json.loads(line))
        except DataError as error:  # a data file, which the message names
            failed, content = 1, str(error).encode()
        except Exception:  # noqa: BLE001  # the server logs it and says so to the visitor
            failed, content = 1, traceback.format_exc().encode()
        answers.write(bytes([failed]) + len(content).to_bytes(8, "big") + content)
        answers.flush()


def main() -> None:
    """Serve on the standard streams; nothing else may write to the one for answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
