"""Train one network: `python -m training.train --help`. Fixed seeds; CPU or GPU.

The loss is cross-entropy against the corpora and our own sentences and, with teachers, also against what they think of
the same text when they see its capitals (the student sees them in half of the cases). The weights kept are a running
mean over the last steps.
"""

import argparse
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from timeline.actors.network import NO_CASE
from training import data, network
from training.pieces import IGNORED, Row, dressed, rows
from training.templates import sentences


def main() -> None:
    """Train as the command line says."""
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model, tokenizer = build(options.encoder, options.student, options.dropout)
    teachers = [load(path, options.student) for path in options.teacher]
    for net in (model, *teachers):
        net.to(device)
    sets = data.training_sets(options.corpora, tuple(options.leave_out))
    mean = fit(model, teachers, tokenizer, sets, options, device)
    torch.save({"weights": mean, "encoder": str(options.encoder), "seed": options.seed}, options.out)


def arguments() -> argparse.Namespace:
    """The options; the defaults are those of the shipped model."""
    add = (parser := argparse.ArgumentParser(description=__doc__)).add_argument
    add("corpora", type=Path)
    add("out", type=Path)
    add("--encoder", type=Path, required=True, help="folder of the pretrained encoder")
    add("--student", type=Path, required=True, help="folder of the student's encoder: its tokenizer cuts the words")
    add("--teacher", type=Path, nargs="*", default=[], help="weights of trained teachers")
    add("--leave-out", nargs="*", default=[], help="training sets that are not used")
    add("--epochs", type=int, default=8)
    add("--batch", type=int, default=48)
    add("--rate", type=float, default=2e-4)
    add("--head-rate", type=float, default=1e-3)
    add("--decay", type=float, default=0.9, help="how much less each lower layer moves")
    add("--dropout", type=float, default=0.1)
    add("--smoothing", type=float, default=0.05)
    add("--taught", type=float, default=0.6, help="the teachers' share of the loss")
    add("--uncased", type=float, default=0.5, help="share of the texts whose capitals are hidden")
    add("--sentences", type=int, default=8000, help="sentences of our own in an epoch")
    add("--mean", type=float, default=0.998, help="how slowly the running mean of the weights follows")
    add("--minutes", type=float, default=0, help="stop the epochs so as to end within this time; 0: no limit")
    add("--steps", type=int, default=0, help="at most so many steps; 0: all")
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=2)
    return parser.parse_args()


