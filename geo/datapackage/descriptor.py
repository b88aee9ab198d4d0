"""datapackage.json: what is in data.zip, where it comes from and what is allowed with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from geo.catalog import Licence, Readme
from geo.datapackage.schema import name_of, table_schema, translation_schema
from geo.files import Table
from geo.jsonobject import Json
from geo.words import ATTRIBUTION

_NAME: Final = "reachmap"
_TITLE: Final = "Reachmap: the data behind the map"
_SOURCES: Final = (
    ("source_name", "source_url"),
    ("second_source_name", "second_source_url"),
)


def package_json(resources: list[Json], readme: Readme, day: str) -> Json:
    """Return the descriptor of the package.

    Parameters
    ----------
    resources
        Those of its tables.
    readme
        Whose work is in them.
    day
        The last on which the data changed, `YYYY-MM-DD`: its version, so that the same data make
        the same bytes.
    """
    used = [licence for resource in resources for licence in resource["licenses"]]
    licences = [each for each in readme.licences if _licence_json(each) in used]
    return {
        "profile": "tabular-data-package",
        "name": _NAME,
        "title": _TITLE,
        "description": ATTRIBUTION,
        "version": day.replace("-", "."),
        "created": f"{day}T00:00:00Z",
        "contributors": [
            {"title": "Reachmap", "role": "wrangler"},
            *(
                {"title": each.maker, "path": next(iter(each.makers.values())), "role": "author"}
                for each in licences
                if each.makers
            ),
        ],
        "licenses": [_licence_json(each) for each in licences],
        "resources": resources,
    }


def resource_json(file: str, content: bytes, table: Table, readme: Readme) -> Json:
    """Return the descriptor of one table, `claims.csv` or `rows/ko/claims.csv`."""
    folder, _, base = file.rpartition("/")
    if folder:
        said = {"title": file, "description": readme.translations.get(base, "")}
        schema = translation_schema(base, table.columns, readme)
    else:
        title = readme.title_of(file)
        said = {"title": title[:1].upper() + title[1:] or file}
        schema = table_schema(file, table.columns, readme)
    return {
        "name": name_of(file),
        **said,
        "path": file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "sources": list(_sources(table)),
        "licenses": list(_licences(said.get("description", ""), table, readme)),
        "schema": schema,
    }


def _sources(table: Table) -> Iterator[Json]:
    """Yield whom the rows name, each once; with a link if all of them have the same."""
    links: dict[str, set[str]] = {}
    for row in table.rows.values():
        for name, url in _SOURCES:
            if row.get(name):
                links.setdefault(row[name], set()).add(row.get(url, ""))
    for title, urls in links.items():
        (url, *more) = urls
        yield {"title": title} if more or not url else {"title": title, "path": url}


def _licences(described: str, table: Table, readme: Readme) -> Iterator[Json]:
    """Yield the licences of the sources of a table; what none covers is facts alone."""
    cited = [row[name] for row in table.rows.values() for name, _ in _SOURCES if row.get(name)]
    cited = cited or [described]  # translations cite nobody: what is said of the file may
    is_theirs = [any(each.covers(text) for each in readme.licences) for text in cited]
    for licence in readme.licences:
        if any(map(licence.covers, cited)) or not (licence.makers or all(is_theirs)):
            yield _licence_json(licence)


def _licence_json(licence: Licence) -> Json:
    name = {"name": licence.name} if licence.name else {}
    return {**name, "path": licence.path, "title": licence.words}
