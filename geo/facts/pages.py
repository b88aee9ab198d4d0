"""The pages beside the map: their addresses, and what they are called in menus."""

from __future__ import annotations

from typing import Final

from geo.messages import message

PAGES: Final = {
    "stories": message("Stories"),
    "lesson": message("Lesson"),
    "lab": message("Lab"),
    "radar": message("Radar"),
    "quiz": message("Quiz"),
    "evidence": message("Evidence"),
    "sources": message("Sources"),
    "methods": message("Methods"),
    "about": message("About"),
}

# Pages that are opened of something, by a link to it; in no menu.
_DEEP_PAGES: Final = {"claim": message("Claim")}
ALL_PAGES: Final = {**PAGES, **_DEEP_PAGES}

# Those that the map offers under "Teach"; the others stand at the foot of its panel.
CLASS_PAGES: Final = ("stories", "lesson", "lab", "radar", "quiz")
