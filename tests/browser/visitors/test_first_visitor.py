"""What the server gives before anybody has been there, as the second of two processes has to."""

from __future__ import annotations

import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin

from tests.browser.server import running_app
from ui.scripts.assetfiles import FRAME_PATH, early_links


def ask(url: str, method: str = "GET") -> tuple[int, Message]:
    body = b"x" if method == "PUT" else None
    request = urllib.request.Request(url, body, method=method)  # noqa: S310  # this machine
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            return int(answer.status), answer.headers
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers


def test_first_visitor_gets_all_of_the_map_and_nothing_else(tmp_path: Path) -> None:
    """A session knows st_folium by importing it; the scripts may be asked of another process."""
    links = early_links(for_map_frame=False).split(", ")
    early = [urljoin("/", link[1:].partition(">")[0]) for link in links]
    assert [each for each in early if each.startswith(FRAME_PATH)]
    with running_app(tmp_path / "log.txt") as url:
        for path in (*early, f"{FRAME_PATH}index.html"):
            assert ask(url + path)[0] == 200, path
        assert ask(f"{url}/_stcore/upload_file/a/b", "PUT")[0] == 404
        for page, holder in (
            ("/", "SAMEORIGIN"),
            ("/lesson", "SAMEORIGIN"),
            ("/?embed=true", None),
        ):
            found, headers = ask(url + page)
            assert found == 200
            assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
            assert headers["X-Frame-Options"] == holder, page
