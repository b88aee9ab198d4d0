"""Translations of the shipped tables, data/rows: read, and checked against what they translate.

Each file belongs to the table of the same name and says some of its columns again, by id.
`words.csv` holds the words that many rows share, `sources.csv` how sources are cited. Whatever a
row says in English its translation says, and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geo.catalog.columns import TABLES
from geo.facts import LAYER_KINDS, PLACE_TABLES, place_layer
from geo.files import Fault, Manifest, Rows, cells, read_table, shown
from geo.records import Catalog

_SAID: Final = {
    **{file: ("name", "notes") if "notes" in TABLES[file] else ("name",) for file in PLACE_TABLES},
    "launch_sites.csv": ("name", "short_name", "notes"),
    "missiles.csv": ("name", "status", "notes"),
    "claims.csv": ("said_by", "claimed_by", "context"),
    "tests.csv": ("reported_by", "notes"),
    "radar_claims.csv": ("said_by", "claimed_by", "detail"),
    "thaad_timeline.csv": ("actor", "event"),
    "presets.csv": ("title", "about"),
}
# Columns of words.csv, and the field of a record that each translates.
_WORDS: Final = {
    "country": "country",
    "host": "host",
    "kind": "kind_words",
    "status": "status_words",
    "missile_class": "missile_class_words",
    "capacity": "capacity_words",
    "radar_mode": "mode_words",
    "reason": "reason",
}


_NO_MANIFEST: Final = Manifest()


@dataclass(frozen=True, slots=True)
class Translations:
    """What the files of a language say, in their rows without a fault."""

    tables: dict[str, Rows]

    def names_more(self, file: str, catalog: Catalog) -> bool:
        """Return whether rows of a table are translated that the table does not have."""
        known = {record.id for record in _records(catalog, file)} if file in _SAID else set()
        return file in _SAID and any(row["id"] not in known for row in self.tables[file].values())

    def of_rows(self, file: str) -> dict[str, dict[str, str]]:
        """Return what is said of each row of a table, by id and column."""
        return {
            row["id"]: {column: row[column] for column in _SAID[file]}
            for row in self.tables[file].values()
        }

    def of_words(self, column: str) -> dict[str, str]:
        """Return the translations of the words of a column that many rows share."""
        rows = self.tables["words.csv"].values()
        return {row["english"]: row["translation"] for row in rows if row["column"] == column}

    def of_sources(self) -> dict[str, str]:
        """Return how sources are cited."""
        rows = self.tables["sources.csv"].values()
        return {row["source_name"]: row["translation"] for row in rows}


def read_translations(
    catalog: Catalog,
    folder: Path,
    manifest: Manifest = _NO_MANIFEST,
    doubted: Collection[str] = (),
) -> tuple[Translations, list[Fault]]:
    """Return the translations of a folder, and all that is wrong with them.

    Parameters
    ----------
    catalog
        The shipped data in English, which says what is to be translated.
    folder
        Folder with a CSV file for each table.
    manifest
        How many rows each file should have.
    doubted
        Tables that may lack rows; a translation of a row that is not there is no fault then.
    """
    place = f"rows/{folder.name}"
    tables, faults = _read(folder, place, manifest)
    unsure = {*doubted, *(fault.file for fault in faults)}
    faults += _row_faults(catalog, tables, place, unsure)
    faults += _word_faults(catalog, tables, place, unsure)
    wrong = {(fault.file, fault.row) for fault in faults}
    kept = {
        file: {line: row for line, row in rows.items() if (f"{place}/{file}", line) not in wrong}
        for file, rows in tables.items()
    }
    return Translations(kept), faults


def _read(folder: Path, place: str, manifest: Manifest) -> tuple[dict[str, Rows], list[Fault]]:
    columns = {file: ("id", *said) for file, said in _SAID.items()}
    columns |= {"words.csv": ("column", "english", "translation")}
    columns |= {"sources.csv": ("source_name", "translation")}
    tables: dict[str, Rows] = {}
    faults: list[Fault] = []
    for file, wanted in columns.items():
        name = f"{place}/{file}"
        table = read_table(folder / file, name)
        tables[file] = table.rows if set(wanted) <= set(table.columns) else {}
        faults += table.faults
        if table.columns and not tables[file] and table.rows:
            problem = f"has other columns than {','.join(wanted)}. Correct the first line."
            faults.append(Fault(name, problem, row=1))
        cut = manifest.cut_fault(name, len(table.rows))
        if cut and not table.faults:
            faults.append(cut)
    return tables, faults


def _records(catalog: Catalog, file: str) -> Sequence[Any]:
    """Return what a file translates; of places, those of its table."""
    sequences: dict[str, Sequence[Any]] = {
        "launch_sites.csv": catalog.launch_sites,
        "missiles.csv": catalog.missiles,
        "claims.csv": catalog.claims,
        "tests.csv": catalog.flight_reports,
        "radar_claims.csv": catalog.radar_claims,
        "thaad_timeline.csv": catalog.defence_events,
        "presets.csv": catalog.presets,
    }
    if file in PLACE_TABLES:
        return [place for place in catalog.places if place_layer(place.layer).table == file]
    return sequences[file]


def _row_faults(
    catalog: Catalog, tables: dict[str, Rows], place: str, unsure: Collection[str]
) -> Iterator[Fault]:
    """Yield rows that are missing, given twice or unknown, and cells that say more or less."""
    for file, columns in _SAID.items():
        name = f"{place}/{file}"
        missing = {record.id: record for record in _records(catalog, file)}
        known = frozenset(missing)
        for line, row in tables[file].items():
            record = missing.pop(row["id"], None)
            if record is None:
                if row["id"] in known or file not in unsure:
                    problem = f"{shown(row['id'])} is no id in {file}, or given twice."
                    yield Fault(name, f"{problem} Remove the row.", line, column="id")
                continue
            for column in columns:
                problem = _cell_problem(row[column], bool(getattr(record, column)))
                if problem:
                    yield Fault(name, problem, line, row["id"], column)
        for missing_id in missing if name not in unsure else ():
            problem = f"has no row for {missing_id}. Add its translation."
            yield Fault(name, problem, column="id")


def _cell_problem(cell: str, wanted: bool) -> str:
    if not wanted:
        return f"{shown(cell)} translates nothing. Empty the cell." if cell else ""
    problem = cells.filled(cell)
    return f"{shown(cell)} {problem}".lstrip() if problem else ""


def _word_faults(
    catalog: Catalog, tables: dict[str, Rows], place: str, unsure: Collection[str]
) -> Iterator[Fault]:
    wanted = {(column, word) for column in _WORDS for word in _words_of(catalog, column)}
    wanted -= {("kind", kind) for kind in LAYER_KINDS}  # messages
    said = {
        line: (row["column"], row["english"], row["translation"])
        for line, row in tables["words.csv"].items()
    }
    yield from _pair_faults(f"{place}/words.csv", said, wanted, unsure)
    cited = {("source_name", name) for name in _cited(catalog)}
    quoted = {
        line: ("source_name", row["source_name"], row["translation"])
        for line, row in tables["sources.csv"].items()
    }
    yield from _pair_faults(f"{place}/sources.csv", quoted, cited, unsure)


def _pair_faults(
    name: str,
    said: dict[int, tuple[str, str, str]],
    wanted: set[tuple[str, str]],
    unsure: Collection[str],
) -> Iterator[Fault]:
    missing = set(wanted)
    is_whole = all(each.startswith("rows/") for each in unsure)  # all that could use a word
    for line, (column, english, translation) in said.items():
        if (column, english) not in missing and ((column, english) in wanted or is_whole):
            problem = f"{shown(english)} is not used as {column}, or given twice. Remove the row."
            yield Fault(name, problem, line)
        missing.discard((column, english))
        problem = _cell_problem(translation, wanted=True)
        if problem:
            yield Fault(name, problem, line, column="translation")
    for column, english in sorted(missing) if name not in unsure else ():
        yield Fault(name, f"has no row for {column} {shown(english)}. Add it.")


def _words_of(catalog: Catalog, column: str) -> Iterator[str]:
    others = (*(claim.record for claim in catalog.claims), *catalog.revisions)
    named = (*catalog.places, *catalog.launch_sites, *catalog.missiles, *catalog.launches)
    for record in (*named, *others, *catalog.radar_claims):
        if word := getattr(record, _WORDS[column], ""):
            yield word
    for place in catalog.places if column == "radar_mode" else ():
        if place.equipment and place.equipment.radar_mode:
            yield place.equipment.radar_mode_words


def _cited(catalog: Catalog) -> Iterator[str]:
    tables = (catalog.places, catalog.launch_sites, catalog.missiles, catalog.claims)
    others = (catalog.flight_reports, catalog.launches)
    for records in (*tables, *others, catalog.radar_claims, catalog.defence_events):
        yield from (record.source.name for record in records)
    yield from (revision.source.name for revision in catalog.revisions)
    for claim in catalog.claims:
        if claim.record.second:
            yield claim.record.second.name
