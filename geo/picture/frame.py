"""Projections of a picture: from degrees to pixels, and back.

A frame is the rectangle that the map fills; pixels count from its upper left corner. Mercator is
the Web Mercator of the live map, with longitudes unwrapped around its centre; the other two are
Cartopy's, azimuthal equidistant on WGS84 (where a ring around the centre is a circle) and
orthographic (the globe from afar).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

import cartopy.crs as ccrs
import numpy as np

from geo.earth import Floats

EQUATOR_KM: Final = 40_075.017  # WGS84, 2 pi a
_DEGREES: Final = ccrs.PlateCarree()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return whether two boxes share any area."""
        across = self.left < other.right and self.right > other.left
        return across and self.top < other.bottom and self.bottom > other.top

    def holds(self, other: Box) -> bool:
        """Return whether another box lies wholly inside."""
        across = self.left <= other.left and self.right >= other.right
        return across and self.top <= other.top and self.bottom >= other.bottom


class Frame(Protocol):
    """What the drawing needs of a projection."""

    @property
    def width(self) -> int:
        """Width of the map in pixels."""

    @property
    def height(self) -> int:
        """Height of the map in pixels."""

    @property
    def km_per_px(self) -> float:
        """Kilometres on the ground per pixel at the centre."""

    @property
    def limb_px(self) -> float | None:
        """Radius of the round map in pixels, None when it fills the frame."""

    def to_pixels(self, latlon: Floats) -> Floats:
        """Return (n, 2) pixels of (n, 2) (lat, lon); NaN where a point cannot be seen."""

    def lines(self, latlon: Floats) -> list[Floats]:
        """Return the visible parts of a line of (lat, lon), longitudes unwrapped, in pixels."""

    def to_degrees(self, pixels: Floats) -> Floats:
        """Return (n, 2) (lat, lon) of (n, 2) pixels, those beyond the map at its nearest edge."""

    def description(self) -> str:
        """Return the projection and the place of its pixels, for programs that measure."""


@dataclass(frozen=True)
class MercatorFrame:
    """Web Mercator; `world_px` is the length of the equator in pixels, at least the frame's."""

    width: int
    height: int
    lat: float
    lon: float
    world_px: float

    @property
    def km_per_px(self) -> float:
        """Kilometres on the ground per pixel at the centre."""
        return float(EQUATOR_KM / self.world_px * np.cos(np.radians(self.lat)))

    @property
    def limb_px(self) -> None:
        """The map fills the frame."""
        return

    @property
    def left(self) -> float:
        """World pixel at the frame's left edge."""
        return self.lon / 360.0 * self.world_px - self.width / 2

    @property
    def top(self) -> float:
        """World pixel at the frame's upper edge, kept within the world."""
        middle = float(mercator_y(np.array([self.lat]))[0]) * self.world_px
        return min(max(middle - self.height / 2, 0.0), self.world_px - self.height)

    def _unwrapped(self, latlon: Floats) -> Floats:
        x = latlon[:, 1] / 360.0 * self.world_px - self.left
        y = mercator_y(latlon[:, 0]) * self.world_px - self.top
        return np.stack([x, y], axis=-1)

    def to_pixels(self, latlon: Floats) -> Floats:
        """Return pixels of points, each in the copy of the world nearest to the centre."""
        nearest = latlon.copy()
        nearest[:, 1] -= 360.0 * np.rint((latlon[:, 1] - self.lon) / 360.0)
        return self._unwrapped(nearest)

    def lines(self, latlon: Floats) -> list[Floats]:
        """Return the line in every copy of the world that is in view."""
        line = self._unwrapped(latlon)
        first = int(np.floor(-line[:, 0].max() / self.world_px))
        last = int(np.ceil((self.width - line[:, 0].min()) / self.world_px))
        turns = range(first, last + 1)
        return [line + np.array([turn * self.world_px, 0.0]) for turn in turns]

    def to_degrees(self, pixels: Floats) -> Floats:
        """Return the points at pixels, longitudes unwrapped."""
        lon = (pixels[:, 0] + self.left) / self.world_px * 360.0
        y = (pixels[:, 1] + self.top) / self.world_px
        return np.stack([np.degrees(np.arctan(np.sinh(np.pi * (1.0 - 2.0 * y)))), lon], axis=-1)

    def description(self) -> str:
        """Return PROJ's words for it, metres a pixel, and the first pixel's easting, northing."""
        m_per_px = EQUATOR_KM * 1000.0 / self.world_px
        x = (self.left + self.width / 2) * m_per_px
        half = EQUATOR_KM * 500.0
        west, north = -self.width / 2 * m_per_px, half - self.top * m_per_px
        lon_0 = x / m_per_px / self.world_px * 360.0
        proj = f"+proj=merc +a=6378137 +b=6378137 +lon_0={lon_0:.9f} +units=m +no_defs"
        return f"{proj}; m/px={m_per_px:.6f}; west={west:.3f}; north={north:.3f}"


