"""The second reader: questions to a language model about stories, its answers, and where they are kept."""
