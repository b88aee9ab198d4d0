"""Warm-up: what the first visitor would else wait for, then a look at all that the app reads."""

from __future__ import annotations

import gc
import logging
from contextlib import suppress

from geo.catalog import load_catalog
from geo.errors import DataError
from geo.find import find
from geo.link import default_rings
from ui.check import faults_at_start
from ui.map import build_map
from ui.scene import site_json

_log = logging.getLogger("reachmap")


def warm_up() -> None:
    """Load data and towns, solve the default site, import what draws the map; log all faults."""
    with suppress(DataError):  # said below, with all others; the page says it to its visitor
        _load()
    for fault in faults_at_start():  # last: it takes time that nobody waits for
        _log.error("%s", fault)
    # What is there now stays for good: without it, each full collection looks through all of it,
    # and a hundred viewers wait (p95 32 -> 17 ms).
    gc.collect()
    gc.freeze()


def _load() -> None:
    catalog = load_catalog()
    for ring in default_rings(catalog):
        site_json(ring.site)
    find("warm up", catalog)
    build_map().get_root().render()
