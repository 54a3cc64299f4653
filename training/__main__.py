"""``python -m training --data DIR``: learn all weights and write them with their model card."""

import argparse
import random
import time
from pathlib import Path

import numpy as np

from checkfirst.measuring.models.weights import SHIPPED, save_weights, with_vocabulary
from training.card import write_card
from training.comment_sections import comment_sections
from training.corpus import rows
from training.fits import members_of, train_fits
from training.folds import stable_hash
from training.kinds import table, train_kinds
from training.labels import cleaned
from training.line_roles import Arrays, measure, train_roles
from training.measured import examples
from training.pages import degraded_pages, document_pages, flat_pages, thread_pages
from training.places import train_places
from training.promises import train_promises
from training.scrapes import train_scrapes
from training.screens import train_screen
from training.systems import train_systems
from training.threads import train_threads
from training.words import vocabulary

SEED = 0


def main() -> None:
    """Learn stage by stage; each stage reads documents through the stages before it."""
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("--output", type=Path, default=SHIPPED, help="weights file to write")
    options = parser.parse_args()
    began = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - began:6.0f} s  {what}", flush=True)

    rng = random.Random(SEED)
    labelled = rows(options.data, "documents")
    documents = cleaned(labelled)
    words, idf = vocabulary(documents)
    say(f"{len(words)} words")
    flats = flat_pages(options.data)
    threaded = list(thread_pages(options.data, flats, rng))
    whole = list(document_pages([(row, row["text"]) for row in documents], rng))
    arrays: Arrays = {"idf": idf}
    worn = list(degraded_pages(flats, rng))
    pages = measure([*flats, *worn, *threaded, *whole], with_vocabulary(words, {}))
    arrays |= train_roles(pages, words, SEED)
    first, second = (train_roles([m for m in pages if m.page.half != half], words, SEED) for half in (0, 1))
    say("line roles")
    halves = with_vocabulary(words, arrays | first), with_vocabulary(words, arrays | second)
    starts, starts_record = train_threads(options.data, documents, flats, halves, rng)
    arrays |= starts
    say(f"threads {starts_record}")
    scraped, scraped_record = train_scrapes([*flats, *threaded[::4]], documents, with_vocabulary(words, arrays), rng)
    arrays |= scraped
    say("scraped pages")
    screen, screen_record = train_screen([*flats, *threaded], documents, with_vocabulary(words, arrays), rng)
    arrays |= screen
    say(f"quick look: {screen_record['missed']:.4f} of pages and threads missed")
    documents += comment_sections(options.data, rng)
    made = examples(documents, with_vocabulary(words, arrays))
    design = table(made, len(idf), arrays)
    say(f"{len(made)} examples")
    kinds, kinds_record = train_kinds(design, made)
    say("kinds")
    systems, systems_record = train_systems(design, made, {row["id"]: row for row in documents})
    say("systems")
    known = [kinds_record["classes"].index(name) for name in kinds["kind/names"]]
    places, placed = train_places(design, made, kinds_record["scores"][:, known])
    whole_weights = with_vocabulary(words, arrays | kinds | systems | places)
    members = members_of(documents, made, placed, whole_weights)
    fits, fits_record = train_fits(members, whole_weights)
    say(f"strangers {fits_record}")
    promises, promises_record = train_promises(members, whole_weights)
    say(f"promises {promises_record}")
    learned = sorted({row["family"] for row in documents if row["use"] == "train"})
    seen = {"families": np.array(learned), "pages": np.array(sorted(stable_hash(page.id) for page in flats))}
    save_weights(options.output, words, arrays | kinds | systems | places | fits | promises | seen)
    write_card(
        options.output.parent / "MODEL_CARD.md",
        labelled,
        documents,
        made,
        kinds_record,
        systems_record,
        scraped_record,
        fits_record,
        promises_record,
    )
    say(f"{options.output}: {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
