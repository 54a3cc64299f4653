"""Coverage-guided fuzzing of all that reads what a set brings: ``python -m fuzz``."""
