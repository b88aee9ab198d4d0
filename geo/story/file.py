"""Parser of story files: JSON from strangers, each field checked before it is used.

A file is used as a whole or not at all. Every fault in it is named with its step and field; what
its views and placeholders mean is looked at in geo/story/telling.py. data/README.md has the format.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from geo.facts import CONTROLS, MAX_STORY_STEPS
from geo.link import shown
from geo.records import Story, StoryStep, Words
from geo.story.faults import StoryFault
from geo.words import LANGUAGES, Say, format_number

FORMAT_KEY: Final = "reachmap_story"
FORMAT_VERSION: Final = 1
MAX_CHARS: Final = {
    "title": 120, "about": 400, "author": 120, "text": 2_000, "question": 300, "view": 2_000,
}  # fmt: skip
MAX_FAULTS: Final = 500  # named in one answer; a file with more is no story

_STORY_KEYS: Final = (FORMAT_KEY, "title", "about", "author", "steps")
_STEP_KEYS: Final = ("title", "text", "question", "view")
_SEVERAL_LINES: Final = ("about", "text", "question")
_CONTROL: Final = re.compile(f"[{CONTROLS}]")


def parse_story(body: bytes, story_id: str, tell: Say) -> tuple[Story | None, list[StoryFault]]:
    """Return the story in a file, or None and every fault of its form.

    Parameters
    ----------
    body
        The file.
    story_id
        The id the story is to have.
    tell
        Says messages in the reader's language (geo/words/language.py).
    """
    reader = _Reader(tell)
    story = reader.story(reader.json(body), story_id)
    faults = reader.faults[:MAX_FAULTS]
    if len(reader.faults) > len(faults):
        more = tell.plural(
            "1 more fault is not listed.",
            "{n} more faults are not listed.",
            n=len(reader.faults) - len(faults),
        )
        faults.append(StoryFault(None, "file", more))
    return (None if faults else story), faults


class _Object(dict[str, Any]):
    """An object of a JSON file that remembers which keys stood in it twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        times = Counter(key for key, _ in pairs)
        found.twice = tuple(key for key, n in times.items() if n > 1)
    return found


def _no_number(text: str) -> Any:
    raise ValueError(text)  # NaN and Infinity, which Python takes and JSON does not know


