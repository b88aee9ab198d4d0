"""Two recordings side by side: which answers differ, and those that differ alike told once."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.sameexports.describe import described
from benchmarks.sameexports.recording import Answer, Recording


@dataclass
class Difference:
    """What differs, and in which answers it does so in the same way."""

    what: str
    names: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The first answer, and how many more differ alike."""
        more = f" and {len(self.names) - 1:,} more alike" if len(self.names) > 1 else ""
        return f"{self.names[0]}{more}"

    @property
    def route(self) -> str:
        """The address without its query, and the part of the file."""
        target, mark, part = self.names[0].partition("#")
        return f"{target.partition('?')[0]}{mark}{part}"

    def __str__(self) -> str:
        """The name, and what differs."""
        return "\n    ".join([self.name, *self.what.splitlines()])


def differences(before: Recording, after: Recording) -> list[Difference]:
    """Return how two recordings differ; none if every answer of both is the same."""
    found: dict[tuple[str, str, str], Difference] = {}

    def note(name: str, key: tuple[str, str, str], what: str) -> None:
        found.setdefault(key, Difference(what)).names.append(name)

    for name in sorted({*before.answers, *after.answers}):
        old, new = before.answers.get(name), after.answers.get(name)
        if old is None or new is None:
            what = "only in the recording " + ("before" if new is None else "after")
            note(name, (name, what, ""), what)
            continue
        for what in _head(old, new):
            note(name, ("head", what, ""), what)
        if old.status != new.status:
            continue  # another kind of answer: its bytes say nothing more
        for part in sorted({*old.parts, *new.parts}):
            pair = old.parts.get(part, ""), new.parts.get(part, "")
            if pair[0] != pair[1]:
                key = (part, *pair)
                told = found[key].what if key in found else _body(before, after, pair)
                note(f"{name}#{part}" if part else name, key, told)
    return list(found.values())


def _head(old: Answer, new: Answer) -> list[str]:
    """Return what differs before the body."""
    if old.status != new.status:
        return [f"status {old.status} -> {new.status}"]
    told = []
    for name in sorted({*old.headers, *new.headers}):
        was, is_now = old.headers.get(name), new.headers.get(name)
        if was != is_now:
            told.append(f"{name}: {was!r} -> {is_now!r}")
    return told


def _body(before: Recording, after: Recording, pair: tuple[str, str]) -> str:
    old, new = pair
    if not old or not new:
        return "this part is only in the recording " + ("before" if old else "after")
    return described(before.bytes_of(old), after.bytes_of(new))
