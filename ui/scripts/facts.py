"""The facts of geo/facts, and the keys of a link, as a module for the browser, `base/facts`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from geo import facts
from geo.flight import FITTING_MIN
from geo.link import FORMAT_VERSION, KEYS, LED_FIELDS, Key
from geo.words import KM_PER_UNIT

# What only the server asks of a layer.
_SERVERS_OWN: Final = ("table", "about", "roles", "kind", "kind_words", "folder", "tint")


def facts_module() -> str:
    """Return the source of the module: each fact is a constant, its value is JSON."""
    return "".join(
        f"export const {name} = {json.dumps(value, ensure_ascii=False)};\n"
        for name, value in _facts().items()
    )


def _facts() -> Mapping[str, Any]:
    """Return the facts by the names that scripts import; made.d.ts has their types."""
    return {
        "LAYERS": [_layer(layer) for layer in facts.LAYERS],
        "DEFAULT_LAYERS": facts.DEFAULT_LAYERS,
        "STATES": [asdict(state) for state in facts.STATES],
        "SYMBOL_SIZE": asdict(facts.SYMBOL_SIZE),
        "NAME_RANK": asdict(facts.NAME_RANK),
        "MUST_NAMES": [asdict(name) for name in facts.MUST_NAMES],
        "OUTSIDE_ALL": facts.OUTSIDE_ALL,
        "WELL_KNOWN": [asdict(place) for place in facts.WELL_KNOWN],
        "HOME_ID": facts.HOME_ID,
        "CAPITAL": facts.CAPITAL,
        "SYMBOLS": {name: _rounded(outline) for name, outline in facts.SYMBOLS.items()},
        "RING_STYLES": [asdict(style) for style in facts.RING_STYLES],
        "MARKS": _marks(),
        "SPREAD": _spread(),
        "SECTOR_LOOK": asdict(facts.SECTOR_LOOK),
        "FLIGHTS": _flights(),
        "LIGHT": asdict(facts.LIGHT),
        "DARK": asdict(facts.DARK),
        "KM_PER_UNIT": KM_PER_UNIT,
        "SITES_LANG": facts.SITES_LANG,
        "EARTH": _earth(),
        "FITTING_MIN": FITTING_MIN,
        "HEIGHT_MARKS": [asdict(mark) for mark in facts.HEIGHT_MARKS],
        "LIMITS": _limits(),
        "PAGES": facts.PAGES,
        "CLASS_PAGES": facts.CLASS_PAGES,
        "LINK_KEYS": [_link_key(key) for key in KEYS],
        "LINK_VERSION": FORMAT_VERSION,
        "LED_FIELDS": LED_FIELDS,
    }


def _layer(layer: facts.Layer) -> dict[str, Any]:
    row = {name: value for name, value in asdict(layer).items() if name not in _SERVERS_OWN}
    return {**row, "is_place": isinstance(layer, facts.PlaceLayer)}


def _link_key(key: Key) -> dict[str, str]:
    return {"name": key.name, "owner": key.owner, "field": key.field, "plain": key.plain_default}


def _rounded(outline: facts.Vertices) -> list[tuple[float, float]]:
    """Return an outline as exact as a screen shows it."""
    return [(round(x, 4), round(y, 4)) for x, y in outline]


def _marks() -> dict[str, Any]:
    return {
        "every": facts.MARK_EVERY_PX,
        "lengths": facts.MARK_LENGTHS_PX,
        "width": facts.MARK_WIDTH_PX,
    }


def _spread() -> dict[str, Any]:
    return {
        "percents": facts.SPREAD_PERCENTS,
        "edges": facts.SPREAD_EDGES,
        "no_limit_km": facts.NO_LIMIT_KM,
        "steps": facts.SPREAD_STEPS,
        "wash": facts.SPREAD_WASH,
    }


def _flights() -> dict[str, Any]:
    return {
        "looks": [asdict(look) for look in facts.FLIGHT_LOOKS],
        "line_alpha": facts.FLIGHT_LINE_ALPHA,
        "line_px": facts.FLIGHT_LINE_PX,
        "mark_px": facts.FLIGHT_MARK_PX,
        "named_px": facts.FLIGHT_NAMED_PX,
        "tag": facts.TAG_SYMBOL,
        "tag_px": facts.TAG_PX,
        "apart_px": facts.TAG_APART_PX,
        "tag_legend": facts.TAG_LEGEND,
        "floor_legend": facts.FLOOR_LEGEND,
    }


def _earth() -> dict[str, float]:
    """Return the Earth of the trajectories (ui/web/flight), as geo/flight has it."""
    return {
        "mu": facts.EARTH_MU_KM3_S2,
        "radius_km": facts.SPHERE_RADIUS_KM,
        "rotation": facts.EARTH_ROTATION_RAD_S,
        "egg_step_deg": facts.EGG_STEP_DEG,
    }


def _limits() -> dict[str, Any]:
    return {
        "km": [facts.MIN_RANGE_KM, facts.MAX_RANGE_KM],
        "rings": facts.MAX_RINGS,
        "label": facts.MAX_LABEL_CHARS,
        "title": facts.MAX_TITLE_CHARS,
        "note": facts.MAX_NOTE_CHARS,
        "names": facts.MAX_NAMES,
        "radar_km": facts.MAX_RADAR_KM,
        "radars": facts.MAX_RADARS,
        "own_label": facts.OWN_LABEL,
        "best_label_end": facts.BEST_LABEL_END,
        "interceptors_label": facts.INTERCEPTORS_LABEL,
        "story_steps": facts.MAX_STORY_STEPS,
        "story_bytes": facts.MAX_STORY_BYTES,
        "class_words": facts.MAX_CLASS_WORDS,
        "room": facts.ROOM_PATTERN,
        "misread": facts.MISREAD,
        "controls": facts.CONTROLS,
        "zoom_step": facts.ZOOM_STEP,
        "days": facts.TIMELINE_DAYS,
    }
