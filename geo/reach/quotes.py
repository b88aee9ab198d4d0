"""Attribution of a ring's label: a published claim's words, the app's own, or somebody's own.

A label is text that anybody may write into a link. It is shown as a claim, with date and source,
only where the ring quotes one (geo/link/quoted.py). What the app writes itself it knows again. All
else is somebody's own words, and is shown as such wherever a label is shown. The browser has the
same rules (ui/web/scene/quotes.js); a browser test holds the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from geo.facts import OWN_LABEL
from geo.link import Ring, best_published, interceptors_of, quoted_claim
from geo.records import Catalog, Claim, Source
from geo.words import format_date, say

# Letters and digits that are read from the right, and turn the signs around them round.
_FROM_THE_RIGHT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATE: Final = ("\u2066", "\u2069")  # left to right, whatever stands between the two
# What looks like the marks around own words: those are then the only ones. Two single ones do too.
_DOUBLE_MARKS: Final = re.compile(
    "[\u201c\u201d\u201e\u201f\u301d\u301e\u301f\uff02\u275d\u275e\u2760\u2e42\u2033\u2036\u2034"
    "\u02ba\u02ee\u02dd\u05f4\U0001f676\U0001f677\U0001f678]"
    "|(?:[\u2018\u2019\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u00b4\uff07]"
    "[\u200b-\u200d\u2060\ufeff]*){2,}"
)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose words a ring's label is, and how it is shown in the catalog's language.

    `kind` is empty for a ring without a label, `claim` for one that quotes `claim`, `ours` for what
    the app calls a range of one's own, `best` for a missile's best published figure and for the
    published range of interceptors, `words` for somebody's own words. `short` is for the ring
    itself, which has a legend beside it. `source` is where a claim or a best figure was published.
    """

    kind: Literal["", "claim", "ours", "best", "words"]
    shown: str
    short: str
    claim: Claim | None = None
    source: Source | None = None


def whose(ring: Ring, catalog: Catalog) -> Whose:
    """Return whose words the label of a ring is."""
    tell = say(catalog.lang)
    if not ring.label:
        return Whose("", "", "")
    if ring.label == OWN_LABEL:
        return Whose("ours", tell("own assumption"), tell("own assumption"))
    if ring.rotating:
        return _turned_by_us(ring, catalog)
    claim = quoted_claim(ring, catalog)
    if claim is not None:
        return Whose("claim", claim.said_by, claim.said_by, claim, claim.source)
    return _best(ring, catalog) or _words(ring, catalog)


def _best(ring: Ring, catalog: Catalog) -> Whose | None:
    """Return whose words a label is that names what a table has: no claim, but with a source."""
    tell = say(catalog.lang)
    battery = interceptors_of(ring, catalog)
    if battery is not None:
        said = tell("interceptors, as published")
        return Whose("best", said, said, source=battery.source)
    missile = best_published(ring, catalog)
    if missile is None:
        return None
    said = tell("{missile}, best published", missile=missile.name)
    return Whose("best", said, said, source=missile.source)


def _words(ring: Ring, catalog: Catalog) -> Whose:
    return Whose("words", own_words(ring.label, catalog.lang), in_marks(ring.label))


def _turned_by_us(ring: Ring, catalog: Catalog) -> Whose:
    """Return whose words a label is of a ring with rotation: nobody claims such a curve.

    A claim, or a best figure, is the range without rotation; the curve is computed here.
    """
    told = whose(replace(ring, rotating=False), catalog)
    if told.kind == "words":
        return told
    said = say(catalog.lang)("{who} without rotation, with it computed here", who=told.shown)
    return Whose("ours", said, said, source=told.source)


def in_marks(text: str) -> str:
    """Return a text in quotation marks that nothing in it can close, turn round or move."""
    inner = _DOUBLE_MARKS.sub('"', text)
    if reads_from_the_right(inner):
        inner = inner.join(_ISOLATE)
    return f"\u201c{inner}\u201d"


def reads_from_the_right(text: str) -> bool:
    """Return whether a text has letters that could turn the line around them round."""
    return _FROM_THE_RIGHT.search(text) is not None


def without_isolates(text: str) -> str:
    """Return a text for a printer that lays out each sign where it stands."""
    return text.translate(dict.fromkeys(map(ord, _ISOLATE)))


def own_words(text: str, lang: str) -> str:
    """Return what somebody wrote as it is shown: in marks, and called their own."""
    return say(lang)("{words}, own label", words=in_marks(text))


def statement_of(ring: Ring, catalog: Catalog) -> str:
    """Return the statement of a ring's claim (geo.records.statements); "" without a claim."""
    claim = whose(ring, catalog).claim
    return claim.statement if claim else ""


def who_says(ring: Ring, catalog: Catalog) -> str:
    """Return who claims a ring's range and when, such as `Korea Times, 2017-07-05`."""
    told = whose(ring, catalog)
    said = told.shown or say(catalog.lang)("own assumption")
    if told.claim is None or not told.claim.claim_date:
        return said
    return f"{said}, {format_date(told.claim.claim_date, catalog.lang)}"
