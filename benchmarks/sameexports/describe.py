"""Descriptions of how two files differ: lines, pixels, texts of a PDF, files in a ZIP."""

from __future__ import annotations

import io
import json
import zipfile
from itertools import zip_longest
from typing import Final

import numpy as np
from PIL import Image
from pypdf import PdfReader

LINES: Final = 3  # differing lines that are shown
CHARS: Final = 100  # of each, around where it begins to differ
_BEFORE: Final = 30


def described(old: bytes, new: bytes) -> str:
    """Return how two files that are not equal differ, in a few lines."""
    for start, tell in ((b"\x89PNG", _picture), (b"%PDF", _pdf), (b"PK\x03\x04", _zip)):
        if old.startswith(start) and new.startswith(start):
            return tell(old, new)
    try:
        texts = old.decode(), new.decode()
    except UnicodeDecodeError:
        return _bytes(old, new)
    return _text(*texts) or _bytes(old, new)


def lines_of(text: str) -> list[str]:
    """Return a text's lines; JSON and XML that stand in one line are broken up."""
    try:
        return json.dumps(json.loads(text), indent=1, ensure_ascii=False).split("\n")
    except ValueError:
        return text.replace("><", ">\n<").split("\n")


def _text(old: str, new: str) -> str:
    """Return the first lines that differ; nothing if they differ only in how they are broken."""
    told: list[str] = []
    pairs = enumerate(zip_longest(lines_of(old), lines_of(new)), 1)
    differing = [(number, *pair) for number, pair in pairs if pair[0] != pair[1]]
    for number, was, is_now in differing[:LINES]:
        at = max(0, _first(was or "", is_now or "") - _BEFORE)
        told += [f"line {number}: - {_clip(was, at)}", f"line {number}: + {_clip(is_now, at)}"]
    if len(differing) > LINES:
        told.append(f"{len(differing):,} lines differ")
    return "\n".join(told)


def _clip(line: str | None, at: int) -> str:
    return "(no such line)" if line is None else repr(line[at : at + CHARS])


def _first(old: str | bytes, new: str | bytes) -> int:
    """Return the place of the first sign that differs."""
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def _bytes(old: bytes, new: bytes) -> str:
    at = _first(old, new)
    return (
        f"{len(old):,} -> {len(new):,} bytes, from byte {at:,} on: "
        f"{old[at : at + 20]!r} -> {new[at : at + 20]!r}"
    )


def _picture(old: bytes, new: bytes) -> str:
    """Return the share of pixels that differ, and how the texts in the file do."""
    first, second = Image.open(io.BytesIO(old)), Image.open(io.BytesIO(new))
    told = [_pixels(first, second)]
    if first.info != second.info:
        told.append(_text(*(json.dumps(each.info, default=repr) for each in (first, second))))
    return "\n".join(told)


def _pixels(first: Image.Image, second: Image.Image) -> str:
    if first.size != second.size:
        return f"size {first.size} -> {second.size}"
    differ = np.any(np.asarray(first.convert("RGBA")) != np.asarray(second.convert("RGBA")), axis=2)
    if not differ.any():
        return "no pixel differs"
    rows, columns = np.nonzero(differ)
    box = f"x {columns.min()}-{columns.max()}, y {rows.min()}-{rows.max()}"
    return f"{differ.mean():.4%} of the pixels differ, within {box}"


def _pdf(old: bytes, new: bytes) -> str:
    """Return how the texts of two PDF files differ, and the pixels of their pictures."""
    first, second = PdfReader(io.BytesIO(old)), PdfReader(io.BytesIO(new))
    texts = ["\n".join(page.extract_text() for page in file.pages) for file in (first, second)]
    told = [_text(*texts) or "the texts are the same"]
    for was, is_now in zip(_images(first), _images(second), strict=False):
        if was.size != is_now.size or was.tobytes() != is_now.tobytes():
            told.append(f"picture of {was.size}: {_pixels(was, is_now)}")
    return "\n".join([*told, _bytes(old, new)])


def _images(file: PdfReader) -> list[Image.Image]:
    """Return the pictures by their size: their order in the file follows from their content."""
    found = [each.image for page in file.pages for each in page.images if each.image]
    return sorted(found, key=lambda image: image.size)


def _zip(old: bytes, new: bytes) -> str:
    """Return how the files in two ZIP files differ."""
    files = []
    for content in (old, new):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files.append({name: archive.read(name) for name in archive.namelist()})
    told = [f"{name}: only in one" for name in sorted(files[0].keys() ^ files[1].keys())]
    for name in sorted(files[0].keys() & files[1].keys()):
        if files[0][name] != files[1][name]:
            told.append(f"{name}: {described(files[0][name], files[1][name])}")
    return "\n".join(told or ["the files in it are the same", _bytes(old, new)])
