"""Classes of ballistic missiles by range, as claims use them: each end with who defines it.

Definitions differ between authors (older US ones have 1,100 and 2,750 km); these are the ends that
the statements of 2017 used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_DIIS: Final = (
    "Danish Institute for International Studies, August 2007 (abstract)",
    "http://www.ciaonet.org/wps/diis10186/index.html",
)
_PENTAGON: Final = (
    "DoD News, 2017-09-15 (definition of the class), reposted",
    "http://military-online.blogspot.com/2017/09/dod-full-range-of-capabilities.html",
)


@dataclass(frozen=True, slots=True)
class RangeClass:
    """A class by its usual letters, which begins at `from_km`; `source` defines that end.

    `source` is a name and an address.
    """

    id: str
    from_km: float
    source: tuple[str, str] | None


RANGE_CLASSES: Final = (
    RangeClass("SRBM", 0.0, None),
    RangeClass("MRBM", 1_000.0, _DIIS),
    RangeClass("IRBM", 3_000.0, _PENTAGON),  # 1,864 miles in the original
    RangeClass("ICBM", 5_500.0, _PENTAGON),  # 3,418 miles: where the IRBM ends
)
