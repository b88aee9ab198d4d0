"""What README, docs/, settings and requirements say is so."""

from __future__ import annotations

import re
import shlex
import tomllib
from importlib.util import find_spec
from urllib.parse import parse_qsl

import pytest
from starlette.routing import Route

from geo.facts.layers import LAYER_IDS
from geo.link.keys import KEYS, VISIT_KEYS
from geo.link.query import encode
from geo.words.units import KM_PER_UNIT
from tests.support import BAD_VALUES, EVERYTHING, ROOT, ask, read_link, scenario_of
from ui.server.routing import routes

README = (ROOT / "README.md").read_text("utf-8")
PAGES = {page.stem: page.read_text("utf-8") for page in sorted((ROOT / "docs").glob("*.md"))}
EVERYTHING_TOLD = "\n".join((README, *PAGES.values()))
MAX_README_LINES = 130
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
# Releases by year and month, lists of map services only: an upper bound would say nothing.
UNBOUNDED = {"xyzservices"}


def section(page: str, title: str) -> str:
    """Return the text under one heading of a page of docs/."""
    return PAGES[page].split(f"\n## {title}\n")[1].split("\n## ")[0]


def commands(text: str) -> list[str]:
    """Return the lines of a document that stand for a shell, in any section."""
    return re.findall(r"^    ((?:python3?|bash|curl|streamlit) .*)$", text, re.MULTILINE)


def key_rows() -> dict[str, str]:
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGES["links"], re.MULTILINE)
    return dict(rows)


