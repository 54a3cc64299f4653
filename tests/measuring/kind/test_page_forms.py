"""Sorts of pages that the rows of a site tell, and texts about such sites."""

import pytest

from checkfirst import check_documents
from checkfirst.model.kind_measures import PageForm
from checkfirst.model.kinds import Group

ISSUE = """Bell rings twice at noon · Issue #31 · harbour/bell
Skip to content
Code
Issues
12
Pull requests
3
Actions
Wiki
Bell rings twice at noon
#31
Open
mira-k
opened
on Mar 4, 2024
The bell rings twice where it should ring once. The second stroke comes two seconds later.
tomasz commented
on Mar 5, 2024
The hammer is loose. I have seen it before.
mira-k commented
on Mar 6, 2024
Tightened, and it rings once.
Assignees
No one assigned
Labels
None yet
Milestone
No milestone
"""
CHANGE = """# Rings the bell once #32

[**lena-w**](/lena-w) wants to merge 2 commits into `main` from `one-stroke`

* [Conversation 3](/harbour/bell/pull/32)
* [Commits 2](/harbour/bell/pull/32/commits)
* [Checks 4](/harbour/bell/pull/32/checks)
* [Files changed 1](/harbour/bell/pull/32/files)

**lena-w** commented [Apr 2, 2024](#c1)

The hammer waits for the stroke before it.

**tomasz** commented [Apr 3, 2024](#c2)

Works at my tower.
"""
MERGE = """<html><head><title>Tides from the gauge (!18) · Merge requests · harbour / tides · GitLab</title></head><body>
<ul><li>Project</li><li>Repository</li><li>Issues 4</li><li>Merge requests 2</li><li>Pipelines</li><li>Wiki</li></ul>
<h1>Tides from the gauge (!18) · Merge requests · harbour / tides</h1>
<p>Ana Ruiz requested to merge gauge into main 3 weeks ago</p>
<ul><li>Overview 5</li><li>Commits 2</li><li>Pipelines 1</li><li>Changes 7</li></ul>
<p>The table is read from the gauge and no longer typed in.</p></body></html>
"""
REPOSITORY = """harbour/tides
Code
Issues 4
Pull requests 2
Discussions
Actions
Insights
main
3 branches
7 tags
Go to file
Add file
README.md
tides
Tables of the tides, made from the gauge at the pier each night.
About
Tables of the tides
21 stars
4 forks
Releases
Languages
Python 91.0%
"""
POSTS = """Ines Braga
@ines@harbour.social
The ferry leaves at noon today, not at one.
Jun 4, 2025, 10:12
2 h
Ole Lund
@ole@fjord.example
Thank you, I would have missed it.
1 h
Marta
@marta
Is that so on Sundays too?
40 min
Ines Braga
@ines
No, on Sundays it is one.
"""
BEITRAEGE = """Hafenamt @hafenamt@nord.example · 3 Std
Die Schleuse bleibt heute zu.
Jörn @joern@nord.example · 2 Std
Bis wann denn?
Hafenamt @hafenamt@nord.example · 1 Std
Bis acht Uhr, dann wird gespült.
"""

QUESTION = """Why does the bell ring twice?
Asked 3 years ago
Modified 2 months ago
Viewed 12k times
14
Mine rings at noon, and again two seconds later. The hammer is new.
Share
Improve this question
Follow
asked Mar 4, 2021 at 9:12
2 Answers
Sorted by:
9
Tighten the hammer. It springs back and strikes once more.
answered Mar 5, 2021 at 8:40
"""
PREGUNTA = """# ¿Por qué suena dos veces la campana?

Formulada hace 3 años

Vista 1,204 veces

La mía suena al mediodía, y otra vez dos segundos después. El martillo es nuevo y la cuerda también.

2 respuestas

Aprieta el martillo. Vuelve y golpea otra vez, hasta que alguien lo sujeta con la mano.

[Añadir un comentario](#c)
"""


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("question.txt", QUESTION, PageForm.QUESTION_PAGE),
        ("pregunta.md", PREGUNTA, PageForm.QUESTION_PAGE),
        ("bell.txt", ISSUE, PageForm.ISSUE_PAGE),
        ("bell.md", CHANGE, PageForm.PULL_REQUEST_PAGE),
        ("tides.html", MERGE, PageForm.PULL_REQUEST_PAGE),
        ("tides.txt", REPOSITORY, PageForm.REPOSITORY_PAGE),
        ("ferry.txt", POSTS, PageForm.SOCIAL_THREAD),
        ("schleuse.md", BEITRAEGE, PageForm.SOCIAL_THREAD),
    ],
)
def test_rows_of_a_site_tell_its_page(name: str, text: str, form: PageForm) -> None:
    report = check_documents([(name, text)])
    assert report.documents[0].measures.kind.form is form
    assert form is PageForm.REPOSITORY_PAGE or report.documents[0].measures.kind.group is Group.DISCUSSION
    told = [f for f in report.findings if f.code == "WEB001"]
    assert len(told) == 1
    assert told[0].severity.value in {"error", "warning"}
    assert form.value in told[0].message


GUIDE = """# How to review a pull request

Open the page of the pull request. Above the change are the tabs **Conversation**, **Commits**, **Checks** and **Files changed**.

- Conversation: what was said of the change.
- Commits: each commit, the oldest first.
- Checks: what ran.
- Files changed: the lines.

The page says who asked for it:

> lena-w wants to merge 2 commits into main from one-stroke

```
lena-w commented Apr 2, 2024
tomasz commented Apr 3, 2024
```

Choose *Approve* when it does what it says.
"""
TABS = """# Menus of the site

The menu has these entries:

- Code
- Issues
- Pull requests
- Actions
- Wiki

Choose **Issues** to report a fault of the bell, and say what you did before it rang.
"""
FEDIVERSE = """# A guide to the fediverse

An account is named with its server: `@ines@harbour.social`. People are found by that name:

```
Ines Braga
@ines@harbour.social
2 h
```

Maintainers:

Ines Braga
@ines

Ole Lund
@ole

Marta Keel
@marta
"""
STYLE = """# Style of dates

Write how long ago a post was made in the short form.

| row | form |
| --- | --- |
| Ole @ole · 2 h | below a day |
| Ole @ole · Jun 4 | above a day |

An issue is written `Issue #31`, and "mira commented on Mar 5" is how a comment begins.
"""


ANSWERS = """# Answers of the desk

## 12 answers

Questions asked in May are answered in June. The page of answers was viewed 40 times.

## Your answer

Write it below the question, and say when it was asked.
"""


@pytest.mark.parametrize("text", [GUIDE, TABS, FEDIVERSE, STYLE, ANSWERS])
def test_texts_about_such_sites_are_no_pages(text: str) -> None:
    report = check_documents([("guide.md", text)])
    assert report.documents[0].measures.kind.form is None
    assert not [f for f in report.findings if f.code == "WEB001" and f.severity.value != "note"]


def test_a_few_accounts_among_comments_are_no_social_thread() -> None:
    lines = [f"{n} Keeper\nThe bell was heard at {n} o'clock.\nIt rang once." for n in range(1, 30)]
    lines[4] += "\nInes @ines June 4, 2025"
    lines[9] += "\nOle @ole June 5, 2025"
    lines[14] += "\nMarta @marta June 6, 2025"
    report = check_documents([("bell.txt", "\n".join(lines))])
    assert report.documents[0].measures.kind.form is not PageForm.SOCIAL_THREAD
