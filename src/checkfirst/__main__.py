"""``python -m checkfirst``."""

from checkfirst.cli.app import main

raise SystemExit(main())
