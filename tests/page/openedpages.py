"""Pages of the app as Streamlit's own test client opens them."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.support import ROOT

MAIN = str(ROOT / "ui" / "main.py")


def opened(page: str = "map", **query: str | list[str]) -> AppTest:
    """Return a page as a visitor finds it who came by the map with this query string."""
    app = AppTest.from_file(MAIN, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    return app if page == "map" else app.switch_page(f"../pages/{page}.py").run()


def component(app: AppTest, name: str) -> dict[str, Any]:
    """Return the facts that one of the page's own components was given."""
    protos = [element.proto for element in app.get("bidi_component")]
    (data,) = [each.json for each in protos if each.component_name == f"reachmap_{name}"]
    return json.loads(data)
