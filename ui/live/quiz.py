"""`/live/quiz...`: the questions of a seed, and the links that carry a seed or a result.

Nothing is kept here: a result is in its own link, and the questions follow from the seed.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from geo.catalog import load_catalog
from geo.jsonobject import Json
from geo.link import Problem, shown
from geo.quiz import (
    Answer,
    Question,
    claimed_km,
    decode_answers,
    encode_answers,
    is_answer,
    is_seed,
    quiz,
)
from geo.records import Catalog, original
from geo.share import qr_svg
from geo.words import KM_PER_UNIT, Say, language_of, say
from ui.http import BadQueryError, class_url, in_thread, query_text, tagged, tagged_json


def quiz_routes() -> list[Route]:
    """Return the routes of the quiz."""
    return [
        Route("/live/quiz.json", in_thread(_quiz)),
        Route("/live/quizlink.json", in_thread(_link_json)),
        Route("/live/quizlink.svg", in_thread(_link_svg)),
    ]


def _quiz(request: Request) -> Response:
    """Answer with the questions; with `result`, with the answers it stands for too."""
    asked = _Asked(request)
    words = load_catalog(lang=asked.lang)
    answers = asked.decoded_result() if "result" in asked.values else None
    questions = [_question_json(question, words) for question in asked.questions]
    return tagged_json(request, {"seed": asked.seed, "questions": questions, "answers": answers})


def _link_json(request: Request) -> Response:
    return tagged_json(request, {"link": _link(_Asked(request), request)})


def _link_svg(request: Request) -> Response:
    return tagged(request, qr_svg(_link(_Asked(request), request)), "image/svg+xml")


def _link(asked: _Asked, request: Request) -> str:
    """Return the link to the questions; with `answers`, to their result."""
    values = {"seed": asked.seed}
    if "answers" in asked.values:
        values["result"] = encode_answers(asked.seed, asked.questions, asked.checked_answers())
    units = asked.values.get("units", "km")
    if units in KM_PER_UNIT and units != "km":
        values["units"] = units
    return f"{class_url(request)}quiz?{urlencode(values)}"


class _Asked:
    """What a request asks for, checked; a bad value raises BadQueryError with a sentence."""

    def __init__(self, request: Request) -> None:
        query_text(request)  # refuses what is too long
        self.values = dict(request.query_params)
        self.lang = language_of(self.values.get("lang"))
        self.tell: Say = say(self.lang)
        self.seed = self.values.get("seed", "")
        if not is_seed(self.seed):
            told = self.tell("a seed is 1 to 20 letters, digits or hyphens, such as KTV3")
            raise _refused("seed", self.seed, told)
        self.questions: tuple[Question, ...] = quiz(self.seed, load_catalog())

    def decoded_result(self) -> list[Answer]:
        code = self.values["result"]
        answers = decode_answers(self.seed, self.questions, code)
        if answers is None:
            told = self.tell(
                "it is not a result of these questions; scan the code or copy the whole link again"
            )
            raise _refused("result", code, told)
        return answers

    def checked_answers(self) -> list[Answer]:
        """Return the answers as written in a query: `in,6200,out,...`, one for each question."""
        text = self.values["answers"]
        answers = [_answer(each) for each in text.split(",")]
        if len(answers) != len(self.questions) or not all(map(is_answer, self.questions, answers)):
            told = self.tell("answers are in, out or whole kilometres, one for each question")
            raise _refused("answers", text, told)
        return answers


def _answer(text: str) -> Answer:
    is_number = text.isascii() and text.isdigit() and len(text) <= 5
    return int(text) if is_number else text


def _refused(key: str, value: str, problem: str) -> BadQueryError:
    return BadQueryError([Problem(key, shown(value), problem)])


def _question_json(question: Question, words: Catalog) -> Json:
    """Return one question with its answer; `words` is the data in the reader's language."""
    way = question.way
    return {
        "kind": question.kind,
        "site": {"id": way.site.id, "lat": way.site.lat, "lon": way.site.lon}
        | {"name": _named(words.launch_sites, way.site.id).name},
        "place": _place_json(way.place.id, words),
        "claim": _claim_json(question, words),
        "answer": ("in" if question.is_inside else "out") if question.claim else None,
        "distance_km": round(way.distance_km, 3),
        "azimuth_deg": round(way.azimuth_deg, 2),
        "northmost_deg": round(way.northmost_deg, 2),
        "alike": None
        if way.alike is None or way.alike_km is None
        else _place_json(way.alike.id, words) | {"distance_km": round(way.alike_km, 3)},
    }


def _place_json(id_: str, words: Catalog) -> Json:
    place = _named(words.places, id_)
    return {key: getattr(place, key) for key in ("id", "name", "country", "layer", "lat", "lon")}


def _claim_json(question: Question, words: Catalog) -> Json | None:
    if question.claim is None:
        return None
    claim = _named(words.claims, question.claim.id)
    return {
        "id": claim.id,
        "label": claim.label,
        "said": claim.said_by,
        "range_km": claimed_km(claim),
        "statement": claim.statement,
        "original": original(claim, words.lang),
        "date": claim.claim_date,
        "source": {"name": claim.source.name, "url": claim.source.url},
    }


def _named(rows: tuple[Any, ...], id_: str) -> Any:
    """Return the row with an id, from the tables in another language."""
    return next(row for row in rows if row.id == id_)
