"""Check all of data/ at once: `data_faults` reads every file that the app reads.

Which faults end the map, and which only leave a part out, is decided where the parts are read;
here each of them is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geo.catalog.basemap import all_basemap_faults
from geo.catalog.readme import readme_faults
from geo.catalog.texts import text_faults
from geo.files import Fault, Manifest, read_manifest
from geo.towns import country_faults
from geo.words import LANGUAGES, read_languages, read_words

_PARTS = ("words", "texts", "basemap")


def holds_tables_alone(data_dir: Path) -> bool:
    """Return whether a folder has no words, texts and base map: tables for a catalog, no app."""
    return not any((data_dir / part).exists() for part in _PARTS)


def manifest_of(data_dir: Path) -> tuple[Manifest, list[Fault]]:
    """Return the manifest of a folder, and its faults; tables alone need none."""
    return (Manifest(), []) if holds_tables_alone(data_dir) else read_manifest(data_dir)


def other_faults(data_dir: Path) -> Iterator[Fault]:
    """Yield what is wrong with all that is not in the catalog."""
    if holds_tables_alone(data_dir):
        return
    manifest, manifest_faults = read_manifest(data_dir)
    languages, language_faults = read_languages(data_dir / "words", manifest)
    yield from language_faults
    for lang in dict.fromkeys((*languages, *LANGUAGES)):
        if lang != LANGUAGES[0]:
            yield from read_words(data_dir / "words" / lang, manifest)[1]
    yield from text_faults(data_dir, manifest)
    yield from readme_faults(data_dir)
    for lang in LANGUAGES[1:]:
        yield from country_faults(data_dir / "rows", lang, manifest)
    yield from manifest_faults
    yield from all_basemap_faults(data_dir, manifest)
