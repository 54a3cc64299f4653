"""The command line: one module a command, each with ``run(options)`` that returns the exit code.

May be imported: Nothing outside this folder imports from it; what a program uses is in ``api``.

To add one: a module with ``run``, a line in ``app.COMMANDS``, its options in ``parser``.
"""
