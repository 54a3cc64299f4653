"""Rendering of comment threads as the saved pages of many platforms, with the class of every line.

The wording of chrome and headers is written here from how such pages look; the comments are
those of the data.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from checkfirst.measuring.models.line_class import LineClass

Labelled = list[tuple[str, int]]

_WORDS = ("Reply", "Reply to this", "↓ Reply", "Reply ↓", "Log in to Reply", "REPLY", "reply")


@dataclass(frozen=True)
class Post:
    """One comment to render."""

    number: int
    name: str
    when: datetime
    text: list[str]
    parent: str | None
    below: bool
    """Whether headers are below their comments, in styles that have both forms."""


Style = Callable[[Post, random.Random], Labelled]


def body(post: Post) -> Labelled:
    """The lines of the comment's text."""
    return [(line, LineClass.COMMENT) for line in post.text]


def ago(post: Post) -> str:
    """The age of a comment, as sites write it ("3 days ago")."""
    n = post.number % 11 + 2
    return f"{n} {('hours', 'days', 'months', 'years', 'minutes')[post.number % 5]} ago"


def clock(when: datetime, rng: random.Random) -> str:
    """A date with a time, in one of the usual forms."""
    forms = (
        "%B %d, %Y at %I:%M %p",
        "%B %d, %Y at %I:%M %p",
        "%d %B %Y at %H:%M",
        "%b %d, %Y %I:%M %p",
        "%Y-%m-%d %H:%M",
        "%m/%d/%y %I:%M %p",
        "%A, %B %d, %Y %I:%M:%S %p",
        "%a %b %d, %Y %I:%M %p",
        "%d.%m.%Y, %H:%M",
        "%d/%m/%Y %H:%M",
    )
    return when.strftime(forms[rng.randrange(len(forms))])


def wordpress(post: Post, rng: random.Random) -> Labelled:
    verb = ("says:", "says:", "said:", "wrote:", "says")[rng.randrange(5)]
    number = f"{post.number}. " if rng.random() < 0.4 else ""
    head: Labelled = [(f"{number}{post.name} {verb}", LineClass.HEADER)]
    if rng.random() < 0.85:
        head.append((clock(post.when, rng), LineClass.HEADER))
    tail: Labelled = [(_WORDS[rng.randrange(len(_WORDS))], LineClass.HEADER)] if rng.random() < 0.5 else []
    return head + body(post) + tail


def blogger(post: Post, rng: random.Random) -> Labelled:
    return [
        (f"{post.name} said...", LineClass.HEADER),
        *body(post),
        (post.when.strftime("%B %d, %Y %I:%M %p"), LineClass.HEADER),
    ]


def disqus(post: Post, rng: random.Random) -> Labelled:
    to = f" ➤ {post.parent}" if post.parent else ""
    head: Labelled = [(f"{post.name}{to} • {ago(post)}", LineClass.HEADER)]
    if rng.random() < 0.3:
        head = [
            (post.name, LineClass.HEADER),
            (f"{post.parent} • " if post.parent else "" + ago(post), LineClass.HEADER),
        ]
    marks = ("• Reply • Share ›", "Reply Share ›", "△ ▽ • Reply • Share ›", "1 △ ▽ Reply")
    return [*head, *body(post), (marks[rng.randrange(4)], LineClass.HEADER)]


def reddit(post: Post, rng: random.Random) -> Labelled:
    points = f"{rng.randrange(1, 400)} points"
    tail: Labelled = (
        [("permalink embed save report reply", LineClass.HEADER)]
        if rng.random() < 0.7
        else [("Reply Share", LineClass.HEADER)]
    )
    return [(f"[–]{post.name} {points} {ago(post)}", LineClass.HEADER), *body(post), *tail]


def hacker_news(post: Post, rng: random.Random) -> Labelled:
    links = (" [–]", " | parent | next [–]", " | prev | next [–]", " | parent | prev | next [–]")[rng.randrange(4)]
    return [(f"{post.name} {ago(post)}{links}", LineClass.HEADER), *body(post), ("reply", LineClass.HEADER)]


def phpbb(post: Post, rng: random.Random) -> Labelled:
    when = post.when.strftime("%a %b %d, %Y %I:%M %p")
    if rng.random() < 0.5:
        return [(f"by {post.name} » {when}", LineClass.HEADER), *body(post), ("Top", LineClass.HEADER)]
    head: Labelled = [(post.name, LineClass.HEADER), (f"Posts: {rng.randrange(1, 5000)}", LineClass.HEADER)]
    head.append((f"Joined: {when}", LineClass.HEADER))
    return [
        *head,
        (f"Post subject: Re: {post.name}", LineClass.HEADER),
        (f"Posted: {when}", LineClass.HEADER),
        *body(post),
    ]


