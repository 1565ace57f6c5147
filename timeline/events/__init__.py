"""Mentions to events: choose what happened, date it, name it, join its witnesses, rank it.

    extract   one document's mentions -> its events, dated and undated
    harvest   the same, with every time expression that founds no event and the reason why
    stretches where in a text its actors matter, given its dates
    told_apart  equal titles of one timeline, set apart by place, actor, year or day
    merge     many documents' events -> one event for each happening, ranked
    top       the most important of ranked events; weigh_days: how much each day matters, which ranks them
"""

from timeline.events.apart import told_apart
from timeline.events.extract import Harvest, extract, harvest, stretches
from timeline.events.merge import merge, why_one
from timeline.events.rank import importance_reasons, rank, top, weigh_days

__all__ = ["Harvest", "extract", "harvest", "importance_reasons", "merge", "rank", "stretches", "told_apart", "top", "weigh_days",
           "why_one"]
