"""Whatever breaks in a data file, the first fault names that file, and the row if there is one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from geo.catalog import DATA_DIR, data_faults
from tests.damage import BROKEN, FINE, Damage, restored

FILES = sorted(
    path.relative_to(DATA_DIR).as_posix()
    for path in DATA_DIR.rglob("*.*")
    if path.suffix in (".csv", ".json", ".toml", ".md", ".geojson") and path.name != "README.md"
)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of all data, of which a test breaks one file at a time."""
    return Path(shutil.copytree(DATA_DIR, tmp_path_factory.mktemp("faults") / "data"))


def faults_of_each(data_dir: Path, damage: Damage) -> dict[str, list[str]]:
    """Return what is said of each file that a damage can happen to, one broken at a time."""
    said = {}
    for file in FILES:
        try:
            if damage(data_dir / file):
                said[file] = data_faults(data_dir)
        finally:
            restored(data_dir / file, DATA_DIR / file)
    return said


def named(file: str) -> str:
    """Return what faults call a file: presets and stories go by their own names."""
    return file.removeprefix("presets/").removeprefix("stories/")


def test_all_files_are_there_to_break(data_dir: Path) -> None:
    assert len(FILES) == 59
    assert data_faults(data_dir) == []


@pytest.mark.parametrize("damage", BROKEN.values(), ids=BROKEN)
def test_fault_names_the_broken_file_first(data_dir: Path, damage: Damage) -> None:
    said = faults_of_each(data_dir, damage)
    assert said
    wrong = {
        file: faults[:2]
        for file, faults in said.items()
        if not faults or not re.match(rf"{re.escape(named(file))}[:,]", faults[0])
    }
    assert wrong == {}
    assert data_faults(data_dir) == []


@pytest.mark.parametrize("damage", FINE.values(), ids=FINE)
def test_what_editors_do_to_files_is_no_fault(data_dir: Path, damage: Damage) -> None:
    said = faults_of_each(data_dir, damage)
    assert said
    assert {file: faults[:2] for file, faults in said.items() if faults} == {}
