"""How large a place's symbol is and how important its name: the numbers of the two formulas.

Each half has the formulas once (geo/picture/symbols.py, ui/web/base/symbols.js), and
tests/web/map/prominence.test.mjs holds them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class SymbolSize:
    """Radius where a place has people, in pixels of a screen: it grows with their square root."""

    least_px: float
    most_px: float
    base_px: float
    root_million_px: float


@dataclass(frozen=True, slots=True)
class NameRank:
    """Importance of a name where a place has people: the logarithm (base 10) of their number.

    A capital counts for more, and so does US soil, which has a `us_soil_least` as well.
    Above `blocks`, words keep off a symbol.
    """

    capital: float
    us_soil: float
    us_soil_least: float
    blocks: float


SYMBOL_SIZE: Final = SymbolSize(least_px=2.6, most_px=7.0, base_px=1.6, root_million_px=1.5)
NAME_RANK: Final = NameRank(capital=0.5, us_soil=0.7, us_soil_least=5.6, blocks=5.0)
