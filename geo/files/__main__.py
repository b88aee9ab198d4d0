"""`python -m geo.files` writes data/manifest.json anew, after rows or files came or went."""

from geo.files.datafiles import DATA_DIR
from geo.files.manifest import MANIFEST, manifest_text

(DATA_DIR / MANIFEST).write_text(manifest_text(DATA_DIR), "utf-8")
