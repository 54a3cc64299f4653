"""Comment threads without their article, as labelled documents for the kind model."""

import random
from pathlib import Path

from training.corpus import Row, threads
from training.render import thread_lines

#: Platforms that are forums: the first post is part of the thread.
_FORUMS = ("Stack Exchange", "phpBB", "GitHub", "mailing list")


def comment_sections(data: Path, rng: random.Random) -> list[Row]:
    """Rendered threads with an open licence: the comments alone, or a forum thread with its first post."""
    made = []
    for number, row in enumerate(threads(data, for_training=True)):
        if len(row["comments"]) < 2:
            continue
        forum = row["platform"].startswith(_FORUMS)
        lines = [line for line, _ in thread_lines(row, rng)]
        top = [row["title"] or "", *str(row["post"]).split("\n"), ""] if forum else []
        made.append(
            {
                "id": f"rendered-{number}",
                "kind": "forum-thread" if forum else "comment-section",
                "family": f"rendered:{row['source']}",
                "use": "train",
                "format": "text",
                "licence": row["licence"],
                "source": row["source"],
                "text": "\n".join([*top, *lines]),
            }
        )
    return made
