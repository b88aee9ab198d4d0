"""The page's own components: panel, summary and table.

Each is an empty element and a loader of an ES module from /assets; facts go in
as JSON. They live in the page itself (no shadow root), so that screen readers,
tests and style sheets see one document.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from uuid import uuid4

import streamlit as st
from streamlit.components.v1.custom_component import CustomComponent
from streamlit.runtime import get_instance

from ui.scripts import (
    ENTRIES,
    FRAME_PATH,
    asset_url,
    frame_build,
    from_page,
    loader_script,
    page_styles,
)
from ui.visitor import part_of
from ui.work import offered_files

_MOUNT = """
export default function (component) {
  const source = new URL("%s", document.baseURI).href;
  const root = component.parentElement.querySelector(".rm-%s") ?? component.parentElement;
  loadModule(source, root, LOADER_WORDS, (modules) => modules["%s"].mount(component, ...GIVEN));
}
"""

_MODULES: Final = {entry.rpartition("/")[2]: entry for entry in ENTRIES}
# Each component, and the bundle that holds its module.
_OURS: Final = (
    *((name, "page") for name in ("panel", "summary", "table", "page")),
    ("lesson", "lesson"),
    ("quiz", "quiz"),
    ("lab", "lab"),
    ("radarpage", "radarpage"),
    ("storylist", "composer"),
    ("composer", "composer"),
    ("chart", "evidence"),
)


def component(name: str, bundle: str = "page") -> Callable[..., Any]:
    """Return a component of ours: the module of this name, mounted in `<div class="rm-NAME">`."""
    return _registered(name, bundle)


@lru_cache(maxsize=13)
def _registered(name: str, bundle: str) -> Callable[..., Any]:
    return st.components.v2.component(
        f"reachmap_{name}",
        html=f'<div class="rm-{name}"></div>',
        js=f"{loader_script()}const GIVEN = {json.dumps(_given(name))};\n"
        + _MOUNT % (from_page(asset_url(f"{bundle}.bundle.js")), name, _MODULES[name]),
        isolate_styles=False,
    )


def _given(name: str) -> list[object]:
    """Return what a module is given once, beside the data of each run.

    The exports come this way, not as a module made for the bundles: `map.html` is an export, and
    holds a bundle.
    """
    return [offered_files()] if name == "panel" else []


def map_component() -> CustomComponent:
    """Return st_folium's component as the package itself declares it, without importing that."""
    name = FRAME_PATH.split("/")[2]
    return CustomComponent(name, path=str(frame_build()), module_name="streamlit_folium")


def register_components() -> None:
    """Make known what pages are made of, before anybody asks for a part of it.

    Left to itself, Streamlit learns of st_folium in the first visitor's session. A second process
    that is asked for the scripts of the first one's page would not know it.
    """
    get_instance().component_registry.register_component(map_component())
    for name, bundle in _OURS:
        component(name, bundle)


def panel(data: dict[str, Any]) -> None:
    """Show the control panel; what it hands over is its last commit."""
    # Streamlit keeps of a component's state what has a callback.
    component("panel")(data=data, key="controls", on_commit_change=lambda: None)


def last_commit() -> object:
    """Return the last commit of this page's panel, None before the first.

    It is as the browser sent it: for `ui.visitor.fromvisitor.read_commit` to read.
    """
    return part_of(st.session_state.get("controls"), "commit")


def summary(said: dict[str, Any]) -> None:
    """Show the sentences of result: what the browser cannot say itself, of which commit."""
    component("summary")(data=said, key="result")


def table() -> None:
    """Show places against rings; the browser fills it from the scene."""
    component("table")(data={}, key="places")


def page_furniture(page: str) -> None:
    """Load the style sheet and the small repairs of Streamlit's page.

    Parameters
    ----------
    page
        Which page this is, such as `map`: the style sheet tells them apart by it.
    """
    st.html(f"<style>{_styles()}</style>")
    with st.container(key=f"page_{page}"):
        # New data each time: so the page knows, after a lost connection, that a run has been made.
        component("page")(data={"run": uuid4().hex}, key="furniture")


@lru_cache(maxsize=1)
def _styles() -> str:
    return page_styles()