def vbulletin(post: Post, rng: random.Random) -> Labelled:
    role = ("Senior Member", "Junior Member", "Registered User", "Moderator")[rng.randrange(4)]
    head: Labelled = [
        (f"#{post.number}", LineClass.HEADER),
        (post.when.strftime("%m-%d-%Y, %I:%M %p"), LineClass.HEADER),
    ]
    head += [
        (post.name, LineClass.HEADER),
        (role, LineClass.HEADER),
        (f"Join Date: {post.when.strftime('%b %Y')}", LineClass.HEADER),
    ]
    return [*head, *body(post), ("Reply With Quote", LineClass.HEADER)]


def newspaper(post: Post, rng: random.Random) -> Labelled:
    place = ("London", "Brooklyn", "Ohio", "Sydney", "Boston, MA")[rng.randrange(5)]
    when = post.when.strftime("%B %d, %Y")
    marks = (f"Recommend {rng.randrange(90)}", f"{rng.randrange(40)} Recommend Share Flag", "Report Flag", "Like Reply")
    head: Labelled = [(post.name, LineClass.HEADER), *([(place, LineClass.HEADER)] if rng.random() < 0.6 else [])]
    return [
        *head,
        (when if rng.random() < 0.5 else ago(post), LineClass.HEADER),
        *body(post),
        (marks[rng.randrange(4)], LineClass.HEADER),
    ]


def video_site(post: Post, rng: random.Random) -> Labelled:
    likes: Labelled = [(str(rng.randrange(1, 900)), LineClass.HEADER)] if rng.random() < 0.5 else []
    handle = "@" + re.sub(r"\W+", "", post.name).lower()
    return [(handle, LineClass.HEADER), (ago(post), LineClass.HEADER), *body(post), *likes, ("Reply", LineClass.HEADER)]


def one_line(post: Post, rng: random.Random) -> Labelled:
    stamp = clock(post.when, rng)
    forms = (f"{post.name} {stamp}", f"{post.name} on {stamp}", f"{post.name}, {stamp}", f"{post.name}{stamp}")
    number = f"{post.number} " if rng.random() < 0.2 else ""
    return [(number + forms[rng.randrange(4)], LineClass.HEADER), *body(post)]


def by_name(post: Post, rng: random.Random) -> Labelled:
    forms = (
        f"by {post.name} ({rng.randrange(10**6)})",
        f"Posted by {post.name}",
        f"by {post.name} on {clock(post.when, rng)}",
    )
    return [(forms[rng.randrange(3)], LineClass.HEADER), *body(post)]


def date_first(post: Post, rng: random.Random) -> Labelled:
    return [(clock(post.when, rng), LineClass.HEADER), (post.name, LineClass.HEADER), *body(post)]


def posted_after(post: Post, rng: random.Random) -> Labelled:
    return [*body(post), (f"Posted by: {post.name} | {clock(post.when, rng)}", LineClass.HEADER)]


def name_only(post: Post, rng: random.Random) -> Labelled:
    return [(post.name + (":" if rng.random() < 0.3 else ""), LineClass.HEADER), *body(post)]


def question_site(post: Post, rng: random.Random) -> Labelled:
    when = post.when.strftime("%b %d '%y at %H:%M")
    return [
        (str(rng.randrange(0, 60)), LineClass.HEADER),
        *body(post),
        (f"answered {when}", LineClass.HEADER),
        (post.name, LineClass.HEADER),
    ]


def mail_quoting(post: Post, rng: random.Random) -> Labelled:
    return [
        (f"On {post.when.strftime('%a, %b %d, %Y at %I:%M %p')}, {post.name} wrote:", LineClass.HEADER),
        *body(post),
    ]


def bare(post: Post, rng: random.Random) -> Labelled:
    return body(post)


def date_and_name(post: Post, rng: random.Random) -> Labelled:
    when = post.when.strftime(rng.choice(("%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%m/%d/%Y")))
    return _above_or_below(f"{when}{rng.choice(('  ', ' ', ' - ', ' | '))}{post.name}", post, rng)


def stamp_and_name(post: Post, rng: random.Random) -> Labelled:
    forms = ("on {when} {name}", "{when} {name} said", "At {when}, {name} said:", "{when} | {name}", "{when} - {name}:")
    return [(rng.choice(forms).format(when=clock(post.when, rng), name=post.name), LineClass.HEADER), *body(post)]


