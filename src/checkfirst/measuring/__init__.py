"""Numbers and labels, each computed once, that the rules read."""
