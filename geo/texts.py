"""The long texts of the reading pages: Markdown files in each language."""

from __future__ import annotations

from typing import Final

from geo.catalog import DATA_DIR

TEXTS_DIR: Final = DATA_DIR / "texts"


def long_text(name: str, lang: str, **values: object) -> str:
    """Return the text of this name in a language, as Markdown, with values in its `{names}`."""
    return TEXTS_DIR.joinpath(lang, f"{name}.md").read_text("utf-8").format(**values)
