"""Components are known to the server before anybody asks for a part of one."""

from __future__ import annotations

import re
from unittest.mock import MagicMock

import pytest
import streamlit_folium

from geo.words import say
from tests.support import ROOT
from ui.page import components
from ui.work import offered_files


def test_st_folium_is_registered_as_it_would_register_itself() -> None:
    """Else the first session would replace it, and say so in the log."""
    assert components.map_component() == streamlit_folium._component_func


def test_every_component_that_a_page_uses_is_registered_at_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known: list[tuple[str, str]] = []
    monkeypatch.setattr(components, "get_instance", MagicMock())
    monkeypatch.setattr(components, "component", lambda name, bundle: known.append((name, bundle)))
    components.register_components()
    parts = (ROOT / "ui" / name for name in ("page/components.py", "evidence/shown.py"))
    files = (*ROOT.glob("pages/*.py"), *parts)
    used = [
        call
        for file in files
        for call in re.findall(r'component\("(\w+)"(?:, "(\w+)")?\)', file.read_text("utf-8"))
    ]
    assert {(name, bundle or "page") for name, bundle in used} == set(known)


def test_panel_is_given_what_the_dialog_lists_once() -> None:
    files = offered_files()
    first, *_, last = [each["name"] for each in files]
    assert (first, last) == ("map.html", "rings.geojson")
    assert components._given("panel") == [files]
    assert components._given("table") == []
    for each in files:
        assert each["name"].endswith(f".{each['ending']}")
        assert say("ko")(each["words"]) != each["words"]
