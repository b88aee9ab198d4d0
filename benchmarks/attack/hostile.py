"""Queries as a stranger with a fuzzer writes them: the same ones in every run.

Half of them are links of ours with one thing wrong, for those get past the first check; the others
are made of what has broken programs before. `tests/server/test_hostile_requests.py` asks some of
them in process, `python -m benchmarks --only held` asks 2,435 of a running server.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, quote_from_bytes

from geo import facts
from ui.export import EXPORT_NAMES

PAGES: Final = ("/", *(f"/{page}" for page in facts.PAGES), "/nothing")
DEAR: Final = ("/export/map.png", "/export/map.kmz", "/export/handout.pdf")
CHEAP: Final = (
    *(f"/export/{name}" for name in EXPORT_NAMES if f"/export/{name}" not in DEAR),
    "/export/nothing.xml",
    "/live/places.json", "/live/sites.json", "/live/missiles.json", "/live/presets.json",
    "/live/site.json", "/live/find.json", "/live/class.json", "/live/room-qr.svg",
    "/live/quiz.json", "/live/quizlink.json", "/live/quizlink.svg", "/live/stories.json",
    "/live/story.json", "/live/storyfile.json",
)  # fmt: skip

GOOD: Final = {
    "ring": "sohae~3000-5500~US+Pacific+Command", "show": "cities,bases,thaad,radar,arcs",
    "units": "nmi", "date": "2017-07-04", "radar": "tpy2_seongju~800~347~120", "at": "40,150,3.5",
    "base": "offline", "lang": "ko", "present": "1", "story": "five_ranges", "step": "2",
    "room": "K7M2QX", "seed": "july", "to": "guam_nb,honolulu", "v": "1", "on": "1", "title": "T",
    "note": "N", "name": "seoul", "legend": "0", "hide": "1", "tests": "hwasong-14", "width": "200",
    "height": "200", "projection": "globe", "paper": "a4", "q": "seoul", "site": "39.87,125.27",
    "id": "five_ranges", "code": "K7M2QX", "answers": "0", "n": "1", "apogee_km": "2802",
    "ground_range_km": "933", "burnout_altitude_km": "0-200", "rotation": "39.5,90",
}  # fmt: skip
NASTY: Final = (
    "", " ", "\x00", "\x1b[2J", "\r\nSet-Cookie: a=b", "\ufffe\uffff", "\u202e\u2066", "\u0130",
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "]]>", "<!--", "%s%n",
    "${7*7}", "{0.__class__}", "{{7*7}}", "' OR 1=1--", "../../../etc/passwd", "..\\..\\app.py", "file:///x",
    "javascript:alert(1)", "=HYPERLINK(1)", "\U0001f680" * 60, "x" * 3000, "~" * 400, "," * 400,
    "-" * 50, "&" * 40, "%" * 40, "nan", "NaN", "inf", "-Infinity", "1e308", "1e999", "-0", "0x1f",
    "1_000", "9" * 4000, "0." + "0" * 400 + "1", "1e-400", "\u0664\u0662", "\uff18\uff10\uff10",
    "true", "null", "[]", "{}", "[" * 500, "__proto__", "constructor", "2017-02-30", "0000-00-00",
    "99999-01-01", "39.66,124.7,", "91,181", "-90,180", "90,-180", "nan,nan", "1e309,0",
)  # fmt: skip
BROKEN_BYTES: Final = (b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\x80=\xfe")
SIGNS: Final = "~,-.&=%+;:/?#[]{}\"'<>\\^`| \x00\u202e\ud55c0123456789eE"


def mutated(text: str, chance: random.Random) -> str:
    """Return a good value with one to three signs put in, taken out or exchanged."""
    signs = list(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randint(0, len(signs))
        signs[at : at + chance.randint(0, 2)] = [chance.choice(SIGNS), ""][: chance.randint(0, 2)]
    return "".join(signs)


def value(key: str, chance: random.Random) -> str:
    """Return what is written after `=`, as it stands in the address."""
    kind = chance.random()
    if kind < 0.15:
        return quote(GOOD.get(key, "x"), safe="~,+")
    if kind < 0.5:
        return quote(mutated(GOOD.get(key, "x"), chance), safe="~,+")
    if kind < 0.6:
        return quote_from_bytes(chance.choice(BROKEN_BYTES))
    if kind < 0.7:
        return f"%{chance.choice('%gz0')}{chance.choice('%gz')}&{quote(chance.choice(NASTY))}"
    edges = "-".join(chance.choice(["8000", "nan", "1e308", "0", "-5", "9" * 400]) for _ in "123")
    made = [chance.choice(NASTY), f"sohae~{edges}", f"{chance.choice(NASTY)}~8000~x"]
    return quote(chance.choice(made), safe="~,")


def query(chance: random.Random) -> str:
    """Return a query string of up to eight pairs, now and then of thirty."""
    count = 30 if chance.random() < 0.05 else chance.randint(0, 8)
    keys = [*GOOD, "ring", "ring", "ring", "date", "at", "x", "__proto__"]
    parts = []
    for _ in range(count):
        key = chance.choice(keys)
        name = quote(mutated(key, chance)) if chance.random() < 0.1 else key
        parts.append(name if chance.random() < 0.05 else f"{name}={value(key, chance)}")
    return chance.choice(["&", "&", "&", "&&", ";"]).join(parts)


def targets(paths: tuple[str, ...], count: int, seed: int) -> Iterator[str]:
    """Yield addresses: each path in turn, each with a query of its own."""
    chance = random.Random(seed)  # noqa: S311  # the same in every run, which is what is wanted
    for number in range(count):
        yield f"{paths[number % len(paths)]}?{query(chance)}"
