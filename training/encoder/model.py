"""The encoder with its heads, in PyTorch; `export` gives the one file that the program runs."""

import torch
from torch import Tensor, nn
from transformers import AutoModel

from training.encoder.labels import KINDS, MEETINGS, RELATIONS, ROLES, STATUSES, TAGS

WIDTH = 64
"""Numbers by which a pair of words is compared, a relation."""


class Reader(nn.Module):
    """What each piece of a window is read as; pairs are scored from `asks` and `answers` outside."""

    def __init__(self, start: str, attention: str = "sdpa") -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(start, add_pooling_layer=False, attn_implementation=attention)
        size = self.body.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.anchor = nn.Linear(size, len(MEETINGS) + 1)
        self.status = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, len(STATUSES)))
        self.kind = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, len(KINDS)))
        self.tags = nn.Linear(size, len(TAGS))
        self.roles = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.Linear(size, len(ROLES)))
        self.asks = nn.Linear(size, WIDTH * len(RELATIONS))
        self.answers = nn.Linear(size, WIDTH * len(RELATIONS))
        self.bias = nn.Parameter(torch.full((len(RELATIONS),), -1.0))

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, ...]:
        """Logits of anchors, statuses, kinds, tags, and of roles in the marked mention; vectors that ask and answer."""
        hidden = self.drop(self.body(input_ids=ids, attention_mask=mask, token_type_ids=marks).last_hidden_state)
        return (
            self.anchor(hidden), self.status(hidden), self.kind(hidden), self.tags(hidden), self.roles(hidden),
            self.asks(hidden), self.answers(hidden),
        )  # fmt: skip
