"""The shipped data, read once and checked as a whole.

`load_catalog` returns records that all pass. A table, or the preset that a bare link opens with,
cannot be spared: with a fault in one of these it raises one DataError that lists every fault in
every file. Another preset, a story or a translated row with a fault is left out; `left_out` says
which.
Nothing is read when the module is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from geo.catalog import rows
from geo.catalog.columns import TABLES
from geo.catalog.datacheck import manifest_of, other_faults
from geo.catalog.defencerows import defence_events, radar_claim
from geo.catalog.flightrows import flights, launch_count
from geo.catalog.labelfaults import label_faults
from geo.catalog.meaning import preset_faults, story_faults
from geo.catalog.otherwords import in_words_of, with_names
from geo.catalog.relations import relation_faults
from geo.catalog.translations import read_translations
from geo.errors import DataError
from geo.facts import PLACE_LAYERS, PLACE_TABLES
from geo.files import DATA_DIR, Fault, Manifest, Rows, cell_faults, read_table
from geo.records import Catalog, Preset, Story, read_presets
from geo.story import read_stories
from geo.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class _Reading:
    """What came of a data folder: a catalog a language, unless faults are in the way."""

    catalogs: Mapping[str, Catalog]
    broken: Sequence[Fault] = ()  # with these there is no catalog
    spared: Sequence[Fault] = ()  # these parts are left out of it

    @property
    def faults(self) -> list[Fault]:
        return [*self.broken, *self.spared]


def load_catalog(data_dir: Path = DATA_DIR, *, lang: str = "en") -> Catalog:
    """Return the records of a data folder.

    Parameters
    ----------
    data_dir
        Folder with the CSV tables and `presets/`.
    lang
        Language of names, notes and other texts; ids and labels are the same in all.

    Raises
    ------
    DataError
        With one line per fault, over all files.
    """
    reading = _load(data_dir)
    if reading.broken:
        raise DataError("\n".join(map(str, reading.faults)))
    return reading.catalogs[lang]


def left_out(data_dir: Path = DATA_DIR) -> Sequence[Fault]:
    """Return the faults of what the catalog goes without: presets, stories, translated rows."""
    return _load(data_dir).spared


def data_faults(data_dir: Path = DATA_DIR) -> list[str]:
    """Return a line for every fault in a data folder: file, row, id, column, what to do.

    All that the app reads is looked at, but for what a folder of tables alone does not have. The
    first line names the cause: what only follows from a broken table is not reported.
    """
    reading = _read(data_dir)
    labels: Iterable[Fault] = ()
    if reading.catalogs and not any(fault.file in TABLES for fault in reading.faults):
        labels = label_faults(reading.catalogs["en"], data_dir)
    return [str(fault) for fault in (*reading.faults, *labels, *other_faults(data_dir))]


@lru_cache(maxsize=4)
def _load(data_dir: Path) -> _Reading:
    return _read(data_dir)


def _read(data_dir: Path) -> _Reading:
    manifest, _ = manifest_of(data_dir)
    tables, faults, cuts = _read_tables(data_dir, manifest)
    presets, spared = read_presets(data_dir / "presets", manifest.names("presets"))
    stories, story_faults = read_stories(data_dir / "stories", manifest.names("stories"))
    spared += story_faults
    doubted = {each.file for each in (*faults, *cuts) if each.column in ("", "id")}
    faults += relation_faults(tables, doubted)
    if faults:
        return _Reading({}, [*faults, *cuts], spared)
    english, meaning = _meaningful(_english(tables, presets, stories), data_dir)
    spared += [] if cuts else meaning  # what a cut table lacks is no fault of those that name it
    opening = [fault for fault in spared if fault.file.endswith(".toml")]
    if not any(preset.order == 0 for preset in english.presets):
        nothing = Fault("presets", "holds none with order 0, which a bare link opens with.")
        return _Reading({}, [*cuts, *(opening or [nothing])])
    return _translated(_Reading({"en": english}, cuts, spared), data_dir / "rows", manifest)


def _translated(english: _Reading, folder: Path, manifest: Manifest) -> _Reading:
    """Return what came of a folder, in all languages; without translations all say English.

    `broken` are the tables that have fewer rows than they had. That is an editor's good right,
    unless the rows' translations are still there: then the table was cut.
    """
    catalog, cuts = english.catalogs["en"], english.broken
    if not folder.is_dir() and not manifest.files:
        same = {lang: replace(catalog, lang=lang) for lang in LANGUAGES}
        return _Reading(same, spared=english.faults)
    doubted = {fault.file for fault in cuts}
    if any(fault.file.endswith(".toml") or fault.file == "presets" for fault in english.spared):
        doubted.add("presets.csv")
    catalogs, faults = {catalog.lang: catalog}, list(english.faults)
    for lang in LANGUAGES[1:]:
        if not (folder / lang).is_dir() and not manifest.names(f"rows/{lang}"):
            catalogs[lang] = replace(catalog, lang=lang)
            continue
        words, found = read_translations(catalog, folder / lang, manifest, doubted)
        if gone := [cut for cut in cuts if words.names_more(cut.file, catalog)]:
            return _Reading({}, gone, english.spared)
        catalogs[lang] = in_words_of(catalog, lang, words)
        faults += found
    named = {lang: with_names(each, list(catalogs.values())) for lang, each in catalogs.items()}
    return _Reading(named, spared=faults)


def _read_tables(
    data_dir: Path, manifest: Manifest
) -> tuple[dict[str, Rows], list[Fault], list[Fault]]:
    """Return rows by file, faults, and the files that are shorter than they were."""
    tables: dict[str, Rows] = {}
    faults: list[Fault] = []
    cuts: list[Fault] = []
    for file, rules in TABLES.items():
        table = read_table(data_dir / file)
        tables[file] = table.rows
        faults += [*table.faults, *cell_faults(file, table, rules)]
        cut = manifest.cut_fault(file, len(table.rows))
        if cut and not table.faults:
            cuts.append(cut)
    return tables, faults, cuts


def _meaningful(catalog: Catalog, data_dir: Path) -> tuple[Catalog, list[Fault]]:
    """Return a catalog without the presets and stories that name what is not there."""
    faults = list(preset_faults(catalog, data_dir / "presets"))
    wrong = {fault.file for fault in faults}
    presets = tuple(each for each in catalog.presets if f"{each.id}.toml" not in wrong)
    if not presets:  # no link can be read without a first one
        return replace(catalog, presets=()), faults
    kept = replace(catalog, presets=presets)
    found = list(story_faults(kept, data_dir / "stories"))
    wrong = {fault.file for fault in found}
    stories = tuple(each for each in catalog.stories if f"{each.id}.json" not in wrong)
    return replace(kept, stories=stories), faults + found


def _english(
    tables: Mapping[str, Rows], presets: Sequence[Preset], stories: Sequence[Story]
) -> Catalog:
    return Catalog(
        launch_sites=tuple(map(rows.launch_site, _rows(tables, "launch_sites.csv"))),
        aliases={
            row["alias"]: row["launch_site_id"] for row in _rows(tables, "launch_site_aliases.csv")
        },
        missiles=tuple(map(rows.missile, _rows(tables, "missiles.csv"))),
        claims=tuple(map(rows.claim, _rows(tables, "claims.csv"))),
        places=tuple(
            rows.place(row, [layer for layer in PLACE_LAYERS if layer.table == file])
            for file in PLACE_TABLES
            for row in _rows(tables, file)
        ),
        presets=tuple(sorted(presets, key=lambda preset: (preset.order, preset.id))),
        stories=tuple(stories),
        flights=flights(_rows(tables, "tests.csv")),
        launches=tuple(map(launch_count, _rows(tables, "launches_by_year.csv"))),
        revisions=tuple(map(rows.revision, _rows(tables, "revisions.csv"))),
        radar_claims=tuple(map(radar_claim, _rows(tables, "radar_claims.csv"))),
        defence_events=defence_events(_rows(tables, "thaad_timeline.csv")),
    )


def _rows(tables: Mapping[str, Rows], file: str) -> list[rows.Row]:
    return list(tables[file].values())
