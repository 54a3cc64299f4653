"""Frozen data that the stages of a check pass on; nothing here reads, measures or prints.

May be imported: everything. This folder imports only the standard library.

To add one: a frozen, slotted, keyword-only dataclass with a docstring under each field.
"""
