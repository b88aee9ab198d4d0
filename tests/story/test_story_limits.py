"""Story files made to hurt: each is refused with a sentence, over the route that takes them."""

from __future__ import annotations

import gzip
import json

import pytest

from tests.story.storyfiles import FILE
from tests.support import ask, errors_of

GOOD = json.dumps(FILE)
BOMBS = {
    "larger than 256 kB": b" " * 256 * 1024 + GOOD.encode(),
    "nested 100,000 deep": b"[" * 100_000 + b"]" * 100_000,
    "objects 30,000 deep": b'{"steps":' * 20_000,
    "not a number": GOOD.replace('"reachmap_story": 1', '"reachmap_story": NaN').encode(),
    "infinite": GOOD.replace('"reachmap_story": 1', '"reachmap_story": 1e999').encode(),
    "a number of 200,000 digits": GOOD.replace(": 1,", f": {'9' * 200_000},", 1).encode(),
    "UTF-16": GOOD.encode("utf-16"),
    "UTF-32": GOOD.encode("utf-32"),
    "packed": gzip.compress(GOOD.encode() + b" " * 10_000_000),
    "a key 40,000 times": ("{" + '"title":"x",' * 20_000 + '"title":"x"}').encode(),
    "20,000 steps": json.dumps(FILE | {"steps": [0] * 80_000}).encode(),
    "placeholders alone": GOOD.replace("A text.", "{sites}" * 285).encode(),
    "half of a character": GOOD.replace("A text.", "\\ud800").encode(),
    "no end": GOOD[:-1].encode(),
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("packing", ["identity", "gzip"])
def test_story_made_to_hurt_is_refused_with_a_sentence(bomb: str, packing: str) -> None:
    headers = {"content-type": "application/json", "content-encoding": packing}
    answer = ask("/live/story.json", "POST", headers, BOMBS[bomb])
    assert answer.status in (400, 413)
    faults = answer.json()["errors"]
    assert faults
    assert all(len(fault["problem"].split()) > 2 for fault in faults)
    assert len(answer.body) < 50_000


def test_story_that_is_too_large_is_told_the_limit() -> None:
    answer = ask("/live/story.json", "POST", body=BOMBS["larger than 256 kB"])
    assert answer.status == 413
    assert "256 kB" in errors_of(answer)[0]["problem"]
