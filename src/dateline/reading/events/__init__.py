"""Events: who did what to whom, coded in PLOVER and CAMEO."""

from dateline.reading.events.coding import code
from dateline.reading.events.read import find_events

__all__ = ["code", "find_events"]
