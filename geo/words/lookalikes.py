"""Look-alike names: those that differ by case, spaces, marks or letters of other alphabets.

For finding that a text names somebody, never for taking one name for another: the skeleton of a
text is compared with other skeletons and shown to nobody. The letters are those of Unicode's
confusables (UTS 39) that a Latin name can be written with on a usual keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ALIKE: Final = (  # what is read as a Latin letter, and which
    ("авсԁеһніїјкӏморԛѕтѵԝхуүғпгиѡѳ", "abcdehhiijklmopqstvwxyyfnrnwo"),
    ("αβεηικνορστυχγωϲϳ", "abenikvopotuxywcj"),
    ("օոսհցⅼıɑɡɩɪƅɴʀꜱᴀᴇᴋᴏᴛᴜøłđʏꮪ", "onuhgliagiibnrsaekotuoldys"),
    ("ʙᴄᴅꜰɢʜᴊʟᴍᴘꞯᴠᴡʏᴢ", "bcdfghjlmpqvwyz"),  # small capitals
    ("|01l!", "ioiii"),
    ("\u115f\u1160", "  "),  # fillers: letters by their category, seen by nobody
)
_TABLE: Final = {
    ord(sign): "i" if letter == "l" else letter  # as a plain one is read, above
    for signs, letters in _ALIKE
    for sign, letter in zip(signs, letters, strict=True)
}
_SPELT_OUT: Final = re.compile(r"(?<!\S)(?:\S ){2,}\S(?!\S)")  # "u s f k"
_EAST_ASIAN: Final = "\u2e80"  # Hangul, Hanja, kana: no spaces, and a name is short
_KEPT: Final = ("L", "N")  # letters and digits
_DROPPED: Final = ("M", "C")  # marks on letters, and what is not seen


@lru_cache(maxsize=2048)  # the names of the data, and the latest labels
def skeleton(text: str) -> str:
    """Return a text as it looks: small Latin letters, digits and Hangul, words apart by a space."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_TABLE)
    kept = []
    for sign in unicodedata.normalize("NFC", "".join(_unmarked(plain))):
        kind = unicodedata.category(sign)[0]
        kept.append(sign if kind in _KEPT else " ")
    words = " ".join("".join(kept).replace("rn", "m").replace("vv", "w").split())
    return _SPELT_OUT.sub(lambda found: found[0].replace(" ", ""), words)


def _unmarked(text: str) -> list[str]:
    return [sign for sign in text if unicodedata.category(sign)[0] not in _DROPPED]


def names(text: str, name: str) -> bool:
    """Return whether a text holds a name; both are skeletons.

    A long name is found without its spaces too ("U.S. Forces Korea"), a short one as words only.
    """
    if f" {name} " in f" {text} ":
        return True
    joined = name.replace(" ", "")
    is_long = len(joined) >= (3 if joined >= _EAST_ASIAN else 8)
    return is_long and joined in text.replace(" ", "")
