"""A text broken into lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geo.letters.signs import clusters

Measure = Callable[[str], float]  # of a line, its width


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """Return a text in lines no wider than asked, broken in words only where it must be."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, measure)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, width: float, measure: Measure) -> Iterable[str]:
    """Return the pieces of a word that is too long for a line; a link is cut before an `&`."""
    piece = ""
    for letter in clusters(word):
        if piece and measure(piece + letter) > width:
            cut = max(piece.rfind("&"), 0) or len(piece)
            yield piece[:cut]
            piece = piece[cut:]
        piece += letter
    yield piece
