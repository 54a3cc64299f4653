"""Learned weights and prediction with them: linear models, small networks, operating points.

May be imported: ``load_weights`` and the predict functions; features are computed elsewhere.

To add one: its columns in ``columns``, its arrays in ``layout``, a class in ``views`` and its attribute in
``weights``, a stage in ``training/stages.py``, a section in the model card (``training/card.py``).
"""
