"""Content of the page Stories: the list, the placeholders, an example of the file."""

from __future__ import annotations

from typing import Final

from geo.jsonobject import Json
from geo.story import FORMS, Reader, fill, written_form
from geo.words import Say

FORMAT_EXAMPLE: Final = """{
  "reachmap_story": 1,
  "title": "How far is far?",
  "about": "Two cities, one ring.",
  "author": "Class 9b",
  "steps": [
    {
      "title": "Tokyo",
      "text": "Tokyo is {km:sohae>tokyo} from the launch site.",
      "question": "How far is your own city?",
      "view": "ring=sohae~1500&show=cities,arcs&to=tokyo"
    }
  ]
}"""


def list_json(reader: Reader) -> list[Json]:
    """Return the shipped stories without their texts: ids, titles, what they are about."""
    lang = reader.lang
    return [
        {
            "id": story.id,
            "title": fill(story.title[lang], reader),
            "about": fill(story.about[lang], reader),
            "steps": [{"title": fill(step.title[lang], reader)} for step in story.steps],
        }
        for story in reader.catalog.stories
    ]


def placeholder_rows(tell: Say) -> list[dict[str, str]]:
    """Return a row for each placeholder that texts may hold: how it is written, what it becomes."""
    return [
        {tell("Placeholder"): f"`{written_form(name)}`", tell("Becomes"): tell(form.words)}
        for name, form in FORMS.items()
    ]