def build(encoder: Path, student: Path, dropout: float) -> tuple[nn.Module, Tokenizer]:
    """A network on `encoder` and the tokenizer that all share."""
    tokenizer = Tokenizer.from_file(str(student / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tagger = network.Tagger(encoder, dropout)
    if encoder == student:
        return tagger, tokenizer
    vocabulary = Tokenizer.from_file(str(encoder / "tokenizer.json")).get_vocab()
    return network.Teacher(tagger, network.numbers(tokenizer.get_vocab(), vocabulary)), tokenizer


def load(path: Path, student: Path) -> nn.Module:
    """A trained network from its weights."""
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model, _ = build(Path(saved["encoder"]), student, 0.0)
    model.load_state_dict(saved["weights"], strict=False)
    return model.eval()


def epoch_rows(sets: dict, tokenizer: Tokenizer, options: argparse.Namespace, epoch: int) -> list[Row]:
    """What one epoch learns from: half of the texts without names, the careful corpus twice, new sentences of our own."""
    rng = random.Random(options.seed * 1000 + epoch)
    chosen = [e for name, examples in sets.items() for e in examples for _ in range(2 if name == "uner_ewt_dev" else 1)]
    chosen = [e for e in chosen if e.spans or rng.random() < 0.5]
    chosen += sentences(options.sentences, options.seed * 1000 + epoch)
    rng.shuffle(chosen)
    return rows(dressed(chosen, rng), tokenizer, rng, options.uncased)


def batches(rows: list[Row], size: int, rng: random.Random) -> list[list[Row]]:
    """Batches of texts of like length, in random order."""
    found = []
    for at in range(0, len(rows), size * 40):
        near = sorted(rows[at : at + size * 40], key=lambda row: len(row.ids))
        found += [near[i : i + size] for i in range(0, len(near), size)]
    rng.shuffle(found)
    return found


def tensors(batch: list[Row], device: str) -> tuple[torch.Tensor, ...]:
    """ids, cases, full cases, labels, mask."""
    longest = max(len(row.ids) for row in batch)

    def padded(lists: list[list[int]], filler: int) -> torch.Tensor:
        return torch.tensor([x + [filler] * (longest - len(x)) for x in lists]).to(device, non_blocking=True)

    ids, cases, full, labels = (
        padded(list(column), fill) for column, fill in zip(zip(*batch), (0, NO_CASE, NO_CASE, IGNORED))
    )
    return ids, cases, full, labels, padded([[1] * len(row.ids) for row in batch], 0)


def fit(
    model: nn.Module, teachers: list, tokenizer: Tokenizer, sets: dict, options: argparse.Namespace, device: str
) -> dict:
    """Train; the running mean of the weights."""
    groups = network.groups(model, options.rate, options.head_rate, options.decay)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)
    moving = {n: p for n, p in model.named_parameters() if p.requires_grad}
    mean = {n: p.detach().clone() for n, p in moving.items()}
    started, step, total, rates = time.time(), 0, 0, [g["lr"] for g in optimiser.param_groups]
    model.train()
    for epoch in range(options.epochs):
        todo = batches(epoch_rows(sets, tokenizer, options, epoch), options.batch, random.Random(options.seed + epoch))
        total = total or len(todo) * options.epochs
        for batch in todo:
            share = progress(step, total, started, options)
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * min(1.0, share / 0.06 + 0.01) * max(0.0, 1 - share)
            loss = losses(model, teachers, tensors(batch, device), options, device)
            loss.backward()
            nn.utils.clip_grad_norm_(moving.values(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            follow(mean, moving, min(options.mean, step / (step + 10)))
            if step % 200 == 0:
                print(
                    f"epoch {epoch} step {step}/{total} loss {loss.item():.3f} {step / (time.time() - started):.1f} steps/s",
                    flush=True,
                )
            if share >= 1 or step == options.steps:
                return mean
    return mean


def progress(step: int, total: int, started: float, options: argparse.Namespace) -> float:
    """How much of the training is done, by steps or by the clock."""
    clock = (time.time() - started) / (60 * options.minutes) if options.minutes else 0.0
    return max(step / total, clock, step / options.steps if options.steps else 0.0)


def losses(model: nn.Module, teachers: list, batch: tuple, options: argparse.Namespace, device: str) -> torch.Tensor:
    """Cross-entropy against the labels and, with teachers, against their opinion."""
    ids, cases, full, labels, mask = batch
    with torch.autocast(device, dtype=torch.bfloat16):
        scores = model(ids, cases, mask).float()
        known = labels != IGNORED
        gold = nn.functional.cross_entropy(scores[known], labels[known], label_smoothing=options.smoothing)
        if not teachers:
            return gold
        with torch.no_grad():
            opinion = sum(t(ids, full, mask).float().softmax(-1) for t in teachers) / len(teachers)
    inside = mask.bool()
    inside[:, 0] = False
    taught = -(opinion[inside] * scores[inside].log_softmax(-1)).sum(-1).mean()
    return (1 - options.taught) * gold + options.taught * taught


def follow(mean: dict, moving: dict, keep: float) -> None:
    """Move the running mean of the weights a little towards them."""
    with torch.no_grad():
        torch._foreach_lerp_(list(mean.values()), [p.detach() for p in moving.values()], 1 - keep)


if __name__ == "__main__":
    main()
