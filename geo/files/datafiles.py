"""The files of data/ as text, and what can be wrong with any of them.

Nothing is raised here: a file that cannot be read is a `Fault`, which names the file, the line as
an editor counts it, the column or member, what was found and what to do.
"""

from __future__ import annotations

import json
import re
import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

DATA_DIR: Final = Path(__file__).resolve().parents[2] / "data"
# Letters of pictures, usual and bold; `data/build_fonts.py` made them.
FONT_FILES: Final = ("fonts/ReachmapSans-Regular.ttf", "fonts/ReachmapSans-Semibold.ttf")
MAX_FILE_MB: Final = 8  # the largest that ships, the fine land, has 1
# Control characters but tab and line ends, and what turns text around (Bidi_Control).
_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file, in words a contributor can act on."""

    file: str
    problem: str
    row: int | None = None
    id: str = ""
    column: str = ""

    def __str__(self) -> str:
        """Return `file, row N (id), column C: problem`."""
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row}" + (f" ({self.id})" if self.id else ""))
        if self.column:
            where.append(f"column {self.column}")
        return f"{', '.join(where)}: {self.problem}"


def read_text(path: Path, name: str = "") -> str | Fault:
    """Return the text of a file in UTF-8, or why there is none.

    Parameters
    ----------
    path
        The file. A byte order mark and line ends of other systems do no harm.
    name
        What a fault calls it; without one, its name without folders.
    """
    file = name or path.name
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode) or not stat.S_ISREG(facts.st_mode):
            return Fault(file, "is a folder or a device, not a file. Put the file in its place.")
        if facts.st_size > MAX_FILE_MB * 1_000_000:
            return Fault(file, f"is larger than {MAX_FILE_MB} MB. Put the right file back.")
        data = path.read_bytes()
    except FileNotFoundError:
        return Fault(file, "cannot be read. Put the file back into the data folder.")
    except OSError as error:
        return Fault(file, f"cannot be read: {error.strerror}. Let the server read the file.")
    row = data.count(b"\n", 0, max(data.find(b"\0"), 0)) + 1
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        return Fault(file, "is not UTF-8 text. Save the file as UTF-8.", row=row)
    return Fault(file, "holds U+0000, which no text has.", row) if "\0" in text else text


def end_fault(text: str, file: str) -> Fault | None:
    """Return a fault if the last line of a text is not ended, as when a file was cut."""
    if not text or text.endswith(("\n", "\r")):
        return None
    problem = "the last line is not ended: the file may be cut. Restore it, or end the line."
    return Fault(file, problem, row=len(text.splitlines()))


def control_fault(text: str, file: str, row: int = 1) -> Fault | None:
    """Return a fault if a text that begins in a row holds a control character."""
    found = _CONTROL.search(text)
    if found is None:
        return None
    sign = f"U+{ord(found.group()):04X}"
    row += text.count("\n", 0, found.start())
    return Fault(file, f"holds the control character {sign}. Remove it.", row=row)


class _Object(dict[str, Any]):
    """An object of a JSON file that remembers which keys stood in it twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        found.twice = tuple(k for k, n in Counter(key for key, _ in pairs).items() if n > 1)
    return found


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number in JSON")


def read_json(text: str, file: str) -> dict[str, Any] | Fault:
    """Return the object in the text of a JSON file, or why there is none."""
    try:
        content = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        return Fault(file, f"is not JSON at character {error.colno}: {error.msg}.", error.lineno)
    except RecursionError:
        return Fault(file, "is nested too deeply. Put the right file back.", row=1)
    except ValueError as error:  # numbers without end too
        return Fault(file, f"is not JSON: {str(error)[:100]}.")
    if not isinstance(content, _Object):
        return Fault(file, "is no JSON object. Put the right file back.", row=1)
    for key in content.twice:
        problem = "is given twice. Remove one."
        return Fault(file, problem, row=line_of(text, key), column=shown(key))
    return content


def line_of(text: str, *path: str | int) -> int:
    """Return the line on which a member of valid JSON begins; a key that is not there is passed by.

    Parameters
    ----------
    text
        The whole text.
    path
        Keys and indexes, from the outside in.
    """
    at = _skip(text, 0)
    for key in path:
        found = _member(text, at, key)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


_DECODER: Final = json.JSONDecoder()


def _skip(text: str, at: int) -> int:
    """Return where the next value or mark begins."""
    while at < len(text) and text[at] in " \t\r\n,:\ufeff":
        at += 1
    return at


def _member(text: str, at: int, wanted: str | int) -> int | None:
    """Return where a member of the list or object at a place begins, its last if given twice."""
    found, index, is_object = None, 0, text[at : at + 1] == "{"
    if text[at : at + 1] not in ("{", "["):
        return None
    at = _skip(text, at + 1)
    while at < len(text) and text[at] not in "]}":
        key: str | int = index
        if is_object:
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, at)
        if key == wanted:
            found = at
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
        index += 1
    return found


def shown(cell: str) -> str:
    """Return a text as it can stand in a message."""
    short = cell if len(cell) <= 80 else cell[:77] + "..."
    return short if short.isprintable() else ascii(short)
