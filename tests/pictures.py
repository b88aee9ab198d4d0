"""Pictures of the app, read by software that did not make them: Pillow, PROJ, GeographicLib."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageColor
from pyproj import Transformer

from geo.link.picturesize import PictureOptions
from geo.picture.draw import draw_png
from tests.support import view_at

ROOT_URL = "https://map.example/"
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """A decoded picture and where its map lies."""

    image: Image.Image
    notes: dict[str, str]

    @property
    def box(self) -> tuple[int, int, int, int]:
        left, top, right, bottom = map(int, self._facts()["box"].split(","))
        return left, top, right, bottom

    def _facts(self) -> dict[str, str]:
        proj, *rest = self.notes["Projection"].split("; ")
        return {"proj": proj} | dict(each.split("=", 1) for each in rest)

    def pixels_of(self, latlon: Iterable[tuple[float, float]]) -> np.ndarray:
        """Return (n, 2) pixels of points by PROJ alone; infinite where there are none."""
        facts = self._facts()
        lats, lons = np.array(list(latlon)).T
        to_metres = Transformer.from_crs("EPSG:4326", facts["proj"], always_xy=True)
        x, y = to_metres.transform(lons, lats)
        left, top, _, _ = self.box
        size = float(facts["m/px"])
        across = (np.asarray(x) - float(facts["west"])) / size + left
        down = (float(facts["north"]) - np.asarray(y)) / size + top
        return np.stack([across, down], axis=-1)

    def on_map(self, pixel: np.ndarray, margin: int = 3) -> bool:
        left, top, right, bottom = self.box
        x, y = pixel
        return bool(
            np.isfinite([x, y]).all()
            and left + margin <= x < right - margin
            and top + margin <= y < bottom - margin
        )

    def colour(self, pixel: np.ndarray) -> Colour:
        red, green, blue = self.image.getpixel((int(pixel[0]), int(pixel[1])))
        return red, green, blue


def open_png(content: bytes) -> Picture:
    image = Image.open(io.BytesIO(content))
    image.load()
    return Picture(image, dict(image.text))


def picture(
    query: str, projection: str = "mercator", size: tuple[int, int] = (900, 600)
) -> Picture:
    options = PictureOptions(*size, projection)
    return open_png(draw_png(view_at(query), options, ROOT_URL))


def rgb(name: str) -> Colour:
    red, green, blue = ImageColor.getrgb(name)[:3]
    return red, green, blue


def near(one: Colour, other: Colour, by: int = 3) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def washed(base: Colour, wash: Colour, alpha: float) -> Colour:
    red, green, blue = (round(b + (w - b) * alpha) for b, w in zip(base, wash, strict=True))
    return red, green, blue
