"""What a language.json says of its language: members that are right, and each kind of fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geo.words.languagenames import languages_told
from geo.words.languages import WORDS_DIR, PictureFont, read_languages
from ui.scripts.languagestyles import language_styles

NEEDED = {
    "name": "Deutsch",
    "locale": "de_DE",
    "has_long_dates": True,
    "sign_width": 0.55,
    "rounds_half_up": True,
    "people": [[0, 1, "#,##0", "{n}"]],
}


def written(folder: Path, members: dict[str, Any]) -> Path:
    (folder / "de").mkdir()
    (folder / "de/language.json").write_text(json.dumps(members), "utf-8")
    return folder


def test_what_most_languages_do_not_need_may_be_left_out(tmp_path: Path) -> None:
    languages, faults = read_languages(written(tmp_path, NEEDED))
    assert faults == []
    assert list(languages) == ["en", "de"]
    german = languages["de"]
    assert (german.picture_fonts, german.screen_fonts, german.keeps_words) == ((), (), False)
    assert not german.has_letters_of("\uc11c\uc6b8")


def test_korean_says_its_fonts_and_its_rules() -> None:
    korean = read_languages(WORDS_DIR)[0]["ko"]
    (font,) = korean.picture_fonts
    assert font == PictureFont(
        "koreanize_matplotlib", "fonts/NanumGothic.ttf", "fonts/NanumGothicBold.ttf"
    )
    assert korean.has_letters_of("\uc11c\uc6b8")
    assert not korean.has_letters_of("Seoul") and not korean.has_letters_of("")
    styles = language_styles().splitlines()
    assert [line.partition(" ")[0] for line in styles] == [
        *(".rm-dialog", ".stApp:lang(ko),", ":lang(ko),")
    ]
    assert all('"Noto Sans KR"' in line for line in styles[:2])


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("locale", "xx_YY"),
        ("locale", "Deutsch"),
        ("picture_fonts", [["package", "fonts/a.ttf"]]),
        ("picture_fonts", [["package", "../a.ttf", "b.ttf"]]),
        ("picture_fonts", [["package", "/etc/a.ttf", "b.ttf"]]),
        ("picture_fonts", "fonts"),
        ("screen_fonts", ['A"; } body { display: none }']),
        ("screen_fonts", "Noto Sans"),
        ("keeps_words", "yes"),
        ("letters", "abc"),
        ("letters", ["a", "z"]),
        ("particles", "klingon"),
        ("particles", ["korean"]),
    ],
)
def test_a_member_that_is_wrong_is_named(tmp_path: Path, member: str, value: Any) -> None:
    languages, (fault,) = read_languages(written(tmp_path, NEEDED | {member: value}))
    assert list(languages) == ["en"]
    assert fault.file == "words/de/language.json"
    assert fault.problem.startswith(f"{member}: ")


@pytest.mark.parametrize("members", [NEEDED | {"fonts": []}, {"name": "Deutsch"}])
def test_members_missing_or_unknown_are_told_what_is_expected(
    tmp_path: Path, members: dict[str, Any]
) -> None:
    (fault,) = read_languages(written(tmp_path, members))[1]
    assert "expected the members name, locale" in fault.problem
    assert "screen_fonts" in fault.problem


def test_languages_are_told_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.words.languagenames.LANGUAGES", ("en", "ko"))
    assert languages_told("en") == "English (en) and Korean (ko)"
    assert languages_told("ko") == "\uc601\uc5b4(en) \ubc0f \ud55c\uad6d\uc5b4(ko)"
