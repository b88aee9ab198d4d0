"""Claims on record of whoever an own label names: the answer to words put in a mouth.

A label that is not a claim may still name someone who made one, with another number, of another
missile or in another spelling. Then what that someone is on record with is said beside it. Finding
a name is generous (case, spaces, letters that look alike, either language): the worst that can
come of it is a true sentence too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geo.link import Ring, View
from geo.reach.quotes import may_start, missile_of, whose
from geo.records import Catalog, Claim, Source, claimed_text
from geo.words import format_date, names, skeleton

MAX_RECORDS: Final = 3
# Where a claimant's name ends, and another name or no name at all begins.
_BREAKS: Final = re.compile(
    r"(?:^|\s)(?:via|citing|(?:as )?(?:quoted|summarised)(?: by(?: the)?| in)?)\s|,\s|;\s|[()]"
)
_KOREAN_ENDS: Final = re.compile(r"\s*(?:일본판 )?(?:보도|인용|게재|요약)$|^.*가 인용한 |\s*\d{4}$")
_YEAR: Final = re.compile(r"\s+\d{4}$")
_NO_NAME: Final = re.compile(r"^\W*\d[\d\s.]*(?:kg.*)?$|\bkg\b|탄두|^\d+년")
# Parts of labels that name nobody; "Japan" alone names its government, "reaches Japan" does not.
_NOBODY: Final = (
    *("experts", "analysts", "analyst", "press", "the press", "observers", "apogee", "reposted"),
    *("July", "a weak source", "전문가들", "분석가", "분석가들", "언론", "최고 고도", "재게시"),
    "출처 약함",
)
_ANYONE: Final = frozenset(map(skeleton, _NOBODY))
_COUNTRIES: Final = frozenset(map(skeleton, ("Japan", "North Korea", "일본", "북한")))
_ALSO_CALLED: Final = {
    "US Forces Korea": (
        *("USFK", "United States Forces Korea", "US Force Korea"),
        *("주한미군", "駐韓米軍", "在韓米軍", "駐韓美軍", "驻韩美军"),
    ),
    "US Pacific Command": ("PACOM", "USPACOM"),
    "South Korean Joint Chiefs": ("ROK JCS",),
    "South Korean defence ministry": ("ROK MND", "South Korea's Ministry of Defense"),
    "US Department of Defense": ("Pentagon", "DoD"),
    "CSIS Missile Threat": ("CSIS",),
    "CNS database": ("CNS",),
    "David Wright": ("D. Wright", "Wright"),
    "John Schilling": ("Schilling",),
    "Michael Elleman": ("Elleman",),
    "Jeffrey Lewis": ("J. Lewis",),
}
_MANY: Final = re.compile(r"\b(?:experts|officials|analysts|observers|estimates|Chiefs)\b| and ")


@dataclass(frozen=True, slots=True)
class Record:
    """A published claim of someone whom a label names, as a sentence with its date."""

    sentence: str
    source: Source


def on_record(ring: Ring, view: View) -> tuple[Record, ...]:
    """Return what those whom a ring's own label names are on record with; mostly nothing.

    Parameters
    ----------
    ring
        Any ring; only somebody's own words are answered.
    view
        The data, and the language and units of the answer.
    """
    catalog = view.catalog
    if ring.report or whose(ring, catalog).kind != "words":  # a report names its reporter
        return ()
    text = skeleton(ring.label)
    claims = _nearest(ring, list(_named(text, catalog)), text, catalog)
    return tuple(
        Record(_sentence(claim, view) + _of_another(claim, ring, view), claim.source)
        for claim in claims
    )


def records_text(ring: Ring, view: View) -> str:
    """Return the sentences of `on_record` in one line."""
    return " ".join(record.sentence for record in on_record(ring, view))


def _named(text: str, catalog: Catalog) -> Iterator[Claim]:
    """Yield the claims of those who are named best: by all of a label, else by most of it."""
    best, found = 0, list[Claim]()
    for claim in catalog.claims:
        whole, parts = _names_of(claim, catalog)
        score = 1000 if text in whole else sum(len(part) for part in parts if _is_in(text, part))
        if score > best:
            best, found = score, []
        if score and score == best:
            found.append(claim)
    yield from found


def _is_in(text: str, part: str) -> bool:
    return text == part if part in _COUNTRIES else names(text, part)


def _nearest(ring: Ring, claims: list[Claim], text: str, catalog: Catalog) -> list[Claim]:
    """Return the claims of the missile meant, if there are any: the label's own, or the site's."""
    meant = {
        missile.id
        for missile in catalog.missiles
        if any(names(text, skeleton(name)) for name in (*missile.names, *missile.other_names))
    }
    site = catalog.site(ring.site)
    if not meant and site:
        meant = set(site.missile_ids)
    chosen = [claim for claim in claims if claim.missile_id in meant] or claims
    return sorted(chosen, key=lambda claim: claim.claim_date)[:MAX_RECORDS]


@lru_cache(maxsize=512)
def _names_of_texts(
    texts: tuple[str, ...], missiles: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    whole: set[str] = set()
    parts: set[str] = set()
    for text in texts:
        _, bare = _split(text, missiles)
        whole |= {skeleton(text), skeleton(bare)}
        for piece in _BREAKS.split(bare):
            name = _YEAR.sub("", _KOREAN_ENDS.sub("", piece.strip()))
            if name and not _NO_NAME.search(name):
                parts |= {skeleton(each) for each in (name, *_ALSO_CALLED.get(name, ()))}
    return frozenset(whole), frozenset(part for part in parts - _ANYONE if len(part) > 1)


def _names_of(claim: Claim, catalog: Catalog) -> tuple[frozenset[str], frozenset[str]]:
    """Return the skeletons of a claim's whole labels, and of the names in them."""
    return _names_of_texts(claim.names, _missile_names(claim, catalog))


