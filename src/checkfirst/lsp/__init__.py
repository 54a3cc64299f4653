"""A language server: findings in an editor, with actions that accept or mend them. Needs the extra ``editor`` (pygls).

``remarks`` makes what an editor shows of a report, ``server`` speaks the protocol. What checks and accepts comes from
``cli.lsp``.

May be imported: by ``cli`` alone.
"""
