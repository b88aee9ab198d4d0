"""Ten questions by a seed, and a result as a short code."""

from geo.quiz.answercode import Answer, decode_answers, encode_answers, is_answer
from geo.quiz.questions import Question, claimed_km, is_seed, quiz

__all__ = [
    "Answer",
    "Question",
    "claimed_km",
    "decode_answers",
    "encode_answers",
    "is_answer",
    "is_seed",
    "quiz",
]
