"""Views of the shipped data: a Scenario, or a link, with the catalog in its language."""

from __future__ import annotations

from collections.abc import Iterable

from geo.catalog.reading import load_catalog
from geo.link import Problem, Scenario, View, decode


def view_of(scenario: Scenario) -> View:
    """Return a Scenario with the shipped data in its language."""
    return View(scenario, load_catalog(lang=scenario.lang))


def read_link(pairs: Iterable[tuple[str, str]]) -> tuple[View, list[Problem]]:
    """Return the view of a link, and what of the link could not be used (see `decode`)."""
    scenario, problems = decode(pairs, load_catalog())
    return view_of(scenario), problems
