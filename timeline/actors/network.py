"""The trained network behind timeline.actors.neural: how a word is written, windows, and the likeliest names.

Every sentence is run by itself: the 8-bit arithmetic scales by the largest value of what is run together, so in a batch
a sentence's result would hang on its neighbours.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np

from timeline.actors.bare import bare, is_name
from timeline.actors.neural import TYPES, Found
from timeline.actors.wordpiece import WordPiece

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
WINDOW = 192  # pieces of a word that the network sees at once
OVERLAP = 48
FEW = 4  # sentences that are not worth more threads than one
CASES = 8  # ways of writing a word
NO_CASE, LOWER, CAPITAL, CAPITALS, MIXED, NO_LETTER, INITIAL, FIRST = range(CASES)


class Network:
    """The model and its vocabulary, ready to run; each sentence on one thread."""

    def __init__(self, folder: Path):
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else it makes up an id for this machine and reports to its maker
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(str(folder / "ner.onnx"), options, providers=["CPUExecutionProvider"])
        self.pieces = WordPiece.from_file(folder / "vocab.txt")
        self.edges = self.pieces.number["[CLS]"], self.pieces.number["[SEP]"]

    def read(self, sentences: list[str], cased: bool | None) -> list[list[Found]]:
        """The names in each sentence; several at a time, on as many threads as there are processors."""
        if len(sentences) < FEW:
            return [self._read(text, cased) for text in sentences]
        with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
            return list(workers.map(self._read, sentences, repeat(cased)))

    def _read(self, text: str, cased: bool | None) -> list[Found]:
        ids, offsets, words = self.pieces.read(text)
        if not ids:
            return []
        return decode(text, offsets, words, self.logits(ids, piece_cases(text, offsets, words, cased)))

    def logits(self, ids: list[int], cases: list[int]) -> np.ndarray:
        """A row of label scores for each piece; long texts in overlapping windows."""
        out = np.zeros((len(ids), len(LABELS)), np.float32)
        for start, end in windows(len(ids)):
            head = OVERLAP // 2 if start else 0  # the first half of an overlap was better seen by the window before
            out[start + head : end] = self._run(ids[start:end], cases[start:end])[head:]
        return out

    def _run(self, ids: list[int], cases: list[int]) -> np.ndarray:
        first, last = self.edges
        row = np.array([[first, *ids, last]], np.int64)
        kinds = np.array([[NO_CASE, *cases, NO_CASE]], np.int64)
        feed = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": kinds}
        return self.session.run(["logits"], feed)[0][0, 1:-1]


def windows(length: int) -> list[tuple[int, int]]:
    """Stretches of at most WINDOW pieces that overlap."""
    found, start = [], 0
    while True:
        end = min(length, start + WINDOW)
        found.append((start, end))
        if end == length:
            return found
        start = end - OVERLAP


def piece_cases(text: str, offsets: list[tuple[int, int]], words: list[int], cased: bool | None) -> list[int]:
    """How each piece's word is written; all NO_CASE where capitals say nothing (none at all, or nothing else)."""
    if not capitals_tell(text, cased):
        return [NO_CASE] * len(offsets)
    found, at, opening = [], 0, True
    while at < len(offsets):
        end = at
        while end < len(offsets) and words[end] == words[at]:
            end += 1
        kind = word_case(text[offsets[at][0] : offsets[end - 1][1]])
        found += [FIRST if opening and kind == CAPITAL else kind] * (end - at)
        opening = opening and kind == NO_LETTER
        at = end
    return found


def capitals_tell(text: str, cased: bool | None) -> bool:
    """Whether capitals in `text` tell names from words."""
    if cased is False:
        return False
    if not any(c.islower() for c in text):
        return False
    return bool(cased) or any(c.isupper() for c in text)


def word_case(word: str) -> int:
    """How one word is written."""
    if not any(c.isalpha() for c in word):
        return NO_LETTER
    if word.islower() or not any(c.isupper() for c in word):
        return LOWER
    if len(word) == 1:
        return INITIAL
    if word.isupper():
        return CAPITALS
    return CAPITAL if word[0].isupper() and word[1:].islower() else MIXED


def decode(text: str, offsets: list[tuple[int, int]], words: list[int], logits: np.ndarray) -> list[Found]:
    """The likeliest names that the rows of `logits` (one a piece) allow."""
    starts = [i for i in range(len(words)) if i == 0 or words[i] != words[i - 1]]
    ends = [*starts[1:], len(words)]
    log = logits - logits.max(1, keepdims=True)
    log = log - np.log(np.exp(log).sum(1, keepdims=True))
    for kind in range(len(TYPES)):  # within a word, the pieces after the first go on with the name
        inner = np.ones(len(words), bool)
        inner[starts] = False
        log[inner, 2 * kind + 1] = log[inner, 2 * kind + 2]
    counts = np.array([e - s for s, e in zip(starts, ends)], np.float32)
    score = np.add.reduceat(log, starts, axis=0) / counts[:, None]
    tags = best_path(score)
    found, i = [], 0
    while i < len(tags):
        kind, k = tags[i], i + 1
        while kind and k < len(tags) and tags[k] == kind + 1:
            k += 1
        if kind:
            sure = float(np.exp(np.mean([score[j, tags[j]] for j in range(i, k)])))
            found.append((offsets[starts[i]][0], offsets[ends[k - 1] - 1][1], TYPES[(kind - 1) // 2], sure))
        i = k
    return [name for span in found if (name := _named(text, *span))]


def _named(text: str, start: int, end: int, kind: str, sure: float) -> Found | None:
    while text[end - 1 : end] == "-" and text[end : end + 1].isalpha():  # Moon Jae-in: the word goes on
        end += 1
        while text[end : end + 1].isalpha():
            end += 1
    start, end = bare(text, start, end)
    return (start, end, kind, round(min(sure, 1.0), 4)) if start < end and is_name(text[start:end]) else None


def best_path(score: np.ndarray) -> list[int]:
    """The best row of labels in which an I- follows its own kind (Viterbi)."""
    greedy = score.argmax(1).tolist()
    if all(_allowed(a, b) for a, b in zip([0, *greedy], greedy)):
        return greedy
    wall = np.array([[0.0 if _allowed(a, b) else -1e9 for b in range(len(LABELS))] for a in range(len(LABELS))], np.float32)
    best, back = score[0] + wall[0], []
    for row in score[1:]:
        paths = best[:, None] + wall
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def _allowed(before: int, label: int) -> bool:
    return label == 0 or label % 2 == 1 or before in (label, label - 1)
