"""All keys of a link, in the order in which one is written: the one list of them.

Reading and writing links (geo/link/query.py), what a step of a story may say, what a class sees of
its leader, the description of the exports and the table in the documentation come from these rows;
the browser has them, too (ui/scripts/facts.py). The rows themselves stand in `viewkeys.py` and
`visitkeys.py`.
"""

from __future__ import annotations

from typing import Final

from geo.link.viewkeys import (
    AT,
    BASE,
    DATE,
    HIDE,
    LEGEND,
    NAME,
    NOTE,
    ON,
    RADAR,
    RING,
    SHOW,
    TESTS,
    TITLE,
    TO,
    UNITS,
)
from geo.link.visitkeys import LANG, PRESENT, ROOM, SEED, STEP, STORY, V

KEYS: Final = (
    RING, ON, SHOW, UNITS, DATE, RADAR, AT, BASE, LANG, PRESENT, TO, TITLE, NOTE, NAME, LEGEND,
    HIDE, TESTS, V, STORY, STEP, ROOM, SEED,
)  # fmt: skip

VIEW_KEYS: Final = tuple(key.name for key in KEYS if key.owner == "view")
VISIT_KEYS: Final = tuple(key.name for key in KEYS if key.owner in ("step", "visit"))
# What a class sees of its leader's view: all but the base map, which each screen chooses. That a
# ring is hidden stands on the ring itself, in a scene.
LED_FIELDS: Final = tuple(
    key.field for key in KEYS if key.owner in ("view", "step") and key.name not in ("base", "hide")
)
