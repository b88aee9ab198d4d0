"""Reader of the stories that ship in data/stories, one JSON file each; its name is the id.

Here only the form of a file is looked at; what its views and texts mean, in
geo/catalog/meaning.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from geo.files import Fault, cells, line_of, read_text
from geo.records import Story
from geo.story.faults import StoryFault
from geo.story.file import parse_story
from geo.words import say


def read_stories(folder: Path, shipped: Iterable[str] = ()) -> tuple[list[Story], list[Fault]]:
    """Return the stories of a folder by id, and what is wrong with the others.

    `shipped` are the names of files that should be there (geo/files/manifest.py).
    """
    stories: list[Story] = []
    faults: list[Fault] = []
    names = {path.name for path in folder.glob("*.json")} | set(shipped)
    for path in (folder / name for name in sorted(names)):
        story, found = _read_story(path)
        faults += found
        if story is not None and not found:
            stories.append(story)
    if not names:
        faults.append(Fault("stories", "holds no story. Put the JSON files back."))
    return stories, faults


def _read_story(path: Path) -> tuple[Story | None, list[Fault]]:
    text = read_text(path)
    if isinstance(text, Fault):
        return None, [text]
    story, found = parse_story(text.encode(), path.stem, say("en"))
    faults = [fault_in_file(fault, path.name, text) for fault in found]
    problem = cells.identifier(path.stem)
    if problem:
        faults.append(Fault(path.name, f"the file name {problem}"))
    return story, faults


def fault_in_file(fault: StoryFault, file: str, text: str) -> Fault:
    """Return the fault of a story with the line of its file."""
    try:
        row = line_of(text, *_path(fault))
    except ValueError:  # no JSON at all: the sentence has the line
        return Fault(file, str(fault))
    return Fault(file, str(fault), row=row)


def _path(fault: StoryFault) -> tuple[str | int, ...]:
    inside = () if fault.field in ("file", "step") else (fault.field,)
    return inside if fault.step is None else ("steps", fault.step - 1, *inside)
