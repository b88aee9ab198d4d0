"""Ways in which a data file breaks, each for the files it can happen to."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from geo.files.datafiles import MAX_FILE_MB

Damage = Callable[[Path], bool]  # breaks a file, unless there is nothing in it to break

NUMBERS = ("lat", "lon", "precision_km", "population", "geonameid", "tests_count")
REQUIRED = ("id", "alias", "english", "source_name")  # in one of these, each table has its names


def change_row(path: Path, row_id: str, /, **cells: str) -> int:
    """Change cells of the row of an id, in the first column; return its line in the file.

    A row that is not there is added.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    key = next(iter(rows[0]))
    if all(row[key] != row_id for row in rows):
        rows.append(dict.fromkeys(rows[0], "") | {key: row_id})
    at = next(at for at, row in enumerate(rows) if row[key] == row_id)
    rows[at] |= cells
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return at + 2


def table(change: Callable[[list[list[str]]], object]) -> Damage:
    """Return the damage of a CSV file whose rows are changed in place; False: nothing to change."""

    def damage(path: Path) -> bool:
        if path.suffix != ".csv":
            return False
        rows = list(csv.reader(path.read_text("utf-8").splitlines()))
        if change(rows) is False:
            return False
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        path.write_text(out.getvalue(), "utf-8")
        return True

    return damage


def text(change: Callable[[str], str], *endings: str) -> Damage:
    """Return the damage of a file of a kind whose text is changed."""

    def damage(path: Path) -> bool:
        if endings and path.suffix not in endings:
            return False
        before = path.read_text("utf-8")
        after = change(before)
        path.write_bytes(after.encode())
        return after != before

    return damage


def content(change: Callable[[bytes], bytes]) -> Damage:
    """Return the damage of any file whose bytes are changed."""

    def damage(path: Path) -> bool:
        path.write_bytes(change(path.read_bytes()))
        return True

    return damage


def missing(path: Path) -> bool:
    path.unlink()
    return True


def folder(path: Path) -> bool:
    path.unlink()
    path.mkdir()
    return True


def huge(path: Path) -> bool:
    with path.open("r+b") as file:
        file.truncate(MAX_FILE_MB * 1_000_000 + 1)
    return True


