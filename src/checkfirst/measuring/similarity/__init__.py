"""Comparisons of documents: duplicates, near-duplicates, outliers, topic.

May be imported: ``find_duplicates``, ``measure_fits``, ``measure_topic``, and the fingerprints and embeddings they use.

To add one: a module with one pure function over document summaries, called in ``document_set``.
"""
