"""Files, folders and modules that comments and documents of this repository name exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.support import ROOT
from ui.scripts.bundle import made_modules

TOPS = ("benchmarks", "data", "deploy", "docs", "geo", "pages", "tests", "ui")
TOP = "|".join(TOPS)
PATH = re.compile(rf"(?<![\w/.~-])(?:{TOP})(?:/[\w.*-]+)+")
FILE = re.compile(r"(?<![\w/.~%-])[a-z]\w*\.(?:py|js|mjs|css)\b")
MODULE = re.compile(r"(?<![\w/.-])(?!tests\.csv)(?:benchmarks|deploy|geo|tests|ui)(?:\.[a-z_]\w*)+")
PLACEHOLDER = re.compile(r"\b(?!README)[A-Z]{2,}\b")  # such as data/NAME.csv
SCRIPT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
SHELL = re.compile(r"(?<!\S)#.*")
COMMENTS = {
    **dict.fromkeys((".js", ".mjs", ".css"), SCRIPT),
    **dict.fromkeys((".toml", ""), SHELL),
    ".py": re.compile(r'"""[\s\S]*?"""|(?<!\S)#.*'),
}
OTHERS = {"leaflet.js", "leaflet.css"}
MADE = {"node_modules", "__pycache__", "test-results"}  # by programs, perhaps not yet


def written_files() -> list[Path]:
    """Return what people wrote: sources, style sheets, settings and documents."""
    endings = {".py", ".js", ".mjs", ".css", ".md", ".toml"}
    found = [path for top in TOPS for path in (ROOT / top).rglob("*") if path.suffix in endings]
    ours = [path for path in found if MADE.isdisjoint(path.parts)]
    return [*ours, ROOT / "app.py", ROOT / "README.md", ROOT / "pyproject.toml", ROOT / "tests/run"]


def prose(file: Path) -> str:
    """Return the comments of a source, docstrings too; of a document, all of it."""
    if file.parent.name == "vendor" and file.suffix != ".py":
        return ""  # somebody else's
    text = file.read_text("utf-8")
    comment = COMMENTS.get(file.suffix)
    return text if comment is None else "\n".join(comment.findall(text))


def is_there(path: str) -> bool:
    return any(ROOT.glob(path)) if "*" in path else (ROOT / path).exists()


def is_module(name: str) -> bool:
    """Whether a dotted name is a module of ours, or something that stands in one."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:count])
        file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        if file.exists():
            rest = parts[count : count + 1]
            return not rest or bool(re.search(rf"\b{rest[0]}\b", file.read_text("utf-8")))
    return False


def stale_names(text: str, files: set[str]) -> Iterator[str]:
    """Yield what a text names and is not there."""
    for path in (found.rstrip(".") for found in PATH.findall(text)):
        if not PLACEHOLDER.search(path) and MADE.isdisjoint(path.split("/")) and not is_there(path):
            yield path
    yield from (name for name in FILE.findall(text) if name not in files)
    yield from (name for name in MODULE.findall(text) if not is_module(name))


def test_what_comments_and_documents_name_is_there() -> None:
    written = written_files()
    made = {f"{name.rpartition('/')[2]}.js" for name in made_modules()}
    files = {path.name for path in written} | made | OTHERS
    stale = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in written
        for name in stale_names(prose(path), files)
    }
    assert sorted(stale) == []


def test_a_name_of_what_is_gone_is_found() -> None:
    text = "see geo/nowhere.py, data/NAME.csv, `geo.query`, geo.link.query and lost.js in app.py."
    assert list(stale_names(text, {"app.py"})) == ["geo/nowhere.py", "lost.js", "geo.query"]
