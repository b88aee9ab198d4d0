"""Which messages our own sources say, as literals; what else is said must be on a list."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from geo.words.extraction import (
    PYTHON_DIRS,
    SCRIPT_KEYWORDS,
    SCRIPTS_DIR,
    said_in,
    script_calls,
    template,
)
from tests.support import ROOT

Entry = tuple[str, ...]  # a message, or its singular and plural


@cache
def entries() -> Mapping[Entry, tuple[str, ...]]:
    """Return each message of the code, and the files that it stands in."""
    found: dict[Entry, tuple[str, ...]] = {}
    for each in template(ROOT):
        if each.id:
            entry = (each.id,) if isinstance(each.id, str) else tuple(each.id)
            found[entry] = tuple(str(file) for file, _ in each.locations)
    return found


def said(ending: str = "") -> set[str]:
    """Return the texts that files of an ending say, plurals too."""
    return {
        text
        for entry, files in entries().items()
        if any(file.endswith(ending) for file in files)
        for text in entry
    }


def no_literals(root: Path = ROOT) -> list[str]:
    """Return the calls that say something else than a literal: file and what is said."""
    found = []
    for folder in PYTHON_DIRS:
        for file in sorted((root / folder).rglob("*.py")):
            for call, _ in said_in(ast.parse(file.read_text("utf-8"))):
                first = call.args[0] if call.args else None
                if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                    told = ast.unparse(first) if first else ""
                    found.append(f"{file.relative_to(root).as_posix()}: {told}")
    for file in sorted((root / SCRIPTS_DIR).rglob("*.js")):
        name = file.relative_to(root).as_posix()
        with file.open("rb") as source:
            calls = list(script_calls(source, SCRIPT_KEYWORDS, (), {}))
        found += [name for _, _, texts, _ in calls if texts[0] is None and "/vendor/" not in name]
    return found


def values(text: str) -> set[str]:
    """Return the names of the values in a text."""
    return set(re.findall(r"\{(\w+)[^{}]*\}", text))
