"""The most important days of a topic, and what befell one actor: digests of many documents for a reader in a hurry.

    actorline   the events one actor takes part in, dated and ordered across documents (SemEval-2015 Task 4)
"""
