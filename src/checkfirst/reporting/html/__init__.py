"""The report as one web page that fetches nothing: a table of the documents, then each of them with its evidence.

May be imported: ``page.parts``; the other modules are sections of the page. ``page.css`` and ``page.js`` are its style
and its one script, which hides and shows what is there; everything can be read without it.

To add one: a module that returns the section's HTML through ``escape``, called in ``page``.
"""
