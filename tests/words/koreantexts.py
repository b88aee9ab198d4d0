"""English words in a Korean text, and views whose words are read in Korean."""

from __future__ import annotations

import re
from functools import cache

from geo.link.view import View
from tests.messages import said
from tests.support import view_at

HANGUL = re.compile(r"[\uac00-\ud7a3]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
PARTS = re.compile(r"\{\w+\}")
DATABASE = "CNS North Korea Missile Test Database"  # is called so in all languages
VIEWS = {
    "july": "units=km",
    "band": "ring=sohae~3000-5500~US Pacific Command&ring=sohae~2000&units=mi",
    "several": "ring=sohae~8000~own assumption&ring=tonghae~10400-12000-14000&date=2017-07-04",
    "envelope": "ring=kusong_north~4500~Hwasong-12, best published&show=cities,radar,arcs,envelope",
    "bare": "ring=0,0~50&to=&show=",
}


def korean_view(name: str) -> View:
    return view_at(f"{VIEWS[name]}&lang=ko")


@cache
def english_phrases() -> frozenset[str]:
    """Return the words of our messages between their values, as far as they are sentences."""
    parts = (part.strip(" .,:;()") for text in said(".py") for part in PARTS.split(text))
    return frozenset(part for part in parts if len(LATIN_WORD.findall(part)) >= 2)


def english_in(text: str) -> list[str]:
    """Return what of our English stands in a text."""
    plain = " ".join(text.split()).replace(DATABASE, "")
    return [part for part in english_phrases() if re.search(rf"\b{re.escape(part)}\b", plain)]
