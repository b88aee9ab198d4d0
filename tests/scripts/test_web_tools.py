"""What checks the browser's half: made modules declared, tools locked, no test missed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support import ROOT
from ui.scripts.bundle import made_modules

HELPERS = ("canvas", "hooks", "koreanpage", "page", "sentences", "truth")
WEB = ROOT / "tests/web"
LOCK = json.loads((WEB / "package-lock.json").read_text("utf-8"))


@pytest.mark.parametrize("name", made_modules())
def test_made_module_is_declared_for_the_type_checker(name: str) -> None:
    text = (ROOT / "ui/web/made.d.ts").read_text("utf-8")
    file = name.rpartition("/")[2]
    found = re.search(
        rf'^declare module "\*/{file}\.js" {{\n(.*?)^}}', text, re.MULTILINE | re.DOTALL
    )
    assert found, name
    made = re.findall(r"^export (?:const|function) (\w+)", made_modules()[name], re.MULTILINE)
    assert re.findall(r"export (?:const|function) (\w+)", found[1]) == made


def test_lock_names_no_registry_and_has_a_checksum_for_every_package() -> None:
    packages = {name: told for name, told in LOCK["packages"].items() if name}
    assert [name for name, told in packages.items() if "resolved" in told] == []
    assert all(told["integrity"].startswith("sha512-") for told in packages.values())
    assert "omit-lockfile-registry-resolved=true" in (WEB / ".npmrc").read_text("utf-8")
    wanted = json.loads((WEB / "package.json").read_text("utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_unit_tests_of_the_browser_are_found_by_the_test_command() -> None:
    """Node says nothing of a pattern that fits one file too few."""
    files = {file.name for file in WEB.glob("*.mjs")}
    helpers = {
        "canvas.mjs",
        "hooks.mjs",
        "koreanpage.mjs",
        "page.mjs",
        "sentences.mjs",
        "truth.mjs",
    }
    assert files - helpers == {file.name for file in WEB.glob("*.test.mjs")}
    assert 'node --import ./tests/web/hooks.mjs --test "tests/web/**/*.test.mjs"' in (
        ROOT / "tests/run"
    ).read_text("utf-8")


def test_type_checker_that_cannot_be_fetched_is_told(tmp_path: Path) -> None:
    script = (ROOT / "tests/run").read_text("utf-8")
    (function,) = re.findall(r"^get_type_checker\(\) \{.*?^\}", script, re.MULTILINE | re.DOTALL)
    web = shutil.copytree(
        WEB, tmp_path / "tests/web", ignore=shutil.ignore_patterns("node_modules")
    )
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"{function}\nget_type_checker"],
        cwd=tmp_path,
        env=os.environ
        | {"npm_config_cache": str(tmp_path / "cache"), "npm_config_offline": "true"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.endswith(
        "TypeScript cannot be fetched by npm (see above). Is there a network?\n"
    )
    assert not (web / "node_modules/installed-lock.json").exists()
