"""A key of a link: how its values are read and written, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

from geo.jsonobject import Json
from geo.link.problems import Problem, attempt
from geo.link.scenario import Scenario
from geo.records import Catalog

Parser = Callable[[str], Any]
# Whose a key is: the view's (a step of a story may say it), the reader's own, that of the format,
# and what a link is opened for: a step, whose view others change, or something beside the view.
Owner = Literal["view", "reader", "format", "step", "visit"]

_DEFAULTS: Final = {each.name: each.default for each in fields(Scenario)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A link that is being read: the data, what was found so far by field, what cannot be used."""

    catalog: Catalog
    found: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a link.

    `field` is what holds its value in a Scenario or a Visit. `parser` gives the parser of one
    value; a key that may stand several times has `gather` instead, which reads them all.
    `write` is the way back. `value` and `default` are the row of the documentation, `words` and
    `schema` the parameter of OpenAPI.
    """

    name: str
    field: str
    owner: Owner
    parser: Callable[[Reading], Parser] = lambda _: str
    gather: Callable[[list[str], Reading], Any] | None = None
    write: Callable[[Any], str] = str
    value: str
    default: str
    words: str
    schema: Callable[[Catalog], Json]

    @property
    def plain_default(self) -> str:
        """The default of a value that is written as it stands, such as `km`; else nothing."""
        default = _DEFAULTS.get(self.field)
        return default if isinstance(default, str) else ""

    def read(self, texts: list[str], reading: Reading, default: object) -> Any:
        """Return what the values of this key mean, the default where there are none to use."""
        if not texts:
            return default
        if self.gather:
            return self.gather(texts, reading) or default
        return attempt(self.name, texts[-1], self.parser(reading), reading.problems, default)

    def written(self, scenario: Scenario) -> list[str]:
        """Return the values with which a link says what differs from the default."""
        value = getattr(scenario, self.field)
        if self.gather:
            return [self.write(each) for each in value]
        return [] if value == _DEFAULTS[self.field] else [self.write(value)]


def values_by_key(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    """Return the values of each key, in their order."""
    values: dict[str, list[str]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return values


def read_keys(
    keys: Collection[Key], values: Mapping[str, list[str]], reading: Reading, defaults: object
) -> None:
    """Read keys in this order; what a link does not say is taken from the fields of `defaults`."""
    for key in keys:
        default = getattr(defaults, key.field, None)
        reading.found[key.field] = key.read(values.get(key.name, []), reading, default)


def words_of(*texts: str) -> str:
    """Return the values a key accepts as the documentation lists them."""
    return ", ".join(f"`{text}`" for text in texts)


def text_schema(**rules: object) -> Json:
    """Return what OpenAPI says of a key that is a text."""
    return {"type": "string", **rules}


def list_schema(**rules: object) -> Json:
    """Return what OpenAPI says of a key that may stand several times."""
    return {"type": "array", **rules}