def signed_below(post: Post, rng: random.Random) -> Labelled:
    forms = (
        "by {name} on {when}. Reply",
        "by {name} on {when}. #",
        "Posted by {name} at {when}",
        "Posted by: {name} on {when}",
        "{when} | Unregistered Commenter{name}",
        "{when} | {name}",
        "Comment by {name} — {when}",
        "Comment by {name} on {when}",
        "Left by {name} at {when}",
        "- {name}, {when}",
    )
    return [*body(post), (rng.choice(forms).format(when=clock(post.when, rng), name=post.name), LineClass.HEADER)]


def points(post: Post, rng: random.Random) -> Labelled:
    return [
        (f"{post.name} {rng.randrange(1, 90)} {rng.choice(('pts', 'points', 'pts featured'))}", LineClass.HEADER),
        *body(post),
    ]


def linked_name(post: Post, rng: random.Random) -> Labelled:
    handle = re.sub(r"\W+", "", post.name).lower()
    return [
        (f"http://www.{rng.choice(('facebook.com/', 'twitter.com/', ''))}{handle} {post.name}", LineClass.HEADER),
        *body(post),
    ]


def written_by(post: Post, rng: random.Random) -> Labelled:
    dots: Labelled = [("...", LineClass.HEADER)] if rng.random() < 0.5 else []
    return [*dots, (f"written by {post.name}, {post.when.strftime('%B %d, %Y')}", LineClass.HEADER), *body(post)]


def numbered_post(post: Post, rng: random.Random) -> Labelled:
    forms = (
        "Comment #{n} by {name} at {when}",
        "#{n} {name} {when}",
        "{n} {name} | {when}",
        "{n}. Posted by {name}, {when}",
        "{n}. {name} ({when})",
        "#{n} posted by {name}",
    )
    return [
        (rng.choice(forms).format(n=post.number, when=clock(post.when, rng), name=post.name), LineClass.HEADER),
        *body(post),
    ]


def name_then_date(post: Post, rng: random.Random) -> Labelled:
    when = rng.choice((clock(post.when, rng), post.when.strftime("%b %d %Y"), post.when.strftime("%B %d"), ago(post)))
    tail: Labelled = [(rng.choice(_WORDS), LineClass.HEADER)] if rng.random() < 0.3 else []
    return [(post.name, LineClass.HEADER), (when, LineClass.HEADER), *body(post), *tail]


def social(post: Post, rng: random.Random) -> Labelled:
    foot = f"Like · Reply · {rng.randrange(1, 30)} · {clock(post.when, rng)}"
    return [
        (post.name, LineClass.HEADER),
        *body(post),
        (foot if rng.random() < 0.7 else f"Like · Reply · {ago(post)}", LineClass.HEADER),
    ]


def issue_tracker(post: Post, rng: random.Random) -> Labelled:
    verb = rng.choice(("commented", "commented on", "replied", "wrote"))
    when = ago(post) if rng.random() < 0.5 else post.when.strftime("%b %d, %Y")
    tail: Labelled = [(rng.choice(("Contributor", "Member", "Author")), LineClass.HEADER)] if rng.random() < 0.3 else []
    return [(f"{post.name} {verb} {when}", LineClass.HEADER), *tail, *body(post)]


def scored(post: Post, rng: random.Random) -> Labelled:
    number = rng.randrange(10**6)
    head = (f"Re:{post.parent or post.name} (Score:{rng.randrange(-1, 6)})", LineClass.HEADER)
    by = f"by {post.name} ({number}) on {post.when.strftime('%A %B %d, %Y @%I:%M%p')} (#{number + 77})"
    return [head, (by, LineClass.HEADER), *body(post), ("Reply to This", LineClass.HEADER)]


def journal(post: Post, rng: random.Random) -> Labelled:
    stamp = post.when.strftime("%b. %dth, %Y %I:%M %p (UTC)")
    return [
        (f"{post.name} wrote:", LineClass.HEADER),
        (stamp, LineClass.HEADER),
        *body(post),
        ("(Reply) (Thread)", LineClass.HEADER),
    ]


def mail_message(post: Post, rng: random.Random) -> Labelled:
    handle = re.sub(r"\W+", ".", post.name).lower()
    head: Labelled = [(f"From: {post.name} <{handle}@example.org>", LineClass.HEADER)]
    head.append((f"Date: {post.when.strftime('%a, %d %b %Y %H:%M:%S +0000')}", LineClass.HEADER))
    return [*head, *body(post)]


