"""The cost of text made to be slow: microseconds of processor time a character, and how it grows with length."""

from bench.speed import best

SIZE = 500_000  # characters; each unit is measured at this length and at twice it
UNITS = ("a", "the ", "1-", "june ", "may 3, ", "two hundred ", "the end of ", "1a", "monday", "3, ", "99 bc ", "'")


def measure() -> list[tuple[str, float, float, float]]:
    """(unit, µs a character at SIZE, at 2 × SIZE, the ratio of the two) for each unit repeated without end."""
    return [_one(unit) for unit in UNITS]


def _one(unit: str) -> tuple[str, float, float, float]:
    from timeline import dates

    costs = []
    for size in (SIZE, 2 * SIZE):
        text = unit * (size // len(unit))
        costs.append(best(lambda text=text: dates.timexes(text, "2019-03-01", "en"), 1) / len(text) * 1e6)
    return unit, *costs, costs[1] / costs[0]
