"""Training of the event scorer: cores by hand, a generator that widens them, the fit."""
