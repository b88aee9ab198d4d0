"""`/export/openapi.json`: what the exports accept and answer, for programs (OpenAPI 3.1)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from geo.catalog import load_catalog
from geo.link import (
    FORMAT_VERSION,
    KEYS,
    MAX_PX,
    MIN_PX,
    PROJECTIONS,
    PictureOptions,
)
from geo.words import ATTRIBUTION
from ui.http import tagged_json
from ui.work import EXPORT_FILES, PAPERS

Json = dict[str, Any]


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
            "parameters": [*_link_keys(), *(more or [])],
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


def _link_keys() -> list[Json]:
    """Return the keys of a link, as the documentation tells them to people."""
    catalog = load_catalog()
    several = {"style": "form", "explode": True}
    return [
        _key(key.name, key.schema(catalog), key.words, **(several if key.gather else {}))
        for key in KEYS
    ]


def _picture_keys() -> list[Json]:
    usual = PictureOptions()

    def size(default: int) -> Json:
        return {"type": "integer", "minimum": MIN_PX, "maximum": MAX_PX, "default": default}

    projection = {"enum": list(PROJECTIONS), "default": usual.projection}
    return [
        _key("width", size(usual.width), "Pixels"),
        _key("height", size(usual.height), "Pixels"),
        _key("projection", projection, "azimuthal is around the active ring's site"),
    ]
