"""The facts of the data hold by `python -m tests.facts`; each check finds a wrong cell."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.damage import change_row
from tests.facts.__main__ import main
from tests.facts.checks import CHECKS
from tests.facts.distances import listed
from tests.facts.geography import SPOTS, geography_faults
from tests.facts.lengths import stated_by_tables, written_lengths
from tests.facts.sources import OWN_LENGTHS
from tests.facts.tables import DATA_DIR, Fault, point, read, told, way


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the data, without the base map, that a test may change."""
    ignored = shutil.ignore_patterns("basemap", "words", "*.py")
    return Path(shutil.copytree(DATA_DIR, tmp_path / "data", ignore=ignored))


def add(folder: Path, file: str, part: str, words: str) -> None:
    """Add words to a text, to a preset, or to the last step of a story."""
    path = folder / file
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        text = re.sub(rf'^({part} = ".*)"$', lambda found: f'{found[1]}{words}"', text, flags=re.M)
    elif path.suffix == ".json":
        story = json.loads(text)
        step = story["steps"][-1]
        step[part] = step[part] + words if part == "view" else {"en": step[part]["en"] + words}
        text = json.dumps(story)
    else:
        text += words
    path.write_text(text, "utf-8")


def new_faults(check: str, folder: Path) -> list[Fault]:
    """Return what a check finds in a changed copy and not in the data that ships."""
    return sorted(set(CHECKS[check](read(folder))) - shipped_faults(check))


@cache
def shipped_faults(check: str) -> frozenset[Fault]:
    return frozenset(CHECKS[check](read()))


@pytest.mark.parametrize("check", CHECKS)
def test_facts_hold(check: str) -> None:
    faults = sorted(map(str, shipped_faults(check)))
    assert not faults, "\n".join(faults)


CELLS = listed("changed_cells.csv")


@pytest.mark.parametrize("case", CELLS, ids=["-".join(list(case.values())[:4]) for case in CELLS])
def test_changed_cell_is_the_fault_that_is_found(folder: Path, case: dict[str, str]) -> None:
    change_row(folder / case["file"], case["id"], **{case["column"]: case["value"]})
    (fault,) = new_faults(case["check"], folder)
    assert fault.column == case["fault_column"]
    assert case["fault_words"] in str(fault)
    assert case["id"] in str(fault)


STORY = "stories/thaad_guam.json"
# check, file, which part of it, what is added there, column of the fault.
WORDS = [
    ("distances", "README.md", "", "Atlantis lies 9 km away.", ""),
    ("distances", "texts/en/about.md", "", "Atlantis is 9 miles further.", ""),
    ("distances", STORY, "text", " Atlantis is {length:200} west.", "text"),
    ("dates", "presets/crbm.toml", "about", " On 30 Feb 2017.", "about"),
    ("dates", STORY, "text", " On 1 December 2026.", "text"),
    ("ids", "presets/crbm.toml", "query", "&ring=atlantis~120", "ring"),
    ("ids", STORY, "view", "&ring=atlantis~120", "ring"),
    ("ids", STORY, "view", "&radar=atlantis~600~0~120", "radar"),
    ("ids", STORY, "view", "&to=atlantis", "to"),
    ("ids", STORY, "text", " {km:sohae>atlantis}", "text en"),
    ("ids", STORY, "text", " {sites_reaching:5000>atlantis}", "text en"),
    ("sources", "presets/crbm.toml", "query", "&ring=sohae~1234", "ring"),
    ("sources", "presets/crbm.toml", "about", " Up to 1,234 km.", "about"),
    ("sources", STORY, "view", "&ring=sohae~200-1234", "ring"),
    ("sources", STORY, "view", "&radar=tpy2_guam~1234~0~120", "radar"),
    ("sources", STORY, "text", " {length:1234}", "text en"),
    ("sources", STORY, "text", " {reach:sohae~1234>guam_nb}", "text en"),
    ("sources", STORY, "text", " It is 1,234 to 2,000 km.", "text"),
]


@pytest.mark.parametrize("case", WORDS, ids=lambda case: "-".join(case[:4]))
def test_added_words_are_the_fault_that_is_found(
    folder: Path, case: tuple[str, str, str, str, str]
) -> None:
    check, file, part, words, column = case
    add(folder, file, part, words)
    (fault,) = new_faults(check, folder)
    assert (fault.file, fault.column) == (file, column)


def test_every_check_is_seen_to_fail() -> None:
    assert {case["check"] for case in CELLS} == set(CHECKS)


def test_no_exception_outlives_its_cause() -> None:
    data = read()
    gone = {each["words"] for each in listed("unmeasured_distances.csv")}
    for file, row, _, words in told(data):
        for each in listed("unmeasured_distances.csv"):
            if (each["file"], each["id"]) == (file, row) and each["words"] in words:
                gone.discard(each["words"])
    assert gone == set()
    lengths = {(file, km) for file, _, _, km in written_lengths(data)}
    assert set(OWN_LENGTHS) - lengths == set()
    assert {km for _, km in OWN_LENGTHS} & stated_by_tables(data) == set()


@pytest.mark.parametrize("spot", SPOTS, ids=[spot[-1] for spot in SPOTS])
def test_spots_that_stand_for_islands_are_needed(
    spot: tuple[str, float, float, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    others = tuple(other for other in SPOTS if other != spot)
    monkeypatch.setattr("tests.facts.geography.SPOTS", others)
    rows = {row["id"]: row for file in ("bases.csv", "missile_defense.csv")
            for row in read().rows(file)}  # fmt: skip
    lost = {fault.row for fault in geography_faults(read())}
    places = [point(rows[name]) for name in lost]
    assert places
    assert all(at and way(at, spot[1:3])[0] < 5 for at in places)


def test_command_prints_a_line_for_each_fault_and_ends_with_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_row(folder / "cities.csv", "seoul", population="8000000")
    assert main(["--data", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    place, expected = "populations: cities.csv, seoul, population", "within 20 % of 10349312"
    assert f"{place}: found 8000000; expected {expected}" in lines
    assert len(lines) == sum(len(list(check(read(folder)))) for check in CHECKS.values())


def test_command_ends_with_0_without_faults(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tests.facts.__main__.CHECKS", {"twins": lambda data: iter(())})
    assert main([]) == 0
    assert capsys.readouterr().out == ""
