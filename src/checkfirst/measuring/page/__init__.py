"""Web pages saved as text: class and role of every line, main text, whether it was scraped.

May be imported: ``line_classes``, ``line_roles``, ``main_text``, ``scraped``.

To add one: a role is a member of ``model.document.Role`` and a branch in ``line_patterns``.
"""
