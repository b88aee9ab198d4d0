"""What is wrong with the words on a map, by its own account of them and by Web Mercator."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from geo.catalog import load_catalog
from geo.facts import MUST_NAMES
from tests.browser.map.mercator import MapView
from tests.browser.screen import Json

Box = tuple[float, float, float, float]
Points = NDArray[np.float64]
EDGE_PX = 12  # of the view and of what covers it: a name or a number has no room so near
OFF_PX = 12  # how far a number may be from its outline
STRETCH_PX = 120  # of an outline, in which a number has room
TOUCH_PX = 1


def meet(a: Box, b: Box) -> bool:
    """Whether two boxes share more than an edge."""
    across = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    down = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return across > TOUCH_PX and down > TOUCH_PX


def under(x: float, y: float, box: Box, margin: float = 0) -> bool:
    """Whether a point lies in a box, or so near it."""
    left, top, width, height = box
    return -margin < x - left < width + margin and -margin < y - top < height + margin


@dataclass(frozen=True)
class Labelled:
    """`reachmap.state()` of a map in a language, and what does not hold in it."""

    state: Json
    lang: str

    @cached_property
    def view(self) -> MapView:
        return MapView(**self.state["view"])

    @property
    def covered(self) -> list[Box]:
        return [tuple(box) for box in self.state["covered"]]

    @property
    def boxes(self) -> list[tuple[str, list[Box]]]:
        return [
            (label["text"], [tuple(box) for box in label["boxes"]])
            for label in self.state["labels"]
        ]

    def faults(self) -> list[str]:
        return [*self.unnamed(), *self.overlapping(), *self.hidden(), *self.wrong_rings()]

    def unnamed(self) -> list[str]:
        """The places that must be named and are not, though they are in view."""
        places = {place.id: place for place in load_catalog(lang=self.lang).places}
        named = {label["id"] for label in self.state["labels"] if label["kind"] in ("place", "arc")}
        missing = []
        for must in MUST_NAMES:
            shown = [id_ for id_ in must.ids if id_ in self.state["places"]]
            if not shown or named & set(must.ids):
                continue
            place = places[shown[0]]
            x, y = self.view.point(place.lat, place.lon)
            is_seen = self.view.shows(place.lat, place.lon, EDGE_PX)
            if is_seen and not any(under(x, y, box, EDGE_PX) for box in self.covered):
                missing.append(f"{place.name} is in view and not named")
        return missing

    def overlapping(self) -> list[str]:
        return [
            f"{a} lies on {b}"
            for (a, these), (b, those) in combinations(self.boxes, 2)
            if any(meet(one, other) for one in these for other in those)
        ]

    def hidden(self) -> list[str]:
        """The words that lie under something, or go beyond the map."""
        whole = (0.0, 0.0, self.view.width, self.view.height)
        faults = []
        for text, boxes in self.boxes:
            if any(meet(box, over) for box in boxes for over in self.covered):
                faults.append(f"{text} is covered")
            if any(
                not under(x, y, whole, TOUCH_PX)
                for left, top, width, height in boxes
                for x, y in ((left, top), (left + width, top + height))
            ):
                faults.append(f"{text} is cut at the edge")
        return faults

    def wrong_rings(self) -> list[str]:
        """The numbers that are missing, and those that are not on their outline."""
        faults = []
        for ring in self.state["rings"]:
            index = ring["ring"]  # in the link, which hidden rings count in
            labels = [label for label in self.state["labels"] if label["ring"] == index]
            for edge in ring["edges"]:
                number = f"{edge['range_km']:,.0f}"
                mine = [label for label in labels if number in label["text"]]
                lines = self.lines_of(edge["vertices"])
                if not mine and self.longest_stretch(lines) >= STRETCH_PX:
                    faults.append(f"ring {index} has no number {number}")
                faults += [
                    f"{label['text']} is {off:.0f} px off its ring"
                    for label in mine
                    if (off := max(distance(middle(box), lines) for box in label["boxes"])) > OFF_PX
                ]
        return faults

    def lines_of(self, vertices: list[list[float]]) -> list[Points]:
        """Return an outline in pixels, once for each copy of the world that may be in view."""
        world = 256 * 2**self.view.zoom
        xs, ys, before = [], [], None
        for lat, lon in vertices:
            x, y = self.view.point(lat, lon)
            if before is not None:  # the outline goes on where it was
                x -= world * round((x - before) / world)
            before = x
            xs.append(x)
            ys.append(y)
        line = np.stack([xs, ys], axis=-1)
        return [line + np.array([turn * world, 0.0]) for turn in range(-3, 4)]

    def longest_stretch(self, lines: list[Points]) -> float:
        """Return for how many pixels an outline is in view in one go, and not covered."""
        longest = 0.0
        for line in lines:
            length = 0.0
            for a, b in zip(dense(line)[:-1], dense(line)[1:], strict=True):
                length = length + float(np.hypot(*(b - a))) if self.is_clear(*b) else 0.0
                longest = max(longest, length)
        return longest

    def is_clear(self, x: float, y: float) -> bool:
        return (
            EDGE_PX < x < self.view.width - EDGE_PX
            and EDGE_PX < y < self.view.height - EDGE_PX
            and not any(under(x, y, box, EDGE_PX) for box in self.covered)
        )


def dense(line: Points) -> Points:
    """Return a line with points between its own, four to an edge."""
    parts = np.arange(0, len(line) - 1 + 1e-9, 0.25)
    at = np.arange(len(line))
    return np.stack([np.interp(parts, at, line[:, 0]), np.interp(parts, at, line[:, 1])], axis=-1)


def middle(box: Box) -> Points:
    left, top, width, height = box
    return np.array([left + width / 2, top + height / 2])


def distance(point: Points, lines: list[Points]) -> float:
    """Return how far a point is from the nearest of some lines."""
    nearest = np.inf
    for line in lines:
        start, way = line[:-1], line[1:] - line[:-1]
        squares = np.maximum((way**2).sum(axis=1), 1e-12)
        parts = np.clip(((point - start) * way).sum(axis=1) / squares, 0, 1)
        nearest = min(nearest, float(np.hypot(*(start + parts[:, None] * way - point).T).min()))
    return nearest
