"""What the first visitor would otherwise wait for."""

from __future__ import annotations

import gc
import logging

from geo.catalog import load_catalog
from geo.errors import DataError
from geo.gazetteer import find
from geo.query import default_rings
from ui.livemap import build_map
from ui.scene import site_json


def warm_up() -> None:
    """Load data and towns, solve the default site, import what draws the map."""
    try:
        catalog = load_catalog()
    except DataError as error:  # the page says the same to its visitor
        logging.getLogger("reachmap").error("%s", error)
        return
    for ring in default_rings(catalog):
        site_json(ring.site)
    find("warm up", catalog)
    build_map().get_root().render()
    # What is there now stays for good: without it, each full collection looks through all of it,
    # and a hundred viewers wait (p95 32 -> 17 ms).
    gc.collect()
    gc.freeze()
