"""Rules and the trained network together: where the network reads, what both say is weighed (timeline.actors.combine).

What is said of the network holds for what a person has put in its place (timeline.actors.backends).
"""

from bisect import bisect_left, bisect_right

from timeline import text as prose
from timeline.actors import backends, known
from timeline.actors.beside import NUMERALS
from timeline.actors.combine import SURE, Ruled, combine
from timeline.actors.governments import governs
from timeline.actors.spot import Scene, Spot
from timeline.actors.tokens import HYPHEN
from timeline.model import Span

REASON = "recognised by the trained network"
PEOPLES = ("demonym", "people")  # adjectives and peoples: the network leaves them to the lists


def settle(scene: Scene, spots: list[Spot], where: list[Span] | None) -> list[Spot]:
    """The rules' spots, with the network's judgement in the stretches `where` (None: the whole text); sorted.

    What it names clearly there is then known in the rest of the text. Without the model the spots stay as they are.
    """
    recogniser = backends.chosen(scene.lexicon.language) if where != [] else None
    if recogniser is None:
        return spots
    stretches = _stretches(scene.tokens.text, where)
    if where is not None:
        stretches = _unexplained(scene, spots, stretches)
    stretches = _whole(scene, spots, stretches)
    sentences = [scene.tokens.text[s.start:s.end] for s in stretches]
    inside = _inside(scene, spots, stretches)
    found = recogniser(sentences, None if scene.tokens.text != scene.tokens.text.lower() else False)
    rules = [[_ruled(scene, s, stretch.start) for s in own] for own, stretch in zip(inside, stretches)]
    reason, read = getattr(recogniser, "reason", REASON), []
    for names, own, stretch in zip(combine(sentences, found, rules), inside, stretches):
        read += _spots(scene, names, own, stretch, reason)
    covered = {id(s) for own in inside for s in own}
    outside = [s for s in spots if id(s) not in covered]
    return _spread(scene, read, outside, stretches)


def _stretches(text: str, where: list[Span] | None) -> list[Span]:
    """Whole sentences, in order; of worn text, which has none, the stretches as they are."""
    if where is not None and prose.is_worn(text):
        return where
    sentences = prose.sentences(text)
    if where is None:
        return sentences
    starts = [s.start for s in where]
    return [s for s in sentences if (k := bisect_right(starts, s.end - 1)) and where[k - 1].end > s.start]


def _unexplained(scene: Scene, spots: list[Spot], stretches: list[Span]) -> list[Span]:
    """The stretches with a capital that no list explains, or in which capitals tell nothing: what the network is for."""
    listed = {i for s in spots if s.entry for i in range(s.first, s.last)}
    tokens = scene.tokens
    found = []
    for stretch in stretches:
        words = range(*_words(scene, stretch.start, stretch.end))
        if any(tokens.blind[i] or i not in listed and _asks(scene, i) for i in words):
            found.append(stretch)
    return found


def _whole(scene: Scene, spots: list[Spot], stretches: list[Span]) -> list[Span]:
    """The stretches with each spot that crosses an edge taken in whole ("W. | E. B. Du Bois"); sorted, apart."""
    edges = [Span(scene.tokens.start[s.first], scene.tokens.end[s.last - 1]) for s in spots]
    found: list[Span] = []
    k = 0
    for start, end in stretches:
        while k < len(edges) and edges[k].end <= start:
            k += 1
        if k < len(edges) and edges[k].start < start:
            start = edges[k].start
        while k < len(edges) and edges[k].start < end:
            end = max(end, edges[k].end)
            k += 1
        if found and start < found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def _asks(scene: Scene, i: int) -> bool:
    """Word `i` has a capital that neither its place in the sentence nor the calendar explains."""
    return scene.is_capital(i) and not scene.has("never", i) and not (scene.tokens.opens[i] and scene.common(i))


def _inside(scene: Scene, spots: list[Spot], stretches: list[Span]) -> list[list[Spot]]:
    """The spots that lie within each stretch; both are sorted, so that each is looked at once."""
    starts = [scene.tokens.start[s.first] for s in spots]
    edges = [(bisect_left(starts, start), bisect_left(starts, end), end) for start, end in stretches]
    return [[s for s in spots[low:high] if scene.tokens.end[s.last - 1] <= end] for low, high, end in edges]


def is_adjective(scene: Scene, spot: Spot) -> bool:
    """American, Americans; the Geneva of Geneva-based."""
    if spot.entry and spot.entry.kind in PEOPLES:
        return True
    k = spot.last
    return k < len(scene.tokens) and scene.tokens.gap[k] == HYPHEN and scene.tokens.case[k] == "l"


def _ruled(scene: Scene, spot: Spot, shift: int) -> Ruled:
    start, end = scene.tokens.start[spot.first] - shift, scene.tokens.end[spot.last - 1] - shift
    return Ruled(start, end, spot.type, spot.entry.kind if spot.entry else "", spot.reason, is_adjective(scene, spot))


