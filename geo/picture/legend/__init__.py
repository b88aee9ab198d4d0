"""The legend of a picture: what stands in it, and its lines."""

from geo.picture.legend.lines import Legend

__all__ = ["Legend"]
