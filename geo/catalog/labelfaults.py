"""Faults of labels in presets and stories: one that is no claim shows a number without a source.

A row of claims.csv may move to another missile, a site may be known for others: what ships names a
source on each ring that has a label. A teacher's own story may say what it likes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.files import Fault, read_text, shown
from geo.link import decode, parse_pairs
from geo.reach import whose
from geo.records import Catalog, query_row
from geo.story import StoryFault, fault_in_file


def label_faults(catalog: Catalog, data_dir: Path) -> Iterator[Fault]:
    """Yield each label that ships and is shown as somebody's own words, with its file and ring."""
    for preset in catalog.presets:
        path = data_dir / "presets" / f"{preset.id}.toml"
        for problem in _problems(preset.query, catalog):
            yield Fault(path.name, problem, query_row(path), column="query")
    for story in catalog.stories:
        path = data_dir / "stories" / f"{story.id}.json"
        text = read_text(path)
        for number, step in enumerate(story.steps, start=1):
            for problem in _problems(step.view, catalog):
                if isinstance(text, str):
                    yield fault_in_file(StoryFault(number, "view", problem), path.name, text)


def _problems(query: str, catalog: Catalog) -> Iterator[str]:
    pairs = [pair for pair in parse_pairs(query) if pair[0] == "ring"]
    for number, ring in enumerate(decode(pairs, catalog)[0].rings, start=1):
        if whose(ring, catalog).kind == "words":
            yield (
                f"ring {number}: {shown(ring.label)} is the label of no claim in claims.csv with "
                f"this range, whose missile is known from {ring.site}, and no best figure of "
                "missiles.csv. Correct it, or leave the label out."
            )
