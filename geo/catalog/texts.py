"""The long texts of the reading pages: Markdown files in each language, with values in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from geo.errors import DataError
from geo.files import DATA_DIR, Fault, Manifest, control_fault, count_rows, end_fault, read_text
from geo.words import LANGUAGES

# The texts that pages show, and the values that each may hold.
TEXTS: Final = {
    "about": ("sources", "caveat", "version", "build"),
    "methods": ("pole_km", "most_km", "town_people"),
}
_BRACES: Final = re.compile(r"\{(\w*)\}|[{}]")


def long_text(
    name: str, lang: str, values: Mapping[str, object], *, data_dir: Path = DATA_DIR
) -> str:
    """Return the text of this name in a language, as Markdown, with values in its `{names}`.

    Raises
    ------
    DataError
        If the file cannot be read, or holds a name that no value stands for.
    """
    file = f"texts/{lang}/{name}.md"
    text = read_text(data_dir / file, file)
    faults = [text] if isinstance(text, Fault) else list(_value_faults(text, file, tuple(values)))
    if isinstance(text, Fault) or faults:
        raise DataError("\n".join(map(str, faults)))
    return text.replace("\r\n", "\n").format(**values)


def text_faults(data_dir: Path, manifest: Manifest) -> Iterator[Fault]:
    """Yield what is wrong with the texts of a data folder."""
    for file, name in ((f"texts/{lang}/{each}.md", each) for lang in LANGUAGES for each in TEXTS):
        text = read_text(data_dir / file, file)
        if isinstance(text, Fault):
            yield text
            continue
        yield from _value_faults(text, file, TEXTS[name])
        cut = manifest.cut_fault(file, count_rows(text)) or end_fault(text, file)
        if not text.strip():
            cut = Fault(file, "is empty. Restore the file.")
        yield from filter(None, (cut, control_fault(text, file)))


def _value_faults(text: str, file: str, names: tuple[str, ...]) -> Iterator[Fault]:
    """Yield the braces of a text that no value stands for."""
    for found in _BRACES.finditer(text):
        if found[1] not in names:
            accepted = ", ".join(f"{{{name}}}" for name in names)
            row = text.count("\n", 0, found.start()) + 1
            yield Fault(file, f"{found[0]} is not one of: {accepted}.", row=row)
