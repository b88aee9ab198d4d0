"""Other people's modules for the browser: fetched from npm, checked and written into ui/web/vendor.

Only who takes a new version runs this (`python -m ui.scripts.vendor`); what it writes is kept in
the repository, so that whoever runs the app needs no npm. Each package is held to a version and to
the checksum npm publishes for it. esbuild makes one module of what is named in `exports`, without
what that does not need, in the forms ui/scripts/bundle.py understands.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

VENDOR_DIR: Final = Path(__file__).parents[1] / "web" / "vendor"
MANIFEST: Final = VENDOR_DIR / "manifest.json"


@dataclass(frozen=True)
class Package:
    """A package of npm at one version; the checksum is written as npm writes it (SRI)."""

    name: str
    version: str
    checksum: str
    licence: str
    licence_file: str = "LICENSE"


@dataclass(frozen=True)
class Module:
    """One of our files: what it hands on from the first package, the rest being what that needs."""

    name: str
    packages: tuple[Package, ...]
    exports: tuple[str, ...]
    types: str  # a file of the first package


ESBUILD: Final = Package(
    "esbuild-wasm",  # the build of esbuild that is one file for all machines
    "0.28.2",
    "sha512-GccVwhv3mmOUVQHCQm2Ox/rby8n/EqUwvZxE6Pjfikrq/lWw9g9WX/u9EykWnpot3Ko6j426DgQdea2xWKIAQA==",
    "MIT",
    "LICENSE.md",
)
GEOGRAPHICLIB: Final = Package(
    "geographiclib-geodesic",
    "2.2.0",
    "sha512-cIedo9VTYb0DFufodgibDmVfsWe9EASqb/kUByl09xc6PZYvLvlc89BHCThtGTPf2OII/zWJGxsR3Uz6O7QOVw==",
    "MIT",
    "LICENSE.txt",
)
MODULES: Final = (
    Module(
        "geographiclib",
        (GEOGRAPHICLIB,),
        ("Geodesic",),
        types="types/geographiclib-geodesic.d.ts",
    ),
)


def main() -> None:
    """Fetch everything, and write the modules, their types, their licences and the manifest."""
    texts: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        nodes = Path(folder) / "node_modules"
        nodes.mkdir()
        for package in (ESBUILD, *(each for module in MODULES for each in module.packages)):
            _fetch(package, nodes)
        for module in MODULES:
            texts |= _files_of(module, nodes)
    for name, text in texts.items():
        VENDOR_DIR.joinpath(name).write_text(text, "utf-8", newline="\n")
    MANIFEST.write_text(json.dumps(_manifest(texts), indent=2) + "\n", "utf-8", newline="\n")
    for name, text in texts.items():
        print(f"{name}: {len(text.encode())} bytes")


def file_digest(text: str) -> str:
    """Return the digest of a file that the manifest holds."""
    return hashlib.sha256(text.encode()).hexdigest()


def _fetch(package: Package, nodes: Path) -> None:
    """Unpack a package where Node looks for it, once it is known to be the one we name."""
    named = f"{package.name}@{package.version}"
    with tempfile.TemporaryDirectory() as folder:
        _run("npm", "pack", named, "--silent", "--pack-destination", folder)
        (archive,) = Path(folder).iterdir()
        data = archive.read_bytes()
        found = f"sha512-{base64.b64encode(hashlib.sha512(data).digest()).decode()}"
        if found != package.checksum:
            raise SystemExit(f"{named} is not the package this script names: {found}")
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        Path(folder, "package").rename(nodes / package.name)
    told = json.loads((nodes / package.name / "package.json").read_text("utf-8"))
    if told["version"] != package.version:
        raise SystemExit(f"{named} calls itself version {told['version']}")


def _files_of(module: Module, nodes: Path) -> dict[str, str]:
    """Return the files of a module as name and text."""
    licences = (nodes / each.name / each.licence_file for each in module.packages)
    source = nodes / module.packages[0].name
    given = f'export {{ {", ".join(module.exports)} }} from "{module.packages[0].name}";\n'
    types = source.joinpath(module.types).read_text("utf-8")
    return {
        f"{module.name}.js": _header(module) + _bundled(module, given, nodes),
        f"{module.name}.d.ts": _header(module) + types.replace("\r\n", "\n"),
        f"LICENSE-{module.name}.txt": "\n".join(each.read_text("utf-8") for each in licences),
    }


def _header(module: Module) -> str:
    packages = (f"{p.name} {p.version}, {p.licence}: {p.checksum}" for p in module.packages)
    made = f"Made by ui/scripts/vendor.py, not edited by hand. Licence: LICENSE-{module.name}.txt"
    return "".join(f"// {line}\n" for line in (*packages, made))


def _bundled(module: Module, entry: str, nodes: Path) -> str:
    """Return what the entry hands on as one short script, then an export for each name."""
    file = nodes.parent / f"{module.name}.entry.js"
    file.write_text(entry, "utf-8")
    script = _run(
        "node", str(nodes / ESBUILD.name / "bin/esbuild"), str(file), "--bundle", "--minify",
        "--format=iife", "--global-name=made", "--target=es2022", "--legal-comments=none",
    )  # fmt: skip
    return script + "".join(f"export const {name} = made.{name};\n" for name in module.exports)


def _manifest(texts: dict[str, str]) -> dict[str, object]:
    return {
        "packages": {
            each.name: {
                "version": each.version, "licence": each.licence, "checksum": each.checksum
            }
            for module in MODULES
            for each in module.packages
        },
        "files": {name: file_digest(text) for name, text in sorted(texts.items())},
    }  # fmt: skip


def _run(tool: str, *words: str) -> str:
    """Run a tool of Node: the one installed beside this Python, else the one on the path."""
    beside = Path(sys.executable).with_name(tool)
    command = [str(beside) if beside.exists() else tool, *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    except OSError as error:
        raise SystemExit(f"{tool} (of requirements-dev.txt): {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{tool} {words[0]} failed:\n{error.stderr}") from error
    return done.stdout


if __name__ == "__main__":
    main()