def social_handle(post: Post, rng: random.Random) -> Labelled:
    handle = "@" + re.sub(r"\W+", "", post.name).lower()
    forms = (
        f"{post.name} {handle} · {post.when.strftime('%b %d')}",
        f"{handle} {ago(post)}",
        f"{handle} · {post.number}h",
    )
    return [(rng.choice(forms), LineClass.HEADER), *body(post)]


def _above_or_below(line: str, post: Post, rng: random.Random) -> Labelled:
    return [(line, LineClass.HEADER), *body(post)] if post.below is False else [*body(post), (line, LineClass.HEADER)]


_ALL: tuple[Style, ...] = (
    *(wordpress, blogger, disqus, reddit, hacker_news, phpbb, vbulletin, newspaper, video_site),
    *(one_line, by_name, date_first, posted_after, name_only, question_site, mail_quoting, bare),
    *(date_and_name, stamp_and_name, signed_below, points, linked_name, written_by, numbered_post),
    *(name_then_date, social, issue_tracker, scored, journal, mail_message, social_handle),
)
STYLES: dict[str, Style] = {getattr(style, "__name__", ""): style for style in _ALL}

_OPENINGS = (
    "{n} Comments",
    "{n} comments",
    "Comments ({n})",
    "Comments",
    "{n} Responses to “{title}”",
    "{n} thoughts on “{title}”",
    "{n} Comments so far",
    "Reader Comments",
    "Join the discussion",
    "{n} replies",
    "Discussion",
)
_CLOSINGS = (
    (
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Comment *",
        "Name *",
        "Email *",
        "Website",
        "Post Comment",
    ),
    ("Leave a comment", "Name (required)", "Mail (will not be published) (required)", "Website", "Submit Comment"),
    ("Post a Comment", "Newer Post", "Older Post", "Home", "Subscribe to: Post Comments (Atom)"),
    ("Load more comments", "Sort by: Newest", "Subscribe", "Add Disqus to your site", "Privacy"),
    ("Comments are closed.",),
    ("Add a comment...", "Sign in to comment", "Show more comments"),
    (),
)


def thread_lines(
    thread: dict[str, Any], rng: random.Random, style: str | None = None, *, intact: bool = False, most: int = 40
) -> Labelled:
    """A thread in one style: sometimes with lines before and after it, and sometimes with some author lines lost."""
    name = style or rng.choice(list(STYLES))
    render, posts = STYLES[name], _posts(thread, rng)[:most]
    lost = 0.0 if intact else rng.choice((0.0, 0.0, 0.2, 0.5))
    spaced, gapped, inset, seed = rng.random() < 0.5, rng.random() < 0.3, rng.random() < 0.2, rng.randrange(10**9)
    lines: Labelled = []
    if rng.random() < 0.5:
        opening = rng.choice(_OPENINGS).format(n=len(posts), title=thread.get("title") or "this post")
        lines.append((opening, LineClass.HEADER))
    for post in posts:
        # All comments of a page have the same form, so each is rendered with the same random draws.
        rendered = render(post, random.Random(seed) if rng.random() < 0.95 else rng)
        rendered = _laid_out(rendered, gapped, inset)
        if rng.random() < lost:
            rendered = [(line, label) for line, label in rendered if label == LineClass.COMMENT]
        indent = "    " if post.parent and rng.random() < 0.5 else ""
        lines += [(indent + line, label) for line, label in rendered]
        if spaced:
            lines.append(("", LineClass.COMMENT))
    lines += [(line, LineClass.FURNITURE) for line in rng.choice(_CLOSINGS)]
    return lines


def _laid_out(rendered: Labelled, gapped: bool, inset: bool) -> Labelled:
    """The thread with blank lines after headers, and with indented text, as some pages are saved."""
    lines: Labelled = []
    for number, (line, label) in enumerate(rendered):
        if gapped and number and label != rendered[number - 1][1]:
            lines.append(("", label))
        lines.append(("    " + line if inset and label == LineClass.COMMENT else line, label))
    return lines


def _posts(thread: dict[str, Any], rng: random.Random) -> list[Post]:
    comments = [c for c in thread["comments"] if c["text"].strip()]
    posts, below = [], rng.random() < 0.5
    for number, comment in enumerate(comments, start=1):
        when = datetime(
            2004 + rng.randrange(20), rng.randrange(1, 13), rng.randrange(1, 29), rng.randrange(24), rng.randrange(60)
        )
        parent = comment["reply_to"]
        to = comments[parent]["author"] if isinstance(parent, int) and 0 <= parent < number - 1 else None
        text = [line.rstrip() for line in comment["text"].split("\n") if line.strip() or rng.random() < 0.5]
        posts.append(Post(number, comment["author"] or "Anonymous", when, text, to, below))
    return posts
