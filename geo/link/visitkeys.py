"""The keys of a link beside its view: the reader's own, its format, and what it is opened for."""

from __future__ import annotations

from typing import Final

from geo.link.key import Key, text_schema, words_of
from geo.link.values import FORMAT_VERSION, choice, parse_switch, parse_version
from geo.link.visit import OWN_STORY, parse_room, parse_seed, step_parser, story_parser
from geo.words import LANGUAGES

LANG: Final = Key(
    name="lang", field="lang", owner="reader", parser=lambda _: choice(LANGUAGES),
    value=words_of(*LANGUAGES), default=f"exports: `{LANGUAGES[0]}`; pages: the browser's",
    words="Language of names and sentences; ids, labels and errors are English in all",
    schema=lambda _: text_schema(enum=list(LANGUAGES), default=LANGUAGES[0]),
)  # fmt: skip

PRESENT: Final = Key(
    name="present", field="present", owner="reader", parser=lambda _: parse_switch,
    write=lambda _: "1",
    value="`1`: presentation mode", default="off", words="Presentation mode of the page",
    schema=lambda _: text_schema(enum=["1"]),
)  # fmt: skip

V: Final = Key(
    name="v", field="version", owner="format", parser=lambda _: parse_version,
    value="format of the link", default=f"`{FORMAT_VERSION}`", words="Format of the link",
    schema=lambda _: text_schema(enum=[FORMAT_VERSION]),
)  # fmt: skip

STORY: Final = Key(
    name="story", field="story", owner="step", parser=story_parser,
    value="the id of a story, or `own` for the one written in this browser: its step is the "
    "view, other keys of the link change it", default="none",
    words="Story whose step is the base of the view",
    schema=lambda catalog: text_schema(enum=[*(each.id for each in catalog.stories), OWN_STORY]),
)  # fmt: skip

STEP: Final = Key(
    name="step", field="step", owner="step", parser=step_parser,
    value="which step, from 1", default="1", words="Step of the story",
    schema=lambda _: {"type": "integer", "minimum": 1, "default": 1},
)  # fmt: skip

ROOM: Final = Key(
    name="room", field="room", owner="visit", parser=lambda _: parse_room,
    value="the code of a class to follow: six digits and letters; blanks, hyphens and case do "
    "not count", default="none",
    words="Code of a class: 6 letters and digits",
    schema=lambda _: text_schema(pattern="^[0-9A-Za-z]{6}$", examples=["7K3QZM"]),
)  # fmt: skip

SEED: Final = Key(
    name="seed", field="seed", owner="visit", parser=lambda _: parse_seed,
    value="the questions of the quiz: 1 to 20 letters, digits, hyphens", default="a new one",
    words="Questions of the quiz", schema=lambda _: text_schema(pattern="^[A-Za-z0-9-]{1,20}$"),
)  # fmt: skip
