"""Many at once: how long a filter step takes, what a rerun costs the server, and the memory of a session.

`python -m bench.crowd` starts the dashboard on made-up events (`bench.made_page`) and lets 20, then 60 readers in: each
is a client that speaks Streamlit's protocol (protobuf messages on a web socket), chooses an actor, lets go again, and
thinks in between. The time of a step is from the message sent to the end of the script with all it draws received; the
server's CPU-milliseconds are its own over all steps, by its reruns; a session's memory is the growth of its resident set
from the fewer readers to the more, by their number, so that what all share is not counted.
"""

import argparse
import asyncio
import os
import random
import statistics
import time

from bench.page import serve_made

CROWDS, STEPS, EVENTS, THINK, PATIENCE = (20, 60), 6, 2_000, 6.0, 240.0  # THINK, PATIENCE in seconds
STREAM = "/_stcore/stream"


class Reader:
    """One session, as a browser would hold it."""

    def __init__(self, address: str, dice: random.Random):
        self.address, self.dice = address, dice
        self.actors, self.options, self.seen = "", [], {}

    async def open(self) -> float:
        """Connect and draw the page; seconds."""
        from websockets.asyncio.client import connect

        url = self.address.replace("http", "ws", 1) + STREAM
        self.socket = await connect(url, subprotocols=["streamlit"], origin=self.address, max_size=None, compression=None)
        spent = await self.run()
        if not self.options:
            raise RuntimeError("the page came without its filter of actors")
        return spent

    async def step(self, chosen: list[str]) -> float:
        """Filter by actors; seconds until all is received."""
        from streamlit.proto.WidgetStates_pb2 import WidgetStates

        states = WidgetStates()
        state = states.widgets.add(id=self.actors)
        state.string_array_value.data.extend(chosen)
        return await self.run(states)

    async def run(self, states=None) -> float:
        """Ask for a rerun and read until the script has finished."""
        from streamlit.proto.BackMsg_pb2 import BackMsg
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        asked, start = BackMsg(), time.perf_counter()
        asked.rerun_script.query_string = ""
        asked.rerun_script.context_info.locale = "en-GB"
        asked.rerun_script.cached_message_hashes.extend(self.seen)
        if states is not None:
            asked.rerun_script.widget_states.CopyFrom(states)
        await self.socket.send(asked.SerializeToString())
        while True:
            told = ForwardMsg.FromString(await asyncio.wait_for(self.socket.recv(), PATIENCE))
            self._note(told)
            if told.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start

    def _note(self, told) -> None:
        if told.metadata.cacheable:
            self.seen[told.hash] = True
        element = told.delta.new_element if told.WhichOneof("type") == "delta" else None
        if element is not None and element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        if element is not None and element.WhichOneof("type") == "multiselect" and element.multiselect.label == "Actors":
            self.actors, self.options = element.multiselect.id, list(element.multiselect.options)

    async def stay(self, steps: int) -> list[float]:
        """Choose an actor and let go of it, by turns, with pauses; the seconds of each."""
        found = []
        for number in range(steps):
            await asyncio.sleep(self.dice.uniform(.2, 2 * THINK - .2))
            found.append(await self.step([] if number % 2 else [self.dice.choice(self.options)]))
        return found


def cpu(process: int) -> float:
    """CPU-seconds of a process so far."""
    with open(f"/proc/{process}/stat", encoding="utf-8") as stat:
        return sum(map(int, stat.read().rsplit(")", 1)[1].split()[11:13])) / os.sysconf("SC_CLK_TCK")


def resident(process: int) -> float:
    """Megabytes that a process holds in memory."""
    with open(f"/proc/{process}/statm", encoding="utf-8") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def measure(server: int, address: str, crowds=CROWDS, steps: int = STEPS) -> list[dict]:
    """A dict for each number of readers: `readers`, `median`, `p95` and `worst` in seconds, `cpu` in ms a rerun, `memory` in MB."""
    readers, rows = [], []
    for number in crowds:
        while len(readers) < number:  # one after the other: the first drawing is no filter step
            readers.append(Reader(address, random.Random(len(readers))))
            await readers[-1].open()
        before = cpu(server)
        times = sorted(sum(await asyncio.gather(*(reader.stay(steps) for reader in readers)), []))
        spent = (cpu(server) - before) / len(times) * 1000
        rows.append({"readers": number, "median": statistics.median(times), "p95": times[int(len(times) * .95)], "worst": times[-1],
                     "cpu": spent, "memory": resident(server)})
    for reader in readers:
        await reader.socket.close()
    return rows


def table(rows: list[dict]) -> str:
    """The figures in Markdown."""
    lines = ["| readers | step, median s | p95 s | worst s | server CPU-ms a rerun | server MB |", "| --: | --: | --: | --: | --: | --: |"]
    lines += [f"| {r['readers']} | {r['median']:.2f} | {r['p95']:.2f} | {r['worst']:.2f} | {r['cpu']:.0f} | {r['memory']:.0f} |" for r in rows]
    each = (rows[-1]["memory"] - rows[0]["memory"]) / max(rows[-1]["readers"] - rows[0]["readers"], 1)
    return "\n".join([*lines, "", f"Memory of a session beyond what all share: {each:.2f} MB."])


def report(events: int = EVENTS, crowds=CROWDS, steps: int = STEPS) -> str:
    """All of it in Markdown."""
    server, address = serve_made(events)
    try:
        return table(asyncio.run(measure(server.pid, address, crowds, steps)))
    finally:
        server.terminate()
        server.wait(20)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser("bench.crowd", description=__doc__)
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--crowds", type=int, nargs="+", default=CROWDS)
    parser.add_argument("--steps", type=int, default=STEPS)
    asked = parser.parse_args()
    print(report(asked.events, asked.crowds, asked.steps))


if __name__ == "__main__":
    main()
