"""Learned weights and how they predict: linear models, small networks, operating points.

May be imported: ``load_weights`` and the predict functions; features are computed elsewhere.

To add one: its arrays in ``weights``, its training in ``training/``, a line in the model card.
"""
