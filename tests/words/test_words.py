"""Every message has its Korean, with the same values in it, and no Korean is left over."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from geo.words.language import LANGUAGES, WORDS_DIR, say, words
from tests.messages import PLACEHOLDER, Said, in_python, in_scripts
from tests.support import ROOT

HANGUL = re.compile(r"[\uac00-\ud7a3]")
# Written alike in both languages.
ALIKE: frozenset[str] = frozenset()
# What is said here is no literal, but was collected where it stands as one.
SAID_LATER = {
    "geo/errors.py: self.message",
    "geo/words/credits.py: CAVEAT",
    "geo/words/credits.py: MAKER",
    "geo/words/credits.py: SOURCES",
    "pages/sources.py: table.about",
    "pages/sources.py: table.title",
    "ui/page/furniture.py: name",
    "ui/page/furniture.py: title",
    "ui/scripts/loader.py: _AGAIN",
    "ui/scripts/loader.py: _FAILED",
    "ui/main.py: title",
    "ui/page/sourcetables.py: CODES[cell]",
    "ui/page/sourcetables.py: TITLES[name]",
    "ui/live/storypage.py: form.words",
    "geo/catalog/korean.py: kind",
    "geo/kml/words.py: layer.folder or layer.name",
    "geo/kml/words.py: state.title",
    "geo/reach/summary.py: layer.count",
    "geo/reach/summary.py: state.word",
    "geo/share/captions.py: layer.legend",
    "base/layers.js: state.word",
    "classroom/asking.js: layer.name",
    "classroom/words.js: title",
    "map/legend.js: layer.legend",
    "panel/announce.js: layerOf(layer",
    "panel/sentences.js: layer.count",
    "panel/settings.js: menu || name",
    "panel/settings.js: title",
    "panel/table.js: layer.name",
    "panel/table.js: state.short",
    "panel/table.js: state.short_title",
    "share/links.js: words",
}

Tables = dict[str, dict[str, str]]


def tables() -> Tables:
    """Return the Korean messages by file."""
    files = sorted(WORDS_DIR.joinpath("ko").glob("*.json"))
    return {file.name: json.loads(file.read_text("utf-8")) for file in files}


def faults(messages: dict[str, str], korean: Tables) -> list[str]:
    """Return what is wrong with tables of Korean for messages {message: where it stands}."""
    found = defaultdict(set)
    for table in korean.values():
        for message, text in table.items():
            found[message].add(text)
    missing = [f"{where}: no Korean for {m!r}" for m, where in messages.items() if m not in found]
    return missing + [
        f"{file}: {fault}: {message!r}"
        for file, table in korean.items()
        for message, text in table.items()
        for fault in row_faults(message, text, messages, found[message])
    ]


def row_faults(message: str, text: str, messages: dict[str, str], all_texts: set[str]) -> list[str]:
    values = [sorted(PLACEHOLDER.findall(each)) for each in (message, text)]
    judged = {
        "nobody says it": message not in messages,
        "is empty": not text.strip(),
        "has other values": set(values[0]) != set(values[1]),
        "is not Korean": not HANGUL.search(text) and message not in ALIKE,
        "has two translations": len(all_texts) > 1,
        "begins or ends with other space": (message[0].isspace(), message[-1].isspace())
        != (text[:1].isspace(), text[-1:].isspace()),
    }
    return [fault for fault, is_so in judged.items() if is_so]


def all_said() -> Said:
    scripts, python = in_scripts(), in_python()
    return Said(python.messages | scripts.messages, scripts.others + python.others)


def test_every_message_has_its_korean_and_none_is_left_over() -> None:
    assert faults(all_said().messages, tables()) == []


def test_messages_are_literals() -> None:
    assert set(all_said().others) == SAID_LATER


def test_pages_load_the_tables_that_are_tested() -> None:
    assert dict(words("ko")) == {k: v for table in tables().values() for k, v in table.items()}
    assert dict(words("en")) == {}


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({}, "a.js: no Korean for '{n} more places'"),
        ({"{n} more places": "장소 {n}곳 더", "gone": "없음"}, "x.json: nobody says it: 'gone'"),
        ({"{n} more places": " "}, "x.json: is empty: '{n} more places'"),
        ({"{n} more places": "장소 몇 곳 더"}, "x.json: has other values: '{n} more places'"),
        ({"{n} more places": "장소 {m}곳 더"}, "x.json: has other values: '{n} more places'"),
        ({"{n} more places": "{n} places"}, "x.json: is not Korean: '{n} more places'"),
        (
            {"{n} more places": "장소 {n}곳 더 "},
            "x.json: begins or ends with other space: '{n} more places'",
        ),
    ],
)
def test_a_fault_in_a_table_is_found(table: dict[str, str], fault: str) -> None:
    assert fault in faults({"{n} more places": "a.js"}, {"x.json": table})


def test_two_translations_of_one_message_are_found() -> None:
    korean = {"x.json": {"Base": "기지"}, "y.json": {"Base": "기반"}}
    found = faults({"Base": "a.js"}, korean)
    assert found == [f"{file}: has two translations: 'Base'" for file in korean]


def test_messages_are_collected_as_the_code_says_them(tmp_path: Path) -> None:
    tmp_path.joinpath("a.js").write_text(
        '// t("in a comment")\n'
        "export function t(message) {}\n"
        'const a = t("inside"), b = [t("{n} of {all}", { n: 1, all: fit("no") }), at("not us")];\n'
        'const c = t("one, " +\n  "two \\u2013 \\"three\\""), d = t(`${x}`), e = t(name);\n'
        'const f = t("a" + x);\n'
    )
    scripts = in_scripts(tmp_path)
    assert set(scripts.messages) == {"inside", "{n} of {all}", 'one, two \u2013 "three"'}
    assert scripts.others == ["a.js: `${x}`", "a.js: name", 'a.js: "a" + x']
    folder = tmp_path / "geo"
    folder.mkdir()
    folder.joinpath("b.py").write_text(
        'tell("one " "two")\nsay(lang)("three")\nself.tell("four", n=1)\nX = message("five")\n'
        'tell(X)\nother("six")\n'
    )
    python = in_python((folder,))
    assert set(python.messages) == {"one two", "three", "four", "five"}
    assert python.others == ["geo/b.py: X"]


def test_a_message_is_said_in_the_language_with_its_values() -> None:
    table = tables()["map.json"]
    assert say("ko")("Launch site") == table["Launch site"] != "Launch site"
    assert say("en")("{n} of {all} places", n=3, all=7) == "3 of 7 places"
    said = say("ko")("{n} of {all} places", n=3, all=7)
    assert "3" in said and "7" in said and "{" not in said
    assert say("ko")("nobody ever said this") == "nobody ever said this"


def test_long_texts_are_there_in_all_languages_with_the_same_values_and_parts() -> None:
    folders = [ROOT / "data" / "texts" / lang for lang in LANGUAGES]
    names = [{file.name for file in folder.iterdir()} for folder in folders]
    assert names[0] == names[1] != set()
    for name in names[0]:
        english, korean = (folder.joinpath(name).read_text("utf-8") for folder in folders)
        assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(korean))
        for mark in (r"^## ", r"^\* ", r"^\| "):
            counts = [len(re.findall(mark, text, re.MULTILINE)) for text in (english, korean)]
            assert counts[0] == counts[1], f"{name}: {mark}"
        assert not HANGUL.search(english)
        prose = [part for part in korean.split("\n\n") if not part.startswith("{")]
        assert all(HANGUL.search(part) for part in prose)
