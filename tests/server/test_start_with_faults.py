"""The app starts whatever is broken in data/: it says so in its log, and shows what is left."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.browser.server import running_app
from tests.support import ROOT

APP = ("geo", "ui", "pages", "data", ".streamlit", "app.py", "pyproject.toml", "requirements.txt")
WAIT_S = 60.0


@pytest.fixture
def app_dir(tmp_path: Path) -> Path:
    """Return a copy of the app whose data a test may break."""
    for name in APP:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


def asked(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def problems(url: str) -> list[str]:
    """Return what a route says that answers 503."""
    status, body = asked(url)
    assert status == 503, body[:200]
    return [each["problem"] for each in json.loads(body)["errors"]]


def log_with(log: Path, words: str) -> list[str]:
    """Return the lines of a server's log, once it holds some words."""
    end = time.monotonic() + WAIT_S
    while words not in log.read_text("utf-8") and time.monotonic() < end:
        time.sleep(0.1)
    return log.read_text("utf-8").splitlines()


def halve(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def test_parts_that_can_be_spared_are_left_out_and_said(app_dir: Path) -> None:
    data, log = app_dir / "data", app_dir / "log"
    halve(data / "words/ko/messages.po")
    halve(data / "basemap/land_50m.geojson")
    (data / "rows/ko/countries.csv").write_bytes(bytes(range(256)))
    (data / "texts/en/about.md").unlink()
    (data / "presets/icbm.toml").unlink()
    (data / "presets/icbm.toml").mkdir()
    story = data / "stories/five_ranges.json"
    story.write_text(story.read_text("utf-8").replace("ring=", "ring=atlantis~900&ring=", 1))
    with running_app(log, root=app_dir) as url:
        assert asked(url)[0] == 200
        for lang in ("en", "ko"):
            stories = json.loads(asked(f"{url}/live/stories.json?lang={lang}")[1])
            assert len(stories) == 5 and "five_ranges" not in {each["id"] for each in stories}
            assert asked(f"{url}/live/find.json?q=paris&lang={lang}")[0] == 200
        assert asked(f"{url}/live/story.json?id=five_ranges")[0] == 400
        assert asked(f"{url}/export/reach.csv?lang=ko")[0] == 200
        for path in ("/export/map.html", "/export/map.png", "/basemap/land_50m.geojson"):
            (problem,) = problems(url + path)
            assert problem.startswith("basemap/land_50m.geojson, row 1: is not JSON")
        lines = log_with(log, "basemap/land_50m.geojson")
    for file in ("words/ko/messages.po", "rows/ko/countries.csv", "texts/en/about.md", "icbm.toml",
                 "five_ranges.json", "basemap/land_50m.geojson"):  # fmt: skip
        assert [line for line in lines if line.startswith((f"{file}:", f"{file}, row "))], file


def test_broken_table_and_missing_base_map_are_said_and_nothing_is_drawn(app_dir: Path) -> None:
    log = app_dir / "log"
    halve(app_dir / "data/launch_sites.csv")
    shutil.rmtree(app_dir / "data/basemap")
    with running_app(log, root=app_dir) as url:
        assert asked(url)[0] == 200
        for path in ("/export/map.html", "/export/map.png", "/live/sites.json",
                     "/live/story.json?id=five_ranges", "/export/reach.csv"):  # fmt: skip
            assert problems(url + path)[0].startswith("launch_sites.csv, row ")
        lines = log_with(log, "basemap/islands.geojson")
    assert [line for line in lines if line.startswith("launch_sites.csv, row ")]
    assert not [line for line in lines if "alias" in line or line.startswith("rows/")]


def test_command_prints_the_faults_and_fails(app_dir: Path) -> None:
    command = [sys.executable, "-m", "ui.check"]
    good = subprocess.run(command, cwd=app_dir, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stdout) == (0, "No faults.\n")
    (app_dir / "ui/web/card/card.js").unlink()
    (app_dir / "ui/web/map/map.js").unlink()
    (app_dir / "ui/web/quiz/quiz.css").write_bytes(b"")
    (app_dir / "ui/web/scene/edits.js").write_bytes(b"")
    (app_dir / "ui/web/classroom/classroom.css").write_text("word\n")
    share = app_dir / "ui/web/share/share.js"  # cut between two lines
    share.write_text(share.read_text("utf-8").rpartition("\n}\n")[0].rpartition("\n")[0] + "\n")
    path = app_dir / "data/bases.csv"
    path.write_text(path.read_text("utf-8").replace("37.0906,", "137.0906,", 1), "utf-8")
    bad = subprocess.run(command, cwd=app_dir, capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stderr) == (1, "")
    for start in ("bases.csv, row 2 (osan_ab), column lat: 137.0906 is not between",
                  "ui/web/quiz/quiz.css: ", "ui/web/card/card.js: ", "ui/web/map/map.js: ",
                  "ui/web/scene/edits.js: ", "ui/web/classroom/classroom.css: ",
                  "ui/web/share/share.js"):  # fmt: skip
        assert f"\n{bad.stdout}".count(f"\n{start}") == 1, bad.stdout
