"""Examples -> what the network takes in: pieces of words, how they are written, and the label of each piece."""

import random
from typing import NamedTuple

from tokenizers import Tokenizer

from timeline.actors.network import LABELS, NO_CASE, piece_cases
from training import damage
from training.data import UNSURE, Example
from training.fill import Filler
from training.swap import swapped

LABEL = {label: i for i, label in enumerate(LABELS)}
IGNORED = -100


class Row(NamedTuple):
    """One text for the network; `full` has the capitals that `cases` may have lost."""

    ids: list[int]
    cases: list[int]
    full: list[int]
    labels: list[int]


def dressed(examples: list[Example], rng: random.Random) -> list[Example]:
    """The examples as one epoch shows them: some with other names, some damaged, some joined."""
    filler, out = Filler(rng), []
    for example in examples:
        if example.spans and rng.random() < 0.3:
            example = swapped(example, filler, rng)
        pick = rng.random()
        if pick < 0.14:
            example = damage.worn(example)
        elif pick < 0.18:
            example = damage.glued(example, rng)
        elif pick < 0.21:
            example = damage.title_case(example)
        if out and rng.random() < 0.15 and len(out[-1].text) + len(example.text) < 400:
            example = damage.joined(out.pop(), example, rng.choice((" ", " ", "\n")))
        out.append(example)
    return [e for e in out if e.text.strip()]


def rows(
    examples: list[Example], tokenizer: Tokenizer, rng: random.Random, uncased: float = 0.5, longest: int = 160
) -> list[Row]:
    """Rows for the network; a share `uncased` of them has its capitals hidden."""
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    found = []
    for example, pieces in zip(examples, tokenizer.encode_batch([e.text for e in examples], add_special_tokens=False)):
        ids, offsets, words = pieces.ids[:longest], pieces.offsets[:longest], pieces.word_ids[:longest]
        full = piece_cases(example.text, offsets, words, None)
        cases = [NO_CASE] * len(full) if rng.random() < uncased else full
        labels = piece_labels(example, offsets)
        found.append(Row(
            [first, *ids, last], [NO_CASE, *cases, NO_CASE], [NO_CASE, *full, NO_CASE], [IGNORED, *labels, IGNORED],
        ))  # fmt: skip
    return found


def piece_labels(example: Example, offsets: list[tuple[int, int]]) -> list[int]:
    """B- on the first piece of a name, I- on the others."""
    labels, k, begun, spans = [], 0, False, example.spans
    for start, end in offsets:
        while k < len(spans) and spans[k][1] <= start:
            k, begun = k + 1, False
        if k < len(spans) and spans[k][0] < end:
            kind = spans[k][2]
            labels.append(IGNORED if kind == UNSURE else LABEL[("I-" if begun else "B-") + kind])
            begun = True
        else:
            labels.append(0)
    return labels
