"""Figures as tables: on the screen, in docs/benchmarks.md between its markers, and against the floors."""

import re
import tomllib

from bench.gold import GOLD, HOME

PAGE = HOME / "docs" / "benchmarks.md"


def table(heads: list[str], rows: list[list]) -> str:
    """A Markdown table; numbers are right-aligned and shown with one decimal."""
    lines = [heads, ["---", *("--:" for _ in heads[1:])], *([_cell(c) for c in row] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def own(figures: dict[str, dict]) -> str:
    """The project's own gold."""
    rows = [[name, measure, float(value)] for name, part in figures.items() for measure, value in part.items()
            if isinstance(value, (int, float))]
    return table(["own gold (tests/gold)", "measure", "figure"], rows)


def dates(figures: dict[str, dict]) -> str:
    """Time expressions on the corpora, in percent."""
    keys = ("strict", "relaxed", "value", "dated", "A", "B")
    heads = ["time expressions, F1", "strict", "relaxed", "value", "value, dated only", "value, half A", "value, half B"]
    return table(heads, [[name, *(f[k] for k in keys)] for name, f in figures.items()])


def passages(figures: dict[str, dict]) -> str:
    """Time expressions in passages of our own, in percent."""
    return table(["passages of our own, F1", "relaxed", "value", "value, half A", "value, half B"],
                 [[name, f["relaxed"], f["value"], f["A"], f["B"]] for name, f in figures.items()])


def names(figures: dict[str, dict[str, float]]) -> str:
    """Names in passages of our own, in percent; a dash where the network was not there."""
    keys = [f"{system} {manner}" for manner in ("cased", "lower") for system in ("rules", "network")]
    heads = ["names of our own, exact F1", *(key.replace(" cased", "").replace(" lower", ", lower case") for key in keys), "shipped", "shipped, lower case"]
    return table(heads, [[name, *(f.get(key, "–") for key in (*keys, "cased", "lower"))] for name, f in figures.items()])


def actors(figures: dict[str, dict]) -> str:
    """Actors on the corpora, in percent."""
    keys = ("PER", "ORG", "LOC", "P", "R", "F", "lower")
    heads = ["actors, exact F1", "PER", "ORG", "LOC", "precision", "recall", "all", "all, lower case"]
    return table(heads, [[name, *(f[k] for k in keys)] for name, f in figures.items()])


def travels(figures: dict[str, float]) -> str:
    """Trips in prose of our own templates."""
    rows = [["recall of the first and last days", figures["dates"]], ["windows that touch none of them", figures["wrong"]],
            ["actors, F1", figures["actors"]], ["the traveller, F1", figures["person"]], ["the country, F1", figures["country"]]]
    return table([f"trips in prose, of 30 templates ({figures['none']} documents without an event)", ""], rows)


def speed(figures: dict[str, float], pile: dict | None) -> str:
    """Speed, and one archive as a whole."""
    rows = [[name, f"{value:,.0f}"] for name, value in figures.items() if name not in ("start-up", "characters")]
    rows.append(["`timeline dates` on one short line, CPU-seconds", f"{figures['start-up']:.2f}"])
    if pile:
        rows.append([f"{pile['documents']} news articles, whole flow ({pile['failures']} failures, {pile['dated']} events "
                     f"dated, {pile['undated']} undated), CPU-seconds", f"{pile['seconds']:.1f}"])
    return table([f"characters per CPU-second, {figures['characters']:,} characters, best of 3 (with the network, one run)", ""], rows)


def hostile(rows: list[tuple]) -> str:
    """The cost of text made to be slow."""
    heads = ["repeated without end", "µs a character, 500 kB", "µs a character, 1 MB", "ratio (1 is linear)"]
    return table(heads, [[f"`{unit}`" if unit.strip() == unit else f"`{unit.rstrip()}` and a space", f"{a:.2f}", f"{b:.2f}", f"{r:.2f}"]
                         for unit, a, b, r in rows])


def merge(parts: dict[str, str]) -> None:
    """Put each part between its markers in docs/benchmarks.md; what was not measured stays as it was."""
    page = PAGE.read_text("utf-8")
    for name, text in parts.items():
        marked = re.compile(f"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        page = marked.sub(lambda m, text=text: f"{m[1]}{text}\n{m[2]}", page)
    PAGE.write_text(page, "utf-8")


def below_floors(section: dict, figures: dict) -> list[str]:
    """What lies below its floor, in words; a floor whose figure was not measured is passed over."""
    said = []
    for name, floor in section.items():
        got = figures.get(name)
        if isinstance(floor, dict):
            said += [f"{name}.{line}" for line in below_floors(floor, got or {})]
        elif got is not None and round(got, 2) < floor:
            said.append(f"{name} is {got:.2f}, its floor {floor}")
    return said


def floors() -> dict:
    """tests/gold/floors.toml."""
    return tomllib.loads((GOLD / "floors.toml").read_text("utf-8"))
