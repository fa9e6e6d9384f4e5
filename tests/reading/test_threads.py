"""Whichever file of the reading room is loaded first: numpy is told to use one thread before it loads."""

import os
import subprocess
import sys

import pytest

FIRST = "import sys, os; import dateline.reading; assert 'numpy' not in sys.modules; print(os.environ['OPENBLAS_NUM_THREADS'])"


@pytest.mark.parametrize("threads", [None, "3"])
def test_one_thread_unless_told_otherwise(threads: str | None) -> None:
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    environment |= {"OPENBLAS_NUM_THREADS": threads} if threads else {}
    done = subprocess.run([sys.executable, "-c", FIRST], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == (threads or "1")
