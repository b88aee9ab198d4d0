"""A copy of the app with one language more, made of its English: twice as long, no plain letters.

It is a folder of data and not a line of code. Whatever shows a plain English word in it was not
translated, and whatever runs over its edge has no room for a language longer than English.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from geo.catalog.reading import load_catalog
from geo.words.extraction import template
from tests.messages import values
from tests.support import ROOT

LANG = "xx"
PARTS = ("geo", "ui", "pages", "data", ".streamlit", "app.py", "pyproject.toml", "requirements.txt")
_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "\u00e1\u0253\u010d\u010f\u00e9\u0192\u01e7\u0125\u00ed\u0135\u0137\u013a\u0271\u0144\u00f3"
    "\u03c1\u01eb\u0155\u0161\u0165\u00fa\u03bd\u0175\u03c7\u00fd\u017e"
    "\u00c1\u0181\u010c\u010e\u00c9\u0191\u01e6\u0124\u00cd\u0134\u0136\u0139\u1e3e\u0143\u00d3"
    "\u03a1\u01ea\u0154\u0160\u0164\u00da\u0182\u0174\u03a7\u00dd\u017d",
)
# What stays as it is: values, addresses, code, marks of Markdown tables and links.
_KEPT = re.compile(r"(\{[^{}]*\}|\]\([^)]*\)|https?://\S+|`[^`]*`)")


def accented(text: str) -> str:
    """Return a text in letters that no English word is written with."""
    return "".join(
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(text)
    )


def doubled(text: str) -> str:
    """Return a message as long again, in brackets, with each of its values where it was."""
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = text.strip()
    again = _KEPT.sub("", inner)
    return f"{start}[{accented(inner)} {accented(again)}]{end}"


def pseudo_app(folder: Path) -> Path:
    """Return a folder with a copy of the app that speaks the language, too."""
    for name in PARTS:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    data = folder / "data"
    _write_words(data / "words" / LANG)
    _write_texts(data / "texts")
    _write_rows(data / "rows")
    _write_stories(data / "stories")
    return folder


def _write_words(folder: Path) -> None:
    folder.mkdir()
    name = accented("Pseudo")
    people = [[1_000_000, 1_000_000, "#,##0.0", "{n} \u0271\u0271"], [0, 1, "#,##0", "{n}"]]
    language = {"name": name, "locale": "ja_JP", "has_long_dates": True, "sign_width": 0.6,
                "rounds_half_up": True, "people": people}  # fmt: skip
    (folder / "language.json").write_text(json.dumps(language), "utf-8")
    catalog = Catalog(locale="en", fuzzy=False)
    for message in template(ROOT):
        if message.id:
            is_plural = isinstance(message.id, tuple)
            texts = tuple(map(doubled, message.id)) if is_plural else doubled(str(message.id))
            catalog.add(message.id, texts, context=message.context)
    out = io.BytesIO()
    write_po(out, catalog)
    (folder / "messages.po").write_bytes(out.getvalue())


def _write_texts(folder: Path) -> None:
    for file in (folder / "en").iterdir():
        text = accented(file.read_text("utf-8"))
        assert values(text) == values(file.read_text("utf-8"))
        (folder / LANG).mkdir(exist_ok=True)
        (folder / LANG / file.name).write_text(text, "utf-8")


def _write_stories(folder: Path) -> None:
    for file in folder.iterdir():
        story = json.loads(file.read_text("utf-8"))
        for part in (story, *story["steps"]):
            for text in part.values():
                if isinstance(text, dict):
                    text[LANG] = accented(text["en"])
        file.write_text(json.dumps(story) + "\n", "utf-8")


def _write_rows(folder: Path) -> None:
    """Write the tables as the Korean ones are, but of the English that they translate."""
    catalog = load_catalog()
    records = [
        record
        for kind in (catalog.places, catalog.launch_sites, catalog.missiles, catalog.claims,
                     catalog.flight_reports, catalog.presets, catalog.radar_claims,
                     catalog.defence_events)
        for record in kind
    ]  # fmt: skip
    (folder / LANG).mkdir()
    for file in (folder / "ko").iterdir():
        with file.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        for row in rows:
            if "translation" in row:
                row["translation"] = accented(row.get("english") or row["source_name"])
            else:
                names = [name for name in row if name != "id"]  # tables may share an id
                record = next(
                    each
                    for each in records
                    if each.id == row["id"] and all(hasattr(each, name) for name in names)
                )
                row |= {name: accented(getattr(record, name)) for name in names}
        with (folder / LANG / file.name).open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
