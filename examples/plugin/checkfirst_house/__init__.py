"""What one house adds to checkfirst: a rule, a type of file and a report."""
