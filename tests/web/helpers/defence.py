"""What Python says of radars and batteries, for unit tests of the browser's half: asked by a test.

Reads `{"horizon": [[km, elevation], ...], "crossing": [[lat, lon, lat, lon, lat, lon, km], ...]}`
and writes the answers by the same names; without `crossing`'s edges null.
"""

from __future__ import annotations

import json
import sys

from geo.catalog import load_catalog
from geo.earth import LatLon, lowest_seen_km
from geo.reach import crossing
from ui.scene import defence_json, places_json, radars_json, read_pairs, sites_json


def crossed(case: list[float]) -> list[float | None]:
    """Return where a way enters and leaves a circle, and how near it comes to the middle."""
    start, target, battery = (LatLon(*case[i : i + 2]) for i in (0, 2, 4))
    found = crossing(start, target, battery, case[6])
    return [found.length_km, found.enter_km, found.leave_km, found.nearest_km]


def main() -> None:
    """Answer the cases on standard input."""
    cases = json.load(sys.stdin)
    catalog = load_catalog()
    view = read_pairs([("show", "cities,bases,thaad,radar")], catalog)[0]
    answer = {
        "horizon": [float(lowest_seen_km([km], deg)[0]) for km, deg in cases["horizon"]],
        "crossing": [crossed(case) for case in cases["crossing"]],
        "facts": {
            "radars": radars_json(catalog),
            "events": defence_json(catalog),
            "places": places_json(view),
            "sites": sites_json(catalog),
        },
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
