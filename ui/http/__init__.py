"""How the server's own routes answer."""

from ui.http.answers import (
    BadQueryError,
    Endpoint,
    Handler,
    answered,
    bad_data,
    errors,
    in_thread,
    in_turn,
    known_already,
    made_answer,
    may_be_packed,
    small_work,
    tag_headers,
    tagged,
    tagged_json,
    unmade,
)
from ui.http.classaddress import class_address, class_url
from ui.http.viewquery import MAX_QUERY_BYTES, query_text, read_pairs, read_scenario, root_url

__all__ = [
    "MAX_QUERY_BYTES",
    "BadQueryError",
    "Endpoint",
    "Handler",
    "answered",
    "bad_data",
    "class_address",
    "class_url",
    "errors",
    "in_thread",
    "in_turn",
    "known_already",
    "made_answer",
    "may_be_packed",
    "query_text",
    "read_pairs",
    "read_scenario",
    "root_url",
    "small_work",
    "tag_headers",
    "tagged",
    "tagged_json",
    "unmade",
]
