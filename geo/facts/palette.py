"""Colours of the map and of everything drawn from it, by day and by night."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as CSS writes them.

    `focus` is North Korea, `halo` what keeps words readable, `radar` the sectors of radars.
    """

    sea: str
    land: str
    coast: str
    border: str
    focus: str
    ink: str
    faint: str
    halo: str
    paper: str
    radar: str


LIGHT: Final = Palette(
    sea="#dce6ec",
    land="#f8f6f0",
    coast="#b7bfc4",
    border="#cfc8bd",
    focus="#efe2c8",
    ink="#1f2a33",
    faint="#5c6770",
    halo="rgba(255,255,255,0.92)",
    paper="#ffffff",
    radar="#00707a",
)
DARK: Final = Palette(
    sea="#16202a",
    land="#2b3640",
    coast="#52606b",
    border="#46525c",
    focus="#4a4436",
    ink="#f2f5f7",
    faint="#a9b5be",
    halo="rgba(12,18,24,0.9)",
    paper="#1c2731",
    radar="#3fd8d8",
)
