"""``python -m checkfirst``."""

from checkfirst.cli import main

raise SystemExit(main())
