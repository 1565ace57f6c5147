"""DataFrame -> bytes: one module a format, with TITLE, ORDER, GROUP, SUFFIX, MIME and write(frame) -> bytes.

A format of tables writes every row and exactly the columns of `timeline.frame.COLUMNS`, in their order. A format that
cannot hold them all says so: in the file, in its docstring, and, where rows are missing, by `leaves_out(frame)`, which
tells in words how many and why ("" for none). Modules with an underscore are the kitchen they share.

`write` may ask for two things more, by the names of its parameters: `mentions`, the witnesses of these events
(`timeline.frame.mentions_frame`), and `title`, for a format that has one. `written` gives each format what it asks for.
"""

from dataclasses import replace
from inspect import signature

from timeline.frame import mentions_frame

GROUPS = ("To read", "Tables", "Other tools")  # what a format is for, as a list of them is divided


def written(form, frame, timeline=None, title: str = "") -> bytes:
    """The rows of an events' frame in the format `form`. `timeline`: what they come from; `title`: "" for the format's own."""
    named = {"title": title} if title and "title" in signature(form.write).parameters else {}
    return form.write(frame, **_more(form.write, frame, timeline), **named)


def left_out(form, frame, timeline=None) -> str:
    """What the format does not hold of these rows, in words; "" for nothing. Without `timeline`: as far as the events tell."""
    if not hasattr(form, "leaves_out"):
        return ""
    return form.leaves_out(frame, **_more(form.leaves_out, frame, timeline))


def mentions_of(frame, timeline):
    """The mentions' frame of the events in an events' frame, event by event in its order."""
    events = {event.event_id: event for event in timeline.events}
    return mentions_frame(replace(timeline, events=tuple(events[one] for one in frame["event_id"] if one in events)))


def _more(function, frame, timeline) -> dict:
    asks = timeline is not None and "mentions" in signature(function).parameters
    return {"mentions": mentions_of(frame, timeline)} if asks else {}