class _Reader:
    """Walks through a file and notes each fault. Whatever it returns is used only without any."""

    def __init__(self, tell: Say) -> None:
        self.tell = tell
        self.faults: list[StoryFault] = []

    def json(self, body: bytes) -> Any:
        tell = self.tell
        try:
            text = body.decode("utf-8-sig")
            return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, error.start) + 1
            problem = tell("line {line} is not UTF-8 text. Save the file as UTF-8.", line=line)
        except json.JSONDecodeError as error:
            problem = tell(
                "is not JSON: line {line}, character {column}.",
                line=error.lineno,
                column=error.colno,
            )
        except RecursionError:
            problem = tell("is nested too deeply to be a story.")
        except ValueError:
            problem = tell("is not JSON: it holds a number that JSON does not have.")
        self._fault(None, "file", problem)
        return None

    def story(self, content: Any, story_id: str) -> Story | None:
        if self.faults:
            return None
        if not isinstance(content, _Object):
            self._fault(None, "file", self.tell("is not a story: expected a JSON object."))
            return None
        self._keys(content, _STORY_KEYS, None)
        version = content.get(FORMAT_KEY)
        if type(version) is not int or version != FORMAT_VERSION:
            problem = self.tell('expected "{key}": {version}.', key=FORMAT_KEY, version=1)
            self._fault(None, FORMAT_KEY, problem, value=_scalar(version))
        return Story(
            id=story_id,
            title=self._words(content, "title", None),
            about=self._words(content, "about", None),
            author=self._words(content, "author", None, optional=True),
            steps=tuple(self._steps(content)),
        )

    def _steps(self, content: _Object) -> Iterable[StoryStep]:
        steps = content.get("steps")
        if not isinstance(steps, list) or not 1 <= len(steps) <= MAX_STORY_STEPS:
            problem = self.tell.plural(
                "expected a list of one step.",
                "expected a list of 1 to {n} steps.",
                n=MAX_STORY_STEPS,
            )
            value = str(len(steps)) if isinstance(steps, list) else _scalar(steps)
            self._fault(None, "steps", problem, value=value)
        for number, step in enumerate(steps if isinstance(steps, list) else [], start=1):
            if number > MAX_STORY_STEPS:
                break
            if not isinstance(step, _Object):
                problem = self.tell("expected an object with {keys}.", keys=", ".join(_STEP_KEYS))
                self._fault(number, "step", problem, value=_scalar(step))
                continue
            self._keys(step, _STEP_KEYS, number)
            yield StoryStep(
                title=self._words(step, "title", number),
                text=self._words(step, "text", number),
                question=self._words(step, "question", number, optional=True),
                view=self._text(step.get("view"), "view", number),
            )

    def _keys(self, table: _Object, known: tuple[str, ...], step: int | None) -> None:
        for key in table:
            if key not in known:
                accepted = ", ".join(known)
                problem = self.tell("is not part of the format; accepted: {keys}.", keys=accepted)
                self._fault(step, shown(key), problem)
        for key in table.twice:
            self._fault(step, shown(key), self.tell("is given twice."))

    def _words(
        self, table: _Object, field: str, step: int | None, *, optional: bool = False
    ) -> Words:
        """Return a text in all languages; one that stands in one language stands for all."""
        value = table.get(field)
        if optional and (field not in table or value == ""):
            return dict.fromkeys(LANGUAGES, "")
        if not isinstance(value, _Object):
            return dict.fromkeys(LANGUAGES, self._text(value, field, step))
        for lang in value.twice:
            self._fault(step, field, self.tell("is given twice."), value=shown(lang))
        for lang in value:
            if lang not in LANGUAGES:
                accepted = ", ".join(LANGUAGES)
                problem = self.tell("is not a language; accepted: {langs}.", langs=accepted)
                self._fault(step, field, problem, value=shown(lang))
        found = {
            lang: self._text(value[lang], field, step, lang) for lang in LANGUAGES if lang in value
        }
        if not found:
            self._fault(step, field, self.tell("is empty. Write a text."))
        spare = next(iter(found.values()), "")
        return {lang: found.get(lang, spare) for lang in LANGUAGES}

    def _text(self, value: Any, field: str, step: int | None, lang: str = "") -> str:
        tell = self.tell
        if not isinstance(value, str):
            problem = tell("is missing. Write a text.") if value is None else tell("is no text.")
            self._fault(step, field, problem, key=lang, value=_scalar(value))
            return ""
        text = value.replace("\r\n", "\n").strip()
        if not text:
            self._fault(step, field, tell("is empty. Write a text."), key=lang)
        if len(text) > MAX_CHARS[field]:
            problem = tell.plural(
                "has 1 character; at most {most} are accepted.",
                "has {length} characters; at most {most} are accepted.",
                n=len(text),
                length=format_number(len(text), tell.lang),
                most=format_number(MAX_CHARS[field], tell.lang),
            )
            self._fault(step, field, problem, key=lang)
        lines = text.replace("\n", "") if field in _SEVERAL_LINES else text
        control = _CONTROL.search(lines)
        if control:
            sign = f"U+{ord(control.group()):04X}"
            problem = tell("holds the control character {sign}. Remove it.", sign=sign)
            self._fault(step, field, problem, key=lang)
        return text

    def _fault(
        self, step: int | None, field: str, problem: str, *, key: str = "", value: str = ""
    ) -> None:
        self.faults.append(StoryFault(step, field, problem, key, value))


def _scalar(value: Any) -> str:
    """Return a wrong value as it can stand in a message; lists and objects are too long for one."""
    if value is None or isinstance(value, list | dict):
        return ""
    return shown(json.dumps(value, ensure_ascii=False))
