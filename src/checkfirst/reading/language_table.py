"""The table of programming languages, a line each: file suffixes, whole names, and comment delimiters.

To add one: a line here.
"""

from typing import Final

from msgspec.structs import replace

from checkfirst.model.formats import CommentSigns, Format, FormatSpec, Trait
from checkfirst.reading.format_table import spec

_SLASH: Final = CommentSigns(to_end="//", enclosed=("/*", "*/"))
_HASH: Final = CommentSigns(to_end="#")
_POWERSHELL: Final = CommentSigns(to_end="#", enclosed=("<#", "#>"))
_SQL: Final = CommentSigns(to_end="--", enclosed=("/*", "*/"))
_LUA: Final = CommentSigns(to_end="--", enclosed=("--[[", "]]"))
_HASKELL: Final = CommentSigns(to_end="--", enclosed=("{-", "-}"))
_CSS: Final = CommentSigns(enclosed=("/*", "*/"))
_VUE: Final = CommentSigns(to_end="//", enclosed=("<!--", "-->"))
_DOUBLE: Final = replace(_HASH, strings=('"""',))
_PYTHON: Final = replace(_HASH, strings=('"""', "'''"))


def _code(
    media_type: str, suffixes: str, comments: CommentSigns = _SLASH, title: str = "", names: str = ""
) -> FormatSpec:
    traits = (Trait.CODE, Trait.TEXTUAL, Trait.COMMENTS)
    reader = "text.source_code:read_code"
    return spec(Format.CODE, media_type, suffixes, reader, *traits, title=title, names=names, comments=comments)


LANGUAGES: Final = (
    _code("text/x-python", "py pyi", _PYTHON, "Python code"),
    _code("text/javascript", "js mjs cjs jsx", title="JavaScript"),
    _code("text/x-typescript", "ts tsx mts cts"),
    _code("text/x-java", "java"),
    _code("text/x-kotlin", "kt kts"),
    _code("text/x-go", "go"),
    _code("text/x-rust", "rs"),
    _code("text/x-c", "c h cc cpp cxx hh hpp hxx ipp inl m mm", title="C code"),
    _code("text/x-csharp", "cs"),
    _code("text/x-swift", "swift"),
    _code(
        "text/x-ruby",
        "rb gemspec podspec",
        _HASH,
        names="gemfile rakefile vagrantfile podfile fastfile appfile brewfile guardfile capfile dangerfile",
    ),
    _code("text/x-php", "php"),
    _code("text/x-perl", "pl pm", _HASH),
    _code("text/x-lua", "lua", _LUA),
    _code("text/x-sh", "sh bash zsh", _HASH, "a shell script"),
    _code("text/x-powershell", "ps1 psm1", _POWERSHELL),
    _code("text/x-batch", "bat cmd", CommentSigns(to_end="rem ")),
    _code("text/x-sql", "sql", _SQL),
    _code("text/x-r", "r", _HASH),
    _code("text/x-julia", "jl", _DOUBLE),
    _code("text/x-scala", "scala"),
    _code("text/x-haskell", "hs", _HASKELL),
    _code("text/x-elixir", "ex exs", _DOUBLE),
    _code("text/x-erlang", "erl hrl", CommentSigns(to_end="%")),
    _code("text/x-dart", "dart"),
    _code("text/x-tcl", "tcl", _HASH),
    _code("text/x-cmake", "cmake", _HASH, names="cmakelists.txt"),
    _code("text/x-makefile", "mk mak", _HASH, "a makefile", "makefile gnumakefile bsdmakefile kbuild"),
    _code("text/x-dockerfile", "dockerfile containerfile", _HASH, "a Dockerfile", "dockerfile containerfile"),
    _code("text/x-groovy", "groovy gradle", title="Groovy code", names="jenkinsfile"),
    _code("text/x-starlark", "bzl bazel star", _HASH, names="tiltfile"),
    _code("text/x-just", "just", _HASH, names="justfile"),
    _code("text/css", "css scss less", _CSS),
    _code("text/x-vue", "vue svelte", _VUE),
    _code("text/x-protobuf", "proto"),
    _code("text/x-source", "tf sol"),
    # Languages of diagrams: dates and names in them are no comments of readers.
    _code(
        "text/x-plantuml",
        "puml plantuml pu iuml wsd",
        CommentSigns(to_end="'", enclosed=("/'", "'/")),
        "a PlantUML diagram",
    ),
    _code("text/x-mermaid", "mmd mermaid", CommentSigns(to_end="%%"), "a Mermaid diagram"),
    _code("text/vnd.graphviz", "gv dot", title="a Graphviz diagram"),
    _code("text/x-d2", "d2", _HASH, "a D2 diagram"),
)
