"""The OpenAPI description holds for the server, by the word of software that reads such things."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

from tests.support import ask
from ui.exportroutes import PATHS
from ui.routes import routes

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
schema = schemathesis.openapi.from_asgi("/export/openapi.json", Starlette(routes=routes()))


@schema.parametrize()
@settings(
    max_examples=10, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
def test_no_query_of_any_kind_makes_an_export_fail(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)


def test_every_export_is_described_and_no_other() -> None:
    described = ask("/export/openapi.json").json()
    assert sorted(described["paths"]) == sorted(f"/export/{name}" for name in PATHS)


@pytest.mark.parametrize("name", PATHS)
def test_described_type_is_the_one_sent(name: str) -> None:
    described = ask("/export/openapi.json").json()["paths"][f"/export/{name}"]["get"]
    (told,) = described["responses"]["200"]["content"]
    answer = ask(f"/export/{name}?ring=sohae~8000&width=300&height=200")
    assert answer.headers["content-type"].partition(";")[0] == told
