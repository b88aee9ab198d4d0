"""Lesson: how a ring looks on one map and on another."""

from __future__ import annotations

from ui.page import (
    address_pairs,
    catalog_or_stop,
    component,
    reading_page,
)
from ui.scene import problem_rows, read_pairs, scene_of

catalog = catalog_or_stop(draws=True)
tell = reading_page("Lesson")
view, _, problems = read_pairs(address_pairs(), catalog)
component("lesson", "lesson")(
    data={
        "scene": scene_of(view),
        "problems": problem_rows(problems, view.lang),
    },
    key="lesson",
)
