"""Ten questions on ranges and distances, drawn from the data by a seed.

A class shares a seed and gets the same questions, on any machine and in any language. Nothing is
random: all that can be asked lies in decks, a deck is its cards in the order of the SHA-256 of
`reachmap-quiz-1:SEED:DECK:CARD`, and every choice is the first card that fits. So the questions
depend on the seed and the data alone, not on a library's random numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from geo.quiz.ways import Way, Ways
from geo.records import Catalog, Claim, LaunchSite, Place

Kind = Literal["reach", "distance"]

RULES: Final = "reachmap-quiz-1"
OF_EACH_KIND: Final = 5
# "In or out?": how far a place lies from the edge of the range, as a part of the range. Near enough
# to be a question, never so near that it is a matter of luck.
MARGINS: Final = (0.03, 0.25)
# "How far?" asks once in each of these spans of kilometres, so that every quiz has near and far.
SPANS_KM: Final = ((700, 2000), (2000, 5000), (5000, 8000), (8000, 10_500), (10_500, 15_000))
_LEAST_RANGE_KM: Final = 500.0  # below, hardly a place that pupils know is near the edge
_SEED: Final = re.compile(r"[A-Za-z0-9-]{1,20}", re.ASCII)
_BASES: Final = frozenset(
    ("camp_humphreys", "misawa_ab", "yokosuka_cfay", "kadena_ab", "andersen_afb", "wake",
     "kwajalein", "pearl_hickam", "vandenberg", "diego_garcia")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """Ask "In or out?" of a claim's range or, without a claim, "How far?"."""

    way: Way
    claim: Claim | None = None

    @property
    def kind(self) -> Kind:
        """Return which of the two questions it is."""
        return "distance" if self.claim is None else "reach"

    @property
    def is_inside(self) -> bool:
        """Return whether the place is within the claim's range."""
        return self.claim is not None and self.way.distance_km <= claimed_km(self.claim)


def is_seed(text: str) -> bool:
    """Return whether a text can name a quiz: 1 to 20 letters, digits or hyphens."""
    return _SEED.fullmatch(text) is not None


def quiz(seed: str, catalog: Catalog) -> tuple[Question, ...]:
    """Return the ten questions of a seed, five of each kind; upper and lower case are one.

    Parameters
    ----------
    seed
        A text for which `is_seed` holds.
    catalog
        The data in English. The order of its rows does not matter.
    """
    questions = _Decks(seed, catalog).questions()
    order = shuffled(seed, "order", map(str, range(len(questions))))
    return tuple(questions[int(card)] for card in order)


def shuffled(seed: str, deck: str, cards: Iterable[str]) -> list[str]:
    """Return cards, no two alike, in the order that a seed gives them in a deck of this name."""
    start = f"{RULES}:{seed.upper()}:{deck}:"
    return sorted(cards, key=lambda card: sha256(f"{start}{card}".encode()).digest())


def claimed_km(claim: Claim) -> float:
    """Return the range of a claim of one number: a value, a floor or a ceiling."""
    range_km = claim.range_km_high if claim.range_km_low is None else claim.range_km_low
    assert range_km is not None  # noqa: S101  # a claim has one number at least
    return range_km


def claims_asked(catalog: Catalog) -> tuple[Claim, ...]:
    """Return the claims of one number; a floor or a ceiling is asked as one, a span not at all."""
    return tuple(
        claim
        for claim in catalog.claims
        if claimed_km(claim) >= _LEAST_RANGE_KM
        and len({claim.range_km_low, claim.range_km_high} - {None}) == 1
    )


def sites_asked(catalog: Catalog) -> tuple[LaunchSite, ...]:
    """Return the launch sites of five flights or more whose place is known to 5 km."""
    return tuple(
        site
        for site in catalog.launch_sites
        if (site.tests_count or 0) >= 5 and site.precision_km <= 5
    )


def places_asked(catalog: Catalog) -> tuple[Place, ...]:
    """Return the places that pupils can know: large cities, capitals, and a few bases."""
    return tuple(place for place in catalog.places if _is_known(place))


def _is_known(place: Place) -> bool:
    if place.population is None:
        return place.id in _BASES
    special = place.us_soil or "capital" in place.kind
    is_large = place.population >= (280_000 if special else 600_000)
    return is_large and place.country != "North Korea"


class _Decks:
    """The decks of one quiz; a card that was played is not played again."""

    def __init__(self, seed: str, catalog: Catalog) -> None:
        self._seed = seed
        sites = {site.id: site for site in sites_asked(catalog)}
        self._sites = iter([sites[card] for card in shuffled(seed, "sites", sites)])
        self._claims = claims_asked(catalog)
        self._places = places_asked(catalog)
        self._played: set[str] = set()

    def questions(self) -> list[Question]:
        """Return all questions, not yet in order."""
        spans = shuffled(self._seed, "spans", map(str, range(OF_EACH_KIND)))
        sides = shuffled(self._seed, "sides", ("in 1", "in 2", "in 3", "out 1", "out 2", "out 3"))
        ranges = iter(shuffled(self._seed, "ranges", {_card(claim) for claim in self._claims}))
        return [
            *(self._distance(SPANS_KM[int(span)]) for span in spans),
            *(self._reach(ranges, side.startswith("in")) for side in sides[:OF_EACH_KIND]),
        ]

    def _distance(self, span_km: tuple[int, int]) -> Question:
        ways = Ways(next(self._sites), self._places)
        fits = (ways.distances_km >= span_km[0]) & (ways.distances_km < span_km[1])
        way = self._play(f"distance {span_km[0]}", ways, fits)
        assert way is not None  # noqa: S101  # a test sees to it for every site
        return Question(way)

    def _reach(self, ranges: Iterator[str], is_inside: bool) -> Question:
        """Ask about the next range that has a place near its edge, on the side wanted."""
        ways = Ways(next(self._sites), self._places)
        for card in ranges:
            beyond_km = ways.distances_km - float(card)
            gaps_km = -beyond_km if is_inside else beyond_km
            least_km, most_km = (margin * float(card) for margin in MARGINS)
            fits = (gaps_km >= np.maximum(least_km, ways.unsure_km)) & (gaps_km <= most_km)
            if way := self._play(f"reach {card}", ways, fits):
                return Question(way, self._claim(card))
        raise AssertionError("no range has a known place near its edge")

    def _claim(self, card: str) -> Claim:
        alike = {claim.id: claim for claim in self._claims if _card(claim) == card}
        return alike[shuffled(self._seed, "claims", alike)[0]]

    def _play(self, deck: str, ways: Ways, fits: NDArray[np.bool_]) -> Way | None:
        """Return the way to the first place that fits and was not played yet, if there is one."""
        rows = {
            place.id: row
            for row, place in enumerate(self._places)
            if fits[row] and place.id not in self._played
        }
        for card in shuffled(self._seed, deck, rows)[:1]:
            self._played.add(card)
            return ways.to(rows[card])
        return None


def _card(claim: Claim) -> str:
    """Return a claim's range as a card: several claims may share it, and it is asked once."""
    return f"{claimed_km(claim):.0f}"
