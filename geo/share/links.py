"""The links that leave the app: in a picture, a file, a QR code, a page of someone else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from geo.earth import short_number
from geo.link import Scenario, View, default_rings, encode

READABLE_CHARS: Final = 150  # of a printed link: more is typed by nobody


def view_link(scenario: Scenario, root_url: str) -> str:
    """Return the link that opens this view; `root_url` is the app's address with its slash."""
    return f"{root_url}?{encode(scenario)}"


def short_link(view: View, root_url: str) -> str:
    """Return the shortest link to the same rings, for print: one that someone can type.

    The rings of a bare link need not be written; names are left out where they make it long.
    """
    scenario = view.scenario
    if scenario == Scenario(default_rings(view.catalog)):
        return root_url
    link = view_link(scenario, root_url)
    if len(link) <= READABLE_CHARS:
        return link
    return view_link(without_words(view.drawn), root_url)


def without_words(scenario: Scenario) -> Scenario:
    """Return the same view without what somebody wrote, which makes links long.

    Of a View give what is drawn: a ring that is kept back for its label would be shown without it.
    """
    unnamed = tuple(replace(ring, label="") for ring in scenario.rings)
    return replace(scenario, rings=unnamed, title="", note="")


def file_name(scenario: Scenario, ending: str) -> str:
    """Return a file name that says what is shown: `reachmap_sohae_8000km_and_2_more.png`.

    It names the ring that the view speaks of.
    """
    index = scenario.speaking
    ring = scenario.active_ring if index is None else scenario.rings[index]
    site = re.sub(r"[^A-Za-z0-9.-]+", "_", ring.site).strip("_")
    km = "-".join(short_number(km) for _, km in ring.edges)
    more = len(scenario.shown_rings) - 1
    words = ["reachmap", site, f"{km}km", *([f"and_{more}_more"] if more > 0 else [])]
    return f"{'_'.join(words)}.{ending}"