def _missile_names(claim: Claim, catalog: Catalog) -> tuple[str, ...]:
    missile = missile_of(claim, catalog)
    return (*missile.names, *missile.other_names, *missile.name.split(" / "))


def _split(text: str, missiles: tuple[str, ...]) -> tuple[str, str]:
    """Return the missile that a label begins with, or nothing, and the rest."""
    first, comma, rest = text.partition(", ")
    is_missile = any(name == first or name.startswith(f"{first} ") for name in missiles)
    return (first, rest) if comma and is_missile else ("", text)


def _sentence(claim: Claim, view: View) -> str:
    """Return such as `US Forces Korea is on record with 5,000 km (Hwasong-14, 2017-07-05)`."""
    tell, missile = view.tell, missile_of(claim, view.catalog)
    _, bare = _split(claim.said_by, _missile_names(claim, view.catalog))
    who, via, outlet = bare.partition(" via ")
    if not who[:1].isupper():  # "experts" alone would be anyone's
        who, via, outlet = bare, "", ""
    who, _, more = _YEAR.sub("", who.partition(": ")[0]).partition(", ")
    date = format_date(claim.claim_date, view.lang)
    details = ", ".join(filter(None, (more, f"{via}{outlet}".strip(), missile.name, date)))
    values = {"who": who, "range": claimed_text(claim, view.units, tell), "details": details}
    if _MANY.search(who):
        return tell("{who} are on record with {range} ({details}).", **values)
    return tell("{who} is on record with {range} ({details}).", **values)


def _of_another(claim: Claim, ring: Ring, view: View) -> str:
    """Say why a claim with its own number is none here, if that is so: the launch site."""
    tell, catalog = view.tell, view.catalog
    site, missile = catalog.site(ring.site), missile_of(claim, catalog)
    if claim.label != ring.label or may_start(missile, site):
        return ""
    if site is None:
        return f" {tell('The ring starts at no known launch site.')}"
    if len(site.missile_ids) == 1 and not site.missile_classes:
        only = next(each for each in catalog.missiles if each.id == site.missile_ids[0])
        return f" {tell('Of this launch site only {missile} is known.', missile=only.name)}"
    return f" {tell('From this launch site no {missile} is known.', missile=missile.name)}"
