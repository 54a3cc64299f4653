"""The process that reads risky files: limits, messages, and the client that asks it.

May be imported: ``read_isolated`` and ``unpack_isolated``.

To add one: a message is a name in ``protocol``, answered in ``worker`` and asked for in ``client``.
"""
