"""The tools of the corpus in `corpus/`: sheets to annotate on, the checker, the splits, converters, agreement."""
