"""Which messages our own sources say, as literals; what else is said must be on a list."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.support import ROOT
from ui.scripts.assetfiles import ASSETS_DIR

PLACEHOLDER: Final = re.compile(r"\{(\w+)[^{}]*\}")
_PYTHON_DIRS: Final = ("geo", "ui", "pages")
_SAYERS: Final = frozenset(("tell", "message", "reading_page"))  # by name, or as an attribute
_COMMENT: Final = re.compile(r"^\s*(?://|\*|/\*).*$", re.MULTILINE)
_CALL: Final = re.compile(r"(?<![\w.$])t\(\s*")
_LITERAL: Final = r'"(?:[^"\\\n]|\\.)*"'
_LITERALS: Final = re.compile(rf"{_LITERAL}(?:\s*\+\s*{_LITERAL})*(?=\s*[,)])")


@dataclass
class Said:
    """The messages of some sources: where each stands, and the calls that say something else."""

    messages: dict[str, str] = field(default_factory=dict)  # message -> file
    others: list[str] = field(default_factory=list)  # file: what is said

    def add(self, message: str, file: str) -> None:
        self.messages.setdefault(message, file)


def in_scripts(directory: Path = ASSETS_DIR) -> Said:
    """Collect the literals of `t("...")`."""
    said = Said()
    for file in sorted(directory.rglob("*.js")):
        name = file.relative_to(directory).as_posix()
        if name.startswith("vendor/"):  # not ours, and says nothing
            continue
        text = _COMMENT.sub("", file.read_text("utf-8"))
        for call in _CALL.finditer(text):
            if text[: call.start()].endswith("function "):
                continue
            if literals := _LITERALS.match(text, call.end()):
                said.add("".join(map(json.loads, re.findall(_LITERAL, literals[0]))), name)
            else:
                rest = text[call.end() :].splitlines()[0]
                said.others.append(f"{name}: {re.split('[,)]', rest)[0]}")
    return said


def in_python(directories: tuple[Path, ...] | None = None) -> Said:
    """Collect the literals of `tell("...")`, `say(lang)("...")` and `message("...")`."""
    said = Said()
    for directory in directories or tuple(ROOT / name for name in _PYTHON_DIRS):
        for file in sorted(directory.rglob("*.py")):
            name = file.relative_to(directory.parent).as_posix()
            for call in _says(ast.parse(file.read_text("utf-8"))):
                first = call.args[0] if call.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    said.add(first.value, name)
                else:
                    said.others.append(f"{name}: {ast.unparse(first) if first else ''}")
    return said


def _says(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        # Sockets tell things, too: dictionaries.
        is_said = isinstance(node, ast.Call) and not any(isinstance(a, ast.Dict) for a in node.args)
        if is_said and _is_sayer(node.func):
            yield node


def _is_sayer(func: ast.expr) -> bool:
    if isinstance(func, ast.Call):
        return _name(func.func) == "say"
    return _name(func) in _SAYERS


def _name(func: ast.expr) -> str:
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""
