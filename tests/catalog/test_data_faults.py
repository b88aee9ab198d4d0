"""Whatever breaks in a data file, the first fault names that file, and the row if there is one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from geo.catalog.reading import data_faults, load_catalog
from geo.files.datafiles import DATA_DIR
from geo.files.manifest import MANIFEST, manifest_text
from geo.records.catalog import Catalog
from tests.damage import BROKEN, FINE, Damage, missing, restored

FILES = sorted(
    path.relative_to(DATA_DIR).as_posix()
    for path in DATA_DIR.rglob("*.*")
    if path.suffix in (".csv", ".json", ".toml", ".md", ".geojson", ".po")
    and path.name != "README.md"
)
# One or two of the files that are read alike: all of them would take a minute.
SOME = [
    *("cities.csv", "claims.csv", "launch_site_aliases.csv", "launch_sites.csv", "missiles.csv"),
    *("tests.csv", "launches_by_year.csv", "radar_claims.csv", "thaad_timeline.csv"),
    *("rows/ko/cities.csv", "rows/ko/claims.csv", "rows/ko/countries.csv", "rows/ko/words.csv"),
    *(
        "presets/july_2017.toml",
        "presets/slv.toml",
        "stories/thaad_guam.json",
        "words/ko/messages.po",
    ),
    *("basemap/lakes_110m.geojson", "basemap/islands.geojson", "texts/en/about.md"),
    *("texts/ko/methods.md", "words/ko/language.json", "manifest.json"),
]


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of all data, of which a test breaks one file at a time."""
    copy = tmp_path_factory.mktemp("faults") / "data"
    shutil.copytree(DATA_DIR, copy, ignore=shutil.ignore_patterns("*_50m.geojson"))
    for path in (copy / "basemap").glob("*_110m.geojson"):  # the fine map is slow to look at
        shutil.copy(path, path.with_name(path.name.replace("110m", "50m")))
    (copy / MANIFEST).write_text(manifest_text(copy), "utf-8")
    return copy


def catalog_now(data_dir: Path, tmp_path: Path) -> Catalog:
    """Return the catalog as its files are now: one that was read is kept by the folder's name."""
    (tmp_path / "now").symlink_to(data_dir)
    return load_catalog(tmp_path / "now")


def faults_of_each(
    data_dir: Path, damage: Damage, files: Sequence[str] = SOME
) -> dict[str, list[str]]:
    """Return what is said of each file that a damage can happen to, one broken at a time."""
    said = {}
    for file in files:
        whole = (data_dir / file).read_bytes()
        try:
            if damage(data_dir / file):
                said[file] = data_faults(data_dir)
        finally:
            restored(data_dir / file, whole)
    return said


def named(file: str) -> str:
    """Return what faults call a file: presets and stories go by their own names."""
    return file.removeprefix("presets/").removeprefix("stories/")


def test_manifest_is_as_the_data_are() -> None:
    """Run `python -m geo.files` after rows were added, or the base map made anew."""
    assert manifest_text(DATA_DIR) == (DATA_DIR / MANIFEST).read_text("utf-8")


def test_all_files_are_there_to_break(data_dir: Path) -> None:
    assert len(FILES) >= 48 and set(SOME) < set(FILES)
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


def test_each_file_is_missed(data_dir: Path) -> None:
    said = faults_of_each(data_dir, missing, FILES)
    assert [file for file in FILES if not said[file][0].startswith(f"{named(file)}: ")] == []
    assert {file for file in FILES if len(said[file]) > 1} == set()


