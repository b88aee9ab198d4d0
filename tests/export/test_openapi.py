"""The OpenAPI description holds for the server, by the word of software that reads such things."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

from tests.support import ask
from ui.export import EXPORT_NAMES
from ui.server.routing import routes
from ui.work.processes import ANSWER_S

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
PATIENCE: dict[str, Any] = {"request-timeout": ANSWER_S}  # as long as a process is waited for
ALL = SchemathesisConfig.from_dict(PATIENCE)
# Pictures and handouts take half a second each: fewer queries, none for each edge of each key.
FEWER = SchemathesisConfig.from_dict({**PATIENCE, "phases": {"coverage": {"enabled": False}}})
DRAWN = "/export/(map.png|map.svg|handout.pdf)"


def described(config: SchemathesisConfig) -> BaseSchema:
    app = Starlette(routes=routes())
    return schemathesis.openapi.from_asgi("/export/openapi.json", app, config=config)


def queries(count: int) -> settings:
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    return settings(max_examples=count, suppress_health_check=slow)


@described(ALL).exclude(path_regex=DRAWN).parametrize()
@queries(8)
def test_no_query_of_any_kind_makes_an_export_fail(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)


@described(FEWER).include(path_regex=DRAWN).parametrize()
@queries(10)
def test_no_query_of_any_kind_makes_a_drawing_fail(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)


def test_every_export_is_described_and_no_other() -> None:
    told = ask("/export/openapi.json").json()
    assert sorted(told["paths"]) == sorted(f"/export/{name}" for name in EXPORT_NAMES)


@pytest.mark.parametrize("name", EXPORT_NAMES)
def test_described_type_is_the_one_sent(name: str) -> None:
    operation = ask("/export/openapi.json").json()["paths"][f"/export/{name}"]["get"]
    (told,) = operation["responses"]["200"]["content"]
    query = "ring=sohae~8000&width=300&height=200&apogee_km=2802&ground_range_km=933"
    answer = ask(f"/export/{name}?{query}")
    assert answer.status == 200
    assert answer.headers["content-type"].partition(";")[0] == told
