"""Read the CSV tables of data/ and check every cell with pandera.

Cells stay text here ("NA" is a name, not a gap). Nothing is raised: each fault
becomes a `Fault`, so that one run shows all of them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.cells import Rule

if TYPE_CHECKING:
    import pandas as pd

Rows = dict[int, dict[str, str]]  # by line in the file


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file, in words a contributor can act on."""

    file: str
    problem: str
    row: int | None = None
    id: str = ""
    column: str = ""

    def __str__(self) -> str:
        """Return `file, row N (id), column C: problem`."""
        where = [self.file]
        if self.row is not None:
            where.append(f"row {self.row}" + (f" ({self.id})" if self.id else ""))
        if self.column:
            where.append(f"column {self.column}")
        return f"{', '.join(where)}: {self.problem}"


def read_text(path: Path) -> str | Fault:
    """Return the text of a file in UTF-8, or why there is none."""
    try:
        data = path.read_bytes()
    except OSError:
        return Fault(path.name, "cannot be read. Put the file back into the data folder.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        return Fault(path.name, "is not UTF-8 text. Save the file as UTF-8.", row=row)


def read_table(path: Path) -> tuple[pd.DataFrame, list[Fault]]:
    """Return a table as text, indexed by line in the file, and what is wrong with its shape."""
    import pandas as pd  # noqa: PLC0415  half a second that a page without data need not wait for

    content = read_text(path)
    if isinstance(content, Fault):
        return pd.DataFrame(), [content]
    header, rows, faults = _parse(content, path.name)
    if not rows and not faults:
        faults.append(Fault(path.name, "has no rows. Restore the file."))
    frame = pd.DataFrame(list(rows.values()), index=list(rows), columns=header, dtype=str)
    return frame, faults


def _parse(content: str, file: str) -> tuple[list[str], dict[int, list[str]], list[Fault]]:
    """Return header, rows by line, and the rows that are not as wide as the header."""
    faults: list[Fault] = []
    rows: dict[int, list[str]] = {}
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    header: list[str] = []
    line = 1  # where the row begins; a cell with a line break makes it longer
    try:
        header = next(reader, [])
        line = reader.line_num + 1
        for row in reader:
            if len(row) == len(header):
                rows[line] = row
            elif row:
                problem = f"has {len(row)} cells, the header {len(header)}. Check the commas."
                faults.append(Fault(file, problem, row=line))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.append(Fault(file, f"is not CSV ({error}). Check the quotes.", row=line))
    return header, rows, faults


def cell_faults(file: str, frame: pd.DataFrame, rules: Mapping[str, Rule]) -> Iterator[Fault]:
    """Yield the faults of one table: columns first, then cells from top to bottom."""
    import pandera.pandas as pa  # noqa: PLC0415  as slow as pandas

    if not frame.columns.is_unique:
        yield Fault(file, "has two columns of the same name. Rename one.", row=1)
        return

    def check(rule: Rule) -> pa.Check:
        return pa.Check(lambda cell: rule(cell) is None, element_wise=True, name="rule")

    columns = {name: pa.Column(str, check(rule)) for name, rule in rules.items()}
    try:
        pa.DataFrameSchema(columns).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        missing = cases[cases["check"] == "column_in_dataframe"]["failure_case"]
        for column in missing:
            yield Fault(file, "is missing. Add it; data/README.md lists all.", column=str(column))
        wrong = cases[cases["check"] == "rule"].sort_values("index", kind="stable")
        for column, cell, row in wrong[["column", "failure_case", "index"]].itertuples(index=False):
            name = str(frame.at[row, "id"]) if "id" in frame.columns else ""
            problem = f"{shown(cell)} {rules[column](cell)}".lstrip()
            yield Fault(file, problem, row=int(row), id=name, column=column)


def shown(cell: str) -> str:
    """Return a cell as it can stand in a message."""
    short = cell if len(cell) <= 80 else cell[:77] + "..."
    return short if short.isprintable() else ascii(short)
