"""Speed and quality, measured on a folder of labelled data: ``python -m benchmarks.NAME --data DIR``."""
