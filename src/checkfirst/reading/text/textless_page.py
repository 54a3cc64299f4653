"""Why an HTML file shows no text although nothing of it was lost."""

import re
from collections.abc import Iterator

from checkfirst import lazy_re
from checkfirst.model.losses import LossKind

#: Statements of the languages in which site generators write templates: Jinja, Liquid, Go, Handlebars, ERB, EJS, PHP.
_TEMPLATE = (("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<%", "%>"), ("<?php", ""), ("<?=", ""))
_WHOLE_PAGE = lazy_re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)
_DRAWING = lazy_re.compile(
    r"<(?:canvas|svg|video|audio|img|picture|object|embed|applet|iframe|map|frameset)\b", re.IGNORECASE
)
#: A script in the page itself, and one that is fetched; an address that the page goes to by itself.
_OWN_SCRIPT = lazy_re.compile(r"<script\b(?![^<>]*\bsrc\s*=)[^<>]*+>\s*+\S", re.IGNORECASE)
_FETCHED_SCRIPT = lazy_re.compile(r"<script\b[^<>]*\bsrc\s*=", re.IGNORECASE)
#: What a drawing program keeps of a drawing in an attribute, for a script that shows it.
_STORED_DRAWING = lazy_re.compile(
    r"<\w++[^<>]*?(?<![\w-])data-[\w-]++\s*+=\s*+(?:\"[^\"]{200}|'[^']{200})", re.IGNORECASE
)
#: A script of a folder above or beside the page: it is opened where it is stored, as test pages and demonstrations are.
_STORED_SCRIPT = lazy_re.compile(r"<script\b[^<>]*\bsrc\s*=\s*[\"']?(?:\.\./|(?:\./)?[\w.-]+\.m?js\b)", re.IGNORECASE)
#: What scripts in a page call to draw charts, figures and the parts of an exercise, not to load a site; and scripts in
#: dialects that a browser translates as it opens the page, as only exercises do.
_DRAWN_BY_SCRIPT = lazy_re.compile(
    r"<script\b[^<>]*\btype\s*=\s*[\"']?text/(?:babel|jsx|coffeescript)|\bReactDOM\.(?:render|createRoot)\(|\bnew Vue\(|\bcreateApp\("
    r"|\bdocument\.write(?:ln)?\(|\.innerHTML\s*\+?=[^=]|\bd3\.select|\.append\(\s*[\"'](?:svg|canvas|g|path|div)\b|\bnew Chart\(|\bPlotly\.|\bvegaEmbed\(|\becharts\.init|\bmermaid\.|\bL\.map\("
)
#: Elements, calls and scripts of programs that show the description of an interface: Redoc, Swagger UI, RapiDoc, Stoplight
#: Elements, Scalar and AsyncAPI; and of those that show slides: remark and reveal.js. What they show is a file of its own,
#: which the page names.
_VIEWER = lazy_re.compile(
    r"<(?:redoc|rapi-doc(?:-mini)?|elements-api|openapi-explorer|asyncapi-component)\b[^<>]{0,500}"
    r"\b(?:spec-?url|apidescription(?:url|document)|schemaurl)\s{0,3}="
    r"|<script\b[^<>]{0,200}\bid\s{0,3}=\s{0,3}[\"']?api-reference\b[^<>]{0,200}\bdata-url\s{0,3}="
    r"|\bremark\.create\(\s{0,5}\{[^{}]{0,300}\bsourceUrl\s{0,3}:|\bdata-markdown\s{0,3}=\s{0,3}[\"'][^\"'<>]{1,200}\.md\b"
    r"|\b(?:Redoc\.init|SwaggerUIBundle|AsyncApiStandalone\.render|Scalar\.createApiReference)\("
    r"|<script\b[^<>]{0,500}\bswagger-ui-(?:bundle|standalone-preset)(?:\.min)?\.js",
    re.IGNORECASE,
)
#: A script that is fetched from beside the page, with its name, and what is nothing of a page's own: scripts, comments, its
#: head, and the tags that every page has. A bundle that a build made has a digest in its name.
_SCRIPT_BESIDE = lazy_re.compile(r"<script\b[^<>]*\bsrc\s*=\s*[\"']?(?!/|\w+:)([^\s\"'<>]+)", re.IGNORECASE)
_BUNDLE = lazy_re.compile(
    r"[.-](?=[a-z]*\d)[\da-z]{6,}\.|\b(?:bundle|chunk|runtime|vendors?|polyfills)\b", re.IGNORECASE
)
#: What begins a script; and what is one that is written: functions or classes, or calls one below another.
_SCRIPT = lazy_re.compile(r"<script\b", re.IGNORECASE)
_SOURCE = lazy_re.compile(r"\bsrc\s*=", re.IGNORECASE)
_PROGRAM = lazy_re.compile(
    r"\b(?:async\s+)?function\b|=>|\bclass\s+\w|\bfor\s*\(|\baddEventListener\(|\b(?:let|const|var)\s+\w+\s*="
)
#: Lines of a script from which it is a program of the page's own. Not measured.
_PROGRAM_LINES = 5
#: What such a script is, though it is none of the page's own: it counts visitors, or holds the state of a site.
_OF_SITE = lazy_re.compile(
    r"\b(?:dataLayer|gtag|fbq|_gaq|GoogleAnalyticsObject|hotjar|_hsq|_paq|clarity|intercom)\b|__[A-Z][A-Z_]{3,30}__|webpackJsonp"
    r"|\bself\.__next_f\b|\bserviceWorker\b",
    re.IGNORECASE,
)
#: The element that the scripts of a site fill.
_MOUNT = lazy_re.compile(
    r"\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby|svelte|app-root|react-root|main-app)\b|<app-root\b|<noscript\b",
    re.IGNORECASE,
)
#: Characters of a page that holds scripts alone. Not measured.
_SHORT = 10_000
_NOTHING = lazy_re.compile(
    r"<script\b[^<>]*>[^<]{0,2000}</script\s*>|<!--.{0,2000}?-->|<head\b.{0,8000}?</head\s*>|<br\b[^<>]*>"
    r"|<!doctype[^<>]*>|</?(?:html|head|body|meta|link|base)\b[^<>]*>|<(title|style)\b[^<>]*>.{0,8000}?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
_REFRESH = lazy_re.compile(r"<meta\b[^<>]*http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)


def _is_template(source: str) -> bool:
    """Whether a statement of such a language stands in a page: its first opening sign has a closing one behind it."""
    return any(
        (start := source.find(opening)) >= 0 and source.rfind(closing) >= start + len(opening) + bool(closing)
        for opening, closing in _TEMPLATE
    )


def why_without_text(source: str) -> LossKind | None:
    """The reason for which a page has no text of its own; ``None`` if it should have some.

    A page whose content only a fetched script writes is a shell: its text was on the site, and was not saved.
    """
    if _is_template(source) or (source.strip() and not _WHOLE_PAGE.search(source)):
        return LossKind.PAGE_TEMPLATE
    if _REFRESH.search(source):
        return LossKind.REDIRECT
    if _VIEWER.search(source):
        return LossKind.VIEWER
    runs_as_stored = _STORED_SCRIPT.search(source) or not _FETCHED_SCRIPT.search(source)
    if (
        _DRAWING.search(source)
        or _DRAWN_BY_SCRIPT.search(source)
        or _STORED_DRAWING.search(source)
        or _only_runs_scripts(source)
        or (_OWN_SCRIPT.search(source) and runs_as_stored)
        or _has_own_program(source)
    ):
        return LossKind.DRAWN
    return None


def _has_own_program(source: str) -> bool:
    """Whether a page holds a program that somebody wrote in it, as solutions of exercises and demonstrations do."""
    if len(source) > _SHORT or _MOUNT.search(source):
        return False
    return any(
        script.strip().count("\n") >= _PROGRAM_LINES - 1 and _PROGRAM.search(script) and not _OF_SITE.search(script)
        for script in _written_scripts(source)
    )


def _written_scripts(source: str) -> Iterator[str]:
    """The scripts that stand in a page itself."""
    for part in _SCRIPT.split(source)[1:]:
        attributes, _, rest = part.partition(">")
        if not _SOURCE.search(attributes):
            yield rest.partition("</")[0]


def _only_runs_scripts(source: str) -> bool:
    """Whether a page is there to run the scripts beside it: it has no element of its own that one would fill."""
    if len(source) > _SHORT:
        return False
    beside = _SCRIPT_BESIDE.findall(source)
    return bool(beside) and not any(map(_BUNDLE.search, beside)) and not _NOTHING.sub("", source).strip()


def why_little_text(source: str) -> LossKind | None:
    """The reason for which a page has only a few words, such as that it is loading; ``None`` if none is sure."""
    if _is_template(source):
        return LossKind.PAGE_TEMPLATE
    if _VIEWER.search(source):
        return LossKind.VIEWER
    return LossKind.DRAWN if "<canvas" in source.lower() else None
