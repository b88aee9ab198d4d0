"""What pages load is known to the oldest browsers meant: Chromium 110, Firefox 121, Safari 16.4."""

from __future__ import annotations

import re

import pytest

from ui.scripts.assetfiles import ASSETS_DIR

# What came later, and when; `content: ... / ...` counts where nothing stands in its place.
NEWER = {
    "checkVisibility": r"\.checkVisibility\(",  # Safari 17.4
    "size of a query": r"URLSearchParams\([^)]*\)\.size|searchParams\.size",  # Safari 17
    "URL.canParse": r"\bURL\.(canParse|parse)\(",  # Safari 17
    "Array.fromAsync": r"\bArray\.fromAsync\b",  # Chromium 121
    "Promise.withResolvers": r"\bPromise\.(withResolvers|try)\b",  # Chromium 119
    "groupBy": r"\b(Object|Map)\.groupBy\b",  # Chromium 117
    "AbortSignal.any": r"\bAbortSignal\.any\b",  # Chromium 116
    "methods of sets": r"\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(",
    "helpers of iterators": r"\.(values|keys|entries)\(\)\.(map|filter|some|every|find|toArray)\(",
    "view transitions": r"startViewTransition|@starting-style|@view-transition",
    "light-dark": r"light-dark\(",  # Chromium 123
    "nested rules": r"(?m)^\s+&[\s:.\[>+~]",  # Chromium 112
    "words for pictures": r"(?<!;) content: \"[^\"]*\" / \"",  # Firefox 128
}
OURS = [
    path
    for path in ASSETS_DIR.rglob("*")
    if path.suffix in {".js", ".css"} and "vendor" not in path.parts
]


@pytest.mark.parametrize("name", NEWER)
def test_nothing_is_newer_than_the_oldest_browsers(name: str) -> None:
    found = re.compile(NEWER[name])
    assert len(OURS) > 150
    assert [path.name for path in OURS if found.search(path.read_text("utf-8"))] == []
