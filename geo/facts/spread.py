"""How a range with its doubt is told: at which shares its ranges are known, and how it is shaded.

A report of a lofted flight fits many ranges, one for each set of assumptions (geo/flight). What the
map, the table and the pictures know of them are the ranges below which so many percent lie; between
two of these a share is read off a straight line, in both halves alike.
"""

from __future__ import annotations

import math
from typing import Final

from geo.facts.constants import SPHERE_RADIUS_KM

SPREAD_PERCENTS: Final = (0, 1, *range(5, 100, 5), 99, 100)
SPREAD_EDGES: Final = (5, 50, 95)  # the lines: low, best, high
# A range of half the circumference of the sphere of geo/flight, or more, has no limit.
NO_LIMIT_KM: Final = round(math.pi * SPHERE_RADIUS_KM, 1)
SPREAD_STEPS: Final = 20  # of the shade: as many disks, one upon another
# Of a pen, where all of the assumptions reach; elsewhere as much less as fewer do.
SPREAD_WASH: Final = 0.34
