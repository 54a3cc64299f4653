"""Bytes to documents: what a file is, how it decodes, what its markup says, what was lost."""
