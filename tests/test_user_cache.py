"""What results depend on: a change of code, rules or learned weights makes earlier results stale."""

from pathlib import Path

import checkfirst
from checkfirst.measuring.models.weights import SHIPPED
from checkfirst.reading.detect import text_classifier
from checkfirst.user_cache import CODE_AND_WEIGHTS, package_files


def test_learned_weights_are_among_the_files_on_which_results_depend() -> None:
    package = Path(checkfirst.__file__).parent
    watched = {path for path, _, _ in package_files()}
    for file in (SHIPPED, text_classifier.SHIPPED, Path(checkfirst.__file__), package / "rules" / "precision.toml"):
        assert file.relative_to(package).as_posix() in watched
    assert {SHIPPED.suffix, text_classifier.SHIPPED.suffix, ".py"} <= set(CODE_AND_WEIGHTS)
