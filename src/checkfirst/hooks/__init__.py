"""Hooks of coding agents: an event of the agent in, an answer in the agent's own format out.

One module for each host reads its events (``event_of``) and writes its answers (``answer_of``); ``decide`` knows no host.
``register`` and ``settings_file`` write the host's file. What each host documents is kept in ``tests/hooks/documented``.

May be imported: by ``cli`` alone. What answers an event imports no more than ``json``, so that it is quick.

To add one: a module after ``claude``, its name in ``hosts.HOSTS``, its documented events among the tests.
"""
