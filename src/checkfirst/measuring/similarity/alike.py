"""Why documents may be meant to be alike: translations, editions, a series, one for each tool, and so on."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.versions import declared_version
from checkfirst.measuring.similarity import format_names, names, version_names
from checkfirst.measuring.text.content_words import letters_and_digits
from checkfirst.model.folder_names import is_page_part, is_piece
from checkfirst.model.likeness import Alike
from checkfirst.model.set_measures import DocumentSummary

#: Fewest folders with a file of one name that are taken for a pattern rather than an accident. Not measured.
_FEWEST_FOLDERS: Final = 3
#: Names and first lines of licences and notices.
_LICENCE_NAME: Final = lazy_re.compile(
    r"(?:un)?licen[cs]e|copying|copyright|notice|legal[-_ ]?notice|eula|ofl|patents|third[-_ ]?party|lizenz|licencia|"
    r"licenza|licen[çc]a|licentie|ライセンス|许可证"
)
_LICENCE_LINE: Final = lazy_re.compile(
    r"^\W*(?:(?:copyright|©|\(c\))\b.{0,60}\d{4}|(?:the )?[\w. -]{0,40}\b(?:licen[cs]e|lizenz|licencia)\W*(?:v\S+|version .*)?$)"
)

#: Letters that the names of pages of parts begin with. Not measured.
_BEGUN_ALIKE: Final = 4

Documents = Sequence[DocumentSummary]


def why_alike(documents: Documents, *, same_text: bool) -> Alike | None:
    """The reason for which the documents may be meant to be alike; ``None`` if none is seen.

    ``same_text`` documents are no series: its members differ. Nor are they editions if their title names the version of one.
    """
    if same_text and _are_of_one_version(documents):
        return None
    for reason, holds in _REASONS.items():
        if holds(documents) and not (same_text and reason is Alike.SERIES):
            return reason
    return None


def named_as_copies(documents: Documents) -> bool:
    """Whether the files are in one folder and their names differ only in what is added to the name of a copy."""
    paths = [d.path for d in documents]
    if version_names.are_marked(paths):
        return False
    return (
        len({names.folders(p) for p in paths}) == 1 and len({version_names.without_copy_words(p) for p in paths}) == 1
    )


def _are_formats(documents: Documents) -> bool:
    """Each name occurs as a source and as what is made from it, or all are one name in formats of their own, or templates of
    such: "mail.text.erb" and "mail.html.erb".

    Two formats in which people write are none: one of the two is the older.
    """
    suffixes = {format_names.suffix(d.path) for d in documents}
    own = len(suffixes) == len(documents) and any(
        format_names.is_built(d.path) or not format_names.is_written(d.path) for d in documents
    )
    inner = [format_names.inner_suffix(d.path) for d in documents]
    templates = _have_one_name(documents) and len(suffixes) == 1 and len(set(inner)) == len(inner)
    if (_have_one_name(documents) and own) or templates or _are_parts(documents) or _are_for_formats(documents):
        return True
    return any(_are_built(documents, page) for page in (False, True))


def _are_parts(documents: Documents) -> bool:
    """Whether all but one are parts of pages, from which that one is made, or some belong to another program's document.

    Archives beside one another with the same files are made from one source.
    """
    packed = {format_names.inside_archive(d.path) for d in documents}
    inside = [path for path in packed if path]
    if len(packed) == 1 and inside:
        return True
    if len(inside) == 1 and all(f"/{d.path.lower()}".endswith(f"/{inside[0]}") for d in documents):
        # An archive of a folder beside it.
        return True
    packaged = sum(format_names.is_packaged(d.path) for d in documents)
    if 0 < packaged < len(documents):
        return True
    made = [d for d in documents if not (is_piece(d.path) or is_page_part(d.path))]
    return len(made) == 1 and len({format_names.page_names(d.path)[True] for d in documents}) == 1


def _are_for_formats(documents: Documents) -> bool:
    """Whether the names in one folder differ in the format alone that each is written for: "pages-imprint", "latex-imprint"."""
    found = [format_names.for_formats(d.path) for d in documents]
    marks = [mark for _, mark in found]
    return len({names.folders(d.path) for d in documents}) == len({name for name, _ in found}) == 1 and (
        bool(found[0][0]) and len(set(marks)) == len(marks) and marks.count("") <= 1
    )


def _are_built(documents: Documents, page: bool) -> bool:
    """Whether each name, or each name of a ``page``, occurs as a source and as what is made from it."""
    found: dict[str, set[bool]] = defaultdict(set)
    for document in documents:
        found[format_names.page_names(document.path)[page]].add(format_names.is_built(document.path))
    return all(built == {True, False} for built in found.values())


def _are_translations(documents: Documents) -> bool:
    """The names or folders give each its own language, one of them perhaps none; or each is in its own language."""
    languages = [d.language for d in documents]
    if None not in languages and len(set(languages)) == len(languages):
        return True
    found = [names.language_code(d.path) for d in documents]
    codes = [code for _, code in found]
    clear = [code for code in codes if code and not names.is_ambiguous(code)]
    return len({base for base, _ in found}) == 1 and _are_own(codes) and bool(clear)


def is_of_its_folder(document: DocumentSummary) -> bool | None:
    """Whether the folder of a document is that of the version that its title names; ``None`` if one of them names none."""
    told = declared_version(document.title or "")
    folders = (folder.replace("-", " ").replace("_", " ") for folder in PurePosixPath(document.path).parts[:-1])
    own = set(map(declared_version, folders)) - {None}
    return told in own if told and own else None


def _are_of_one_version(documents: Documents) -> bool:
    """Whether a text stands in the folders of several versions, and its title names that of one of them."""
    return {True, False} <= {is_of_its_folder(document) for document in documents}


def _are_editions(documents: Documents) -> bool:
    """Each is in the folder of its own year or version, or has its own date in its name, one of them perhaps neither."""
    bases = {version_names.uncounted(names.stem(d.path)) for d in documents}
    if len(bases) == 1 and _are_own([version_names.editions(d.path) or None for d in documents]):
        return True
    dated = [version_names.dated(d.path) for d in documents]
    return len({base for base, _ in dated}) == 1 and _are_own([date for _, date in dated])


def _are_licences(documents: Documents) -> bool:
    return all(
        _LICENCE_NAME.match(names.stem(d.path))
        or "licenses" in names.folders(d.path)
        or (d.first_line is not None and _LICENCE_LINE.match(d.first_line.text.lower()))
        for d in documents
    )


def _are_for_tools(documents: Documents) -> bool:
    """Each is for its own agent or editor, one of them perhaps for all."""
    tools = [names.tool(d.path) for d in documents]
    return _are_own(tools) and (None not in tools or _have_one_name(documents))


def _are_for_folders(documents: Documents) -> bool:
    """One file of the same name in each of several folders."""
    places = [names.folders(d.path) for d in documents]
    return _have_one_name(documents) and len(set(places)) == len(places) >= _FEWEST_FOLDERS


def _are_series(documents: Documents) -> bool:
    """Paths or titles differ in numbers, months or weekdays alone, longer names in one word, or folders and titles in
    the same word."""
    titles = [d.title or "" for d in documents]
    counted = {version_names.uncounted(t) for t in titles}
    by_title = len(counted) == 1 and "#" in min(counted) and len(set(titles)) == len(titles)
    paths = [d.path for d in documents]
    named = len(set(map(version_names.uncounted, paths))) == 1 or names.differ_in_one_part(paths)
    return (
        by_title
        or named
        or _are_named_alone(documents)
        or (_have_one_name(documents) and names.differ_in_one_word(paths, titles))
    )


def _are_named_alone(documents: Documents) -> bool:
    """Whether names begin alike, and each is its own title, as of the pages of parts of a program: a copy keeps the title."""
    stems = [names.stem(d.path) for d in documents]
    titles = [letters_and_digits(d.title or "") for d in documents]
    begun = len({stem[:_BEGUN_ALIKE] for stem in stems}) == 1 and len(min(stems, key=len)) >= _BEGUN_ALIKE
    return begun and len(set(titles)) == len(titles) and titles == list(map(letters_and_digits, stems))


def _have_one_name(documents: Documents) -> bool:
    return len({names.stem(d.path) for d in documents}) == 1


def _are_own(marks: Sequence[object | None]) -> bool:
    """Whether all marks differ, and at most one is missing."""
    present = [mark for mark in marks if mark is not None]
    return bool(present) and len(set(present)) == len(present) >= len(marks) - 1


_REASONS: Final[dict[Alike, Callable[[Documents], bool]]] = {
    Alike.FORMATS: _are_formats,
    Alike.TRANSLATIONS: _are_translations,
    Alike.EDITIONS: _are_editions,
    Alike.LICENCES: _are_licences,
    Alike.TOOLS: _are_for_tools,
    Alike.FOLDERS: _are_for_folders,
    Alike.SERIES: _are_series,
}
