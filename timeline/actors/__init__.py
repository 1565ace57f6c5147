"""Document -> ActorMentions: people, organisations and places, each under one canonical name with its reason.

`find` reads one document, `join` makes names one across documents, `suggestions` lists names that may be
one though nothing joins them, `entities` gives bare spans, `alias_problems` says what is wrong in
data/actors/aliases.csv, the file in which a person has the last word, `is_trained` whether the network is there,
`notice` what a person should know of how names are found.

How: tokens (one pass) -> chains (by capitals) or worn (without) -> known (a clear name is known everywhere)
-> recognised (what the trained network says) -> canon (one name an actor) -> roles (country or venue).
Words and names are data, in data/actors/; the network is in model/, what may take its place in backends.
"""

from timeline.actors import canon, chains, known, recognised, roles, worn
from timeline.actors.across import join
from timeline.actors.backends import notice
from timeline.actors.lexicon import load
from timeline.actors.neural import is_there as is_trained
from timeline.actors.spot import Scene, Spot
from timeline.actors.suggest import suggestions
from timeline.actors.tokens import scan
from timeline.model import ActorMention, Span

__all__ = ["alias_problems", "entities", "find", "is_trained", "join", "notice", "suggestions"]


def find(text: str, language: str = "en", where: list[Span] | None = None) -> list[ActorMention]:
    """The actors named in `text`, sorted, not overlapping; `text[m.start:m.end] == m.text`. Never raises.

    `where`: stretches of the text, sorted, in which the trained network reads too; None: everywhere. It is slow: the
    rules and the lists, and what the network has read elsewhere in the text, do for the rest.
    `role` is "actor", "speaker" for one who tells of something ("Kim told reporters", "according to Kim"), "venue" for
    a place that only hosts, or "" for a bare adjective ("American student").
    """
    scene, spots = _read(text, language, where)
    return [_mention(scene, spot) for spot in spots]


def entities(text: str, language: str = "en", where: list[Span] | None = None) -> list[dict]:
    """[{"start", "end", "type"}]: the names alone, without titles and demonyms; code-point offsets. `where`: as in `find`."""
    scene, spots = _read(text, language, where)
    tokens = scene.tokens
    return [{"start": tokens.start[s.first], "end": tokens.end[s.last - 1], "type": s.type}
            for s in spots if not recognised.is_adjective(scene, s)]


def alias_problems() -> tuple[str, ...]:
    """What is wrong in the alias file, a sentence a line with what to do; empty when all is well."""
    return load("en").problems  # one file for all languages


def _read(text: str, language: str, where: list[Span] | None = None) -> tuple[Scene, list[Spot]]:
    lexicon = load(language)
    scene = Scene(scan(text, lexicon.part, lexicon.is_common), lexicon)
    spots = recognised.settle(scene, known.spread(scene, _first_pass(scene)), where)
    spots = [s for s in spots if s.type != "hide"]
    canon.name_all(scene, spots)
    return scene, roles.settle(scene, spots)


def _first_pass(scene: Scene) -> list[Spot]:
    """Left to right: by capitals where they tell something, else by lists and titles."""
    spots, i, tokens = [], 0, scene.tokens
    while i < len(tokens):
        found, after = _at(scene, i)
        spots.extend(found)
        i = max(after, found[-1].last if found else 0, i + 1)
    return spots


def _at(scene: Scene, i: int) -> tuple[list[Spot], int]:
    if scene.tokens.blind[i]:
        return worn.read_worn(scene, i), i + 1
    end = chains.chain_at(scene, i)
    if end > i:
        return chains.read_chain(scene, i, end), end
    if scene.tokens.case[i] == "n" and scene.low(i) in scene.lexicon.trie:
        return chains.read_chain(scene, i, i + 1), i + 1
    if scene.tokens.case[i] == "l" and scene.low(i) in scene.lexicon.trie:
        return worn.read_small(scene, i), i + 1
    return [], i + 1


def _mention(scene: Scene, spot: Spot) -> ActorMention:
    start, end = scene.tokens.start[spot.first], scene.tokens.end[spot.last - 1]
    return ActorMention(start, end, scene.tokens.text[start:end], spot.type, spot.name, spot.reason, roles.role(scene, spot))
