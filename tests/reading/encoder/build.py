"""Stories without a parse, words whose letters are their pieces, and a network that repeats what it is given."""

from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

import numpy as np
import spacy
from hypothesis import strategies as st
from spacy.tokens import Doc
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.pre_tokenizers import WhitespaceSplit

from dateline.model.document import Document, Text
from dateline.reading.desk import Story
from dateline.reading.encoder.windows import Piece, pieces_of
from dateline.reading.parse import build_story

VOCAB = spacy.blank("en").vocab
SIGNS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", *ascii_lowercase, *(f"##{letter}" for letter in ascii_lowercase))
LETTERS = Tokenizer(WordPiece({sign: number for number, sign in enumerate(SIGNS)}, unk_token="[UNK]"))
LETTERS.pre_tokenizer = WhitespaceSplit()
FIRST, LAST = LETTERS.token_to_id("[CLS]"), LETTERS.token_to_id("[SEP]")

WORDS = st.text(ascii_lowercase, min_size=1, max_size=4)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30) | st.integers(30, 300).map(lambda number: ["ab"] * number)
STORIES = st.lists(SENTENCES, min_size=1, max_size=8)


def story_of(sentences: Sequence[Sequence[str]]) -> Story:
    """A story of these sentences, each a paragraph of its own."""
    lines = [" ".join(words) for words in sentences]
    text = "\n".join(lines)
    parsed, offset = [], 0
    for words, line in zip(sentences, lines, strict=True):
        doc = Doc(
            VOCAB,
            words=list(words),
            spaces=[True] * (len(words) - 1) + [False],
            sent_starts=[True] + [False] * (len(words) - 1),
        )
        parsed.append(("text", offset, doc))
        offset += len(line) + 1
    return build_story(Document(name="story", text=Text("", text)), parsed)  # type: ignore[arg-type]


def cut(sentences: Sequence[Sequence[str]]) -> list[Piece]:
    """The same sentences as pieces: every letter is one."""
    return pieces_of(story_of(sentences).body, LETTERS)


class Echo:
    """In the place of the network: what it gives of a piece tells its number and its mark, and nothing of its neighbours."""

    def __init__(self) -> None:
        self.widths: list[tuple[int, int]] = []

    def run(self, names: Sequence[str], given: dict[str, Any]) -> list[Any]:
        ids, marks, mask = given["ids"], given["marks"], given["mask"]
        assert ids.shape == marks.shape == mask.shape
        assert not ids[mask == 0].any()
        assert not marks[mask == 0].any()
        self.widths.append(ids.shape)
        shape = {"anchor": 9, "status": 9, "kind": 15, "tags": 4, "roles": 5, "asks": 8, "answers": 8}
        made = {name: np.zeros((*ids.shape, shape[name]), np.float32) for name in names}
        made["anchor"][..., 1] = ids
        made["roles"][..., 0] = ids
        made["answers"][..., 0] = ids
        made["status"][..., 3] = 5 * marks
        return [made[name] for name in names]