def _half_rows(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(lines[: len(lines) // 2])


def _last_row_cut(text: str) -> str:
    last = text.rstrip("\n").rpartition("\n")[2]
    return text[: -1 - len(last) // 2]


def _cell(columns: tuple[str, ...], value: str) -> Damage:
    def change(rows: list[list[str]]) -> object:
        found = [rows[0].index(column) for column in columns if column in rows[0]]
        if not found:
            return False
        rows[len(rows) // 2][found[0]] = value
        return True

    return table(change)


def _last_cell(value: str) -> Damage:
    """Return the damage of the last column that says something in words."""

    def change(rows: list[list[str]]) -> object:
        words = [
            name for name in ("notes", "translation", "context", "name", "alias") if name in rows[0]
        ]
        at = rows[0].index(words[0]) if words else 1
        row = next(row for row in rows[1:] if row[at])
        row[at] += value
        return True

    return table(change)


def _same_id(rows: list[list[str]]) -> object:
    at = next(rows[0].index(name) for name in REQUIRED if name in rows[0])
    rows[3][at] = rows[2][at]
    return rows[0][0] != "column"  # in words.csv one word may stand in two columns


def _in_po(before: str, after: str) -> Damage:
    return text(lambda whole: re.sub(before, after, whole, count=1), ".po")


def _in_json(before: str, after: str) -> Damage:
    return text(lambda whole: whole.replace(before, after, 1), ".json", ".geojson")


def _nested(path: Path) -> bool:
    if path.suffix == ".toml":
        path.write_text("title = " + "[" * 50_000)
    elif path.suffix in (".json", ".geojson"):
        path.write_text('{"a": ' + "[" * 200_000)
    else:
        return False
    return True


def _twice(path: Path) -> bool:
    """Give the first key of a JSON or TOML file twice."""
    if path.suffix in (".json", ".geojson"):
        whole = json.loads(path.read_text("utf-8"))
        key = next(iter(whole))
        first = f"{json.dumps(key)}: {json.dumps(whole[key])}"
        path.write_text(path.read_text("utf-8").replace("{", "{" + first + ",\n", 1), "utf-8")
        return True
    return text(lambda whole: whole + whole.splitlines()[0] + "\n", ".toml")(path)


def _control(sign: str) -> Damage:
    """Return the damage of a sign that no text should hold, in the middle of one."""

    def damage(path: Path) -> bool:
        if path.suffix == ".csv":
            return _last_cell(f"x{sign}x")(path)
        escaped = f"\\u{ord(sign):04x}"
        if path.suffix == ".json":
            return text(lambda whole: whole.replace('": "', f'": "x{escaped}', 1))(path)
        if path.suffix == ".toml":
            return text(lambda whole: whole.replace('title = "', f'title = "x{escaped}'))(path)
        if path.suffix == ".po":
            return _in_po('\nmsgstr "(?=[^"])', f'\nmsgstr "x{sign}')(path)
        return text(lambda whole: whole[:200] + sign + whole[200:], ".md")(path)

    return damage


FINE: dict[str, Damage] = {  # read as if nothing had happened
    "byte order mark": content(lambda data: b"\xef\xbb\xbf" + data),
    "line ends of Windows": content(lambda data: data.replace(b"\n", b"\r\n")),
    "blank lines": text(lambda whole: whole.replace("\n", "\n\n"), ".csv", ".toml", ".json"),
    "a column more": table(lambda rows: [row.append("x") for row in rows]),
    "columns in another order": table(lambda rows: [row.reverse() for row in rows]),
}
BROKEN: dict[str, Damage] = {
    "missing": missing,
    "empty": content(lambda _: b""),
    "a folder in its place": folder,
    "binary": content(lambda data: bytes(range(256)) * 20),
    "too large": huge,
    "cut in half": content(lambda data: data[: len(data) // 2]),
    "UTF-16": content(lambda data: data.decode().encode("utf-16")),
    "UTF-16 without a mark": content(lambda data: data.decode().encode("utf-16-be")),
    "Latin-1": content(lambda data: data[: len(data) // 2] + "é".encode("latin-1") + data[-60:]),
    "half the rows": text(_half_rows, ".csv", ".md", ".po"),
    "a row less": table(lambda rows: rows.pop()),
    "last row cut": text(_last_row_cut, ".csv", ".md", ".po"),
    "last sign cut": text(lambda whole: whole[:-2], ".csv", ".md", ".po"),
    "header alone": table(lambda rows: rows.__delitem__(slice(1, None))),
    "a column renamed": table(lambda rows: rows[0].__setitem__(1, "renamed")),
    "first column renamed": table(lambda rows: rows[0].__setitem__(0, "renamed")),
    "last column renamed": table(lambda rows: rows[0].__setitem__(-1, "renamed")),
    "a column missing": table(lambda rows: [row.pop(1) for row in rows]),
    "a cell missing": table(lambda rows: rows[2].pop()),
    "a cell more": table(lambda rows: rows[2].append("x")),
    "a column twice": table(lambda rows: rows[0].__setitem__(1, rows[0][0])),
    "a row twice": table(lambda rows: rows.insert(3, rows[2])),
    "an id twice": table(_same_id),
    "an id empty": _cell(REQUIRED, ""),
    "a quote that does not end": table(lambda rows: rows[2].__setitem__(0, 'x"\n')),
    "a word for a number": _cell(NUMBERS, "north"),
    "no number": _cell(NUMBERS, "nan"),
    "a number without end": _cell(NUMBERS, "9" * 5000),
    "latitude and longitude swapped": _cell(("lat",), "126.98"),
    "longitude off the Earth": _cell(("lon",), "-180.5"),
    "a reference to nothing": _cell(("missile_id", "launch_site_id", "english"), "atlantis"),
    "a control character": _control("\x07"),
    "text turned around": _control("\u202e"),
    "a key twice": _twice,
    "nested without end": _nested,
    "not a number": _in_json('": ', '": NaN, '),
    "a list for an object": text(lambda whole: f"[{whole}]", ".json", ".geojson"),
    "a key renamed": text(
        lambda whole: whole.replace("query =", "kuery =").replace('"steps": [', '"stebs": [')
        .replace('"features":', '"feetures":'), ".toml", ".json", ".geojson",
    ),
    "a number for a text": text(
        lambda whole: whole.replace('title = "', 'title = 5 # "')
        .replace('": "', '": 5, "x": "', 1), ".toml", ".json",
    ),
    "a ring of nowhere": text(
        lambda whole: whole.replace(" \"ring=", " \"ring=atlantis~900&ring="), ".toml", ".json"
    ),
    "a place of nowhere": text(lambda whole: whole.replace(">", ">atlantis", 1), ".json"),
    "a ring too long": text(
        lambda whole: re.sub("(ring=[a-z0-9_]+~)", r"\g<1>99999", whole, count=1), ".toml", ".json"
    ),
    "a value of another name": text(
        lambda whole: re.sub(r'(": ".*?)\{\w+\}', r"\1{other}", whole, count=1), ".json"
    ),
    "a message's value of another name": _in_po(r'(msgstr ".*?)\{\w+\}', r"\1{other}"),
    "a message without text": _in_po(r'(\nmsgid "l.*"\nmsgstr) ".+"', r'\1 ""'),
    "a message twice": _in_po(r'(\nmsgid "l.*"\nmsgstr ".+"\n)', r"\1\1"),
    "a message that is not closed": _in_po(r'(\nmsgid "l.*"\nmsgstr ".+)"\n', r"\1\n"),
    "a message marked as fuzzy": _in_po(r'(\nmsgid "l)', r"\n#, fuzzy\1"),
    "a word that is no keyword": _in_po(r"\nmsgid ", "\nmsgit "),
    "a form too many": _in_po(r"(\nmsgstr\[0\] .*)", r'\1\nmsgstr[1] "x"'),
    "no rule for plurals": _in_po("Plural-Forms", "Plural-Form"),
    "a rule that is none": _in_po("plural=0", "plural=alert(1)"),
    "a value that nobody gives": text(
        lambda whole: whole.replace("\n", "\nWith {nothing} in it.\n", 1), ".md"
    ),
    "a brace": text(lambda whole: whole.replace("\n", "\nWith } in it.\n", 1), ".md"),
    "coordinates as words": text(
        lambda whole: whole.replace('"coordinates":[', '"coordinates":["x",', 1), ".geojson"
    ),
}  # fmt: skip


def restored(path: Path, content: bytes) -> None:
    """Put a file back as it was."""
    if path.is_dir():
        shutil.rmtree(path)
    path.write_bytes(content)
