"""Many documents to the days that matter, each with its best sentences, word for word.

    pages      a document's sentences, their words, the days they name, how far they are about the topic
    topic      what a collection is about, where nobody said it
    sentences  the best sentences of one day
    summary    the days that matter and what is told of each

Timeline summarisation by days (Tran et al. 2013; Ghalandari & Ifrim 2020): first the days are chosen, by how the
documents name them (`timeline.events.days`, which an event's importance rests on too), then sentences for each.
Nothing is written that no document says.
"""

from timeline.digest.summary import Entry, Excerpt, summarise

__all__ = ["Entry", "Excerpt", "summarise"]
