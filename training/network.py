"""The networks: a pretrained encoder, an embedding of how a word is written added to its words, a row of labels on top."""

import hashlib
from pathlib import Path

import torch
from torch import nn
from transformers import AutoConfig, AutoModel

from timeline.actors.network import CASES, LABELS

STUDENT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # all-MiniLM-L6-v2, Apache-2.0
TEACHER_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # all-mpnet-base-v2, Apache-2.0


def check(folder: Path, expected: str) -> None:
    """The encoder is the published one."""
    with open(folder / "model.safetensors", "rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        raise SystemExit(
            f"{folder / 'model.safetensors'} has the SHA-256 {found}, not {expected}: take the published file."
        )


class Tagger(nn.Module):
    """pieces, writing, mask -> label scores for each piece."""

    def __init__(self, folder: Path, dropout: float = 0.1):
        super().__init__()
        config = AutoConfig.from_pretrained(folder)
        config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
        self.encoder = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False, dtype=torch.float32)
        self.words = self.encoder.embeddings.word_embeddings
        self.case = nn.Embedding(CASES, config.hidden_size)
        nn.init.zeros_(self.case.weight)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(config.hidden_size, len(LABELS))
        self.layers = config.num_hidden_layers

    def forward(self, ids: torch.Tensor, cases: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Label scores, one row a piece."""
        x = self.words(ids) + self.case(cases)
        hidden = self.encoder(inputs_embeds=x, attention_mask=mask).last_hidden_state
        return self.head(self.dropout(hidden))


class Teacher(nn.Module):
    """A Tagger whose encoder numbers the same pieces of words in its own way."""

    def __init__(self, tagger: Tagger, numbers: list[int]):
        super().__init__()
        self.tagger = tagger
        self.layers = tagger.layers
        self.words = tagger.words
        self.register_buffer("numbers", torch.tensor(numbers), persistent=False)

    def forward(self, ids: torch.Tensor, cases: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """As Tagger."""
        return self.tagger(self.numbers[ids], cases, mask)


def numbers(student: dict[str, int], teacher: dict[str, int]) -> list[int]:
    """The teacher's number of each piece of the student's vocabulary (both have BERT's uncased pieces)."""
    names = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}
    unknown = teacher["[UNK]"]
    order = sorted(student, key=student.get)
    return [teacher.get(names.get(piece, piece), unknown) for piece in order]


def groups(model: nn.Module, rate: float, head_rate: float, decay: float) -> list[dict]:
    """The optimiser's groups: lower layers move less; the word embeddings stay, so that unseen names keep their place."""
    found = []
    for name, weight in model.named_parameters():
        if "word_embeddings" in name or name.endswith("words.weight"):
            weight.requires_grad_(False)
            continue
        depth = next((int(part) for part in name.split(".") if part.isdigit()), None)
        top = "head" in name or "case" in name
        speed = head_rate if top else rate * decay ** (model.layers - 1 - depth if depth is not None else model.layers)
        plain = name.endswith("bias") or "norm" in name.lower()
        found.append({"params": [weight], "lr": speed, "weight_decay": 0.0 if plain else 0.01})
    return found
