"""Which reports are worth holding against each other: those of one time that share two rare things.

Blocking (see Christen, Data Matching, 2012): a report stands in a block for each pair of its names, families of happenings and
title words, on each day or in each month that it touches. A block too large to compare all with all is sorted and each
report held against its neighbours (Hernández and Stolfo's sorted neighbourhood, 1995): the cost stays near-linear.
"""

import numpy as np

from timeline.events.traits import Traits
from timeline.events.wordweights import WordWeights

VAGUE = 7  # days: a wider window is compared by months, and joins precise ones last
_NAMES, _WORDS, _TOLD = 3, 5, 2  # of a report, the rarest: names, title words, words of the excerpt
_ALL = 16  # reports: a block up to this is compared all with all
_NEIGHBOURS = 8  # in a larger one
_YEAR = 366
_MIX, _OTHER, _SHIFT = (np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 29))  # odd: as Fibonacci hashing has it


def candidates(reports: list[Traits], weights: WordWeights) -> np.ndarray:
    """Pairs (i, j), i < j, of numbers of reports, as an array of shape (pairs, 2), sorted; the same for every order of work."""
    if not reports:
        return np.empty((0, 2), np.int64)
    features = [_features(report, weights) for report in reports]
    orders = _orders(features)
    vague = np.array([report.width >= VAGUE for report in reports], dtype=bool)
    pairs = [_pairs(keys, owners, orders, vague if by_month else None)
             for by_month, keys, owners in _blocks(reports, features, bool(vague.any()))]
    found = np.unique(np.concatenate(pairs))
    return np.stack([found // len(reports), found % len(reports)], axis=1)


def _features(report: Traits, weights: WordWeights) -> list[str]:
    """The things a report can share with another: its rarest names and words, the family of its head."""
    def rarest(things, most: int) -> list[str]:
        return sorted(things, key=lambda one: (-weights.rarity(one), one))[:most]
    parts = {word for name in report.names for word in name.lower().split()}
    titled = set(report.words) - parts
    family = report.head.family or report.head.word
    return [*rarest({f" {name}" for name in report.names}, _NAMES), *([f"+{family}"] if family else []), *rarest(titled, _WORDS),
            *rarest(report.told - titled - parts, _TOLD)]


def _orders(features: list[list[str]]) -> list[np.ndarray]:
    """Places of the reports when sorted by their rarest things, and by their most common ones."""
    found = []
    for key in (lambda n: (features[n], n), lambda n: (features[n][::-1], n)):
        place = np.empty(len(features), np.int64)
        place[sorted(range(len(features)), key=key)] = np.arange(len(features))
        found.append(place)
    return found


def _blocks(reports: list[Traits], features: list[list[str]], months: bool):
    """(by month?, keys, owners): the blocks of days, and, where any window is wide, those of months."""
    known: dict[str, int] = {}
    numbers = [sorted(known.setdefault(one, len(known) + 1) for one in own) for own in features]
    for by_month in (False, True)[:1 + months]:
        times = [list(_times(report, by_month)) for report in reports]
        parts = [_keys(numbers, times, size) for size in sorted({len(own) for own in numbers})]
        yield by_month, np.concatenate([keys for keys, _ in parts]), np.concatenate([owners for _, owners in parts])


def _keys(numbers: list[list[int]], times: list[list[int]], size: int) -> tuple[np.ndarray, np.ndarray]:
    """A number for each time and each pair of features (or its one feature) of the reports that have `size` of them."""
    rows = [row for row, own in enumerate(numbers) if len(own) == size and times[row]]
    if not rows or not size:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    table = np.array([numbers[row] for row in rows], np.uint64)
    left, right = np.triu_indices(size, 1) if size > 1 else (np.array([0]), np.array([0]))
    pairs = _mixed(table[:, left], table[:, right])
    counts = np.array([len(times[row]) for row in rows])
    when = np.array([time for row in rows for time in times[row]], np.int64).astype(np.uint64)
    keys = _mixed(np.repeat(pairs, counts, axis=0), when[:, None])
    return keys.ravel(), np.repeat(np.repeat(np.array(rows, np.int64), counts), keys.shape[1])


def _times(report: Traits, by_month: bool) -> range | list[int]:
    """The days (or months) of a report's window; the day before too, where it may be a repeat of that day's report."""
    first, last = report.event.first, report.event.last
    if by_month:
        return range(first // 31, last // 31 + 1) if last - first <= _YEAR else [(first * 4_000_037 + last) * 2 + 1]
    if report.width >= VAGUE:
        return []
    return range(first - (report.width == 0 and (report.early or not report.founded)), last + 1)


def _mixed(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """One number for two; that two pairs get the same one is unlikely, and would cost a comparison only."""
    return (one * _MIX) ^ ((other + (one >> _SHIFT)) * _OTHER)


def _pairs(keys: np.ndarray, owners: np.ndarray, orders: list[np.ndarray], vague: np.ndarray | None) -> np.ndarray:
    """Pairs within the blocks, each as i * reports + j; with `vague` those only of which one is."""
    total = len(orders[0])
    found: list[np.ndarray] = [np.empty(0, np.int64)]
    small: list[int] = []
    order = np.argsort(keys, kind="stable")
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.empty(0, np.int64)
    ends = np.append(starts[1:], len(keys))
    for start, end in zip(starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True):
        block = np.unique(owners[start:end])
        if vague is not None and not vague[block].any():
            continue
        if len(block) <= _ALL:
            members = block.tolist()
            small.extend(i * total + j for at, i in enumerate(members) for j in members[at + 1:])
        else:
            found.extend(_near(block, place, total) for place in orders)
    every = np.concatenate([*found, np.array(small, np.int64)])
    return every if vague is None else every[vague[every // total] | vague[every % total]]


def _near(block: np.ndarray, place: np.ndarray, total: int) -> np.ndarray:
    """Each report of a block with its next neighbours in an order."""
    row = block[np.argsort(place[block])]
    low = np.concatenate([np.minimum(row[:-step], row[step:]) for step in range(1, _NEIGHBOURS + 1)])
    high = np.concatenate([np.maximum(row[:-step], row[step:]) for step in range(1, _NEIGHBOURS + 1)])
    return low * total + high
