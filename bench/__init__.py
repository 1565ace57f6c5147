"""Speed and quality, measured: `python -m bench --corpora PATH` (or `make bench CORPORA=PATH`).

    gold        the project's own gold sentences (tests/gold) and the scorer for them
    passages    dates in whole passages of our own, in seven languages
    names       names in passages of our own, in seven languages: rules, network and what is shipped
    corpora     public corpora at a path given on the command line, scored by the scorers that come with them
    travels     trips of a public list in prose of our own templates, through the whole flow
    actorlines  the events of one actor, dated and ordered, against the trial data of SemEval-2015 Task 4
    summaries   digests of news topics beside simple ways to choose days
    speed       characters per second of processor time
    hostile     the cost of text made to be slow
    leaks       corpus text that must not be in the project
    report      docs/benchmarks.md, and the floors in tests/gold/floors.toml
    keeping     a command of its own: what a project keeps through kill -9, many writers and a million events
    recogniser  a command of its own: the actor recognisers side by side on the corpora
"""
