"""The faces that pictures and handouts are set in: our own, a language's, those of other scripts.

All come with the app or with packages, so names render on a machine that has no fonts at all. A
face beyond the usual ones is only opened where a text has letters of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from geo.files import DATA_DIR, FONT_FILES
from geo.words import LANGUAGES, language_facts

_NOTO: Final = "manimgx_fonts"
_KURINTO: Final = (
    "weblate_fonts",
    "static/weblate_fonts/kurinto/ttf/KurintoSans{part}-{weight}.ttf",
)
# One font a script: small, and each is drawn as its readers know it.
_SCRIPTS: Final = (
    "Arabic", "Hebrew", "Devanagari", "Thai", "Bengali", "Tamil", "Telugu", "Kannada", "Malayalam",
    "Gujarati", "Gurmukhi", "Oriya", "Sinhala", "Khmer", "Lao", "Myanmar", "Georgian", "Armenian",
    "Ethiopic",
)  # fmt: skip

PackageFonts = tuple[str, str, str]  # a package, and its files of the usual and the bold face
_LAST: Final[PackageFonts] = (
    "matplotlib",
    "mpl-data/fonts/ttf/DejaVuSans.ttf",
    "mpl-data/fonts/ttf/DejaVuSans-Bold.ttf",
)


def _noto(name: str) -> PackageFonts:
    file = f"Noto{name}[wght].ttf"  # one file of all weights, read as the usual one
    return (_NOTO, file, file)


def _kurinto(part: str) -> PackageFonts:
    package, file = _KURINTO
    return (package, file.format(part=part, weight="Rg"), file.format(part=part, weight="Bd"))


_OF_LANGUAGES: Final[tuple[PackageFonts, ...]] = tuple(
    dict.fromkeys(
        (font.package, font.usual, font.bold)
        for lang in LANGUAGES
        for font in language_facts(lang).picture_fonts
    )
)
_OTHERS: Final[tuple[PackageFonts, ...]] = (
    *(_noto(f"Sans{script}") for script in _SCRIPTS),
    _LAST,
    _noto("SansSymbols"),
    _noto("Emoji"),
    _kurinto(""),  # what is rarer, and letters of mathematics
    _kurinto("KR"),  # the syllables of old Korean
)
_HAN: Final[tuple[PackageFonts, ...]] = (_kurinto("SC"), _kurinto("TC"), _kurinto("JP"))
PACKAGE_FONTS: Final[tuple[PackageFonts, ...]] = (*_OF_LANGUAGES, *_OTHERS, *_HAN)


@dataclass(frozen=True, slots=True)
class Face:
    """A face in two weights, which may be the same file."""

    usual: Path
    bold: Path


def font_path(package: str, file: str) -> Path:
    """Return a file of a package, without running the package's code."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"{package} is not installed; see requirements.txt")
    return Path(spec.origin).parent / file


def _face(fonts: PackageFonts) -> Face:
    package, usual, bold = fonts
    return Face(font_path(package, usual), font_path(package, bold))


@lru_cache(maxsize=1)
def usual_faces() -> tuple[Face, ...]:
    """Return what all texts are set in: our own face, then those of the languages of the app."""
    own = tuple(DATA_DIR / file for file in FONT_FILES)
    ours = (Face(*own),) if all(path.exists() for path in own) else ()
    return (*ours, *map(_face, _OF_LANGUAGES))


@lru_cache(maxsize=1)
def other_faces() -> tuple[Face, ...]:
    """Return the faces of other scripts and of symbols, the first that has a sign first."""
    return tuple(map(_face, _OTHERS))


@lru_cache(maxsize=1)
def last_face() -> Face:
    """Return the face for what draws nothing: signs that set a direction, or join."""
    return _face(_LAST)


@lru_cache(maxsize=2)
def han_faces(is_japanese: bool) -> tuple[Face, ...]:
    """Return the faces of Chinese characters: simplified, traditional, Japanese, or that first."""
    simplified, traditional, japanese = map(_face, _HAN)
    if is_japanese:
        return (japanese, simplified, traditional)
    return (simplified, traditional, japanese)
