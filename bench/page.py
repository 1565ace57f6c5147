"""What looking costs: CPU-seconds of browser and server and bytes for a first view, a filter, a zoom and a click.

`python -m bench.page` prints the table. What stands below the fold is drawn when it comes into sight: the table only in the last step. The page opens on made-up events (`bench.made_page`); each figure is the median
of RUNS. The first view is that of a browser which has never been here; all else happens in a browser with a profile on disk
that has been here VISITS times, as a reader's has: without a profile, as in a private window, none keeps compiled scripts.
The browser's CPU-seconds are those of the tab's main thread and of all threads of its process, drawing by software included
(ThreadTime and ProcessTime of Performance.getMetrics, Chrome DevTools Protocol); bytes are those of responses and of the web
socket, both ways, as transferred.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from urllib.request import urlopen

from bench.gold import HOME

VIEWPORT, VISITS = {"width": 1500, "height": 1000}, 3  # a browser keeps a script's compiled form from the second visit on
SIZES, RUNS = (100, 2_000, 20_000, 200_000), 5
STEPS = ("first view", "warm first view", "filter", "zoom", "click → excerpt", "next, table in sight")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
READY = """() => document.querySelector('.tl-host[data-drawn]')
  && document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'"""
MARK = """() => { const plot = document.querySelector('.tl-plot'), box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
  const heat = plot.data.find((t) => t.type === 'heatmap'), found = [];
  const add = (x, y, open) => { const at = [box.x + xaxis._offset + xaxis.l2p(x), box.y + yaxis._offset + yaxis.l2p(y)];
    if (at[0] > box.x + xaxis._offset + 20 && at[0] < box.right - 30 && at[1] > 0 && at[1] < innerHeight - 20) found.push([...at, open]); };
  if (heat) heat.z.forEach((row, n) => row.forEach((v, i) => { if (v) add(heat.x0 + i * heat.dx, heat.y[n], true); }));
  else plot.data.filter((t) => t.customdata).forEach((t) => t.x.forEach((x, i) => add(x, t.y[i], false)));
  return found[Math.floor(found.length / 2)]; }"""


class Meter:
    """Reads the clocks of one tab and of the server."""

    def __init__(self, page, server: int):
        self.page, self.server, self.bytes = page, server, 0
        self.wire = page.context.new_cdp_session(page)
        for name in ("Performance", "Network"):
            self.wire.send(f"{name}.enable")
        self.wire.on("Network.dataReceived", lambda told: self._add(told["encodedDataLength"]))
        for way in ("Received", "Sent"):
            self.wire.on(f"Network.webSocketFrame{way}", lambda told: self._add(_size(told["response"])))

    def _add(self, number: int) -> None:
        self.bytes += number

    def read(self) -> tuple[float, float, float, int]:
        """CPU-seconds of the tab's main thread, of all its threads, of the server, and bytes, so far."""
        told = {m["name"]: m["value"] for m in self.wire.send("Performance.getMetrics")["metrics"]}
        with open(f"/proc/{self.server}/stat", encoding="utf-8") as stat:
            user, system = stat.read().rsplit(")", 1)[1].split()[11:13]
        return told["ThreadTime"], told["ProcessTime"], (int(user) + int(system)) / os.sysconf("SC_CLK_TCK"), self.bytes

    def cost(self, act) -> tuple[float, float, float, int]:
        """What an act costs until the page rests."""
        before = self.read()
        act()
        rest(self.page)
        return tuple(b - a for a, b in zip(before, self.read()))


def _size(frame: dict) -> int:
    data = frame["payloadData"]
    return len(data) if frame["opcode"] == 1 else len(data) * 3 // 4


def rest(page) -> None:
    """Wait until the chart is drawn and the script has rested for a while."""
    for _ in range(3):
        page.wait_for_function(READY, polling=150, timeout=600_000)
        page.wait_for_timeout(350)


def measure(number: int, browser, runs: int = RUNS) -> dict[str, tuple]:
    """The medians of each step with so many events."""
    server, address = serve_made(number)
    try:
        return {name: tuple(map(statistics.median, zip(*found))) for name, found in _runs(browser, server.pid, address, runs).items()}
    finally:
        server.terminate()
        server.wait(20)


def _runs(browser, server: int, address: str, runs: int) -> dict[str, list]:
    costs = {name: [] for name in STEPS}
    with tempfile.TemporaryDirectory() as profile:
        warm = browser.browser_type.launch_persistent_context(profile, executable_path=shutil.which("chromium"), args=ARGS, viewport=VIEWPORT)
        for _ in range(VISITS):
            _open(warm, server, address)[0].close()
        _measured(browser, warm, server, address, runs, costs)
        warm.close()
    return costs


