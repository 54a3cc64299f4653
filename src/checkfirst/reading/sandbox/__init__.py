"""The process that reads risky files: its client, its limits, and the messages between both.

May be imported: ``read_isolated``, ``unpack_isolated`` and ``missing_limits`` of ``client``.

To add one: a request is a name in ``protocol``, sent in ``client`` and answered in ``worker``.
"""
