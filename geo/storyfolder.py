"""Read the stories that ship, data/stories, one JSON file each; the file's name is the id.

Whether their views can be shown is decided where links are decoded (tests look at each).
"""

from __future__ import annotations

from pathlib import Path

from geo import cells
from geo.language import say
from geo.records import Story
from geo.storyfile import parse_story
from geo.tables import Fault


def read_stories(folder: Path) -> tuple[list[Story], list[Fault]]:
    """Return the stories of a folder by id, and what is wrong with the others."""
    stories: list[Story] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.json")):
        try:
            story, found = parse_story(path.read_bytes(), path.stem, say("en"))
        except OSError:
            faults.append(Fault(path.name, "cannot be read. Put the file back."))
            continue
        faults += [Fault(path.name, str(fault)) for fault in found]
        problem = cells.identifier(path.stem)
        if problem:
            faults.append(Fault(path.name, f"the file name {problem}"))
        if story is not None:
            stories.append(story)
    if not stories and not faults:
        faults.append(Fault("stories", "holds no story. Put the JSON files back."))
    return stories, faults
