"""Pages of hosts of code, told by the rows of their interface: an issue, a pull request, a repository.

A row is a line of its own with nothing but words of the interface, and counts. A text about such a host has them in
sentences, in quotations and in samples; a saved page has several sorts of them bare.
"""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.comments.dates import stamp_of
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.sought import Sought, holds
from checkfirst.model.kind_measures import PageForm
from checkfirst.reading.text.markdown_inline import LINK, PICTURE

# None of these numbers was measured.

#: Most words of a row; fewest tabs of a bar, of one above a change, and lines of a panel or of a repository's own rows.
_ROW_WORDS: Final = 16
_TABS, _CHANGE_TABS, _PANEL, _OF_REPOSITORY = 4, 3, 4, 3
#: Fewest posts of a page, rows that are looked at, and sorts of rows that a page has.
_POSTS, _MOST_ROWS, _SORTS = 2, 4_000, 2
#: Characters of the longest row with its markup.
_LONGEST: Final = 400
_MARKUP = lazy_re.compile(rf"{LINK.pattern}|^\s*+(?:[-*+•]|\d{{1,2}}[.)])\s+|[*_#]{{1,3}}")
_COUNT: Final = r"[\s\W]*(?:\d[\d.,]*\s?[kKmM]?\+?)?[\s\W]*"
_NUMBER = lazy_re.compile(_COUNT)
_TAB: Final = (
    "code|issues|pull requests|merge requests|discussions|actions|projects?|wikis?|security|insights|pulse|graphs|network|packages|pipelines"
    "|ci/cd|snippets|repository|activity|boards|milestones|settings|deployments|releases|model registry|security and quality"
)
_CHANGE_TAB: Final = "conversation|commits|checks|files changed|overview|pipelines|changes|diff|activity"
_BAR, _CHANGE_BAR = (lazy_re.compile(rf"(?:(?:{tabs}){_COUNT})+", re.IGNORECASE) for tabs in (_TAB, _CHANGE_TAB))
_IN_BAR, _IN_CHANGE_BAR = (lazy_re.compile(tabs, re.IGNORECASE) for tabs in (_TAB, _CHANGE_TAB))
_OF_HOST: Final = {"issues", "pull requests", "merge requests"}
_OF_CHANGE: Final = {"files changed", "changes", "diff"}
_TITLE = lazy_re.compile(
    r"· (?:issue|pull request|discussion) #\d+ ·|\([#!]\d+\) · (?:issues|merge requests) ·|· pull request #\d+\b",
    re.IGNORECASE,
)
_CHANGE_TITLE = lazy_re.compile(r"pull request #|merge requests ·", re.IGNORECASE)
#: Who wrote, opened or reviewed; the day stands behind or on the next line.
_POST = lazy_re.compile(
    r"@?[\w.-]{2,40}(?:\[bot\])?(?: \(?(?:bot|author|owner|member|contributor)\)?)? (?:commented|opened|reviewed|left a comment|asked|replied|created)"
    r"(?: this(?: (?:issue|pull request|merge request))?)?(?P<when>(?: on| about| \d| an?\b| yesterday| [A-Z][a-z]{2,8} \d).{0,40})?"
)
_WHEN = lazy_re.compile(r"\W*(?:(?:on|about) .{4,30}|.{1,24} ago|yesterday)\W*", re.IGNORECASE)
_CHANGE = lazy_re.compile(
    r"\b(?:wants? to merge|merged) (?:\d+ )?commits?\b.{1,80}\binto\b|\brequested to merge .{1,80}\binto\b"
)
_EVENT = lazy_re.compile(
    r"requested a review from|approved these changes|force-pushed the|self-assigned this|added the .{1,40} labels?\b|closed this(?: as|$)"
    r"|reopened this|referenced this (?:issue|pull request)|linked a pull request|mentioned this (?:issue|pull request)|changed milestone to"
)
_ACCOUNT = lazy_re.compile(
    r"you (?:signed (?:in|out)|switched accounts) (?:with|in|on) another tab or window|join this conversation on github"
    r"|must be signed in to change notification|please (?:register or )?sign in to (?:reply|comment)|uh oh!",
    re.IGNORECASE,
)
_PANELS: Final = frozenset(
    [
        "assignees",
        "labels",
        "projects",
        "milestone",
        "development",
        "participants",
        "reviewers",
        "notifications",
        "no one assigned",
        "none yet",
        "no labels",
        "no milestone",
        "no projects",
        "relationships",
        "no branches or pull requests",
        "assignee",
        "due date",
        "time tracking",
        "time tracking report",
        "no reviews",
    ]
)
_REPOSITORY = lazy_re.compile(
    r"\d[\d.,]*[kK]? (commits|branch(?:es)?|tags?|releases?|contributors?|stars?|forks?|watching)|(go to file|add file|download zip|latest commit|git stats"
    r"|switch branches/tags|view all (?:branches|tags)|clone|find file|web ide|no packages published|no releases published|releases|languages|contributors"
    r"|(?:fork|star|watch)\s*\d[\d.,]*[kK]?)",
    re.IGNORECASE,
)
#: A word without which no text is taken for a page of a host.
_STARTS = lazy_re.compile(r"pull request|merge request|commented|issue #\d", re.IGNORECASE)


