"""Checks of presets and stories against the tables: the rings, places and numbers they name.

One that names what is not there is left out, and the others are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.files import Fault, read_text, shown
from geo.link import Problem, decode, parse_pairs
from geo.records import Catalog, query_row
from geo.story import fault_in_file, meaning_faults


def preset_faults(catalog: Catalog, folder: Path) -> Iterator[Fault]:
    """Yield what the queries of presets hold that no link could."""
    for preset in catalog.presets:
        pairs = parse_pairs(preset.query)
        file, row = f"{preset.id}.toml", query_row(folder / f"{preset.id}.toml")
        for each in decode(pairs, catalog)[1]:
            yield Fault(file, _said(each, catalog), row, column="query")
        if not any(key == "ring" for key, _ in pairs):
            yield Fault(file, "holds no ring. Add one.", row, column="query")


def _said(problem: Problem, catalog: Catalog) -> str:
    site = problem.value.partition("~")[0]
    if problem.key == "ring" and "," not in site and catalog.site(site) is None:
        return f"{shown(site)} is not an id in launch_sites.csv. Correct it."
    return f"{problem.key}={shown(problem.value)}: {problem.problem}"


def story_faults(catalog: Catalog, folder: Path) -> Iterator[Fault]:
    """Yield the views and numbers of stories that could not be shown."""
    for story in catalog.stories:
        found = list(meaning_faults(story, catalog, "en"))
        path = folder / f"{story.id}.json"
        text = read_text(path) if found else ""
        for fault in found:
            if isinstance(text, str):
                yield fault_in_file(fault, path.name, text)
