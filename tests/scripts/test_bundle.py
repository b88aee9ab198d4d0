"""What a browser loads: our modules behind one another in one file, and what it fetches early."""

from __future__ import annotations

import json
import re
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.support import ask
from ui.scripts.assetfiles import (
    ASSETS_DIR,
    BOOT_DIR,
    FRAME_PATH,
    KEPT,
    asset_url,
    early_links,
    frame_build,
    served_files,
)
from ui.scripts.bundle import bundle, imported, load_order, made_modules, source_map

ENTRIES = [
    ("panel/panel", "page/page", "panel/summary", "table/table"),
    ("map/map",),
    ("painter/painter",),
    ("saved/standalone", "panel/panel", "panel/summary", "table/table"),
    ("saved/plain", "panel/panel", "panel/summary", "table/table"),
    ("lesson/lesson",),
    ("quiz/quiz",),
    ("lab/lab",),
    ("radarpage/radarpage",),
    ("story/storylist", "story/composer"),
    ("evidence/chart",),
]
MOST_FILES = 22
NAMES = re.compile(r"^import \{([^}]*)\} from \"([\w./]+)\.js\"", re.MULTILINE)
SCRIPTS = sorted(file for file in ASSETS_DIR.rglob("*.js") if file.parent != BOOT_DIR)
LINK = re.compile(r"<([^>]+)>; rel=(\w+)")


def early(*, for_map_frame: bool) -> dict[str, str]:
    """What a page asks for early, by address: links are told from where the page stands."""
    page = f"{FRAME_PATH}index.html" if for_map_frame else "/lesson"
    found = LINK.findall(early_links(for_map_frame=for_map_frame))
    return {urljoin(page, address): kind for address, kind in found}


def write(directory: Path, **modules: str) -> Path:
    for name, text in modules.items():
        file = directory / f"{name}.js"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return directory


def name_of(file: Path) -> str:
    return file.relative_to(ASSETS_DIR).with_suffix("").as_posix()


def source_of(name: str) -> str:
    made = made_modules()
    return made[name] if name in made else ASSETS_DIR.joinpath(f"{name}.js").read_text("utf-8")


@pytest.mark.parametrize("entries", ENTRIES)
def test_each_module_comes_once_and_after_what_it_imports(entries: tuple[str, ...]) -> None:
    order = load_order(entries, ASSETS_DIR)
    assert len(order) == len(set(order))
    assert set(entries) <= set(order)
    for name in order:
        for _, told in NAMES.findall(source_of(name)):
            assert order.index(imported(name, told)) < order.index(name)


def test_every_script_is_loaded_by_the_page_the_map_or_the_map_as_a_file() -> None:
    loaded = {name for entries in ENTRIES for name in load_order(entries, ASSETS_DIR)}
    assert loaded == {*map(name_of, SCRIPTS)} | {*made_modules()}


@pytest.mark.parametrize("file", SCRIPTS, ids=name_of)
def test_what_a_module_imports_is_exported_there(file: Path) -> None:
    for names, told in NAMES.findall(file.read_text("utf-8")):
        source = source_of(imported(name_of(file), told))
        made = r"^export (?:async )?(?:function|const|class)\*? (\w+)"
        exported = set(re.findall(made, source, re.MULTILINE))
        assert {name.strip() for name in names.split(",") if name.strip()} <= exported


def test_folders_are_small_and_import_each_other_in_no_circle() -> None:
    folders = {file.parent for file in SCRIPTS}
    assert [each.name for each in (*folders, BOOT_DIR) if len([*each.iterdir()]) > MOST_FILES] == []
    needs: dict[str, set[str]] = {}
    for file in SCRIPTS:
        told = (module for _, module in NAMES.findall(file.read_text("utf-8")))
        others = {imported(name_of(file), module).partition("/")[0] for module in told}
        needs.setdefault(file.parent.name, set()).update(others - {file.parent.name})
    assert "base" in needs["map"]
    assert {*TopologicalSorter(needs).static_order()} == {each.name for each in folders}


def test_only_what_pages_load_has_an_address() -> None:
    assert {"map/map.js", "map/map.css", "page/icon.svg"} <= served_files()
    for name in ("map/map.js", "page/icon.svg"):
        assert ask(asset_url(name)).status == ask(f"/assets/{name}").status == 200
    for name in ("boot/loader.js", "map", "map.js", "map/../boot/loader.js", "base/bus.txt"):
        assert ask(asset_url(name)).status == ask(f"/assets/{name}").status == 404