def _measured(browser, warm, server: int, address: str, runs: int, costs: dict[str, list]) -> None:
    for _ in range(runs):
        cold = browser.new_context(viewport=VIEWPORT)
        costs["first view"].append(_open(cold, server, address)[2])
        cold.close()
        page, meter, cost = _open(warm, server, address)
        costs["warm first view"].append(cost)
        costs["click → excerpt"].append(_click(page, meter))
        costs["zoom"].append(meter.cost(page.get_by_role("button", name="Zoom in").click))
        page.get_by_role("button", name="Reset to the whole stretch").click()
        rest(page)
        costs["filter"].append(_filter(page, meter))
        costs["next, table in sight"].append(_next(page, meter))
        page.close()


def _open(context, server: int, address: str):
    page = context.new_page()
    meter = Meter(page, server)
    return page, meter, meter.cost(lambda: page.goto(address))


def _click(page, meter: Meter):
    x, y, opens = page.evaluate(MARK)
    if opens:
        page.mouse.click(x, y)
        page.wait_for_selector(".tl-member")
        rest(page)
        return meter.cost(page.locator(".tl-member").last.click)
    return meter.cost(lambda: page.mouse.click(x, y))


def _next(page, meter: Meter):
    """The event after, while the table, which is drawn when it comes into sight, is there to follow."""
    page.locator(".tl-tabs").evaluate("row => row.scrollIntoView({ block: 'center' })")
    page.get_by_test_id("stDataFrame").first.wait_for()
    page.evaluate("() => document.activeElement.blur()")  # the filter's field would take the key
    rest(page)
    return meter.cost(lambda: page.keyboard.press("n"))


def _filter(page, meter: Meter):
    page.get_by_role("combobox", name="Actors").click()
    option = page.get_by_role("option").first
    option.wait_for()
    return meter.cost(option.click)


def serve_made(number: int):
    """The dashboard on so many made-up events: (process, address)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(HOME / "bench" / "made_page.py"), "--server.port", str(port),
               "--server.headless", "true", "--", str(number)]
    server = subprocess.Popen(command, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urlopen(f"{address}/_stcore/health", timeout=2).close()
            return server, address
        except OSError:
            time.sleep(.25)
    server.terminate()
    raise RuntimeError("the dashboard did not answer")


def build(number: int = 2_000, runs: int = 25) -> tuple[float, float]:
    """Milliseconds of CPU to make the scene of so many events, and of half of them, which are told one by one: the medians.

    The rows are a new selection each time, as after a filter; their frame is known.
    """
    from bench import made
    from timeline import charts, frame
    from timeline.rows import rows_of

    events = rows_of(frame.events_frame(made.timeline(number)))
    charts.scene(events)
    return tuple(statistics.median(_milliseconds(events, step) for _ in range(runs)) for step in (1, 2))


def _milliseconds(events, step: int) -> float:
    from timeline import charts
    from timeline.rows import Rows

    rows = Rows(events.columns, events.positions()[::step])
    start = time.process_time()
    charts.scene(rows)
    return (time.process_time() - start) * 1000


def table(figures: dict[int, dict[str, tuple]]) -> str:
    """The figures in Markdown, four in each cell."""
    lines = ["| events | " + " | ".join(STEPS) + " |", "| --: |" + " --: |" * len(STEPS)]
    for number, steps in figures.items():
        cells = (f"{a:.2f} / {b:.2f} / {c:.2f} / {d / 1000:,.0f}" for a, b, c, d in (steps[name] for name in STEPS))
        lines.append(f"| {number:,} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def report(sizes=SIZES, runs: int = RUNS) -> str:
    """All of it in Markdown."""
    from playwright.sync_api import sync_playwright

    figures = {}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        for number in sizes:
            figures[number] = measure(number, browser, runs)
            print(number, figures[number], file=sys.stderr, flush=True)
        browser.close()
    drawn = "Scene of 2,000 events: {:.1f} ms; of half of them, mark by mark: {:.1f} ms.".format(*build())
    return f"{table(figures)}\n\n{drawn}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser("bench.page", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--runs", type=int, default=RUNS)
    asked = parser.parse_args()
    print("CPU-s of the tab's main thread / of all its threads / of the server / kB\n\n" + report(asked.sizes, asked.runs))


if __name__ == "__main__":
    main()
