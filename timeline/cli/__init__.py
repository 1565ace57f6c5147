"""The `timeline` command: one module a subcommand, found by `timeline.folder`.

A module's name is the subcommand's (an underscore is a hyphen there); its docstring is the help; it has ORDER, EXAMPLES,
arguments(parser) and run(args) -> exit code, and may have more() -> what only the help page needs to find out. Exit
codes: 0 all went well, 1 some input failed (said on standard error), 2 wrong usage.
"""

import argparse
import sys

OK, SOME_FAILED, USAGE = 0, 1, 2
EXIT_CODES = "exit codes: 0 all went well · 1 some input failed, as said on standard error · 2 wrong usage"


class Wrong(Exception):
    """Wrong usage or an input that stops the whole command: its text tells the person what to do."""

    def __init__(self, message: str, code: int = USAGE):
        super().__init__(message)
        self.code = code


def main(argv: list[str] | None = None) -> int:
    """Run the command with `argv` (default: the command line's) and return its exit code."""
    args = parser().parse_args(argv)
    try:
        return args.run(args)
    except Wrong as wrong:
        say(str(wrong))
        return wrong.code
    except BrokenPipeError:  # the reader of our output went away, as `| head` does
        sys.stdout = None
        return OK
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def parser() -> argparse.ArgumentParser:
    """The whole command's parser."""
    from timeline import __version__
    from timeline.folder import modules

    whole = argparse.ArgumentParser("timeline", description="Documents in, a sourced timeline out. Nothing leaves this machine.",
                                    epilog="`timeline COMMAND --help` shows examples. " + EXIT_CODES)
    whole.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Part)
    for name, module in modules("timeline.cli").items():
        _add(commands, name, module)
    return whole


def _add(commands, name: str, module) -> None:
    part = commands.add_parser(name.replace("_", "-"), help=module.__doc__.strip().splitlines()[0], module=module)
    module.arguments(part)
    part.set_defaults(run=module.run)


class _Part(argparse.ArgumentParser):
    """One subcommand's parser; its help page is put together only when someone asks for it."""

    def __init__(self, *args, module, **options):
        super().__init__(*args, **options, description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
        self.module = module

    def format_help(self) -> str:
        more = getattr(self.module, "more", str)()
        self.epilog = f"{more}examples:\n{self.module.EXAMPLES}\n{EXIT_CODES}"
        return super().format_help()


def say(message: str) -> None:
    """One line to the person: standard error, so that standard output stays clean."""
    print(plain(message), file=sys.stderr, flush=True)


def say_notice() -> None:
    """What a person should know of how names are found, where there is anything."""
    from timeline import actors

    if told := actors.notice():
        say(told)


def language(typed: str) -> str:
    """The two-letter code of a language that exists (ISO 639-1): an argument's type for argparse."""
    from timeline.lang import codes

    code = typed.strip().lower()
    if code not in codes() and not (len(code) == 2 and _is_language(code)):
        raise argparse.ArgumentTypeError(f"“{plain(typed)}” is no two-letter code of a language, such as {', '.join(codes())}")
    return code


def _is_language(code: str) -> bool:
    from babel import Locale

    return code in Locale("en").languages


def plain(text: str) -> str:
    """The text without what a terminal would obey: names of files and documents may be hostile."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def bar(total: int | None = None, unit: str = " documents", scale: bool = False):
    """A progress bar on standard error, or one that draws nothing where no person is looking."""
    if not sys.stderr.isatty():
        return _NoBar()
    from tqdm import tqdm

    return tqdm(total=total, unit=unit, unit_scale=scale, file=sys.stderr, leave=False, dynamic_ncols=True, delay=0.5)


class _NoBar:
    total = n = 0

    def __enter__(self):
        return self

    def __exit__(self, *error):
        """Nothing to close."""

    def update(self, step: int = 1) -> None:
        """Nothing to draw."""

    def set_postfix_str(self, text: str, refresh: bool = True) -> None:
        """Nothing to draw."""
