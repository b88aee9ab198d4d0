"""The languages of the app: English, which stands in the code, and one for each folder of words.

data/words/LANG/language.json says what a language calls itself and how it writes numbers and days;
messages.po beside it says its messages. A folder more is a language more, without a line of code.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geo.files import DATA_DIR, Fault, Manifest, read_json, read_text
from geo.words.languagecheck import language_problem

WORDS_DIR: Final = DATA_DIR / "words"
LANGUAGE_FILE: Final = "language.json"
_NO_MANIFEST: Final = Manifest()


@dataclass(frozen=True, slots=True)
class CountStep:
    """How head counts from `least` on are written: as `text`, with `{n}` such units of people.

    `pattern` is CLDR's for the number, such as `#,##0.#`.
    """

    least: int
    unit: int
    pattern: str
    text: str


@dataclass(frozen=True, slots=True)
class PictureFont:
    """A font that pictures and handouts are written in: its package, and its two files in that."""

    package: str
    usual: str
    bold: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code in links, its own name, and how it writes.

    Attributes
    ----------
    locale
        By CLDR's name: numbers, months and, with `_` as it is, the cards of other sites.
    has_long_dates
        Whether days are written out; else they stand as in the data, `2017-07-04`.
    sign_width
        Width of an average character in heights of text, by which pictures keep room.
    rounds_half_up
        Whether a head count halfway between two goes up; else to the even one.
    people
        The steps of head counts, the largest first; the last begins at 0.
    picture_fonts
        What pictures need for its letters, where those of English and DejaVu Sans have none.
    screen_fonts
        Faces that screens may have for its letters, likewise, by the names CSS knows.
    keeps_words
        Whether lines break between words only, where CSS would break within them.
    letters
        The first and the last of its letters, where towns have names in them that Find knows.
    particles
        The rule by which it fits particles to computed words (geo/words/particles.py).
    """

    code: str
    name: str
    locale: str
    has_long_dates: bool
    sign_width: float
    rounds_half_up: bool
    people: tuple[CountStep, ...]
    picture_fonts: tuple[PictureFont, ...] = ()
    screen_fonts: tuple[str, ...] = ()
    keeps_words: bool = False
    letters: str = ""
    particles: str = ""

    def has_letters_of(self, name: str) -> bool:
        """Return whether a name begins with one of the language's letters."""
        return bool(name and self.letters) and self.letters[0] <= name[0] <= self.letters[1]


# CLDR would write 1.4B and 86 thousand, and in Korean 2300만 without the counter: ours are as
# newspapers write them, so that each language says its steps itself.
ENGLISH: Final = Language(
    "en",
    "English",
    "en_US",
    has_long_dates=False,
    sign_width=0.53,
    rounds_half_up=False,
    people=(
        CountStep(999_500_000, 1_000_000_000, "#,##0.0", "{n} bn"),
        CountStep(999_500, 1_000_000, "#,##0", "{n} million"),
        CountStep(10_000, 1_000, "#,##0", "{n},000"),
        CountStep(0, 1, "#,##0", "{n}"),
    ),
    picture_fonts=(
        PictureFont("koreanize_matplotlib", "fonts/NanumGothic.ttf", "fonts/NanumGothicBold.ttf"),
    ),
)


def read_languages(
    folder: Path, manifest: Manifest = _NO_MANIFEST
) -> tuple[dict[str, Language], list[Fault]]:
    """Return the languages of a folder of words by code, English first, and what is wrong."""
    languages, faults = {ENGLISH.code: ENGLISH}, []
    codes = {path.name for path in folder.glob("*") if path.is_dir()}
    codes |= {file.split("/")[1] for file in manifest.files if file.startswith("words/")}
    for code in sorted(codes):
        found = _read_language(folder / code / LANGUAGE_FILE, code)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            languages[code] = found
    return languages, faults


def _read_language(path: Path, code: str) -> Language | Fault:
    file = f"words/{code}/{LANGUAGE_FILE}"
    text = read_text(path, file)
    content = text if isinstance(text, Fault) else read_json(text, file)
    if isinstance(content, Fault):
        return content
    problem = language_problem(content)
    if problem:
        return Fault(file, problem)
    made: dict[str, Any] = {
        "people": tuple(CountStep(*step) for step in content.pop("people")),
        "picture_fonts": tuple(PictureFont(*font) for font in content.pop("picture_fonts", ())),
        "screen_fonts": tuple(content.pop("screen_fonts", ())),
    }
    return Language(code, **made, **content)
