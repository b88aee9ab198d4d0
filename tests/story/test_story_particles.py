"""Korean particles after computed words, and the placeholders that the documents list."""

from __future__ import annotations

import pytest

from geo.catalog.reading import load_catalog
from geo.files.datafiles import DATA_DIR
from geo.story.numbers import FORMS, Reader
from geo.story.text import fill, written_form
from geo.words.particles import PAIRS, particle
from tests.support import ask
from ui.live.storypage import FORMAT_EXAMPLE


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("8,000 km", "는 가 를 와 라"),  # 킬로미터
        ("4,971 mi", "은 이 을 과 이라"),  # 마일
        ("4,320 nmi", "는 가 를 와 라"),  # 해리
        ("14°", "는 가 를 와 라"),  # 도
        ("3,900만 명", "은 이 을 과 이라"),
        ("안", "은 이 을 과 이라"),
        ("서울", "은 이 을 과 이라"),
        ("도쿄", "는 가 를 와 라"),
        *[(f"5{digit}", "은 이 을 과 이라") for digit in (0, 1, 3, 6, 7, 8)],  # 영 일 삼 육 칠 팔
        *[(f"1{digit}", "는 가 를 와 라") for digit in (2, 4, 5, 9)],  # 이 사 오 구
        ("Adak", "은(는) 이(가) 을(를) 과(와) 이라(라)"),
        ("", "은(는) 이(가) 을(를) 과(와) 이라(라)"),
    ],
)
def test_particle_fits_the_word_as_it_is_read(word: str, read: str) -> None:
    assert [particle(word, *pair) for pair in PAIRS] == read.split()


@pytest.mark.parametrize(("units", "end"), [("km", "km는"), ("mi", "mi은"), ("nmi", "nmi는")])
def test_text_takes_the_particle_of_the_units(units: str, end: str) -> None:
    told = fill("거리 {km:sohae>seoul}(은/는) 멉니다.", Reader(load_catalog(lang="ko"), units))
    assert told.startswith("거리 ")
    assert told.endswith(f"{end} 멉니다.")


def test_particles_without_a_placeholder_are_text() -> None:
    assert fill("값(은/는) {sites}", Reader(load_catalog())) == "값(은/는) 55"


def test_documents_list_every_placeholder() -> None:
    text = DATA_DIR.joinpath("README.md").read_text("utf-8")
    for name in FORMS:
        assert f"| `{written_form(name)}` |" in text


def test_example_on_the_page_is_a_story() -> None:
    answer = ask("/live/story.json", "POST", body=FORMAT_EXAMPLE.encode())
    assert answer.status == 200
    assert "km from the launch site." in answer.json()["steps"][0]["text"]
