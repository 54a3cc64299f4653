"""The last step: write the weights file, its model card, and the list of the families and pages learned from."""

import random
from pathlib import Path

from checkfirst.measuring.models.layout import ARRAYS
from checkfirst.measuring.models.weights import SHIPPED, weights_of
from checkfirst.measuring.models.weights_file import write_arrays
from training import learned_from
from training.card import write_card
from training.corpus import rows
from training.example_store import from_arrays
from training.folds import stable_hash
from training.pages import flat_pages
from training.provenance import manifest_of
from training.running import stored_results
from training.sizes import Sizes
from training.stages import STAGES, Inputs


def assemble(data: Path, work: Path, sizes: Sizes, output: Path | None) -> Path:
    """Write the three files to ``output``, by default to their places in the repository; the path of the weights
    file."""
    results = stored_results(tuple(STAGES), data, work, sizes)
    learned = {name: array for result in results.values() for name, array in result.weights.items()}
    arrays = {name: learned[name] for name in ARRAYS}
    manifest = manifest_of(arrays["words"].tobytes(), data, sizes)
    weights_of(arrays, manifest)
    weights = output / SHIPPED.name if output else SHIPPED
    weights.parent.mkdir(parents=True, exist_ok=True)
    write_arrays(weights, arrays, manifest)
    documents = Inputs(data, sizes, random.Random(0), results).with_sections
    write_card(
        weights.with_name("MODEL_CARD.md"),
        manifest,
        rows(data, "documents"),
        documents,
        from_arrays(results["examples"].record),
        {name: result.record for name, result in results.items()},
    )
    learned_from.write(
        output / learned_from.FILE.name if output else learned_from.FILE,
        {row["family"] for row in documents if row["use"] == "train"},
        {stable_hash(page.id) for page in flat_pages(data)},
    )
    return weights
