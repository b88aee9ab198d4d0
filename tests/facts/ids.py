"""Every id that is named exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl

from tests.facts.tables import PLACES, TABLES, Data, Fault, Row, row_id, steps

_LIST_MARK: Final = "|"
_REFERENCES: Final = (
    ("claims.csv", "missile_id", "missiles.csv"),
    ("launch_sites.csv", "missile_id", "missiles.csv"),
    ("tests.csv", "missile_id", "missiles.csv"),
    ("tests.csv", "launch_site_id", "launch_sites.csv"),
    ("launch_site_aliases.csv", "launch_site_id", "launch_sites.csv"),
    ("radar_claims.csv", "radars", "missile_defense.csv"),
)
PLACEHOLDER: Final = re.compile(r"\{(\w+):([^{}]+)\}")


def id_faults(data: Data) -> Iterator[Fault]:
    """Yield ids that no row has."""
    for file, column, target in _REFERENCES:
        for row in data.rows(file):
            for named in filter(None, row[column].split(_LIST_MARK)):
                if named not in data.ids(target):
                    yield Fault(file, row_id(row), column, named, f"an id of {target}")
    for file in TABLES:
        yield from _beside_faults(data, file)
    for file, step, query in views(data):
        yield from _view_faults(data, file, step, query)
    yield from _placeholder_faults(data)
    yield from _korean_faults(data)


def beside(row: Row) -> list[str]:
    """Return the ids of the places that a row says exist beside it."""
    return [name for name in row["beside"].split(_LIST_MARK) if name]


def _beside_faults(data: Data, file: str) -> Iterator[Fault]:
    rows = {row_id(row): row for row in data.rows(file)}
    for name, row in rows.items():
        for other in beside(row):
            if other not in rows or other == name:
                yield Fault(file, name, "beside", other, f"another id of {file}")
            elif name not in beside(rows[other]):
                yield Fault(file, other, "beside", f"no {name}", f"{name}, which names {other}")


def views(data: Data) -> Iterator[tuple[str, str, str]]:
    """Yield file, step and query string of presets and of steps of stories."""
    yield from ((file, "", preset["query"]) for file, preset in data.presets.items())
    for file, story in data.stories.items():
        yield from ((file, step, each["view"]) for step, each in steps(story))


def _view_faults(data: Data, file: str, row: str, query: str) -> Iterator[Fault]:
    places, sites = data.ids(*PLACES), data.ids("launch_sites.csv")
    for key, value in parse_qsl(query):
        first = value.split("~")[0]
        if key == "ring" and not _is_point(first) and first not in sites:
            yield Fault(file, row, "ring", first, "an id of launch_sites.csv")
        if key == "radar" and first not in data.ids("missile_defense.csv"):
            yield Fault(file, row, "radar", first, "an id of missile_defense.csv")
        if key == "to":
            for name in set(value.split(",")) - places:
                yield Fault(file, row, "to", name, "an id of a place")


def _is_point(text: str) -> bool:
    return re.fullmatch(r"-?[\d.]+,-?[\d.]+", text) is not None


def _placeholder_faults(data: Data) -> Iterator[Fault]:
    known = data.ids("launch_sites.csv", *PLACES)
    for file, step, column, content in placeholders(data):
        name, _, parts = content.partition(":")
        if name == "length":
            continue
        ends = [part for part in re.split("[~>]", parts) if not re.fullmatch(r"[\d.]+", part)]
        for end in ends:
            if not _is_point(end) and end not in known | {"cities", "bases"}:
                yield Fault(file, step, column, f"{{{content}}}", f"{end} to be a known id")


def placeholders(data: Data) -> Iterator[tuple[str, str, str, str]]:
    """Yield file, step, column and content of the placeholders of stories, in both languages."""
    for file, story in data.stories.items():
        for step, each in [("", story), *steps(story)]:
            for column in ("title", "about", "text", "question"):
                for lang, words in each.get(column, {}).items():
                    for found in PLACEHOLDER.finditer(words):
                        yield file, step, f"{column} {lang}", f"{found[1]}:{found[2]}"


def _korean_faults(data: Data) -> Iterator[Fault]:
    for file, rows in data.korean.items():
        known = {name.split("/")[1].split(".")[0] for name in data.presets}
        if file in TABLES:
            known = data.ids(file)
        elif file != "presets.csv":
            continue
        for name in map(row_id, rows):
            if name not in known:
                yield Fault(f"rows/ko/{file}", name, "id", name, "an id that its table has")
