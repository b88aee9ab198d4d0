"""How radar sectors look, on the map and in pictures; sizes are pixels of a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorLook:
    """Outline, fill, and the ring about a place that is in a sector.

    `dash` is for a sector of which nobody published which way it looks. By itself the map fills
    none of more than `filled_km`: those of early warning take in half an ocean.
    """

    line_px: float
    dash: tuple[float, float]
    fill_alpha: float
    filled_km: float
    seen_px: float  # from a symbol to the ring around it


SECTOR_LOOK: Final = SectorLook(
    line_px=1.6, dash=(6.0, 3.0), fill_alpha=0.08, filled_km=3_000.0, seen_px=3.0
)
