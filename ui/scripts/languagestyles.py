"""What pages look like by language, as CSS: faces for its letters, and where its lines break."""

from __future__ import annotations

from collections.abc import Iterable

from geo.words import LANGUAGES, language_facts

_SAYING = ":is(h1, h2, h3, h4, p, li, a, button, input, select, label)"
_READ = ":is(p, li, td, th, h1, h2, h3)"


def language_styles() -> str:
    """Return the rules of all languages; a dialog may hold names in any of them."""
    rules = [f".rm-dialog {{ {_faces(all_faces())} }}"]
    for lang in LANGUAGES:
        how, page = language_facts(lang), f".stApp:lang({lang})"
        if how.screen_fonts:  # Streamlit's own face has none of its letters
            rules.append(f"{page}, {page} {_SAYING} {{ {_faces(how.screen_fonts)} }}")
        if how.keeps_words:
            kept = "word-break: keep-all; overflow-wrap: break-word;"
            rules.append(f":lang({lang}), {page} {_READ} {{ {kept} }}")
    return "\n".join(rules)


def all_faces() -> list[str]:
    """Return the faces of all languages, each once."""
    found = (face for lang in LANGUAGES for face in language_facts(lang).screen_fonts)
    return list(dict.fromkeys(found))


def _faces(faces: Iterable[str]) -> str:
    named = ", ".join(f'"{face}"' for face in ("Source Sans", *faces))
    return f"font-family: {named}, sans-serif;"