def anchors(text: str) -> set[str]:
    """Return what a link can point at in a Markdown page: its headings, as web pages name them."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_readme_is_the_door_and_leads_to_every_page() -> None:
    assert len(README.splitlines()) <= MAX_README_LINES
    linked = set(re.findall(r"\]\(docs/(\w+)\.md\)", README))
    assert linked == set(PAGES) >= {"teach", "links", "exports", "operate", "develop"}


@pytest.mark.parametrize(
    "page",
    ["README.md", "data/README.md", "benchmarks/README.md", *(f"docs/{p}.md" for p in PAGES)],
)
def test_links_between_documents_lead_somewhere(page: str) -> None:
    file = ROOT / page
    links = re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([\w-]+))?\)", file.read_text("utf-8"))
    for path, anchor in links:
        goal = file.parent / path if path else file
        assert goal.exists(), path
        assert not anchor or anchor in anchors(goal.read_text("utf-8")), f"{path}#{anchor}"


def test_docs_list_exactly_the_keys_of_a_link() -> None:
    written = {key for key, _ in parse_qsl(encode(EVERYTHING))}
    assert set(key_rows()) == written | set(VISIT_KEYS) == set(BAD_VALUES)
    assert key_rows() == {key.name: f"{key.value} | {key.default}" for key in KEYS}
    assert list(key_rows()) == [key.name for key in KEYS]


@pytest.mark.parametrize("key", key_rows())
def test_key_of_the_docs_is_read(key: str) -> None:
    _, problems = read_link(f"{key}={BAD_VALUES[key]}")
    assert [each.key for each in problems] == [key]


def test_docs_list_all_layers_and_units_and_the_limits() -> None:
    rows = key_rows()
    assert ",".join(LAYER_IDS) in rows["show"]
    assert all(f"`{unit}`" in rows["units"] for unit in KM_PER_UNIT)
    for words in ("up to 12 times", "10 to 19,900", "at most 60 characters"):
        assert words in rows["ring"]


def test_links_in_the_documents_work() -> None:
    links = re.findall(r"http://localhost:8501(/\S*?\?[^\s'>]+)", EVERYTHING_TOLD)
    assert len(links) >= 3
    for link in links:
        path, _, query = link.partition("?")
        assert scenario_of(query).rings
        assert path == "/" or ask(link).status == 200, link


def test_docs_name_every_export_and_no_other() -> None:
    served = {
        route.path
        for route in routes()
        if isinstance(route, Route) and re.fullmatch(r"/export/[\w.-]+", route.path)
    }
    names = re.findall(r"^\* `([\w.-]+)`", section("exports", "Exports"), re.M)
    listed = {f"/export/{name}" for name in names}
    assert listed == served
    assert set(re.findall(r"8501/export/([\w.-]+)", PAGES["exports"])) == set(names)


def test_docs_name_the_properties_of_the_geojson() -> None:
    (feature,) = ask("/export/rings.geojson?ring=sohae~8000").json()["features"]
    text = section("exports", "Exports")
    assert [name for name in feature["properties"] if f"`{name}`" not in text] == []


def test_every_variable_that_an_operator_may_set_is_told() -> None:
    rows = re.findall(r"^\|.*REACHMAP_.*", EVERYTHING_TOLD, re.MULTILINE)
    told = set(re.findall(r"`(REACHMAP_[A-Z_]+)", " ".join(row.split("|")[1] for row in rows)))
    files = (*ROOT.glob("ui/**/*.py"), *ROOT.glob("deploy/*.py"), ROOT / "app.py")
    code = "".join(file.read_text("utf-8") for file in files)
    assert told == set(re.findall(r'"(REACHMAP_[A-Z_]+)"', code))


def test_folders_of_the_layout_exist_and_none_is_left_out() -> None:
    layout = re.findall(
        r"^    ([\w./]+) {2,}\S", section("develop", "What stands where"), re.MULTILINE
    )
    assert [name for name in layout if not (ROOT / name).exists()] == []
    tops = {name.partition("/")[0] for name in layout} | {"tests"}
    folders = {each.name for each in ROOT.iterdir() if each.is_dir() and each.name[0] != "."}
    assert folders - {"__pycache__", "node_modules", "test-results"} <= tops


def test_files_of_commands_exist() -> None:
    assert commands(README)[:2] == ["python3 deploy/run.py", "bash tests/run"]
    words = [
        word for line in commands(EVERYTHING_TOLD) for word in shlex.split(line, comments=True)
    ]
    files = [word for word in words if re.fullmatch(r"[\w/]+/\w+(\.py)?|\w+\.py", word)]
    assert {"deploy/run.py", "tests/run"} <= set(files)
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_modules_of_commands_exist() -> None:
    lines = [shlex.split(line, comments=True) for line in commands(PAGES["develop"])]
    modules = [words[2] for words in lines if words[:2] == ["python", "-m"]]
    assert {"geo.files", "ui.check", "tests.facts", "benchmarks"} <= set(modules)
    assert [module for module in modules if find_spec(module) is None] == []


def test_continuous_integration_runs_only_what_the_readme_says() -> None:
    (command,) = [line for line in commands(README) if "tests/" in line]
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    lines = [line for line in script if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', f"exec {command}"]


@pytest.mark.parametrize("file", [".ci/run", "tests/run"])
def test_script_is_for_bash_and_stops_at_the_first_error(file: str) -> None:
    lines = (ROOT / file).read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines


def test_changelog_has_a_place_for_what_is_new() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert re.search(r"^## Unreleased\n+(### .*\n+)?\S", text, re.MULTILINE)
    assert all(re.search(r"\d{4}-\d{2}-\d{2}", heading) for heading in headings[1:])


def test_server_is_set_up_for_the_public_and_for_schools() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["toolbarMode"] == "viewer"
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["server"]["maxUploadSize"] <= 5
    assert settings["server"].get("enableXsrfProtection", True)
    assert settings["server"].get("enableCORS", True)
    assert not settings["server"].get("enableStaticServing", False)


@pytest.mark.parametrize("file", REQUIREMENTS)
def test_requirement_has_a_lower_and_an_upper_bound(file: str) -> None:
    lines = [line.partition("#")[0].strip() for line in (ROOT / file).read_text().splitlines()]
    for line in filter(None, lines):
        if line.startswith("-r "):
            assert (ROOT / line.removeprefix("-r ")).exists()
            continue
        wanted = line.partition(";")[0]  # what follows says on which systems
        parts = re.fullmatch(r"([\w-]+)(?:\[\w+\])?(>=\d[\d.]*)(,<\d[\d.]*)?", wanted)
        assert parts, line
        assert parts[3] or parts[1] in UNBOUNDED, line
