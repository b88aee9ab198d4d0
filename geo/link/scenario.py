"""The Scenario: everything a person has set, and nothing else holds state.

A ring is an assumption: a launch site, a range or a band of ranges, and who
says so. Pages, exports and links are functions of a Scenario and the data.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from geo.earth import LatLon, RangeKm, check_range_km
from geo.errors import RangeError
from geo.facts import DEFAULT_LAYERS
from geo.flight import Report, ranges_by_bearing
from geo.words import message

Role = Literal["low", "best", "high"]

DEFAULT_TARGETS: Final = (
    "guam_nb", "honolulu", "anchorage", "seattle", "los_angeles", "new_york", "washington_dc",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ring:
    """One assumption about a range.

    Either `best_km` alone, or the band `low_km` to `high_km`, with `best_km`
    between them or without. `site` is a launch site id, or `LAT,LON` as typed. With a `report` of a
    lofted flight the three are the 5, 50 and 95 % of the ranges that fit it (geo/link/spreads.py).
    A ring with `rotating` gives its ranges without the Earth's rotation; see `reach`.
    """

    site: str
    point: LatLon
    low_km: float | None
    best_km: float | None
    high_km: float | None
    label: str = ""
    report: Report | None = None
    rotating: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        values = [value for _, value in self.edges]
        if not values or (self.low_km is None) != (self.high_km is None):
            raise RangeError(message("a ring has one range, or a low and a high one"))
        for value in values:
            check_range_km(value)
        if values != sorted(set(values)):
            problem = message("the ranges of a band must grow: low-high or low-best-high")
            raise RangeError(problem)

    @property
    def edges(self) -> tuple[tuple[Role, float], ...]:
        """The ranges at which an outline is drawn, innermost first."""
        named: tuple[tuple[Role, float | None], ...] = (
            ("low", self.low_km),
            ("best", self.best_km),
            ("high", self.high_km),
        )
        return tuple((role, value) for role, value in named if value is not None)

    def reach(self, range_km: float) -> RangeKm:
        """Return how far one of its ranges goes: so far, or over a turning Earth by direction."""
        return ranges_by_bearing(range_km, self.point.lat) if self.rotating else range_km

    @property
    def main_km(self) -> float:
        """The range that stands for the ring: the best one, else the high one."""
        value = self.best_km if self.best_km is not None else self.high_km
        assert value is not None  # noqa: S101  # __post_init__ guarantees it
        return value

    @property
    def sure_km(self) -> float:
        """Places up to here are `in`: the low end of a band, else the range."""
        return self.main_km if self.low_km is None else self.low_km

    @property
    def limit_km(self) -> float:
        """Places beyond here are `out`: the high end of a band, else the range."""
        return self.main_km if self.high_km is None else self.high_km


@dataclass(frozen=True, slots=True)
class RadarAssumption:
    """What someone assumes of one radar: how far, which way, how wide."""

    radar: str
    range_km: float
    azimuth_deg: float
    width_deg: float


@dataclass(frozen=True, slots=True)
class Camera:
    """Centre and zoom of the map."""

    center: LatLon
    zoom: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """One view of the map, complete.

    `active` is the index of the ring that headline, distance lines, outline and cards speak of.
    `title` and `note` are somebody's own words about the view, "" for none, `names` the places
    that are written wherever they are in view, `legend` whether pictures list the rings, `hidden`
    the indices of rings that are kept in links and drawn and counted nowhere, and `tests` the
    missiles whose flights the layer of tests shows, none for all.
    """

    rings: tuple[Ring, ...]
    active: int = 0
    show: tuple[str, ...] = DEFAULT_LAYERS
    units: str = "km"
    date: dt.date | None = None
    radars: tuple[RadarAssumption, ...] = ()
    at: Camera | None = None
    base: str = "offline"
    lang: str = "en"
    present: bool = False
    targets: tuple[str, ...] = DEFAULT_TARGETS
    title: str = ""
    note: str = ""
    names: tuple[str, ...] = ()
    legend: bool = True
    hidden: tuple[int, ...] = ()
    tests: tuple[str, ...] = ()

    @property
    def active_ring(self) -> Ring:
        """The ring that was chosen, hidden or not: see `speaking`."""
        return self.rings[self.active]

    @property
    def shown_rings(self) -> tuple[tuple[int, Ring], ...]:
        """The rings that are not hidden, each with its index, which colours and letters go by."""
        return tuple(each for each in enumerate(self.rings) if each[0] not in self.hidden)

    @property
    def speaking(self) -> int | None:
        """The index of the ring that the view speaks of.

        That is the active one, the first one shown where that is hidden, none where all are.
        """
        shown = [index for index, _ in self.shown_rings]
        return self.active if self.active in shown else next(iter(shown), None)