def test_bundle_of_modules_in_two_folders(tmp_path: Path) -> None:
    top = 'import { one,\n  two } from "../b/low.js";\n\nexport const sum = one + two();\n'
    low = "export const one = 1;\nexport function two() {\n  return 2;\n}\nconst sum = 0;\n"
    write(tmp_path, **{"a/top": top, "b/low": low, "b/mid": 'import { one } from "./low.js";\n'})
    assert bundle(("b/mid", "a/top"), tmp_path, "top.map") == (
        "export const modules = {};\n"
        'modules["b/low"] = (() => { const one = 1;\nfunction two() {\n  return 2;\n}\n'
        "const sum = 0;\nreturn { one, two }; })();\n"
        'modules["a/top"] = (() => { const { one,\n  two } = modules["b/low"];\n\n'
        "const sum = one + two();\nreturn { sum }; })();\n"
        'modules["b/mid"] = (() => { const { one } = modules["b/low"];\nreturn {  }; })();\n'
        "//# sourceMappingURL=top.map\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        'import low from "./low.js";\n',
        'import * as low from "./low.js";\n',
        'import "./low.js";\n',
        'import { one as two } from "./low.js";\n',
        'import { one } from "https://other.example/low.js";\n',
        "export default 1;\n",
        "export let count = 0;\n",
        'export { one } from "./low.js";\n',
        'import { one } from "../../low.js";\n',
    ],
)
def test_form_that_would_be_lost_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, top=text, low="export const one = 1;\n")
    with pytest.raises(ValueError, match=r"top\.js: cannot be bundled"):
        bundle(("top",), tmp_path, "top.map")


def test_modules_in_a_circle_are_refused(tmp_path: Path) -> None:
    write(tmp_path, a='import { b } from "./b.js";\n', b='import { a } from "./a.js";\n')
    with pytest.raises(ValueError, match="cycle"):
        bundle(("a",), tmp_path, "a.map")


@pytest.mark.parametrize("entries", ENTRIES)
def test_source_map_leads_every_line_back_to_its_file(entries: tuple[str, ...]) -> None:
    lines = bundle(entries, ASSETS_DIR, "x.map").split("\n")
    sections = json.loads(source_map(entries, ASSETS_DIR))["sections"]
    starts = [section["offset"]["line"] for section in sections]
    assert all(low < high for low, high in pairwise(starts))
    for start, section in zip(starts, sections, strict=True):
        (source,) = section["map"]["sourcesContent"]
        (name,) = section["map"]["sources"]
        assert source == source_of(name.removesuffix(".js"))
        own = source.splitlines()
        assert section["map"]["mappings"].split(";") == ["AAAA"] + ["AACA"] * (len(own) - 1)
        in_docs = False
        for number, line in enumerate(own):
            if in_docs or line.lstrip().startswith("/**"):  # left out, line for line
                in_docs = not line.rstrip().endswith("*/")
                assert lines[start + number].strip() in ("", line.strip()), f"{name}, {number + 1}"
                continue
            told = line.removeprefix("export ").partition("} from")[0]
            told = told.removeprefix("import {")
            assert told in lines[start + number], f"{name}, line {number + 1}"


@pytest.mark.parametrize("name", ["page", "map"])
def test_bundle_and_its_map_are_served_to_be_kept(name: str) -> None:
    script = ask(asset_url(f"{name}.bundle.js"))
    assert (script.status, script.headers["cache-control"]) == (200, KEPT)
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.body.rstrip().endswith(f"sourceMappingURL={name}.bundle.js.map".encode())
    found = ask(asset_url(f"{name}.bundle.js.map"))
    assert found.status == 200
    assert found.json()["sections"]


def test_page_asks_early_for_its_scripts_and_for_those_of_its_map() -> None:
    links = early(for_map_frame=False)
    assert links[asset_url("page.bundle.js")] == "modulepreload"
    later = {address for address, kind in links.items() if kind == "prefetch"}
    ours = {asset_url("map.bundle.js"), asset_url("map/map.css")}
    assert {*ours, "/assets/leaflet/leaflet.js"} <= later


def test_scripts_of_the_frame_are_asked_for_early() -> None:
    links = early(for_map_frame=False)
    (script,) = (each for each in links if each.startswith("/component/"))
    assert re.fullmatch(r"/component/streamlit_folium\.st_folium/static/js/main\.\w+\.js", script)
    assert frame_build().joinpath(script.removeprefix(FRAME_PATH)).is_file()


@pytest.mark.parametrize("is_frame", [False, True])
def test_what_is_asked_for_early_is_there(is_frame: bool) -> None:
    links = early(for_map_frame=is_frame)
    own = [each for each in links if not each.startswith("/component/")]
    assert own
    for address in own:
        assert ask(address).status == 200, address