def _spots(scene: Scene, names, own: list[Spot], stretch: Span, reason: str) -> list[Spot]:
    """One stretch's spots: the network's, each as the rules have it where they agree, and what only the lists know."""
    found = [(*_words(scene, stretch.start + start, stretch.start + end), kind, sure) for start, end, kind, sure in names]
    by_words = {(s.first, s.last): s for s in own}
    found = [f for f in found if f[0] < f[1] and (f[:2] in by_words or _may_be_name(scene, f))]
    kept = [s for s in own if _stays(scene, s, found)]
    taken = {i for s in kept for i in range(s.first, s.last)}
    for first, last, kind, sure in found:
        if not taken & set(range(first, last)):
            same = by_words.get((first, last))
            kept.append(same if same and same.type == kind else _named(scene, (first, last, kind, sure), own, reason))
            taken |= set(range(first, last))
    adjectives = [s for s in own if is_adjective(scene, s) and not taken & set(range(s.first, s.last))]
    return sorted([*kept, *adjectives], key=lambda s: s.first)


def _may_be_name(scene: Scene, found: tuple) -> bool:
    """Not what is written small where capitals tell something, nor an everyday word where they do not, nor an address."""
    first, last, _, sure = found
    tokens = scene.tokens
    if any(scene.in_address(i) for i in range(first, last)):
        return False
    if all(tokens.blind[i] for i in range(first, last)):
        return sure >= SURE or last - first > 1 or not scene.common(first)
    return any(tokens.case[i] != "l" for i in range(first, last))


def _stays(scene: Scene, spot: Spot, found: list) -> bool:
    """Whether the rules' spot stands against what the network says of its words."""
    over = [f for f in found if f[0] < spot.last and spot.first < f[1]]
    if spot.type == "PER" and spot.titles and any(f[0] < spot.first and f[1] == spot.last and f[2] == "PER" for f in over):
        return True  # State Kissinger: the network has the end of a title
    if any(f[0] <= spot.first and spot.last <= f[1] and f[1] - f[0] > spot.last - spot.first for f in over):
        return False  # Google within Google Maps
    if spot.type == "hide" or spot.reason in known.ELSEWHERE and spot.type == "PER":
        return True
    if spot.entry and spot.entry.by_hand and (spot.last - spot.first > 1 or spot.entry.kind != "person" or spot.clear):
        return True
    if spot.entry and spot.entry.kind in PEOPLES and over:
        return True  # of the very same words: an adjective is no name
    return _is_country(spot) or _is_fuller(scene, spot, over) or _is_government(scene, spot) or _is_office(scene, spot)


def _is_fuller(scene: Scene, spot: Spot, over: list) -> bool:
    """The rules have the whole of a name of which the network has a part: Seo Ji(-won), King Charles (I), (W.) E. B."""
    if not over or any(f[2] != spot.type for f in over) or spot.last - spot.first <= max(f[1] - f[0] for f in over):
        return False
    if spot.entry or spot.type == "ORG":
        return spot.type != "PER"
    covered = {i for f in over for i in range(f[0], f[1])}
    return all(_belongs(scene, i) for i in range(spot.first, spot.last) if i not in covered)


def _belongs(scene: Scene, i: int) -> bool:
    """Word `i` goes with the name beside it: behind a hyphen, an initial, a number of a king."""
    tokens = scene.tokens
    return tokens.gap[i] == HYPHEN or tokens.case[i] == "I" or scene.low(i) in NUMERALS or "." in tokens.low[i]


def _is_country(spot: Spot) -> bool:
    return bool(spot.entry) and spot.entry.kind == "country"


def _is_office(scene: Scene, spot: Spot) -> bool:
    """The (Croatian) Foreign Ministry: words for a body behind the adjective of a country."""
    before = scene.lexicon.match(scene.tokens, spot.first - 1, spot.first) if spot.first else None
    return spot.reason.startswith("organisation word") and bool(before) and before[1].kind in PEOPLES


def _is_government(scene: Scene, spot: Spot) -> bool:
    """Sofia rejected it."""
    return bool(spot.entry) and spot.entry.kind == "capital" and governs(scene, spot)


def _words(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The words from `start` to `end`; one that is cut counts whole."""
    return bisect_right(scene.tokens.end, start), bisect_left(scene.tokens.start, end)


def _named(scene: Scene, found: tuple, own: list[Spot], reason: str) -> Spot:
    first, last, kind, sure = found
    over = [s for s in own if s.first < last and first < s.last]
    titles = next((s.titles for s in over if s.type == kind == "PER" and s.titles), ())
    listed = scene.lexicon.match(scene.tokens, first, last)
    entry = listed[1] if listed and listed[0] == last and listed[1].type == kind and listed[1].kind not in PEOPLES else None
    return Spot(first, last, kind, reason, entry, titles, clear=sure >= SURE)


def _spread(scene: Scene, read: list[Spot], outside: list[Spot], stretches: list[Span]) -> list[Spot]:
    """What was read, and what the rules say once they know the names that were read: outside of it all, inside of it
    the people named in full elsewhere."""
    told = known.spread(scene, sorted([*read, *outside], key=lambda s: s.first))
    starts = [s.start for s in stretches]
    taken = {i for s in read for i in range(s.first, s.last)}
    more = [s for s in told if not _is_in(scene, s, stretches, starts) or
            s.type == "PER" and s.reason in known.ELSEWHERE and not taken & set(range(s.first, s.last))]
    return sorted([*read, *more], key=lambda s: s.first)


def _is_in(scene: Scene, spot: Spot, stretches: list[Span], starts: list[int]) -> bool:
    k = bisect_right(starts, scene.tokens.start[spot.first])
    return bool(k) and scene.tokens.start[spot.first] < stretches[k - 1].end