def test_file_that_the_server_may_not_read_is_named(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "islands.geojson":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    (fault,) = data_faults(data_dir)
    assert fault.startswith("basemap/islands.geojson: cannot be read: Permission denied.")


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("words/ko/messages.po", ('msgid "Launch site"', 'msgid "Launch {site}"'), "row "),
        ("stories/thaad_guam.json", ("ring=", "ring=atlantis~900&ring="), "row "),
        ("presets/crbm.toml", ("order = ", "order = x"), "row 3: is not TOML"),
        ("texts/ko/methods.md", ("{most_km}", "{moost_km}"), "row "),
        ("rows/ko/countries.csv", ("Albania,", "Albany,"), "row 4, column english: Albany is no "),
        ("rows/ko/words.csv", ("\n", "\ncountry,Atlantis,\uc544\n"), "row 2: Atlantis is not used"),
    ],
)
def test_fault_names_the_line_as_an_editor_counts_it(
    data_dir: Path, file: str, change: tuple[str, str], fault: str
) -> None:
    path = data_dir / file
    text = path.read_text("utf-8")
    row = text.count("\n", 0, text.index(change[0])) + 1
    path.write_text(text.replace(*change, 1), "utf-8")
    said = data_faults(data_dir)[0]
    restored(path, text.encode())
    assert said.startswith(f"{named(file)}, {fault}")
    assert fault != "row " or f", row {row}" in said


def test_rows_left_out_on_purpose_are_said_and_the_others_shown(
    data_dir: Path, tmp_path: Path
) -> None:
    changed = [data_dir / file for file in ("cities.csv", "rows/ko/cities.csv")]
    for path in changed:
        path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:-1]), "utf-8")
    said, catalog = data_faults(data_dir), catalog_now(data_dir, tmp_path)
    for path in changed:
        restored(path, (DATA_DIR / path.relative_to(data_dir)).read_bytes())
    assert [line.split(":")[0] for line in said] == ["cities.csv", "rows/ko/cities.csv"]
    assert "python -m geo.files" in said[0]
    assert sum(place.layer == "cities" for place in catalog.places) == 177


@pytest.mark.parametrize("damage", FINE.values(), ids=FINE)
def test_what_editors_do_to_files_is_no_fault(data_dir: Path, damage: Damage) -> None:
    said = faults_of_each(data_dir, damage)
    assert said
    assert {file: faults[:2] for file, faults in said.items() if faults} == {}


USFK = "US Forces Korea via Korea Times"  # said 5,000 km of the Hwasong-14
FALSE = f"banghyon_20170704~15000~{USFK}"


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        (
            "stories/five_ranges.json",
            (f"banghyon_20170704~5000~{USFK}", FALSE),
            [r"five_ranges.json, row \d+: step 3, view: ring 1: ", r".*: step 7, view: ring 2: "],
        ),
        (
            "presets/july_2017.toml",
            ("ring=banghyon_20170704~5000~", "ring=banghyon_20170704~15000~"),
            [r"july_2017.toml, row 4, column query: ring 2: "],
        ),
        (
            "presets/july_2017.toml",
            ("ring=banghyon_20170704~5000~", "ring=39.872,125.269~5000~"),
            [r"july_2017.toml, row 4, column query: ring 2: "],
        ),
        (
            "claims.csv",
            ("hwasong-14-usfk-korea-times,hwasong-14,", "hwasong-14-usfk-korea-times,hwasong-15,"),
            [r"july_2017.toml, row 4, ", r"five_ranges.json, row \d+: step 3", ".*: step 7, "],
        ),
    ],
)
def test_label_of_what_ships_that_is_no_claim_is_named(
    data_dir: Path, tmp_path: Path, file: str, change: tuple[str, str], said: list[str]
) -> None:
    path = data_dir / file
    whole = path.read_bytes()
    path.write_text(whole.decode().replace(*change), "utf-8")
    faults, catalog = data_faults(data_dir), catalog_now(data_dir, tmp_path)
    restored(path, whole)
    assert len(faults) == len(said)
    for fault, start in zip(faults, said, strict=True):
        assert re.match(start, fault) and USFK in fault
    assert len(catalog.presets) == 15 and len(catalog.stories) == 6, "shown as own words"
