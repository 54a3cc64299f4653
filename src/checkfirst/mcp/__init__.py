"""A server of the Model Context Protocol on standard input and output, with two tools, in the standard library alone.

``server`` answers messages, ``protocol`` knows their forms, ``tools`` the tools, ``places`` which paths a client may name.
What a tool does comes from ``cli.mcp``, so that nothing heavy is imported before a tool is called.

May be imported: by ``cli`` alone.
"""
