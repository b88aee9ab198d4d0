"""Integrity of our scripts and style sheets: whether one was cut, emptied or overwritten.

No list of digests, which whoever changes a script would have to make anew. A part that is gone
shows: brackets are not closed, the last line is not ended, a function is called that stands
nowhere, or another module imports what is not there. Style sheets have a last line that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from geo.files import Fault, end_fault
from ui.scripts.bundle import imported
from ui.scripts.tokens import KEYWORDS, Token, UnevenError, check_style, script_tokens

_IMPORTED: Final = re.compile(r'^import \{([^{}]*)\} from "(\.[\w./]+)\.js";', re.MULTILINE)
_EXPORTED: Final = re.compile(r"^export (?:async )?(?:function|const|class) (\w+)", re.MULTILINE)
_RESTORE: Final = "The file may be cut: put the file of this release back."
# What browsers bring and our scripts call by name.
_CALLED = (
    "AbortController Array Blob Boolean ClipboardItem DataView Date Error Event File "
    "FileReader Float32Array Float64Array Image IntersectionObserver Map MutationObserver Number "
    "OffscreenCanvas Path2D Promise RangeError RegExp ResizeObserver Set String Symbol "
    "TextDecoder TextEncoder URL URLSearchParams Uint8Array WeakMap WeakSet WebSocket "
    "XMLSerializer alert async cancelAnimationFrame clearInterval clearTimeout confirm "
    "decodeURIComponent encodeURIComponent fetch getComputedStyle getSelection isFinite isNaN "
    "matchMedia parseFloat parseInt queueMicrotask requestAnimationFrame setInterval setTimeout "
    "structuredClone"
)
_BROWSERS: Final = frozenset(_CALLED.split())


Needs = Iterable[tuple[str, str, str]]


def script_fault(
    text: str, file: str, *, known: Iterable[str] = (), is_thorough: bool = True
) -> Fault | None:
    """Return why a script is not whole, None if it seems to be.

    `known` are functions that stand before it wherever it is put. Whoever is not thorough looks at
    its end alone; to read all of ours takes 0.4 s.
    """
    if not text.strip():
        return Fault(file, f"is empty. {_RESTORE}")
    if not is_thorough:
        return end_fault(text, file)
    try:
        tokens = script_tokens(text)
    except UnevenError as error:
        return _uneven(text, file, error)
    return end_fault(text, file) or _lost_function(tokens, text, file, known)


def style_fault(text: str, file: str) -> Fault | None:
    """Return why a style sheet is not whole, None if it seems to be.

    Rules stand each for itself, so that nothing but a last line shows that none is gone.
    """
    if not text.strip():
        return Fault(file, f"is empty. {_RESTORE}")
    try:
        check_style(text)
    except UnevenError as error:
        return _uneven(text, file, error)
    end = f"/* The end of {file.rpartition('/')[2]}. */"
    if not text.rstrip().endswith(end):
        return Fault(file, f"does not end with the line `{end}`. {_RESTORE}")
    return None


def import_faults(sources: Mapping[str, str], needed: Needs) -> Iterator[Fault]:
    """Yield a fault for each module that lacks what others import.

    Parameters
    ----------
    sources
        Modules by name; what is imported from others is not looked at.
    needed
        Beside modules, who needs what: `(user, module, name)`.
    """
    needs = [
        (f"{user}.js", module, name)
        for user, source in sources.items()
        for module, names in imports(user, source).items()
        for name in names
    ]
    lacking: dict[str, Fault] = {}
    for user, module, name in (*needs, *needed):
        if module in sources and name not in _EXPORTED.findall(sources[module]):
            file, problem = f"ui/web/{module}.js", f"does not export {name}, which {user} needs"
            lacking.setdefault(module, Fault(file, f"{problem}. {_RESTORE}"))
    yield from lacking.values()


def imports(user: str, source: str) -> dict[str, list[str]]:
    """Return the names that a module imports, by name of the other module."""
    found: dict[str, list[str]] = {}
    for names, told in _IMPORTED.findall(source):
        found.setdefault(imported(user, told), []).extend(re.findall(r"\w+", names))
    return found


def _uneven(text: str, file: str, error: UnevenError) -> Fault:
    row = text.count("\n", 0, error.at) + 1
    return Fault(file, f"{error}. {_RESTORE}", row=row)


def _lost_function(
    tokens: list[Token], text: str, file: str, others: Iterable[str]
) -> Fault | None:
    """Return a fault if a function is called whose name stands nowhere else in the script."""
    called: dict[str, int] = {}
    known: set[str] = {*KEYWORDS, *_BROWSERS, *others}
    for before, token, after, end in _with_neighbours(tokens):
        if not token.is_name or before in (".", "?.") or (before in ("{", ",") and after == ":"):
            continue
        if after == "(" and before != "function" and end != "{":
            called.setdefault(token.text, token.at)
        else:
            known.add(token.text)
    for name, at in called.items():
        if name not in known:
            row = text.count("\n", 0, at) + 1
            return Fault(file, f"calls {name}, which it does not hold. {_RESTORE}", row=row)
    return None


def _with_neighbours(tokens: list[Token]) -> Iterator[tuple[str, Token, str, str]]:
    """Yield each token with the one before and after, and the one behind the bracket after it."""
    behind: dict[int, str] = {}
    waiting: list[int] = []
    for index, token in enumerate(tokens):
        if token.text == "(":
            waiting.append(index)
        elif token.text == ")":
            behind[waiting.pop()] = tokens[index + 1].text if index + 1 < len(tokens) else ""
    for index, token in enumerate(tokens):
        before = tokens[index - 1].text if index else ""
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        yield before, token, after, behind.get(index + 1, "")
