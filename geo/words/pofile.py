"""Read the messages of a language, data/words/LANG/messages.po: translations by English.

The files are gettext's. Babel keeps them in step with the code (`python -m geo.words`), and a test
holds this reader against Babel's, which would take 80 ms of each process and pass over a text that
is cut or given twice. A message whose entry has a fault is left out, and said in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path
from typing import Final

from geo.files import Fault, Manifest, control_fault, end_fault, read_text, shown

PO_FILE: Final = "messages.po"
IN_CONTEXT: Final = "\x04"  # between context and message, as gettext's own files have it
ENGLISH_PLURAL: Final = "n != 1"

VALUE: Final = re.compile(r"\{(\w+)\}")  # of a message, as Python and the page's scripts fill it in
_LINE: Final = re.compile(
    r'(?:(msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-9]\])\s+)?"((?:[^"\\]|\\["\\nrt])*)"'
)
_ESCAPED: Final = re.compile(r"\\(.)")
_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_PLURAL_FORMS: Final = re.compile(
    r"^Plural-Forms: nplurals=([1-9]); plural=([^;\n]+);", re.MULTILINE
)
_NO_MANIFEST: Final = Manifest()


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of a language by their English: one form, or one for each kind of number.

    `plurals` are the messages that have forms, and `plural` is the rule that says which of them a
    number takes, an expression of C.
    """

    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plurals: frozenset[str] = frozenset()
    plural: str = ENGLISH_PLURAL

    def form_of(self) -> Callable[[int], int]:
        """Return what finds the form of a number."""
        return c2py(self.plural)


class _Entry(dict[str, str]):
    """The keywords of an entry with their texts, and the line it begins on."""

    row = 0
    is_fuzzy = False

    @property
    def key(self) -> str:
        return self.get("msgctxt", "") + IN_CONTEXT * ("msgctxt" in self) + self["msgid"]

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(text for keyword, text in sorted(self.items()) if keyword.startswith("msgstr"))


def read_words(folder: Path, manifest: Manifest = _NO_MANIFEST) -> tuple[Messages, list[Fault]]:
    """Return the messages of a folder, and what is wrong with the others.

    `manifest` says how many messages the file holds.
    """
    file = f"words/{folder.name}/{PO_FILE}"
    text = read_text(folder / PO_FILE, file)
    if isinstance(text, Fault):
        return Messages(), [text]
    cut = end_fault(text, file)
    entries = cut or _entries(text, file)
    if isinstance(entries, Fault):
        return Messages(), [entries]
    head, *rest = entries or [_Entry()]
    rule = _plural_rule(head)
    if rule is None:
        problem = "has no header with Plural-Forms. Put the right file back."
        return Messages(), [Fault(file, problem, row=1)]
    forms, faults = _checked(rest, int(rule[0]), file)
    plurals = frozenset(entry.key for entry in rest if "msgid_plural" in entry)
    cut = manifest.cut_fault(file, len(rest))
    return Messages(forms, plurals & set(forms), rule[1]), faults or ([cut] if cut else [])


def _entries(text: str, file: str) -> list[_Entry] | Fault:
    """Return the entries of a file, or the first line that is none of a .po file."""
    entries: list[_Entry] = []
    keyword, is_fuzzy = "", False
    for row, line in enumerate(map(str.strip, text.split("\n")), start=1):
        if not line or line.startswith("#"):
            is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        found = _LINE.fullmatch(line)
        keyword = (found and found[1]) or keyword
        if found is None or not keyword or (found[1] and not _may_follow(keyword, entries)):
            problem = f"{shown(line)} has no place in a .po file here. Correct the line."
            return Fault(file, problem, row=row)
        if found[1] == "msgctxt" or (found[1] == "msgid" and _is_begun(entries)):
            entries.append(_Entry())
            entries[-1].row, entries[-1].is_fuzzy, is_fuzzy = row, is_fuzzy, False
        entries[-1][keyword] = entries[-1].get(keyword, "") + _unescaped(found[2])
    for entry in entries:
        if "msgid" not in entry or not entry.forms:
            return Fault(file, "is no whole entry: msgid and msgstr. Complete it.", row=entry.row)
    return entries


def _is_begun(entries: list[_Entry]) -> bool:
    """Return whether the next msgid is that of another entry."""
    return not entries or "msgid" in entries[-1]


def _may_follow(keyword: str, entries: list[_Entry]) -> bool:
    """Return whether a line with a keyword may come next: an entry has each once."""
    if keyword in ("msgctxt", "msgid"):
        return True
    return bool(entries) and "msgid" in entries[-1] and keyword not in entries[-1]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), text)


def _plural_rule(head: _Entry) -> tuple[str, str] | None:
    """Return how many forms a language has and the rule that chooses one, if a header says it."""
    found = _PLURAL_FORMS.search(head.get("msgstr", ""))
    if head.get("msgid") != "" or found is None:
        return None
    try:
        c2py(found[2])
    except ValueError:
        return None
    return found[1], found[2].strip()


def _checked(
    entries: list[_Entry], plurals: int, file: str
) -> tuple[dict[str, tuple[str, ...]], list[Fault]]:
    forms: dict[str, tuple[str, ...]] = {}
    faults: list[Fault] = []
    for entry in entries:
        problem = "is given twice. Remove one." if entry.key in forms else _problem(entry, plurals)
        if problem:
            faults.append(Fault(file, problem, row=entry.row, column=shown(entry["msgid"])))
        else:
            forms[entry.key] = entry.forms
    return forms, faults


def _problem(entry: _Entry, plurals: int) -> str:
    """Return what is wrong with the translation of a message."""
    wanted = plurals if "msgid_plural" in entry else 1
    if len(entry.forms) != wanted:
        return f"has {len(entry.forms)} forms, and needs {wanted}. Write them."
    if entry.is_fuzzy:
        return "is marked as fuzzy. Check the translation, then remove the mark."
    least = set(VALUE.findall(entry["msgid"]))
    most = set(VALUE.findall(entry.get("msgid_plural", entry["msgid"])))
    for place, said in enumerate(entry.forms, start=1):
        problem = _form_problem(said, most if place == wanted else least, most)
        if problem:
            return problem
    return ""


def _form_problem(said: str, least: set[str], most: set[str]) -> str:
    """Return what is wrong with one form; the last of several has the values of the plural."""
    if not said.strip():
        return "is no text. Write its translation."
    control = control_fault(said, "")
    if control:
        return control.problem
    values = set(VALUE.findall(said))
    if not least <= values <= most:
        return f"{shown(said)}: expected the values {_listed(most)}, found {_listed(values)}."
    if most and re.search(r"[{}]", VALUE.sub("", said)):
        return f"{shown(said)} holds a brace that stands for no value. Remove it."
    return ""


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"{{{value}}}" for value in sorted(values)) or "none"
