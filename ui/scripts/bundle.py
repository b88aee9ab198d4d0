"""Our ES modules as one script each for the page and for the map's frame.

A browser takes six files at a time from a server, and a Python process hands them out one by one:
forty small modules keep the first map waiting. The files in ui/web stay as they are; here they are
put behind one another, each in a function of its own, so that no names meet. A source map leads a
browser's debugger back to the files. A module is named by its path, such as `map/overlay`.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from functools import lru_cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Final

from geo.words import LANGUAGES, language_facts, words
from ui.scripts.facts import facts_module

_IMPORT: Final = re.compile(
    r'^import \{((?:(?!\bas\b)[^{}])*)\} from "(\.\.?/(?:\w+/)?\w+)\.js";', re.MULTILINE
)
_EXPORT: Final = re.compile(
    r"^export (?=(?:async function|function|const|class) (\w+))", re.MULTILINE
)
_DOCS: Final = re.compile(r"^[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*$", re.MULTILINE)
_LEFT: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@lru_cache(maxsize=1)
def made_modules() -> Mapping[str, str]:
    """Return the modules that are no files, as name and source: languages, and facts."""
    table = ",\n".join(f"{json.dumps(lang)}: {_language(lang)}" for lang in LANGUAGES)
    return {
        "base/languages": f"export const LANGUAGES = {{\n{table}\n}};\n",
        "base/facts": facts_module(),
    }


def _language(lang: str) -> str:
    """Return a language as JavaScript: a message has a text, or a list of forms by number."""
    how, said = language_facts(lang), words(lang)
    facts = {
        "name": how.name,
        "locale": how.locale.replace("_", "-"),
        "hasLongDates": how.has_long_dates,
        "roundsHalfUp": how.rounds_half_up,
        "screenFonts": how.screen_fonts,
        "people": [[step.least, step.unit, step.pattern, step.text] for step in how.people],
        "messages": {
            key: list(forms) if key in said.plurals else forms[0]
            for key, forms in said.forms.items()
        },
    }
    text = json.dumps(facts, ensure_ascii=False, indent=0)
    return f'{{\n"plural": (n) => Number({said.plural}),{text[1:]}'


def bundle(entries: tuple[str, ...], directory: Path, map_url: str) -> str:
    """Return one module that holds the entries and all they import.

    It exports one object by name of module: `modules["map/map"].attach`.

    Raises
    ------
    ValueError
        A module imports or exports in a form that is not understood here, or modules import
        each other in a circle (graphlib.CycleError).
    """
    parts = [_wrapped(name, _read(name, directory)) for name in load_order(entries, directory)]
    exports = "export const modules = {};\n"
    return exports + "".join(parts) + f"//# sourceMappingURL={map_url}\n"


def source_map(entries: tuple[str, ...], directory: Path) -> str:
    """Return the source map of a bundle (ECMA-426): each line is a line of a file in ui/web."""
    sections = []
    line = 1  # below the line that declares `modules`
    for name in load_order(entries, directory):
        source = _read(name, directory)
        lines = source.count("\n")
        part = {
            "version": 3,
            "sources": [f"{name}.js"],
            "sourcesContent": [source],
            "names": [],
            "mappings": "AAAA" + ";AACA" * (lines - 1),
        }
        sections.append({"offset": {"line": line, "column": 0}, "map": part})
        line += lines + 1
    return json.dumps({"version": 3, "sections": sections}, separators=(",", ":"))


def load_order(entries: tuple[str, ...], directory: Path) -> list[str]:
    """Return the names of all modules the entries need, each after those it imports."""
    needs: dict[str, list[str]] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in needs:
            needs[name] = [
                imported(name, told) for _, told in _IMPORT.findall(_read(name, directory))
            ]
            waiting += needs[name]
    return list(TopologicalSorter(needs).static_order())


def imported(user: str, told: str) -> str:
    """Return the name of a module that another one imports, told as a path from there."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(user), told))


def _read(name: str, directory: Path) -> str:
    made = made_modules()
    return made[name] if name in made else directory.joinpath(f"{name}.js").read_text("utf-8")


def _wrapped(name: str, source: str) -> str:
    """Return a module as a function that is called at once and returns what it exports.

    Its lines stay lines, or the source map would not fit. What documents types and functions is
    for readers of the files: without it a sixth less is sent.
    """
    exported = ", ".join(_EXPORT.findall(source))
    body = _DOCS.sub(lambda found: "\n" * found[0].count("\n"), _EXPORT.sub("", source))
    body = _IMPORT.sub(
        lambda found: f'const {{{found[1]}}} = modules["{imported(name, found[2])}"];', body
    )
    if left := _LEFT.search(body):
        raise ValueError(f"{name}.js: cannot be bundled: {left[0]}")
    return f'modules["{name}"] = (() => {{ {body}return {{ {exported} }}; }})();\n'
