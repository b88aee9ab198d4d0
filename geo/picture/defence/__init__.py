"""Missile defence in a picture: sectors of radars, circles of interceptors."""

from geo.picture.defence.circles import find_circles
from geo.picture.defence.drawing import Defence
from geo.picture.defence.samples import draw_sample

__all__ = ["Defence", "draw_sample", "find_circles"]
