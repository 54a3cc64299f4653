"""The report for each reader: a person at a terminal, or a program."""
