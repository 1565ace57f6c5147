"""Check an evidence pack: whether any file in it was altered, taken out or added.

A good result proves that the files are those the manifest lists, and that every quote stands in its document. It proves
neither who made the pack nor when: a pack is no signature. Compare the manifest's hash with the one that was given out
when the pack was made.
"""

from pathlib import Path

from timeline.cli import OK, SOME_FAILED, Wrong, say

ORDER = 17
EXAMPLES = """\
  timeline verify evidence.zip
"""


def arguments(parser) -> None:
    """What `timeline verify` takes."""
    parser.add_argument("pack", metavar="PACK", type=Path, help="a zip that timeline project pack made")
    parser.add_argument("--manifest", default="", metavar="HASH", help="the SHA-256 of its manifest, as it was given out")


def run(args) -> int:
    """Check, name what is wrong, print the manifest's hash."""
    from timeline import pack
    from timeline.project import Problem

    try:
        verdict = pack.verify(args.pack, args.manifest)
    except Problem as problem:
        raise Wrong(str(problem), SOME_FAILED) from None
    for problem in verdict.problems:
        say(problem)
    if verdict.manifest:
        print(verdict.manifest)
    if not verdict.problems:
        say(f"All {verdict.files:,} files are as the manifest lists them, and every quote stands in its document.")
        say("The manifest's hash is the one expected." if args.manifest else "This is no signature: compare the hash above with the one you were given.")
    return SOME_FAILED if verdict.problems else OK
