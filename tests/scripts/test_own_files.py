"""A script or style sheet of ours that is lost, emptied, cut or overwritten is named, and once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.scripts.assetfiles import ASSETS_DIR
from ui.scripts.ownfiles import own_faults
from ui.scripts.tokens import UnevenError, script_tokens
from ui.scripts.wholeness import import_faults, imports, script_fault, style_fault

FILES = [  # one or two of those that are looked at alike
    *("map/map.js", "panel/panel.js", "scene/edits.js", "base/words.js"),
    *("classroom/classroom.css", "map/map.css", "page/icon.svg"),
    *(
        "boot/appbase.js",
        "boot/entities.js",
        "boot/frameguard.js",
        "boot/loader.js",
        "boot/lostnote.js",
    ),
    *("boot/lostparts.js", "boot/lostserver.js", "boot/returned.js"),
]
DAMAGE: dict[str, Callable[[bytes], bytes | None]] = {
    "lost": lambda whole: None,
    "emptied": lambda whole: b"",
    "blank": lambda whole: b"\n \n",
    "cut in half": lambda whole: whole[: len(whole) // 2].rstrip(),  # between lines: see below
    "cut near its end": lambda whole: whole[:-10],
    "overwritten": lambda whole: b"word\n",
    "a web page": lambda whole: b"<!doctype html><title>404</title>\n",
}


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "web"
    shutil.copytree(ASSETS_DIR, folder)
    return folder


def test_nothing_is_wrong_with_what_ships() -> None:
    assert list(own_faults()) == []


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_damaged_file_is_named_once_at_every_start(
    web: Path, damage: Callable[[bytes], bytes | None]
) -> None:
    for file in FILES:
        path = web / file
        whole = path.read_bytes()
        broken = damage(whole)
        path.unlink() if broken is None else path.write_bytes(broken)
        said = list(map(str, own_faults(web, is_thorough=False)))
        path.write_bytes(whole)
        assert len(said) == 1 and said[0].startswith(f"ui/web/{file}"), (file, said)


def test_script_that_was_cut_between_two_lines() -> None:
    sources = {
        path.relative_to(ASSETS_DIR).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in ASSETS_DIR.rglob("*.js")
    }
    unseen = []
    for name in ("scene/edits", "camera/view", "classroom/board", "painter/rings"):
        near = {each: text for each, text in sources.items() if name in imports(each, text)}
        lines = sources[name].splitlines(keepends=True)
        for count in range(len(lines)):
            cut = "".join(lines[:count])
            is_seen = script_fault(cut, name) or list(import_faults(near | {name: cut}, ()))
            if not is_seen:
                unseen.append((name, count))
    assert len(unseen) < 5, unseen  # such as a line that nothing depends on


def test_style_sheet_that_was_cut_between_two_rules() -> None:
    for path in ASSETS_DIR.rglob("*.css"):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        for count in range(1, len(lines), 3):
            assert style_fault("".join(lines[:count]), path.name) is not None


@pytest.mark.parametrize(
    "whole",
    [
        "const a = `b ${c({ d: `}` })} \\` e`;",
        "const a = /[/\"'`]\\/{/g, b = 4 / 2 / 1;",
        "const a = 'it\\'s ('; // it's (",
        "/* ( ` */ a?.b?.(1); x = y ? .5 : 2;",
        "return /\\(/.test(a) ? b[0] / 2 : (c) / 3;",
    ],
)
def test_brackets_in_texts_patterns_and_comments_do_not_count(whole: str) -> None:
    assert script_tokens(whole)


@pytest.mark.parametrize(
    "cut", ["f(", "a = {", "a = [1", "a = `b", "a = `b ${c", "a = 'b\n'", "/* a", "b }", "(]", '"a']
)
def test_what_is_not_closed_is_seen(cut: str) -> None:
    with pytest.raises(UnevenError):
        script_tokens(cut)


def test_call_of_a_function_that_is_gone_is_seen() -> None:
    kept = "export function a() {\n  return b() + o.c() + { d() {} }.d() + parseInt(1);\n}\n"
    assert script_fault(kept + "function b() {}\n", "a.js") is None
    assert str(script_fault(kept, "a.js")).startswith("a.js, row 2: calls b, which it does not")
