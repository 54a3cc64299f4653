"""Frozen data that flows through the pipeline; nothing here reads, measures or prints."""
