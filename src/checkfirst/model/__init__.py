"""Frozen data that flows through the pipeline; nothing here reads, measures or prints.

May be imported: Everything; this folder imports only the standard library.

To add one: a frozen, slotted, keyword-only dataclass with a docstring under each field.
"""
