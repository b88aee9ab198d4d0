"""`/export/openapi.json`: what the exports accept and answer, for programs (OpenAPI 3.1)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from geo.catalog import load_catalog
from geo.jsonobject import Json
from geo.link import FORMAT_VERSION, KEYS
from geo.words import ATTRIBUTION
from ui.export.computed import COMPUTED_FILES, ComputedFile
from ui.http import tagged_json
from ui.visitor import prefix
from ui.work import EXPORT_FILES, ExportFile


def openapi(request: Request) -> Response:
    """Answer /export/openapi.json."""
    return tagged_json(request, {**description(), "servers": [{"url": prefix() or "/"}]})


@lru_cache(maxsize=1)
def description() -> Json:
    """Return the OpenAPI description of all exports."""
    paths = {f"/export/{name}": _get(name, file) for name, file in EXPORT_FILES.items()}
    paths |= {f"/export/{name}": _computed(name, file) for name, file in COMPUTED_FILES.items()}
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
                "own link, and of the shipped data; what is worked out of a lofted flight has keys "
                f"of its own. Unknown keys are ignored. {ATTRIBUTION}"
            ),
        },
        "paths": paths,
        "components": {"schemas": {"Errors": _errors_schema()}},
    }


def _get(name: str, file: ExportFile) -> Json:
    bare_type = file.media_type.partition(";")[0]
    keys = [*_link_keys(), *(_key(*key) for key in file.keys)]
    return _operation(name, file.summary, keys, bare_type)


def _computed(name: str, file: ComputedFile) -> Json:
    keys = [_key(key.name, key.schema, key.words, required=key.is_needed) for key in file.keys]
    return _operation(name, file.summary, keys, "application/json", file.schema)


def _operation(
    name: str, summary: str, keys: list[Json], media_type: str, schema: Json | None = None
) -> Json:
    problem = {"$ref": "#/components/schemas/Errors"}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": keys,
            "responses": {
                "200": _content("The file; same query, same bytes", media_type, schema),
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
    """Return the keys of a link, as docs/links.md tells them to people."""
    catalog = load_catalog()
    several = {"style": "form", "explode": True}
    return [
        _key(key.name, key.schema(catalog), key.words, **(several if key.gather else {}))
        for key in KEYS
    ]
