"""Bring data/words/LANG/messages.po in step with the code: `python -m geo.words`.

New messages stand in the files with an empty text, to be translated; who says what is gone is left
out. `python -m geo.files` writes afterwards how many there are.
"""

from __future__ import annotations

from geo.files import DATA_DIR
from geo.words.extraction import template, updated
from geo.words.languages import WORDS_DIR
from geo.words.pofile import PO_FILE


def main() -> None:
    """Write each catalogue anew, and say what is not translated."""
    messages = template(DATA_DIR.parent)
    for path in sorted(WORDS_DIR.glob(f"*/{PO_FILE}")):
        text = updated(path.read_text("utf-8"), messages, path.parent.name)
        path.write_text(text, "utf-8")
        empty = text.count('msgstr ""\n\n') + text.count('msgstr[0] ""\n\n')
        file = path.relative_to(DATA_DIR.parent).as_posix()
        print(f"{file}: {len(messages)} messages, {empty} without text")


if __name__ == "__main__":
    main()
