"""From a document to its reading: parse, times, parties, dating, places, statements, meetings."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy loads: one thread a process is the fastest
