"""Many documents to digests for a reader in a hurry: the days that matter, word for word, and what befell one actor.

    pages      a document's sentences, their words, the days they name, how far they are about the topic
    topic      what a collection is about, where nobody said it
    sentences  the best sentences of one day
    summary    the days that matter and what is told of each
    actorline  the events one actor takes part in, dated and ordered across documents (SemEval-2015 Task 4)

Timeline summarisation by days (Tran et al. 2013; Ghalandari & Ifrim 2020): first the days are chosen, by how the
documents name them (`timeline.events.days`, which an event's importance rests on too), then sentences for each.
Nothing is written that no document says.
"""

from timeline.digest.summary import Entry, Excerpt, summarise

__all__ = ["Entry", "Excerpt", "summarise"]
