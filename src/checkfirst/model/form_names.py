"""Names of folders whose documents are forms: they are copied, and filled in there."""

from typing import Final

from checkfirst import lazy_re

#: Words in the names of folders and files that are copied before they are filled in, in some languages. Chosen by hand.
_WORDS: Final = frozenset(
    [
        "template",
        "templates",
        "tmpl",
        "skeleton",
        "scaffold",
        "scaffolding",
        "boilerplate",
        "archetype",
        "archetypes",
        "cookiecutter",
        "blueprint",
        "vorlage",
        "vorlagen",
        "modele",
        "modeles",
        "modèle",
        "modèles",
        "plantilla",
        "plantillas",
        "modelo",
        "modelos",
        "sjabloon",
        "sjablonen",
        "szablon",
        "szablony",
        "mall",
        "mallar",
        "skabelon",
        "шаблон",
        "шаблоны",
        "templed",
        "templedi",
        "malli",
        "šablona",
        "šablony",
        "şablon",
        "şablonlar",
        "テンプレート",
        "템플릿",
        "模板",
        "範本",
    ]
)
_SEPARATORS = lazy_re.compile(r"[\W_]+")
#: The program after which repositories of its templates are named.
_PROGRAM: Final = "cookiecutter"
#: A name that a program fills in: ``{{cookiecutter.slug}}`` (Cookiecutter), ``{{ name }}`` (Copier), ``__name__`` (Yeoman,
#: Giter8).
_BLANK = lazy_re.compile(r"\{\{.{0,200}\}\}|\{%.{0,200}%\}|__\w+__|\$\w+\$")


def has_word_of_form(name: str) -> bool:
    """Whether one of the words of a name is one for what is copied and filled in."""
    return not _WORDS.isdisjoint(_SEPARATORS.split(name.lower()))


def is_in_form(path: str) -> bool:
    """Whether a folder of the path holds forms: its name ends with such a word, or is a blank itself.

    A name that begins with one may be about templates: ``template-engine``.
    """
    return any(map(_is_of_forms, path.split("/")[:-1]))


def _is_of_forms(folder: str) -> bool:
    words = [word for word in _SEPARATORS.split(folder.lower()) if word]
    return bool(words) and (words[-1] in _WORDS or words[0] == _PROGRAM or _BLANK.search(folder) is not None)


def is_form(path: str) -> bool:
    """Whether a file is a form by its folder, or by the last word of its name: ``page-template.md``."""
    words = [word for word in _SEPARATORS.split(path.rpartition("/")[2].partition(".")[0].lower()) if word]
    return is_in_form(path) or (bool(words) and words[-1] in _WORDS)