def host_page(text: str, lines: Lines, samples: frozenset[int]) -> tuple[PageForm, tuple[int, ...]] | None:
    """The sort of page of a host of code that a text is, with a line of each sort of its rows; ``None`` for others."""
    # A word without which there is none is sought first.
    rows = _rows(lines, samples) if holds(text, Sought.HOST) and _STARTS.search(text) else []
    if not rows:
        return None
    posts = [n for k, (n, row) in enumerate(rows) if _is_post(row, rows[k + 1][1] if k + 1 < len(rows) else "")]
    titles = [n for n, row in rows[:3] if _TITLE.search(row)]
    change_bar = _bar(rows, _CHANGE_BAR, _IN_CHANGE_BAR, _CHANGE_TABS, _OF_CHANGE)
    changes = [n for n, row in rows if _CHANGE.search(row)]
    # A page that begins with a post has nothing of its author's above it.
    opened = posts[:1] if posts and posts[0] == int(lines.filled[0]) else []
    of_thread = [
        titles,
        change_bar,
        changes,
        opened,
        posts if len(posts) >= _POSTS else [],
        _events(rows),
        _panel(rows),
    ]
    others = [_bar(rows, _BAR, _IN_BAR, _TABS, _OF_HOST), [n for n, row in rows if _ACCOUNT.search(row)]]
    seen = [found[0] for found in (*of_thread, *others) if found]
    if any(of_thread) and len(seen) >= _SORTS and (len(posts) >= _POSTS or titles or change_bar):
        titled = any(_CHANGE_TITLE.search(row) for n, row in rows if n in titles)
        form = PageForm.PULL_REQUEST_PAGE if change_bar or changes or titled else PageForm.ISSUE_PAGE
        return form, tuple(dict.fromkeys(sorted(seen)))
    own = {(match[1] or match[2]).lower(): n for n, row in rows if (match := _REPOSITORY.fullmatch(row))}
    if others[0] and len(own) >= _OF_REPOSITORY:
        return PageForm.REPOSITORY_PAGE, (others[0][0], *sorted(own.values())[:2])
    return None


def _rows(lines: Lines, samples: frozenset[int]) -> list[tuple[int, str]]:
    """The short lines without their markup, outside samples and quotations."""
    rows = []
    for n in lines.filled.tolist():
        text = lines.texts[n]
        # Addresses in links are longer than the words that are seen.
        if len(text) <= _LONGEST and n not in samples and "|" not in text and not text.lstrip().startswith(">"):
            row = _plain(text)
            if row and row.count(" ") < _ROW_WORDS:
                rows.append((n, row))
        if len(rows) >= _MOST_ROWS:
            break
    return rows


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub(r"\1", PICTURE.sub("", text)).split())


def _is_post(row: str, below: str) -> bool:
    match = _POST.fullmatch(row)
    if match is None:
        return False
    return _WHEN.fullmatch(below) is not None if match["when"] is None else _is_time(match["when"])


def _is_time(text: str) -> bool:
    return "ago" in text or "yesterday" in text or stamp_of(text.strip()) is not None


def _bar(
    rows: list[tuple[int, str]], bar: re.Pattern[str], tab: re.Pattern[str], fewest: int, needed: set[str]
) -> list[int]:
    """The first line of a run of tabs and counts; empty without one."""
    names: set[str] = set()
    start = 0
    for n, row in [*rows, (0, "end of the rows")]:
        if bar.fullmatch(row):
            start = n if not names else start
            names.update(name.lower() for name in tab.findall(row))
        elif not _NUMBER.fullmatch(row):
            if len(names) >= fewest and names & needed:
                return [start]
            names.clear()
    return []


def _events(rows: list[tuple[int, str]]) -> list[int]:
    found = [n for n, row in rows if _EVENT.search(row)]
    return found if len(found) >= _POSTS else []


def _panel(rows: list[tuple[int, str]]) -> list[int]:
    """The lines of the panel beside a thread: who is to do it, its labels, its milestone."""
    found = {row.lower(): n for n, row in rows if row.lower() in _PANELS}
    return sorted(found.values()) if len(found) >= _PANEL else []
