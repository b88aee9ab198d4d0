"""What data/README.md says of tables, columns and licences, for programs.

It is written for people, and its tables are the one place where a column or a licence is
described: a test holds them and the tables of data/ together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geo.catalog.columns import TABLES
from geo.errors import DataError
from geo.files import DATA_DIR, Fault, read_text

README: Final = "README.md"
_HEADING: Final = re.compile(r"^### (\S+): (.+)$", re.MULTILINE)
_COUNT: Final = re.compile(r" \(\d+\)$")
_ROW: Final = re.compile(r"^\| (.+) \|$", re.MULTILINE)
_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_NAME: Final = re.compile(r"`([^`]+)`")
_TRANSLATIONS: Final = "rows/LANG/"


@dataclass(frozen=True, slots=True)
class TableWords:
    """What is said of a table: its title, and the meaning of each column."""

    title: str = ""
    columns: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """What somebody allows to do with what is theirs.

    `maker` is who they are in full, `makers` are addresses by names as rows cite them; without
    any, the line is about what is nobody's: facts. `name` and `path` are the licence's own.
    """

    maker: str
    makers: Mapping[str, str]
    words: str
    name: str = ""
    path: str = README

    def covers(self, text: str) -> bool:
        """Return whether the name of a source, or a description, is about what is theirs."""
        return any(name in text for name in self.makers)


@dataclass(frozen=True, slots=True)
class Readme:
    """Tables by file, translated tables by file, licences in the order of their table."""

    tables: Mapping[str, TableWords]
    translations: Mapping[str, str]
    licences: tuple[Licence, ...]

    def title_of(self, file: str) -> str:
        """Return what a table holds, nothing where nobody says so."""
        return self.tables.get(file, TableWords()).title

    def meaning_of(self, file: str, column: str) -> str:
        """Return what a column means, nothing where nobody says so."""
        return (self.tables.get(file, TableWords()).columns or {}).get(column, "")


def read_readme(data_dir: Path = DATA_DIR) -> Readme:
    """Return what data/README.md says; a file that cannot be read raises DataError."""
    text = read_text(data_dir / README)
    if isinstance(text, Fault):
        raise DataError(str(text))
    titles = _HEADING.split(text)[1:]
    sections = {
        name: (title, body)
        for name, title, body in zip(titles[::3], titles[1::3], titles[2::3], strict=True)
    }
    return Readme(
        tables={
            name: TableWords(_COUNT.sub("", title), _named(_rows(body)))
            for name, (title, body) in sections.items()
            if name.endswith(".csv")
        },
        translations=_named(_rows(sections.get(_TRANSLATIONS, ("", ""))[1])),
        licences=tuple(map(_licence, _rows(text.partition("\n## Licences and credits\n")[2]))),
    )


def readme_faults(data_dir: Path) -> Iterator[Fault]:
    """Yield why it cannot be read, and the columns of which it says nothing."""
    try:
        readme = read_readme(data_dir)
    except DataError as error:
        yield Fault(README, str(error).removeprefix(f"{README}: "))
        return
    for file, columns in TABLES.items():
        for column in columns:
            if not readme.meaning_of(file, column):
                yield Fault(README, f"says nothing of {column} in {file}. Add its line.")


def _rows(text: str) -> list[list[str]]:
    """Return the cells of a Markdown table, without those of its head."""
    return [row.split(" | ") for row in _ROW.findall(text)][2:]


def _named(rows: list[list[str]]) -> dict[str, str]:
    """Return the last cell of each row by the names in its first; a row may be about several."""
    return {name: _plain(row[-1]) for row in rows for name in _NAME.findall(row[0])}


def _plain(text: str) -> str:
    """Return a text without the marks of Markdown."""
    return _LINK.sub(r"\1", text).replace("`", "")


def _licence(row: list[str]) -> Licence:
    _, makers, words = row
    who, links = _plain(makers), dict(_LINK.findall(makers))
    for text, path in _LINK.findall(words):
        return Licence(who, links, _plain(words), text.replace(" ", "-"), path)
    return Licence(who, links, f"{_plain(words)}: {who}")
