"""Who may show the app in a page of theirs: nobody by accident, everybody by `embed=true`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support import ask, policy_of
from ui.server.headers import content_security_policy


@pytest.fixture(autouse=True)
def _fresh_policy() -> Iterator[None]:
    content_security_policy.cache_clear()
    yield
    content_security_policy.cache_clear()


def ancestors(target: str) -> list[str]:
    return policy_of(ask(target))["frame-ancestors"]


@pytest.mark.parametrize(
    "target",
    ["/", "/?embed=false", "/?embed=TRUE", "/?embedded=true", "/sources", "/?ring=embed=true",
     "/?x=embed%3Dtrue"],
)  # fmt: skip
def test_page_that_is_not_for_embedding_stays_at_home(target: str) -> None:
    assert ancestors(target) == ["'self'"]


@pytest.mark.parametrize("target", ["/?embed=true", "/?ring=sohae~8000&embed=true&v=1"])
def test_page_for_embedding_may_stand_anywhere(target: str) -> None:
    assert ancestors(target) == ["*"]


@pytest.mark.parametrize("target", ["/", "/?embed=true"])
def test_operator_who_names_sites_has_the_last_word(
    monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setenv("REACHMAP_FRAME_ANCESTORS", "https://school.example")
    assert ancestors(target) == ["'self'", "https://school.example"]


def test_embedding_loosens_nothing_else() -> None:
    usual, embedded = policy_of(ask("/")), policy_of(ask("/?embed=true"))
    del usual["frame-ancestors"], embedded["frame-ancestors"]
    assert usual == embedded
