"""Folders that tools fill with what others wrote or with what they can compute again: packages, caches, vendored code."""

import re
from posixpath import basename, join
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.left_out import Made
from checkfirst.sources.names import PAGE_SOURCES, PAGES, NameTree, suffix_of

#: What a folder holds and the name in it that shows it.
Recognized = tuple[Made, str]

#: Files that make a folder what it is, whatever its own name: PEP 405; the Cache Directory Tagging Specification; conda.
_MARKS: Final = (
    ("pyvenv.cfg", Made.VIRTUAL_ENVIRONMENT),
    ("conda-meta", Made.VIRTUAL_ENVIRONMENT),
    ("CACHEDIR.TAG", Made.CACHE),
)
#: Folders of package managers, with the file that each package in them has, and files of the manager itself.
_MANAGERS: Final = (
    ("node_modules", ("package.json",), (".package-lock.json", ".yarn-integrity", ".modules.yaml", ".bin")),
    ("bower_components", (".bower.json", "bower.json"), ()),
    ("jspm_packages", (".jspm-hash", "package.json"), ()),
    ("vendor", (), ("modules.txt", "autoload.php")),
    ("_vendor", (), ("modules.txt",)),
    ("themes", ("theme.toml",), ()),
    ("Pods", (), ("Manifest.lock",)),
    ("deps", (".hex", "rebar.config", "mix.exs"), ()),
    ("elm-stuff", (), ("0.19.1", "packages")),
)
#: Metadata that pip leaves beside each package (Recording installed projects, PyPA).
_PYTHON_PACKAGE = lazy_re.compile(r".+\.(?:dist-info|egg-info)")
#: Names of folders for other people's code.
_VENDORED = lazy_re.compile(
    r"_?vendor(?:ed|s)?|third[-_]?part(?:y|ies)|3rd[-_]?party|extern(?:al|als)?|deps|dependencies", re.IGNORECASE
)
_LICENCE = lazy_re.compile(r"(?:licen[cs]e|copying|unlicense|notice)(?:[-_.].*)?", re.IGNORECASE)
#: Files that a package has so that a package manager can install it.
_MANIFEST = lazy_re.compile(
    r"(?:package|bower|composer|component|\.cargo-checksum)\.json|cargo\.toml|pyproject\.toml|setup\.(?:py|cfg)|pkg-info"
    r"|go\.mod|pom\.xml|mix\.exs|rebar\.config|package\.swift|.+\.(?:gemspec|podspec|cabal|nuspec|opam)",
    re.IGNORECASE,
)
#: Suffixes of the languages in which packages are most often vendored.
_CODE: Final = frozenset(
    {
        ".js", ".mjs", ".cjs", ".ts", ".css", ".c", ".h", ".cc", ".cpp", ".hpp", ".go", ".rs", ".py",
        ".rb", ".php", ".java", ".kt", ".swift", ".cs", ".lua", ".scala", ".ex", ".erl", ".hs", ".jl",
    }
)  # fmt: skip
#: Folder levels between a folder for vendored code and a package in it: ``vendor/bundle/ruby/3.2.0/gems/name``.
_DEPTH: Final = 5


def fetched(tree: NameTree, folder: str) -> Recognized | None:
    """What a folder holds if a tool filled it, by the names in it."""
    names = tree.names(folder)
    for mark, what in _MARKS:
        if mark in names:
            return what, join(folder, mark)
    if basename(folder) == "__pycache__":
        return Made.CACHE, folder
    if any(_PYTHON_PACKAGE.fullmatch(name) for name in names) and basename(folder) in {
        "site-packages",
        "dist-packages",
    }:
        return Made.PACKAGES, folder
    return _managed(tree, folder, names) or _vendored(tree, folder)


def _managed(tree: NameTree, folder: str, names: set[str]) -> Recognized | None:
    for name, of_package, of_manager in _MANAGERS:
        if basename(folder) != name:
            continue
        if mark := next((mark for mark in of_manager if mark in names), None):
            return Made.PACKAGES, join(folder, mark)
        inner = tree.subfolders(folder)
        # Scopes of npm: ``@scope/package``.
        inner += [package for scope in inner if basename(scope).startswith("@") for package in tree.subfolders(scope)]
        for package in inner:
            if mark := next((mark for mark in of_package if mark in tree.names(package)), None):
                return Made.PACKAGES, join(package, mark)
    return None


def _vendored(tree: NameTree, folder: str) -> Recognized | None:
    """Vendored code: a folder so named in which every document belongs to a package."""
    if not _VENDORED.fullmatch(basename(folder)):
        return None
    packages = _packages(tree, folder, _DEPTH)
    if not packages:
        return None
    prefixes = tuple(f"{package}/" for package in packages)
    written = PAGES | PAGE_SOURCES
    own = [path for path in tree.below(folder) if suffix_of(path) in written and not path.startswith(prefixes)]
    # A README of the folder itself says where its packages come from.
    if any(not basename(path).lower().startswith("readme.") for path in own):
        return None
    return Made.VENDORED, packages[0]


def _packages(tree: NameTree, folder: str, depth: int) -> list[str]:
    """The folders in a folder that have a package's manifest, or code and a licence of its own."""
    found = []
    for inner in tree.subfolders(folder):
        names = tree.names(inner)
        if any(map(_MANIFEST.fullmatch, names)) or (any(map(_LICENCE.fullmatch, names)) and _has_code(tree, inner)):
            found.append(inner)
        elif depth > 1:
            found += _packages(tree, inner, depth - 1)
    return found


def _has_code(tree: NameTree, folder: str) -> bool:
    return any(suffix_of(path) in _CODE for path in tree.below(folder))
