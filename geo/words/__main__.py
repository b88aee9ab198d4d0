"""Bring data/words/LANG/messages.po in step with the code: `python -m geo.words`.

New messages stand in the files with an empty text, to be translated; who says what is gone is left
out. `python -m geo.words de` begins the catalogue of a language that has none. `python -m
geo.files` writes afterwards how many there are.
"""

from __future__ import annotations

import sys

from geo.files import DATA_DIR
from geo.words.extraction import begun, template, untranslated, updated
from geo.words.languages import WORDS_DIR
from geo.words.pofile import PO_FILE


def main(new_languages: list[str]) -> None:
    """Write each catalogue anew, and say what is not translated."""
    for lang in new_languages:
        path = WORDS_DIR / lang / PO_FILE
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            path.write_text(begun(lang), "utf-8")
    messages = template(DATA_DIR.parent)
    for path in sorted(WORDS_DIR.glob(f"*/{PO_FILE}")):
        lang = path.parent.name
        text = updated(path.read_text("utf-8"), messages, lang)
        path.write_text(text, "utf-8")
        file = path.relative_to(DATA_DIR.parent).as_posix()
        print(f"{file}: {len(messages)} messages, {untranslated(text, lang)} without text")


if __name__ == "__main__":
    main(sys.argv[1:])
