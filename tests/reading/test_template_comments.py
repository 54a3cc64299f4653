"""What stands in comments of templates is not on the page."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.reading.text.template_comments import comment_lines, without_template_comments

COMMENTS = (
    "{% comment %}\nSee [old](old.md#gone).\n{% endcomment %}",
    "{%- comment 'kept for later' -%}\n\n- [Schleuse](schleuse.md)\n{%- endcomment -%}",
    "{# [[Une page]] and [x](x.md) #}",
    "Text {#- [x](x.md)\n\n[y](#y) -#} more.",
    "{% # [x](x.md) %}",
    '{{/* <a href="x.md">x</a> */}}',
    "{{!-- [x](x.md) --}}",
)


def codes(name: str, text: str) -> list[str]:
    config = Config(select=("IDX002", "IDX006", "IDX007"), preview=True)
    return [f.code for f in check_documents([(name, text)], config=config).findings]


@pytest.mark.parametrize("comment", COMMENTS)
def test_links_in_comments_of_templates_are_none(comment: str) -> None:
    assert codes("INDEX.md", f"# Weir\n\nThe weir.\n\n{comment}\n\nText.\n") == []


@pytest.mark.parametrize("tags", ["{{% comment %}}{}{{% endcomment %}}", "{{# {} #}}"])
def test_comments_of_templates_in_pages(tags: str) -> None:
    link = '<p>See <a href="old.html">the old page</a>.</p>'
    page = "<html><body><h1>Weir</h1><p>The weir is open.</p>{}</body></html>"
    assert codes("a.html", page.format(tags.format(link))) == []
    assert codes("a.html", page.format(link)) == ["IDX006"]


@pytest.mark.parametrize(
    "text",
    [
        "{% raw %}[x](x.md){% endraw %}",
        "Between `{% comment %}` and `{% endcomment %}`: [x](x.md).",
        "`{% comment %}`\n\n[x](x.md)\n\n`{% endcomment %}`",
        "```\n{# \n```\n\n[x](x.md)\n\n```\n#}\n```",
        "{% raw %}{# {% endraw %}[x](x.md){% raw %} #}{% endraw %}",
        "{# not closed [x](x.md)",
        "## Name {#id}\n\n[x](x.md) {#other}",
        "{# a note #}    [x](x.md)",
    ],
)
def test_what_is_no_comment_is_shown(text: str) -> None:
    assert codes("a.md", f"# Weir\n\n{text}\n") == ["IDX006"]


def test_lines_keep_their_numbers() -> None:
    text = "a\n{# b\nc #}\nd {# e #}\n"
    assert without_template_comments(text) == "a\n\n\nd \n"
    assert comment_lines(text) == {1, 2}
