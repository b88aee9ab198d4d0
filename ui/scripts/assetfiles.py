"""Our scripts and style sheets: their addresses, and what a page should ask for early.

The address holds a digest of all files, so that a browser may keep them for
ever and an update is seen at once.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from xstatic.pkg import leaflet

from geo.errors import DataError
from geo.files import Fault, read_text
from ui.scripts.bundle import bundle, made_modules, source_map
from ui.scripts.languagestyles import language_styles
from ui.visitor import may_be_stripped, prefix

ASSETS_DIR: Final = Path(__file__).parents[1] / "web"
BOOT_DIR: Final = ASSETS_DIR / "boot"  # scripts that are put into pages, never served
LEAFLET_DIR: Final = Path(leaflet.BASE_DIR)
LEAFLET_JS: Final = "/assets/leaflet/leaflet.js"
LEAFLET_CSS: Final = "/assets/leaflet/leaflet.css"
_KINDS: Final = (".js", ".css", ".svg")  # licences, types and the like stay with us

FRAME_PATH: Final = "/component/streamlit_folium.st_folium/"

KEPT: Final = "public, max-age=31536000, immutable"  # for addresses that change with the content

_BUNDLES: Final = {
    "page": ("panel/panel", "page/page", "panel/summary", "table/table"),
    "map": ("map/map",),
    "painter": ("painter/painter",),
    # All in one file.
    "standalone": ("saved/standalone", "panel/panel", "panel/summary", "table/table"),
    "plain": ("saved/plain", "panel/panel", "panel/summary", "table/table"),
    "lesson": ("lesson/lesson",),
    "quiz": ("quiz/quiz",),
    "lab": ("lab/lab",),
    "radarpage": ("radarpage/radarpage",),
    "composer": ("story/storylist", "story/composer"),
    "evidence": ("evidence/chart",),
}
ENTRIES: Final = tuple(dict.fromkeys(name for names in _BUNDLES.values() for name in names))
PAGE_STYLES: Final = (
    *("page/page", "panel/panel", "slider/slider", "card/cards", "panel/summary", "panel/headline"),
    *("panel/hint", "table/table", "share/share", "page/sheet", "page/embed"),
    *("classroom/classroom", "story/stories", "present/present", "timeline/timeline"),
    *("radar/control", "lesson/lesson", "lab/lab", "radarpage/radarpage", "quiz/quiz"),
    *("story/composer", "evidence/evidence"),
    *("print/print", "page/contrast", "page/sources", "page/touch"),
)
BUNDLE_FILES: Final = tuple(
    f"{name}.bundle.{ending}" for name in _BUNDLES for ending in ("js", "js.map")
)


@lru_cache(maxsize=1)
def version() -> str:
    """Return a digest of what pages load from ui/web, of its bundling, and of the modules made."""
    digest = hashlib.sha256(repr(sorted(made_modules().items())).encode())
    bundler = Path(__file__).with_name("bundle.py")
    for file in (*_files(), bundler):
        text = read_text(file)  # what cannot be read is said when the server starts
        digest.update(f"{file.parent.name}/{file.name}\0{text}".encode())
    return digest.hexdigest()[:12]


def asset_url(name: str) -> str:
    """Return the address of a file in ui/web, such as `map/map.css`, or of one of BUNDLE_FILES.

    It begins at the app's root: `from_page` and `from_frame` say it as pages have to.
    """
    return f"/assets/{version()}/{name}"


def from_page(address: str) -> str:
    """Return an address of the app as seen from its pages, whatever folder the app is below.

    Where a proxy takes the prefix away, who asks for `/reach` may get the page of `/reach/`. What
    that names has to be found all the same.
    """
    return f"{prefix()}{address}" if may_be_stripped() else f".{address}"


def from_frame(address: str) -> str:
    """Return an address of the app as seen from the page in the map's frame."""
    return f"{'../' * (FRAME_PATH.count('/') - 1)}{address.lstrip('/')}"


@lru_cache(maxsize=1)
def served_files() -> frozenset[str]:
    """Return the files in ui/web that have an address, such as `map/map.css`."""
    return frozenset(
        file.relative_to(ASSETS_DIR).as_posix() for file in _files() if file.parent != BOOT_DIR
    )


def _files() -> list[Path]:
    return sorted(file for file in ASSETS_DIR.glob("*/*.*") if file.suffix in _KINDS)


@lru_cache(maxsize=len(BUNDLE_FILES))
def bundle_file(file_name: str) -> str:
    """Return one of BUNDLE_FILES: our scripts as a browser loads them, or their source map.

    Raises
    ------
    DataError
        If a script of this release is missing or does not fit.
    """
    entries = _BUNDLES[file_name.partition(".")[0]]
    try:
        if file_name.endswith(".map"):
            return source_map(entries, ASSETS_DIR)
        return bundle(entries, ASSETS_DIR, f"{file_name}.map")
    except OSError as error:
        name = Path(str(error.filename)).relative_to(ASSETS_DIR).as_posix()
        raise DataError(f"ui/web/{name}: cannot be read. Put it back.") from error
    except ValueError as error:  # not UTF-8, or imports that do not fit
        raise DataError(f"ui/web: {file_name} cannot be made: {error}") from error


def early_links(*, for_map_frame: bool) -> str:
    """Return a `Link` header that has a browser fetch early what it would only see later.

    The page also fetches what its map's frame is going to need: the network is idle while
    Streamlit starts (first map 0.1 s sooner).
    """
    ours, leaflet_js = asset_url("map.bundle.js"), LEAFLET_JS
    if for_map_frame:
        first, second = from_frame(ours), from_frame(leaflet_js)
        return f"<{first}>; rel=modulepreload, <{second}>; rel=preload; as=script"
    styles = (LEAFLET_CSS, asset_url("map/map.css"))
    scripts = (ours, leaflet_js, *_frame_scripts(), asset_url("painter.bundle.js"))
    later = (f"<{from_page(url)}>; rel=prefetch" for url in (*scripts, *styles))
    return ", ".join([f"<{from_page(asset_url('page.bundle.js'))}>; rel=modulepreload", *later])


@lru_cache(maxsize=1)
def frame_build() -> Path:
    """Return the folder that st_folium's page and scripts are served from."""
    package = find_spec("streamlit_folium")  # not imported: it takes a second
    if package is None or package.origin is None:
        raise ModuleNotFoundError("streamlit_folium")
    return Path(package.origin).parent / "frontend" / "build"


@lru_cache(maxsize=1)
def _frame_scripts() -> list[str]:
    """Return the addresses of st_folium's own scripts."""
    found = frame_build().glob("static/js/main.*.js")
    return [f"{FRAME_PATH}static/js/{file.name}" for file in found]


def page_styles() -> str:
    """Return the style sheets of the app's pages, one behind the other."""
    sheets = (read_text(ASSETS_DIR / f"{name}.css") for name in PAGE_STYLES)
    ours = ("" if isinstance(sheet, Fault) else sheet for sheet in sheets)
    return "\n".join((language_styles(), *ours))
