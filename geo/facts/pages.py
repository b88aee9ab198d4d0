"""The pages beside the map: their addresses, and what they are called in menus."""

from __future__ import annotations

from typing import Final

from geo.messages import message

PAGES: Final = {
    "stories": message("Stories"),
    "lesson": message("Lesson"),
    "lab": message("Lab"),
    "quiz": message("Quiz"),
    "sources": message("Sources"),
    "methods": message("Methods"),
    "about": message("About"),
}

# Those that the map offers under "Teach"; the others stand at the foot of its panel.
CLASS_PAGES: Final = ("stories", "lesson", "lab", "quiz")
