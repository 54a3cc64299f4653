"""The report as one web page that fetches nothing: the set, its documents and their findings.

May be imported: ``page.parts``; the other modules are sections of the page.

To add one: a module that returns the section's HTML through ``escape``, called in ``page``.
"""
