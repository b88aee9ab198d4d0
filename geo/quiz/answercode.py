"""The answers of a quiz as a short code, so that a link can carry a result and nobody stores it.

A code is 21 characters: the version `1`, ten answers in 80 bits (one for in or out, 15 for a whole
number of kilometres), and 20 bits of a digest over the seed, the questions and the answers. They
are written in Crockford's base 32, which has no I, L, O or U. A code of other questions, or of
questions of other data, does not pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from geo.facts import CROCKFORD, MAX_RANGE_KM, MIN_RANGE_KM
from geo.quiz.questions import RULES, Question, claimed_km

Answer = str | int  # `in`, `out`, or kilometres

_VERSION: Final = "1"
_ANSWER_SIGNS: Final = 16
_CHECK_SIGNS: Final = 4
_KM_BITS: Final = 15


def is_answer(question: Question, answer: Answer) -> bool:
    """Return whether an answer is one that a question can have."""
    if question.kind == "reach":
        return answer in ("in", "out")
    return isinstance(answer, int) and MIN_RANGE_KM <= answer <= MAX_RANGE_KM


def encode_answers(seed: str, questions: Sequence[Question], answers: Sequence[Answer]) -> str:
    """Return the code of answers to all questions, for which `is_answer` holds."""
    packed = 0
    for question, answer in zip(questions, answers, strict=True):
        if question.kind == "reach":
            packed = packed << 1 | (answer == "in")
        else:
            packed = packed << _KM_BITS | int(answer)
    body = _VERSION + _written(packed, _ANSWER_SIGNS)
    return body + _check(seed, questions, body)


def decode_answers(seed: str, questions: Sequence[Question], code: str) -> list[Answer] | None:
    """Return the answers of a code, or None if it is not one of these questions."""
    text = code.upper()
    body, check = text[:-_CHECK_SIGNS], text[-_CHECK_SIGNS:]
    if len(text) != 1 + _ANSWER_SIGNS + _CHECK_SIGNS or not set(text) <= set(CROCKFORD):
        return None
    if not body.startswith(_VERSION) or check != _check(seed, questions, body):
        return None
    packed = _read(body[1:])
    answers: list[Answer] = []
    for question in reversed(questions):
        if question.kind == "reach":
            answers.append("in" if packed & 1 else "out")
            packed >>= 1
        else:
            answers.append(packed & (1 << _KM_BITS) - 1)
            packed >>= _KM_BITS
    answers.reverse()
    fits = all(is_answer(*pair) for pair in zip(questions, answers, strict=True))
    return answers if fits else None


def _check(seed: str, questions: Sequence[Question], body: str) -> str:
    """Return the last signs of a code; whatever the questions say of distances is part of it."""
    asked = [
        f"{q.way.site.id} {q.way.place.id} {q.way.distance_km:.0f} "
        f"{claimed_km(q.claim) if q.claim else 0:.0f}"
        for q in questions
    ]
    said = "\n".join((RULES, seed.upper(), *asked, body))
    return _written(int.from_bytes(sha256(said.encode()).digest()[:3]) >> 4, _CHECK_SIGNS)


def _written(number: int, signs: int) -> str:
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in reversed(range(signs)))


def _read(text: str) -> int:
    number = 0
    for sign in text:
        number = number << 5 | CROCKFORD.index(sign)
    return number
