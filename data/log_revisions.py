"""Which cells of the tables changed since the last commit, and are not in revisions.csv.

    python data/log_revisions.py          # prints them; ends with 1 if there are any
    python data/log_revisions.py "why"    # writes them down too, with today's day and this reason

A change is said with the source of its row as it stands after it. The words of a reason have their
Korean in `data/rows/ko/words.csv`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

DATA = Path(__file__).resolve().parent
LOG = "revisions.csv"
COLUMNS = ("date", "table", "row_id", "column", "old_value", "new_value", "reason",
           "source_name", "source_url")  # fmt: skip
OURS = {"source_name": "Reachmap", "source_url": ""}  # whose the shape of a table is

Rows = dict[str, dict[str, str]]  # by what is in the first column
Change = tuple[str, str, str, str, str]  # table, row, column, old value, new value


def read_rows(text: str) -> Rows:
    """Return the rows of a table by the id in its first column."""
    rows = list(csv.DictReader(io.StringIO(text)))
    return {next(iter(row.values())): row for row in rows}


def changes(table: str, before: Rows | None, after: Rows) -> Iterator[Change]:
    """Yield what changed in a table.

    A row that came has its id as a new value, one that went as an old one. A column that came or
    went does so once for all rows, and a table without any column.
    """
    if before is None:
        yield table, "", "", "", table
        return
    (key, *_), was = columns_of(after), columns_of(before)
    yield from ((table, "", name, "", name) for name in columns_of(after) if name not in was)
    yield from ((table, "", name, name, "") for name in was if name not in columns_of(after))
    yield from ((table, row, key, row, "") for row in before if row not in after)
    for row, cells in after.items():
        if row not in before:
            yield table, row, key, "", row
            continue
        for name, cell in cells.items():
            if name in was and before[row][name] != cell:
                yield table, row, name, before[row][name], cell


def columns_of(rows: Rows) -> list[str]:
    """Return the header of a table."""
    return list(next(iter(rows.values()), {}))


def entry(change: Change, day: str, reason: str, tables: Mapping[str, Rows]) -> list[str]:
    """Return a change as a row of the log; `tables` are those in which its row can be found."""
    row = tables[change[0]].get(change[1], OURS)
    return [day, *change, reason, row["source_name"], row["source_url"]]


def committed(path: Path) -> str | None:
    """Return a file as it was committed last, None if it is new."""
    asked = subprocess.run(  # noqa: S603
        ["git", "show", f"HEAD:./{path.name}"],  # noqa: S607
        cwd=path.parent, capture_output=True, check=False,
    )  # fmt: skip
    return asked.stdout.decode() if asked.returncode == 0 else None


def unlogged() -> tuple[list[Change], dict[str, Rows]]:
    """Return the changes that the log does not have, and the tables they stand in."""
    with (DATA / LOG).open(encoding="utf-8", newline="") as file:
        known = {tuple(row[name] for name in COLUMNS[1:6]) for row in csv.DictReader(file)}
    found, tables = [], {}
    for path in sorted(DATA.glob("*.csv")):
        was, now = committed(path), read_rows(path.read_text("utf-8"))
        before = None if was is None else read_rows(was)
        tables[path.stem] = {**(before or {}), **now}
        found += [each for each in changes(path.stem, before, now) if each not in known]
    return [change for change in found if change[0] != Path(LOG).stem], tables


def main() -> None:
    """Print what is not in the log, or write it down with a reason."""
    found, tables = unlogged()
    for change in found:
        print("{}, {}, {}: {!r} is now {!r}".format(*change))
    if not found or not (reason := " ".join(sys.argv[1:]).strip()):
        raise SystemExit(bool(found))
    day = dt.datetime.now(dt.UTC).date().isoformat()
    with (DATA / LOG).open("a", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerows(entry(change, day, reason, tables) for change in found)


if __name__ == "__main__":
    main()
