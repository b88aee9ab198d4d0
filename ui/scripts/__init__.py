"""The browser's half as the server hands it out: bundles, addresses, and whether all is whole."""

from ui.scripts.assetfiles import (
    ASSETS_DIR,
    BOOT_DIR,
    BUNDLE_FILES,
    ENTRIES,
    FRAME_PATH,
    KEPT,
    LEAFLET_DIR,
    asset_url,
    bundle_file,
    early_links,
    frame_build,
    page_styles,
    served_files,
    version,
)
from ui.scripts.bundle import made_modules
from ui.scripts.installed import installed_faults, project_version
from ui.scripts.loader import (
    FIRST_SCRIPT,
    PLAIN_SCRIPT,
    first_script,
    first_script_tag,
    loader_script,
    plain_script,
)

__all__ = [
    "ASSETS_DIR",
    "BOOT_DIR",
    "BUNDLE_FILES",
    "ENTRIES",
    "FIRST_SCRIPT",
    "FRAME_PATH",
    "KEPT",
    "LEAFLET_DIR",
    "PLAIN_SCRIPT",
    "asset_url",
    "bundle_file",
    "early_links",
    "first_script",
    "first_script_tag",
    "frame_build",
    "installed_faults",
    "loader_script",
    "made_modules",
    "page_styles",
    "plain_script",
    "project_version",
    "served_files",
    "version",
]
