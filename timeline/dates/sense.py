"""A phrase read but not yet anchored: its sense, and where it was found."""

from typing import NamedTuple


class Sense:
    """What a phrase means before it is anchored.

    `type` is the TIMEX3 type, `op` point | span | shift | boundary | reference | duration | set, or nothing, `f` the fields.
    """

    __slots__ = ("type", "op", "f", "mod", "at")

    def __init__(self, type: str, op: str, f: dict, mod: str = ""):
        self.type, self.op, self.f, self.mod = type, op, f, mod
        self.at: tuple[int, int] = (0, 0)  # the tokens it was read from

    def with_(self, mod: str = "", **f) -> "Sense":
        """A copy with more fields."""
        copy = Sense(f.pop("type", self.type), self.op, {**self.f, **f}, mod or self.mod)
        copy.at = self.at
        return copy


class Match(NamedTuple):
    """Tokens [i, j) read by a rule as a sense not yet anchored."""

    i: int
    j: int
    rule: object
    sense: Sense
