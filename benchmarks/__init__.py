"""Benchmarks of speed and quality on a folder of labelled data: ``python -m benchmarks.NAME --data DIR``."""
