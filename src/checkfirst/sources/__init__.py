"""Where documents come from: folders, single files and the caller's own records."""
