"""What teaches the trained reader: the corpus' train part, windows as the program reads them, a small encoder with heads."""
