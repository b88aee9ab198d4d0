"""The rows of data/ as frozen records.

Coordinates are degrees, WGS84, latitude first; ranges are kilometres along
the ground. A value that no source gives is None, never zero. Dates are text,
as precise as the source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

Names, notes and the like are in the language of their Catalog. `id`, `kind` and `status` are the
same words in all languages, for programs; `kind_words` and `status_words` say them to people.
`names` are the names in all languages, to search by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geo.earth import LatLon
from geo.records.defence import Equipment
from geo.records.source import Source

Statement = Literal["value", "about", "span", "floor", "ceiling", "class", "flown"]
Words = Mapping[str, str]  # a text by language, each language there


@dataclass(frozen=True, slots=True)
class LaunchSite:
    """A place missiles were launched from; `precision_km` says how well it is known.

    `missile_ids` and `missile_classes` are the missiles that were launched there, by name and by
    class; where both are empty, any missile may be meant. `short_name` is for maps and headlines.
    """

    id: str
    name: str
    name_ko: str
    short_name: str
    lat: float
    lon: float
    precision_km: float
    kind: str
    kind_words: str
    first_used: str | None
    last_used: str | None
    tests_count: int | None
    missile_ids: tuple[str, ...]
    missile_classes: tuple[str, ...]
    notes: str
    names: tuple[str, ...]
    source: Source
    fact_url: str | None = None

    @property
    def point(self) -> LatLon:
        """Where it is."""
        return LatLon(self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class Missile:
    """A missile type; `other_names` are search words, not facts to show."""

    id: str
    name: str
    other_names: tuple[str, ...]
    missile_class: str
    missile_class_words: str
    range_km_low: float | None
    range_km_best: float | None
    range_km_high: float | None
    first_flight: str | None
    status: str
    notes: str
    names: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """How a claim came to us.

    `capacity` is that in which it was made, `launch_date` the launch it is about (day in Korea),
    `stated` the ends in their own `unit` where that is not the kilometre, `page` the page it stands
    on, `read_on` when we read it. `second` is another source, which `second_says`: it agrees,
    differs, or defines what the first one names.
    """

    capacity: str
    capacity_words: str
    launch_date: str | None
    unit: str
    stated: tuple[float | None, float | None]
    page: str
    read_on: str
    second: Source | None
    second_says: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who said how far a missile reaches: low alone is "at least", high alone "up to".

    `label` stands in links and is the same in all languages; `said_by` is what is shown for it.
    `names` are `label`, `said_by` and `claimed_by` in all languages. `statement` is what exactly
    was said (data/README.md, claims.csv), and `record` what else is known of the saying.
    """

    id: str
    missile_id: str
    range_km_low: float | None
    range_km_high: float | None
    label: str
    said_by: str
    claimed_by: str
    claim_date: str
    context: str
    names: tuple[str, ...]
    source: Source
    statement: Statement
    record: ClaimRecord


@dataclass(frozen=True, slots=True)
class Place:
    """A city, base, battery or radar that a ring may or may not reach.

    `equipment` is what stands at a place of missile defence, None at any other; `host` says whose
    base it is. `away` are the days of leaving and of return of what was gone in between.
    """

    id: str
    name: str
    country: str
    layer: str
    kind: str
    kind_words: str
    lat: float
    lon: float
    precision_km: float
    population: int | None
    status: str
    status_words: str
    deployed_from: str | None
    deployed_to: str | None
    notes: str
    us_soil: bool
    names: tuple[str, ...]
    source: Source
    equipment: Equipment | None = None
    host: str = ""
    away: tuple[str, str] | None = None

    @property
    def point(self) -> LatLon:
        """Where it is."""
        return LatLon(self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class Preset:
    """A ready view; `query` is a query string as it stands in a link."""

    id: str
    title: str
    about: str
    query: str
    order: int


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of a story: what is said, and the view it is said of.

    Texts may hold placeholders (geo/story/text.py); `view` is a query string.
    """

    title: Words
    text: Words
    question: Words
    view: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story that is told in steps on the map."""

    id: str
    title: Words
    about: Words
    author: Words
    steps: tuple[StoryStep, ...]
