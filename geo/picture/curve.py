"""Words set along a curve, sign by sign: where each sign stands, and what its box is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

import numpy as np

from geo.earth import Floats
from geo.letters import JOINERS

_MOST_TURN: Final = np.radians(110.0)  # of a text from its first sign to its last
_MOST_STEP: Final = np.radians(40.0)  # from a sign to the next
_HEIGHT: Final = 1.1  # of a sign's box, in heights of a line


@dataclass(frozen=True, slots=True)
class Setting:
    """One text at many places of a curve.

    `signs` has (x, y, turn) of each sign at each place, shape (places, signs, 3), `boxes` the box
    of each, shape (places, signs, 4), and `fits` says where the curve is long and straight enough.
    """

    signs: Floats
    boxes: Floats
    fits: np.ndarray


def seen_signs(text: str) -> str:
    """Return a text without signs that draw and join nothing: those that set a direction."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf" or sign in JOINERS)


def lengths_along(curve: Floats) -> Floats:
    """Return the length of an (n, 2) curve up to each of its points."""
    return np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])


def set_along(curve: Floats, middles: Floats, advances: Floats, size_px: float) -> Setting:
    """Set a text about each of the lengths `middles` of a curve, never upside down.

    Parameters
    ----------
    curve
        Points in pixels, shape (n, 2).
    advances
        Where each sign begins along its line, and where the last one ends.
    """
    along = lengths_along(curve)
    total = advances[-1]
    backwards = _runs_left(curve, along, middles, total)
    way = np.where(backwards, -1.0, 1.0)[:, None]
    centres = (advances[:-1] + advances[1:]) / 2 - total / 2
    at = middles[:, None] + way * centres
    half = np.diff(advances)[None, :] / 2
    points, before, after = (
        _points_at(curve, along, each) for each in (at, at - way * half, at + way * half)
    )
    turns = np.arctan2(*np.moveaxis(after - before, -1, 0)[::-1])
    fits = (middles - total / 2 >= 0.0) & (middles + total / 2 <= along[-1])
    steps = np.diff(np.unwrap(turns, axis=1), axis=1)
    fits &= np.abs(steps.sum(axis=1)) <= _MOST_TURN
    fits &= (np.abs(steps) <= _MOST_STEP).all(axis=1)
    boxes = _boxes(points, turns, np.diff(advances), size_px * _HEIGHT)
    return Setting(np.concatenate([points, turns[..., None]], axis=-1), boxes, fits)


def _points_at(curve: Floats, along: Floats, lengths: Floats) -> Floats:
    return np.stack([np.interp(lengths, along, curve[:, axis]) for axis in (0, 1)], axis=-1)


def _runs_left(curve: Floats, along: Floats, middles: Floats, total: float) -> np.ndarray:
    start = _points_at(curve, along, middles - total / 2)
    end = _points_at(curve, along, middles + total / 2)
    leftwards: np.ndarray = end[:, 0] < start[:, 0]
    return leftwards


def _boxes(points: Floats, turns: Floats, widths: Floats, height: float) -> Floats:
    """Return the upright box about each turned sign."""
    across, up = np.abs(np.cos(turns)), np.abs(np.sin(turns))
    half_x = (across * widths + up * height) / 2
    half_y = (up * widths + across * height) / 2
    x, y = points[..., 0], points[..., 1]
    return np.stack([x - half_x, y - half_y, x + half_x, y + half_y], axis=-1)
