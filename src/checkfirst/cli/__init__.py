"""The command line: one module per command, each with ``run(options)``, which returns the exit code.

May be imported: by ``__main__`` alone; programs use ``api``.

To add one: a module with ``run``, a line in ``app.COMMANDS``, its options in ``parser``.
"""
