"""The sites that configurations of generators of whole websites tell: Jekyll, Hexo, Hugo, Zola, Middleman and Nanoc."""

import re

from checkfirst import lazy_re
from checkfirst.measuring.index.configuration_text import block, quoted, value
from checkfirst.measuring.index.site import Generator, Site
from checkfirst.measuring.index.slugs import EVERY_DIALECT, Dialect

#: Keys of the configuration of Hexo, which has the name of Jekyll's.
_OF_HEXO = lazy_re.compile(
    r"^(?:source_dir|new_post_name|skip_render|post_asset_folder|index_generator)[ \t]*:", re.MULTILINE
)
#: Mounts that are read. Not measured.
_MOST_MOUNTS = 50
#: One end of a mount of Hugo in TOML, YAML or JSON.
_MOUNT = lazy_re.compile(r"[\"']?\b(source|target)[\"']?\s*[:=]\s*[\"']?([^\"'\n,{}#]{1,500})")


def _items(text: str, key: str) -> list[str]:
    """The items of a list at the top of a YAML file, in brackets or one a line."""
    inline = value(text, key)
    written = inline.strip("[]").split(",") if inline else [line.lstrip("-") for line in block(text, key)]
    return [item for line in written if (item := line.partition(" #")[0].strip().strip("\"'"))]


def jekyll(text: str) -> Site:
    """What ``_config.yml`` says, which is Jekyll's or Hexo's."""
    if _OF_HEXO.search(text):
        content = value(text, "source_dir") or "source"
        return Site(generator=Generator.HEXO, content=content, dialects=(Dialect.HEXO, *EVERY_DIALECT))
    return Site(
        generator=Generator.JEKYLL,
        content=value(text, "source") or ".",
        dialects=(Dialect.GITHUB, Dialect.KRAMDOWN_GFM, Dialect.KRAMDOWN),
        base=value(text, "baseurl").strip("/"),
        excluded=tuple(f"/{path.strip('/')}" for path in _items(text, "exclude")),
    )


def _mounts(text: str) -> tuple[tuple[str, str], ...]:
    """The source and the target of each mount of a Hugo module below ``content`` (Hugo, "Module mounts")."""
    pairs, known = [], dict[str, str]()
    for key, end in _MOUNT.findall(text) if "mounts" in text else ():
        known[key] = end.strip().strip("/")
        if len(known) == len(("source", "target")):
            pairs.append((known["source"], known["target"]))
            known = {}
    return tuple(pair for pair in dict.fromkeys(pairs) if pair[1].partition("/")[0] == "content")[:_MOST_MOUNTS]


def hugo(text: str) -> Site | None:
    """What a configuration of Hugo says, or of Zola under the same name; none if it is neither's."""
    if re.search(r"^base_url[ \t]*=", text, re.MULTILINE):
        return zola(text)
    mounts = _mounts(text)
    if "baseurl" not in text.lower() and "title" not in text.lower() and not mounts:
        return None
    return Site(
        generator=Generator.HUGO,
        content=quoted(text, "contentDir") or "content",
        mounts=mounts,
        dialects=(Dialect.GITHUB, Dialect.HUGO, Dialect.MDBOOK, Dialect.GITLAB, Dialect.MKDOCS),
    )


def zola(text: str) -> Site:
    """What the configuration of Zola says."""
    # Its own rule for anchors has no letters but a to z; a setting takes another.
    return Site(
        generator=Generator.ZOLA,
        content="content",
        dialects=(Dialect.ZOLA, Dialect.GITHUB, Dialect.HUGO, Dialect.MDBOOK, Dialect.GITLAB, Dialect.MKDOCS),
    )


def middleman(text: str) -> Site | None:
    """What ``config.rb`` says; none if it isn't Middleman's."""
    if not re.search(r"^[ \t]*+(?:activate :\w|set :\w|page [\"'/]|configure :\w)", text, re.MULTILINE):
        return None
    source = re.search(r"^[ \t]*+set :source,\s*+[\"']([^\"'\n]+)", text, re.MULTILINE)
    return Site(
        generator=Generator.MIDDLEMAN,
        content=source[1] if source else "source",
        dialects=(*EVERY_DIALECT, Dialect.KRAMDOWN),
    )


def nanoc(text: str) -> Site:
    """What the configuration of Nanoc says."""
    return Site(generator=Generator.NANOC, content="content", dialects=(*EVERY_DIALECT, Dialect.KRAMDOWN))
