"""Every message has its translation, with the same values in it, and none is left over."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from geo.errors import LinkError
from geo.messages import plural
from geo.words.extraction import begun, template, untranslated, updated
from geo.words.language import LANGUAGES, Say, say, words
from geo.words.languages import WORDS_DIR
from geo.words.pofile import IN_CONTEXT, VALUE, read_words
from tests.messages import entries, no_literals, values
from tests.support import ROOT, read_link

HANGUL = re.compile(r"[\uac00-\ud7a3]")
LETTERS = re.compile(r"[A-Za-z]")
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
    "ui/scripts/loader.py: each",
    "ui/main.py: title",
    "ui/running/admission.py: *TRIES_AGAIN",
    "ui/running/farewell.py: *TRIES_AGAIN",
    "ui/page/sourcecells.py: title",
    "ui/page/sourcetables.py: table.title",
    "ui/page/sourcetables.py: words[cell]",
    "ui/page/sourcespage.py: each.title",
    "ui/page/sourcespage.py: table.title",
    "ui/page/sourcewords.py: TITLES[column]",
    "ui/live/storypage.py: form.words",
    "ui/scene/labflights.py: NO_RANGE[because]",
    "geo/catalog/otherwords.py: kind",
    "geo/catalog/otherwords.py: flight.trajectory_words",
    "geo/catalog/otherwords.py: flight.outcome_words",
    "geo/catalog/otherwords.py: report.outcome_words",
    "geo/catalog/otherwords.py: count.outcome_words",
    "geo/kml/words.py: layer.folder or layer.name",
    "geo/kml/placewords.py: state.title",
    "geo/reach/headline.py: OUTSIDE_ALL[len(rings) - 2]",
    "geo/reach/sectorwords.py: wind_name",
    "geo/reach/summary.py: *layer.count",
    "geo/catalog/regions.py: region.name",
    "geo/find/gazetteer.py: must.name",
    "geo/picture/names.py: must.name",
    "geo/reach/states.py: state.word",
    "geo/reach/wellknown.py: row.name",
    "geo/share/captions.py: layer.legend",
    "geo/share/captions.py: look.legend",
    "geo/share/captions.py: FLOOR_LEGEND",
    "geo/share/captions.py: TAG_LEGEND",
    "ui/web/base/layers.js",
    "ui/web/lab/backdrop.js",
    "ui/web/radarpage/curve.js",
    "ui/web/lab/text.js",
    "ui/web/classroom/asking.js",
    "ui/web/classroom/words.js",
    "ui/web/labels/spots.js",
    "ui/web/legend/rows.js",
    "ui/web/panel/announce.js",
    "ui/web/panel/sentences.js",
    "ui/web/panel/settings.js",
    "ui/web/scene/headline.js",
    "ui/web/table/columns.js",
    "ui/web/table/table.js",
    "ui/web/share/links.js",
    "ui/web/share/share.js",
}
HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {rule};\\n"\n'
)
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"


def po_file(lang: str) -> str:
    return (WORDS_DIR / lang / "messages.po").read_text("utf-8")


def written(folder: Path, entries: str, rule: str = "nplurals=1; plural=0") -> Path:
    """Return a folder of words that holds some entries."""
    text = HEADER.format(rule=rule) + "\n" + entries
    (folder / "messages.po").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_catalogue_is_in_step_with_the_code_and_without_fault(lang: str) -> None:
    """Run `python -m geo.words`, write the texts that are empty, then the manifest."""
    assert updated(po_file(lang), template(ROOT), lang) == po_file(lang)
    assert read_words(WORDS_DIR / lang)[1] == []


def test_messages_are_literals() -> None:
    assert set(no_literals()) == SAID_LATER


def test_korean_is_korean_and_keeps_the_spaces_at_its_ends() -> None:
    for key, forms in words("ko").forms.items():
        text = key.rpartition(IN_CONTEXT)[2]
        for form in forms:
            assert HANGUL.search(form) or not LETTERS.search(VALUE.sub("", text)), key
            assert (form[0].isspace(), form[-1].isspace()) == (
                text[0].isspace(),
                text[-1].isspace(),
            )


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_our_reader_reads_what_babel_reads(lang: str) -> None:
    read = words(lang)
    catalog = read_po(io.StringIO(po_file(lang)), abort_invalid=True)
    assert read.plural == catalog.plural_expr
    assert len(read.forms) == len(catalog)
    for message in catalog:
        if message.id:
            is_plural = isinstance(message.id, tuple)
            first = message.id[0] if isinstance(message.id, tuple) else message.id
            key = f"{message.context}{IN_CONTEXT}{first}" if message.context else first
            assert read.forms[key] == (message.string if is_plural else (message.string,))
            assert (key in read.plurals) == is_plural


ENTRY = 'msgid "{n} more places"\nmsgstr "\uc7a5\uc18c {n}\uacf3 \ub354"\n'


@pytest.mark.parametrize(
    ("entries", "row", "problem"),
    [
        (f"{ENTRY}\n{ENTRY}", 9, "is given twice. Remove one."),
        ('msgid "a"\nmsgstr ""\n', 6, "is no text. Write its translation."),
        ('msgid "a {n}"\nmsgstr "b {m}"\n', 6, "b {m}: expected the values {n}, found {m}."),
        ('msgid "a {n}"\nmsgstr "b } {n}"\n', 6, "b } {n} holds a brace that stands for no value."),
        ('#, fuzzy\nmsgid "a"\nmsgstr "b"\n', 7, "is marked as fuzzy. Check the translation"),
        ('msgid "a"\nmsgstr "b\n', 7, 'msgstr "b has no place in a .po file here.'),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 8, 'msgstr "c" has no place in a .po file here.'),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 6, "is no whole entry: msgid and msgstr."),
        ('msgstr "c"\nmsgid "b"\n', 6, 'msgstr "c" has no place in a .po file here.'),
        ('msgid "a"\nmsgid_plural "{n} as"\nmsgstr "b"\n', 6, "b: expected the values {n}, found"),
        (
            'msgid "a"\nmsgid_plural "{n} as"\nmsgstr[0] "b"\nmsgstr[1] "{n} b"\n',
            6,
            "has 2 forms, and needs 1. Write them.",
        ),
    ],
)
def test_a_fault_is_said_with_its_row_and_cure(
    tmp_path: Path, entries: str, row: int, problem: str
) -> None:
    said, faults = read_words(written(tmp_path, entries))
    (fault,) = faults
    assert (fault.row, fault.problem[: len(problem)]) == (row, problem)
    assert len(said.forms) == (entries == f"{ENTRY}\n{ENTRY}")


def test_new_messages_are_added_without_text_and_old_ones_go(tmp_path: Path) -> None:
    for name in ("geo", "ui/web", "pages"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "geo/a.py").write_text(
        'tell("{n} more places")\ntell.plural("1 x", "{n} x", n=n)\n'
    )
    (tmp_path / "ui/web/a.js").write_text('const a = inContext("key", "Space");\n')
    old = HEADER.format(rule="nplurals=1; plural=0") + f'\n{ENTRY}\nmsgid "gone"\nmsgstr "x"\n'
    text = updated(old, template(tmp_path), "ko")
    assert ENTRY in text and "gone" not in text
    assert 'msgid "1 x"\nmsgid_plural "{n} x"\nmsgstr[0] ""\n' in text
    assert '#: ui/web/a.js\nmsgctxt "key"\nmsgid "Space"\nmsgstr ""\n' in text
    assert updated(text, template(tmp_path), "ko") == text
    assert untranslated(text, "ko") == 2


def test_a_new_language_begins_with_its_plural_forms_and_no_text(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo/a.py").write_text('tell("one")\ntell.plural("1 x", "{n} x", n=n)\n')
    text = updated(begun("pl"), template(tmp_path), "pl")
    assert "nplurals=3" in text and 'msgstr[2] ""' in text
    assert untranslated(text, "pl") == 2
    (tmp_path / "messages.po").write_text(text, "utf-8")
    said, faults = read_words(tmp_path)
    assert (len(said.forms), [fault.problem for fault in faults]) == (
        0,
        ["is no text. Write its translation."] * 2,
    )


def test_messages_are_collected_as_the_code_says_them(tmp_path: Path) -> None:
    for name in ("geo", "ui/web/vendor", "pages"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "ui/web/a.js").write_text(
        '// t("in a comment")\n'
        "export function t(message) {}\n"
        'const a = t("inside"), b = [t("{n} of {all}", { n: 1, all: fit("no") }), at("not us")];\n'
        'const c = t("one, " +\n  "two \\u2013 \\"three\\""), d = t(`${x}`), e = t(name);\n'
        'const f = t("a" + x), g = `${t("nested {n}", { n })}`, h = plural("1 x", "{n} x", n);\n'
    )
    (tmp_path / "ui/web/vendor/b.js").write_text('t("of others"); t(name);\n')
    (tmp_path / "geo/b.py").write_text(
        'tell("one " "two")\nsay(lang)("three")\nself.tell("four", n=1)\nX = message("five")\n'
        'tell(X)\nother("six")\nview.tell.plural("1 y", "{n} y", n=2)\ntell({"a": "dictionary"})\n'
    )
    found = {message.id for message in template(tmp_path) if message.id}
    assert found == {
        *("inside", "{n} of {all}", 'one, two \u2013 "three"', "nested {n}", ("1 x", "{n} x")),
        *("one two", "three", "four", "five", ("1 y", "{n} y")),
    }
    assert no_literals(tmp_path) == ["geo/b.py: X", *["ui/web/a.js"] * 3]


def test_a_message_is_said_in_the_language_with_its_values() -> None:
    assert say("ko")("Launch site") == "\ubc1c\uc0ac \uc7a5\uc18c"
    assert say("en")("{n} of {all} places", n=3, all=7) == "3 of 7 places"
    said = say("ko")("{n} of {all} places", n=3, all=7)
    assert "3" in said and "7" in said and "{" not in said
    assert say("ko")("nobody ever said this") == "nobody ever said this"
    assert say("en").plural("1 answer", "{n} answers", n=1) == "1 answer"
    assert say("en").plural("1 answer", "{n} answers", n=0) == "0 answers"
    assert say("ko").plural("1 answer", "{n} answers", n=1) == "\ub2f5 1\uac1c"
    assert say("ko").in_context("key", "Space") == "\uc2a4\ud398\uc774\uc2a4"
    assert say("en").in_context("key", "Space") == "Space"


def test_a_number_takes_the_form_of_the_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = (
        'msgid "1 answer"\nmsgid_plural "{n} answers"\nmsgstr[0] "{n} odpowied\u017a"\n'
        'msgstr[1] "{n} odpowiedzi"\nmsgstr[2] "{n} odpowiedzi?"\n'
    )
    polish, faults = read_words(written(tmp_path, entry, POLISH))
    assert faults == []
    monkeypatch.setattr("geo.words.language.words", lambda _: polish)
    told = [Say("pl").plural("1 answer", "{n} answers", n=n) for n in (1, 2, 5, 22)]
    assert told == ["1 odpowied\u017a", "2 odpowiedzi", "5 odpowiedzi?", "22 odpowiedzi"]


# A count that says its noun needs forms; what is measured, as 1.5 times, has none.
COUNT = re.compile(r"(?<!Ring )(?<![Ss]tep )\{(?:n|count|points)\} (?:more |known )?[a-z]+s\b")
MEASURED = {"{n} times as long", "{n} times as large"}


def test_a_message_that_counts_has_a_form_for_each_kind_of_number() -> None:
    counting = {entry for entry in entries() if any(map(COUNT.search, entry))}
    assert len(counting) > 20
    assert {entry[0] for entry in counting if len(entry) == 1} == MEASURED


def test_an_error_takes_the_form_of_its_number() -> None:
    forms = plural("the label has 1 character; {x}", "the label has {n} characters; {x}")
    assert str(LinkError(*forms, n=1, x="a")) == "the label has 1 character; a"
    assert LinkError(*forms, n=2, x="a").said("en") == "the label has 2 characters; a"
    _, (problem,) = read_link(f"ring=sohae~8000~{'x' * 81}")
    assert problem.problem == "the label has 81 characters; at most 60 are accepted"
    assert re.fullmatch(r"\D+ 81\D+ 60\D+", problem.said("ko"))
    assert HANGUL.search(problem.said("ko"))


def test_long_texts_are_there_in_all_languages_with_the_same_values_and_parts() -> None:
    texts = {
        lang: {
            file.name: file.read_text("utf-8")
            for file in (ROOT / "data" / "texts" / lang).iterdir()
        }
        for lang in LANGUAGES
    }
    assert len(texts["en"]) > 1
    for lang, told in texts.items():
        assert told.keys() == texts["en"].keys()
        for name, text in told.items():
            english = texts["en"][name]
            assert values(english) == values(text)
            for mark in (r"^## ", r"^\* ", r"^\| "):
                counts = [len(re.findall(mark, each, re.MULTILINE)) for each in (english, text)]
                assert counts[0] == counts[1], f"{lang}: {name}: {mark}"
    assert not any(map(HANGUL.search, texts["en"].values()))
    for korean in texts["ko"].values():
        prose = [part for part in korean.split("\n\n") if not part.startswith("{")]
        assert all(map(HANGUL.search, prose))
