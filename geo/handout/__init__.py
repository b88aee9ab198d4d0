"""A handout for a class: one page of PDF."""

from geo.handout.page import draw_handout

__all__ = [
    "draw_handout",
]
