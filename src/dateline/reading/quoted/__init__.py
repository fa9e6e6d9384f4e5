"""The second reader: what a language model quotes of a story, held to its words, and laid over what the rules read."""

from dateline.reading.quoted.find import Quotes, Tally
from dateline.reading.quoted.read import hold_quotes, tally_of

__all__ = ["Quotes", "Tally", "hold_quotes", "tally_of"]
