"""Read the messages of a language, data/words/LANG/*.json: Korean by English.

A message whose row has a fault is left out, and said in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from geo.files import Fault, Manifest, control_fault, line_of, read_json, read_text, shown

# A value of a message, `{km}`, as Python and the page's scripts fill it in.
_VALUE: Final = re.compile(r"\{(\w+)\}")


_NO_MANIFEST: Final = Manifest()


def read_words(
    folder: Path, manifest: Manifest = _NO_MANIFEST
) -> tuple[dict[str, str], list[Fault]]:
    """Return the messages of a folder, and what is wrong with the others.

    `manifest` says which files should be there, and how many messages they hold.
    """
    table: dict[str, str] = {}
    faults: list[Fault] = []
    names = {path.name for path in folder.glob("*.json")}
    names |= manifest.names(f"words/{folder.name}")
    for name in sorted(names):
        file = f"words/{folder.name}/{name}"
        rows, found = _read_file(folder / name, file)
        table |= rows
        cut = manifest.cut_fault(file, len(rows))
        faults += found or ([cut] if cut else [])
    if not names:
        faults.append(Fault(f"words/{folder.name}", "holds no words. Put the JSON files back."))
    return table, faults


def _read_file(path: Path, file: str) -> tuple[dict[str, str], list[Fault]]:
    text = read_text(path, file)
    content = text if isinstance(text, Fault) else read_json(text, file)
    if isinstance(content, Fault) or isinstance(text, Fault):
        return {}, [content] if isinstance(content, Fault) else []
    problems = {message: _problem(message, said) for message, said in content.items()}
    rows = {message: said for message, said in content.items() if not problems[message]}
    faults = [
        Fault(file, problem, row=line_of(text, message), column=shown(message))
        for message, problem in problems.items()
        if problem
    ]
    return rows, faults


def _problem(message: str, said: Any) -> str:
    """Return what is wrong with the translation of a message."""
    if not isinstance(said, str) or not said.strip():
        return "is no text. Write its translation."
    control = control_fault(said, "")
    if control:
        return control.problem
    values, wanted = set(_VALUE.findall(said)), set(_VALUE.findall(message))
    if values != wanted:
        return f"{shown(said)}: expected the values {_listed(wanted)}, found {_listed(values)}."
    if wanted and re.search(r"[{}]", _VALUE.sub("", said)):
        return f"{shown(said)} holds a brace that stands for no value. Remove it."
    return ""


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"{{{value}}}" for value in sorted(values)) or "none"
