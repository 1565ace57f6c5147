"""Measure, print, write docs/benchmarks.md, and fail below a floor."""

import argparse
import sys
from pathlib import Path

from bench import (
    actorlines,
    corpora,
    crowd,
    gold,
    happenings,
    hostile,
    leaks,
    merging,
    names,
    page,
    pairs,
    passages,
    report,
    speed,
    summaries,
    titles,
    travels,
)

PAGE = {"page": page.report, "crowd": crowd.report}  # only where they are asked for: they take a browser and a quarter of an hour
PARTS = ("own", "dates", "actors", "travels", "actorlines", "summaries", "merging", "speed", "hostile")


def main() -> int:
    """0 when every floor holds and no corpus text lies in the project, 1 otherwise."""
    asked = _arguments()
    home, figures, shown = asked.corpora, {}, {}
    if "own" in asked.only:
        figures["own"] = {"dates": gold.dates(), "actors": gold.actors(), "canon": gold.canon(), "samples": gold.samples(),
                         "events": happenings.measure(), "merges": pairs.measure(), "titles": titles.measure()}
        shown["own"] = report.own(figures["own"])
        figures["passages"] = passages.measure()
        shown["passages"] = report.passages(figures["passages"])
        figures["names"] = names.measure()
        shown["names"] = report.names(figures["names"])
    for name, part in (("dates", corpora.dates), ("actors", corpora.actors), ("travels", travels.measure),
                       ("actorlines", actorlines.measure)):
        if home and name in asked.only:
            figures[name] = part(home)
            shown[name] = getattr(report, name)(figures[name])
    if "merging" in asked.only:
        shown["merging"] = report.merging(merging.measure())
    if home and "summaries" in asked.only and (told := summaries.measure(home)):
        figures["summaries"] = told
        shown["summaries"] = report.summaries(told)
    if "speed" in asked.only:
        shown["speed"] = report.speed(speed.measure(home), speed.pile(home))
    if "hostile" in asked.only:
        shown["hostile"] = report.hostile(hostile.measure())
    shown |= {name: part() for name, part in PAGE.items() if name in asked.only}
    print("\n\n".join(shown.values()))
    if asked.write:
        report.merge(shown)
    low = report.below_floors(report.floors(), figures)
    print("\n" + ("\n".join(f"BELOW ITS FLOOR: {line}" for line in low) or "Every floor holds."))
    leaked = leaks.find(home) if home else []
    print("\n".join(f"CORPUS TEXT IN THE PROJECT: {line}" for line in leaked))
    return 1 if low or leaked else 0


def _arguments():
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument("--corpora", type=Path, help="folder with dates/, actors/ and timelines/; scorers in its ../tools")
    parser.add_argument("--only", nargs="+", choices=(*PARTS, *PAGE), default=PARTS, help="measure only these")
    parser.add_argument("--no-write", dest="write", action="store_false", help="leave docs/benchmarks.md alone")
    asked = parser.parse_args()
    if asked.corpora and not asked.corpora.is_dir():
        parser.error(f"there is no folder {asked.corpora}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