def mercator_y(lats: Floats) -> Floats:
    """Return the height on a Web Mercator world of side 1, 0 at its upper edge."""
    sines = np.sin(np.radians(np.clip(lats, -89.99, 89.99)))
    y: Floats = 0.5 - np.arctanh(sines) / (2.0 * np.pi)
    return y


@dataclass(frozen=True)
class RoundFrame:
    """A projection of Cartopy around a centre, its middle in the middle of the frame."""

    width: int
    height: int
    crs: ccrs.Projection
    metres_per_px: float
    limb_m: float

    @property
    def km_per_px(self) -> float:
        """Kilometres on the ground per pixel at the centre."""
        return self.metres_per_px / 1000.0

    @property
    def limb_px(self) -> float:
        """Radius of the round map in pixels."""
        return self.limb_m / self.metres_per_px

    def to_plane(self, metres: Floats) -> Floats:
        """Return pixels of projected (x, y) metres."""
        scaled = metres / np.array([self.metres_per_px, -self.metres_per_px])
        moved: Floats = scaled + np.array([self.width / 2, self.height / 2])
        return moved

    def to_pixels(self, latlon: Floats) -> Floats:
        """Return pixels of points; NaN on the far side of a globe."""
        projected = self.crs.transform_points(_DEGREES, latlon[:, 1], latlon[:, 0])[:, :2]
        projected[~np.isfinite(projected).all(axis=1)] = np.nan
        return self.to_plane(projected)

    def lines(self, latlon: Floats) -> list[Floats]:
        """Return the parts of a line that can be seen, cut where it leaps across the map."""
        pixels = self.to_pixels(latlon)
        leaps = np.hypot(*np.diff(pixels, axis=0).T)
        cuts = np.flatnonzero(~(leaps < 0.5 * self.limb_px)) + 1  # also where either end is NaN
        return [part for part in np.split(pixels, cuts) if len(part) > 1]

    def to_degrees(self, pixels: Floats) -> Floats:
        """Return the points at pixels; beyond the limb, those at the limb."""
        metres = (pixels - np.array([self.width / 2, self.height / 2])) * self.metres_per_px
        metres[:, 1] *= -1.0
        beyond = np.hypot(*metres.T) / (self.limb_m * (1.0 - 1e-6))
        metres /= np.maximum(beyond, 1.0)[:, None]
        found = _DEGREES.transform_points(self.crs, metres[:, 0], metres[:, 1])
        return np.stack([found[:, 1], found[:, 0]], axis=-1)

    def description(self) -> str:
        """Return PROJ's words for it, metres a pixel, and the first pixel's easting, northing."""
        west, north = -self.width / 2 * self.metres_per_px, self.height / 2 * self.metres_per_px
        return (
            f"{self.crs.proj4_init}; m/px={self.metres_per_px:.6f}; west={west:.3f}; "
            f"north={north:.3f}"
        )
