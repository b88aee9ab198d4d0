"""What a page is told of an address: the scene to show, what could not be used, what follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geo.jsonobject import Json
from geo.link import Pairs, Problem, View, Visit, decode, read_visit
from geo.reach import summarize
from geo.records import Catalog
from ui.scene.scenes import scene_of


def read_pairs(pairs: Pairs, catalog: Catalog) -> tuple[View, Visit, list[Problem]]:
    """Return the view of a query, what the visit is for, and what could not be used.

    Its language is that of the page, which the catalog is in.
    """
    scenario, problems = decode(pairs, catalog)
    visit, _ = read_visit(pairs, catalog)  # its problems are among those of decode()
    return View(replace(scenario, lang=catalog.lang), catalog), visit, problems


def problem_rows(problems: Iterable[Problem], lang: str) -> list[dict[str, str]]:
    """Return what of an address could not be used as a page shows it: in its own language."""
    return [
        {"key": each.key, "value": each.value, "problem": each.said(lang), "meant": each.meant}
        for each in problems
    ]


def opened_map(seq: int, pairs: Pairs, catalog: Catalog) -> tuple[Json, Json]:
    """Return what the map's panel and its summary are told of an address or of a commit.

    `seq` is the number of the commit that this answers, 0 for the address a page begins with.
    """
    view, visit, problems = read_pairs(pairs, catalog)
    said = summarize(view)
    panel: Json = {
        "seq": seq,
        "address": pairs,
        "scene": {**scene_of(view), "story": visit.story, "step": visit.step},
        "problems": problem_rows(problems, view.lang),
    }
    summary: Json = {
        "seq": seq,
        "onRecord": said.on_record,
        "people": said.people,
        "newly": said.newly_inside,
        "envelope": said.envelope,
    }
    return panel, summary
