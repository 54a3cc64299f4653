"""One target under atheris: ``python -m fuzz.one NAME`` and the arguments of libFuzzer."""

import sys

import atheris

with atheris.instrument_imports(include=["checkfirst.reading", "checkfirst.measuring.index", "checkfirst.sources"]):
    from checkfirst.measuring.models.weights import load_weights
    from fuzz.targets import targets


def main() -> None:
    """Run the target until its time is over, or something ends it."""
    name = sys.argv.pop(1)
    # Reading the weights is no part of an input's time.
    load_weights()
    atheris.Setup(sys.argv, targets()[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
