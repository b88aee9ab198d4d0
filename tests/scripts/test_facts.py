"""Facts stand once: the tables hold together, and no other file of ours names a layer of places."""

from __future__ import annotations

import json
import re

import pytest

from geo.facts import (
    COUNTED_LAYERS,
    DEFAULT_LAYERS,
    LAYER_IDS,
    PEOPLED_LAYERS,
    PLACE_LAYERS,
    PLACE_TABLES,
    SYMBOLS,
    PlaceLayer,
    left_half,
)
from geo.files import DATA_DIR
from geo.link import KEYS
from tests.support import ROOT
from ui.scripts.bundle import made_modules

# Words that are more than a layer: a key of links, and the base maps of a scene.
OTHER_MEANINGS = {"radar", "bases"}


def browsers(name: str) -> object:
    """Return a fact as the browser has it."""
    found = re.search(rf"^export const {name} = (.*);$", made_modules()["base/facts"], re.MULTILINE)
    assert found, name
    return json.loads(found[1])


def test_links_mean_what_they_meant() -> None:
    assert DEFAULT_LAYERS == ("cities", "bases", "thaad")
    assert COUNTED_LAYERS == ("cities", "bases")
    assert PEOPLED_LAYERS == ("cities",)


def test_ids_are_unique_and_fit_into_a_list_with_commas() -> None:
    assert len(set(LAYER_IDS)) == len(LAYER_IDS)
    assert all(re.fullmatch("[a-z]+", each) for each in LAYER_IDS)


@pytest.mark.parametrize("layer", PLACE_LAYERS, ids=lambda layer: layer.id)
def test_layer_of_places_has_what_is_read_of_it(layer: PlaceLayer) -> None:
    assert layer.symbol in SYMBOLS
    assert (DATA_DIR / layer.table).is_file()
    assert (DATA_DIR / "rows" / "ko" / layer.table).is_file()
    assert re.fullmatch("#[0-9a-f]{6}", layer.tint)
    assert layer.is_peopled or layer.rank > 0


def test_first_layer_of_each_table_says_what_the_table_is() -> None:
    assert [layer.table for layer in PLACE_LAYERS if layer.about] == list(PLACE_TABLES)


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_outline_is_about_a_radius_of_one_and_its_half_lies_left(symbol: str) -> None:
    outline = SYMBOLS[symbol]
    reach = max(max(abs(x), abs(y)) for x, y in outline)
    assert 0.8 <= reach <= 1.6
    assert {x <= 0 for x, _ in left_half(outline)} == {True}
    assert min(x for x, _ in left_half(outline)) == min(x for x, _ in outline)


def test_browser_has_the_same_layers_states_and_outlines() -> None:
    layers = browsers("LAYERS")
    assert isinstance(layers, list)
    assert [each["id"] for each in layers] == list(LAYER_IDS)
    assert [each["id"] for each in layers if each["is_place"]] == [each.id for each in PLACE_LAYERS]
    assert browsers("SYMBOLS") == {
        name: [[pytest.approx(x, abs=1e-4), pytest.approx(y, abs=1e-4)] for x, y in outline]
        for name, outline in SYMBOLS.items()
    }


def test_browser_has_the_keys_of_a_link_in_their_order() -> None:
    keys = browsers("LINK_KEYS")
    assert isinstance(keys, list)
    assert [each["name"] for each in keys] == [key.name for key in KEYS]
    plain = {each["name"]: each["plain"] for each in keys if each["plain"]}
    assert plain.items() >= {"units": "km", "base": "offline", "lang": "en"}.items()


@pytest.mark.parametrize("layer", [each.id for each in PLACE_LAYERS])
def test_no_other_file_names_a_layer_of_places(layer: str) -> None:
    files = [*(ROOT / "geo").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    files += [*(ROOT / "ui/web").rglob("*.js"), *(ROOT / "pages").rglob("*.py")]
    naming = re.compile(rf"""["'`]{layer}["'`]""")
    named = {
        file.relative_to(ROOT).as_posix()
        for file in files
        if naming.search(file.read_text("utf-8"))
    }
    if layer in OTHER_MEANINGS:
        assert "geo/facts/layers.py" in named
    else:
        assert named == {"geo/facts/layers.py"}
