"""Jobs of a worker process: files, stories and pictures, each from plain JSON.

The server has checked the query of a job, and calls `make` itself where a file is made in a moment.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from geo.catalog import load_catalog, read_link
from geo.link import View, parse_pairs
from geo.story import Reader, StoryFault, check_story
from ui.scene import site_json, story_json
from ui.work.exportfiles import EXPORT_FILES
from ui.work.plainfiles import PLAIN_FILES

_PACKED_FROM: Final = 1000  # bytes, and how hard: as Streamlit's own middleware does it
_PACKED_LEVEL: Final = 5


Job = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Made:
    """A file, its tag for browsers, and how it is answered."""

    content: bytes
    tag: str
    status: int = 200
    is_packed: bool = False  # by gzip


def make(job: Job) -> Made:
    """Return the file a job asks for."""
    status, content = _KINDS[job["kind"]](job)
    is_packed = bool(job.get("packed")) and len(content) >= _PACKED_FROM
    tag = tag_of(content)
    if is_packed:
        content = gzip.compress(content, _PACKED_LEVEL, mtime=0)
    return Made(content, tag, status, is_packed)


def tag_of(content: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(content).hexdigest()[:20]


def _view(job: Job) -> View:
    return read_link(parse_pairs(job["query"]))[0]


def _file(job: Job) -> tuple[int, bytes]:
    file, options = EXPORT_FILES[job["name"]], job.get("options", {})
    return 200, file.make(_view(job), job["root_url"], **options)


def _plain(job: Job) -> tuple[int, bytes]:
    return 200, PLAIN_FILES[job["name"]].make()


def _site(job: Job) -> tuple[int, bytes]:
    return 200, site_json(job["site"], job["lang"])


def _story(job: Job) -> tuple[int, bytes]:
    """Make a teacher's file into a story, or tell every fault in it."""
    reader = Reader(load_catalog(lang=job["lang"]), job["units"] or "km")
    story, faults = check_story(job["file"].encode("latin-1"), reader.catalog, reader.lang)
    if story is None:
        return 400, _json({"errors": _faults_json(faults)})
    return 200, _json(story_json(story, reader, job["units"]))


def _faults_json(faults: Iterable[StoryFault]) -> list[dict[str, Any]]:
    return [
        {
            "key": fault.key or fault.field,
            "value": fault.value,
            "problem": fault.problem,
            "step": fault.step,
            "field": fault.field,
        }
        for fault in faults
    ]


def _json(content: Any) -> bytes:
    """Return JSON as Starlette writes it."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


_KINDS: Final[dict[str, Callable[[Job], tuple[int, bytes]]]] = {
    "file": _file,
    "plain": _plain,
    "site": _site,
    "story": _story,
}
