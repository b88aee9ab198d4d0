"""Find the messages in the code, and bring the catalogues of data/words in step with them.

Babel collects, merges and writes; the calls are found here, because its own readers see neither
`say(lang)("...")` nor what a template of JavaScript says within its `${}`. This is for who writes
code, and for tests: the app itself never asks for it.
"""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

PYTHON_DIRS: Final = ("geo", "ui", "pages")
SCRIPTS_DIR: Final = "ui/web"
_NOT_OURS: Final = "ui/web/vendor/"
_WIDTH: Final = 100
HEADER: Final = "# Messages of Reachmap, kept in step with the code by `python -m geo.words`."

# Calls that say something, and which of their arguments are message, plural and context.
_SPECS: Final[Mapping[str, Any]] = {
    "plural": (1, 2),
    **dict.fromkeys(("in_context", "inContext"), ((1, "c"), 2)),
}
PYTHON_KEYWORDS: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("tell", "say", "message", "reading_page")),
    **_SPECS,
}
SCRIPT_KEYWORDS: Final[Mapping[str, Any]] = {"t": None, **_SPECS}


def template(root: Path) -> Catalog:
    """Return all messages of the code below a folder, each with the files it stands in."""
    found = Catalog(fuzzy=False)
    for file, method, keywords in _sources(root):
        name = file.relative_to(root).as_posix()
        with file.open("rb") as source:
            for _, text, _, context in extract(method, source, keywords):
                found.add(text, locations=[(name, None)], context=context)  # type: ignore[list-item]
    return found


_COMMENT: Final = re.compile(r"^\s*(?://|\*|/\*).*$", re.MULTILINE)
_CALL: Final = re.compile(r"(?<![\w.$])(?<!function )(t|plural|inContext)\(\s*")
_STRING: Final = r'"(?:[^"\\\n]|\\.)*"'
_TEXT: Final = re.compile(rf"({_STRING}(?:\s*\+\s*{_STRING})*)\s*(?:,\s*|(?=\)))")


def _sources(root: Path) -> Iterator[tuple[Path, Any, Mapping[str, Any]]]:
    for folder in PYTHON_DIRS:
        for file in sorted((root / folder).rglob("*.py")):
            yield file, python_calls, PYTHON_KEYWORDS
    for file in sorted((root / SCRIPTS_DIR).rglob("*.js")):
        if not file.relative_to(root).as_posix().startswith(_NOT_OURS):
            yield file, script_calls, SCRIPT_KEYWORDS


def python_calls(
    source: IO[bytes],
    keywords: Iterable[str],
    comment_tags: object,
    options: object,
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Yield the calls of a Python file that say something, as Babel asks for them."""
    for call, name in said_in(ast.parse(source.read())):
        if name in keywords:
            texts = tuple(_literal(argument) for argument in call.args)
            yield call.lineno, name, texts, []


def script_calls(
    source: IO[bytes],
    keywords: Iterable[str],
    comment_tags: object,
    options: object,
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Yield the calls of a script that say something, likewise; double quotes hold messages."""
    text = _COMMENT.sub("", source.read().decode("utf-8"))
    for call in _CALL.finditer(text):
        if call[1] not in keywords:
            continue
        texts: list[str | None] = []
        at = call.end()
        while found := _TEXT.match(text, at):
            texts.append("".join(map(json.loads, re.findall(_STRING, found[1]))))
            at = found.end()
        yield text.count("\n", 0, at) + 1, call[1], (*texts, None), []


def said_in(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Yield the calls that say something: `tell("...")`, `view.tell("...")`, `say(lang)("...")`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and not any(isinstance(each, ast.Dict) for each in node.args):
            name = _sayer(node.func)
            if name:  # sockets tell things, too: dictionaries
                yield node, name


def _sayer(func: ast.expr) -> str:
    if isinstance(func, ast.Call):
        return "say" if _name(func.func) == "say" else ""
    name = _name(func)
    return name if name in PYTHON_KEYWORDS and name != "say" else ""


def _name(func: ast.expr) -> str:
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""


def _literal(argument: ast.expr) -> str | None:
    is_text = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if is_text else None  # type: ignore[attr-defined]


def updated(text: str, messages: Catalog, lang: str) -> str:
    """Return a catalogue with the messages of the code: new ones empty, without those gone."""
    catalog = read_po(io.StringIO(text), locale=lang, abort_invalid=True)
    catalog.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.header_comment = HEADER
    out = io.BytesIO()
    write_po(out, catalog, width=_WIDTH, include_lineno=False, sort_by_file=True)
    return out.getvalue().decode("utf-8")


def begun(lang: str) -> str:
    """Return a catalogue without messages, with the plural forms that a language has."""
    forms = Catalog(locale=lang).plural_forms
    return (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Plural-Forms: {forms}\\n"\n'
    )


def untranslated(text: str, lang: str) -> int:
    """Return how many messages of a catalogue lack a text, or one of their forms."""
    catalog = read_po(io.StringIO(text), locale=lang, abort_invalid=True)
    forms = (
        (each.string,) if isinstance(each.string, str) else each.string
        for each in catalog
        if each.id
    )
    return sum(not (texts and all(texts)) for texts in forms)
