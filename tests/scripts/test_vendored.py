"""Modules of others in ui/web/vendor are as ui/scripts/vendor.py wrote them, and can be bundled."""

from __future__ import annotations

import json
import re

import pytest

from ui.scripts.bundle import bundle
from ui.scripts.vendor import MANIFEST, MODULES, VENDOR_DIR, Module, file_digest
from ui.scripts.wholeness import script_fault

TOLD = json.loads(MANIFEST.read_text("utf-8"))


def test_no_file_was_edited_by_hand_added_or_lost() -> None:
    files = [file for file in VENDOR_DIR.iterdir() if file != MANIFEST]
    assert {file.name: file_digest(file.read_text("utf-8")) for file in files} == TOLD["files"]


def test_files_are_of_the_versions_that_the_script_names() -> None:
    wanted = {
        each.name: {"version": each.version, "licence": each.licence, "checksum": each.checksum}
        for module in MODULES
        for each in module.packages
    }
    assert TOLD["packages"] == wanted


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_module_says_what_it_is_and_has_its_licence_beside_it(module: Module) -> None:
    text = VENDOR_DIR.joinpath(f"{module.name}.js").read_text("utf-8")
    for package, line in zip(module.packages, text.splitlines(), strict=False):
        assert line.startswith(f"// {package.name} {package.version}, {package.licence}: sha512-")
    licence = VENDOR_DIR.joinpath(f"LICENSE-{module.name}.txt").read_text("utf-8")
    assert licence.count("Copyright") >= len(module.packages)
    assert "THE SOFTWARE IS PROVIDED" in licence


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_module_can_be_bundled_and_is_known_to_be_whole(module: Module) -> None:
    text = VENDOR_DIR.joinpath(f"{module.name}.js").read_text("utf-8")
    assert script_fault(text, module.name) is None
    assert tuple(re.findall(r"^export const (\w+) = ", text, re.MULTILINE)) == module.exports
    bundled = bundle((module.name,), VENDOR_DIR, "x.map")
    assert f"return {{ {', '.join(module.exports)} }}; }})();\n" in bundled
