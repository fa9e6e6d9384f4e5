"""`python -m dateline` is `dateline`."""

from dateline.cli.main import run

run()
