"""Faults of a story file: where, and in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryFault:
    """One thing wrong in a story file.

    `step` counts from 1 and is None outside the steps; `field` is the member of the file or step,
    `file` for the file as a whole. `key` and `value` say what of it: a key of the view's link, or
    a language of the text.
    """

    step: int | None
    field: str
    problem: str
    key: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Return such as `step 3, view: ring=sohae~5: ...`."""
        where = self.field if self.step is None else f"step {self.step}, {self.field}"
        what = f"{self.key}={self.value}: " if self.key else f"{self.value}: " * bool(self.value)
        return f"{where}: {what}{self.problem}"
