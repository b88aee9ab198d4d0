"""`/export/openapi.json`: what the exports accept and answer, for programs (OpenAPI 3.1)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from geo.catalog import load_catalog
from geo.facts import LAYER_IDS, MAX_LABEL_CHARS, MAX_RINGS
from geo.link import (
    FORMAT_VERSION,
    MAX_PX,
    MIN_PX,
    OFFLINE,
    OWN_STORY,
    PROJECTIONS,
    TILE_PROVIDERS,
    PictureOptions,
)
from geo.words import ATTRIBUTION, KM_PER_UNIT, LANGUAGES
from ui.http import tagged_json
from ui.scene import Json
from ui.work import EXPORT_FILES, PAPERS

_RING_WORDS: Final = (
    "SITE~KM or SITE~KM~LABEL; KM is 8000, 3000-5500 or a-b-c. A LABEL that is no claim of the "
    "data with that range is shown as somebody's own words; in GeoJSON it stands as typed"
)
_LANG_WORDS: Final = "Language of names and sentences; ids, labels and errors are English in all"

_NUMBER: Final = r"\d{1,6}(\.\d{1,6})?"
_SITE: Final = r"[^~]+"
_RING: Final = rf"^{_SITE}~{_NUMBER}(-{_NUMBER}){{0,2}}(~.{{0,{MAX_LABEL_CHARS}}})?$"


def openapi(request: Request) -> Response:
    """Answer /export/openapi.json."""
    return tagged_json(request, description())


@lru_cache(maxsize=1)
def description() -> Json:
    """Return the OpenAPI description of all exports."""
    paths = {
        f"/export/{name}": _get(file.summary, file.media_type, name)
        for name, file in EXPORT_FILES.items()
    }
    paths["/export/map.png"] = _get(
        "The view as a picture that stands alone", "image/png", "map.png", _picture_keys()
    )
    paths["/export/handout.pdf"] = _get(
        "A page for a class: map, distances, claims, questions",
        "application/pdf",
        "handout.pdf",
        [_key("paper", {"enum": list(PAPERS), "default": PAPERS[0]}, "Size of the page")],
    )
    paths["/export/openapi.json"] = {
        "get": {
            "operationId": "openapi.json",
            "summary": "This description",
            "responses": {"200": _content("The description", "application/json")},
        }
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Reachmap exports",
            "version": FORMAT_VERSION,
            "description": (
                "Every export is a function of the view in its query, which is that of the page's "
                f"own link, and of the shipped data. Unknown keys are ignored. {ATTRIBUTION}"
            ),
        },
        "paths": paths,
        "components": {"schemas": {"Errors": _errors_schema()}},
    }


def _get(summary: str, media_type: str, name: str, more: list[Json] | None = None) -> Json:
    bare_type = media_type.partition(";")[0]
    problem = {"$ref": "#/components/schemas/Errors"}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [*_view_keys(), *(more or [])],
            "responses": {
                "200": _content("The file; same query, same bytes", bare_type),
                "304": {"description": "Not changed since the ETag in If-None-Match"},
                "400": _content("Values that cannot be used", "application/json", problem),
                "503": _content("Busy, or it failed: try again", "application/json", problem),
                "504": _content("It took too long: ask for less", "application/json", problem),
            },
        }
    }


def _content(words: str, media_type: str, schema: Json | None = None) -> Json:
    return {"description": words, "content": {media_type: {"schema": schema or {}}}}


def _errors_schema() -> Json:
    row = {key: {"type": "string"} for key in ("key", "value", "problem")}
    return {
        "type": "object",
        "required": ["errors"],
        "properties": {
            "errors": {
                "type": "array",
                "items": {"type": "object", "required": list(row), "properties": row},
            }
        },
    }


def _key(name: str, schema: Json, words: str, **more: Any) -> Json:
    typed = schema if "type" in schema else {"type": "string", **schema}
    return {"name": name, "in": "query", "description": words, "schema": typed, **more}


def _view_keys() -> list[Json]:
    """Return the keys of a view, as docs/links.md tells them to people."""
    ring = {
        "type": "array",
        "maxItems": MAX_RINGS,
        "items": {"type": "string", "pattern": _RING, "examples": ["sohae~8000"]},
    }
    radar = {"type": "array", "items": {"type": "string", "examples": ["kyogamisaki~1000~270~120"]}}
    bases = [OFFLINE, *TILE_PROVIDERS]
    several = {"style": "form", "explode": True}
    return [
        _key("ring", ring, _RING_WORDS, **several),
        _key("show", {"pattern": "^[a-z,]*$"}, f"Layers, with commas: {', '.join(LAYER_IDS)}"),
        _key("to", {"pattern": "^[a-z0-9_,]*$"}, "Ids of places: the ends of distance lines"),
        _key("units", {"enum": list(KM_PER_UNIT), "default": "km"}, "Units of what is shown"),
        _key("date", {"format": "date"}, "What stood on this day"),
        _key("radar", radar, "ID~KM~AZIMUTH~WIDTH", **several),
        _key("at", {"pattern": r"^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$"}, "LAT,LON,ZOOM"),
        _key("base", {"enum": bases, "default": OFFLINE}, "Base map of the page"),
        _key("lang", {"enum": list(LANGUAGES), "default": LANGUAGES[0]}, _LANG_WORDS),
        _key("present", {"enum": ["1"]}, "Presentation mode of the page"),
        *_visit_keys(),
        _key("v", {"enum": [FORMAT_VERSION]}, "Format of the link"),
    ]


def _visit_keys() -> list[Json]:
    """Return the keys of a story, a class and a quiz; only a story's step changes the view."""
    stories = [story.id for story in load_catalog().stories]
    room = {"pattern": "^[0-9A-Za-z]{6}$", "examples": ["7K3QZM"]}
    return [
        _key("story", {"enum": [*stories, OWN_STORY]}, "Story whose step is the base of the view"),
        _key("step", {"type": "integer", "minimum": 1, "default": 1}, "Step of the story"),
        _key("room", room, "Code of a class: 6 letters and digits"),
        _key("seed", {"pattern": "^[A-Za-z0-9-]{1,20}$"}, "Questions of the quiz"),
    ]


def _picture_keys() -> list[Json]:
    usual = PictureOptions()

    def size(default: int) -> Json:
        return {"type": "integer", "minimum": MIN_PX, "maximum": MAX_PX, "default": default}

    projection = {"enum": list(PROJECTIONS), "default": usual.projection}
    return [
        _key("width", size(usual.width), "Pixels"),
        _key("height", size(usual.height), "Pixels"),
        _key("projection", projection, "azimuthal is around the first ring's site"),
    ]
