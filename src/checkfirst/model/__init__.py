"""Frozen data that the stages of a check pass on; nothing here reads, measures or prints.

May be imported: everything. This folder imports only the standard library and msgspec.

To add one: a frozen, keyword-only ``msgspec.Struct`` with a docstring under each field.
"""
