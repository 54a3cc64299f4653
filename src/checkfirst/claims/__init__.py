"""One claim a document: what its findings say together. The verdict follows from the claims.

``with_claims`` in ``fusion`` is all that other folders call. ``signs`` is the table of what a finding of each rule speaks
for; a rule that is not in it speaks for no claim. May import: ``model``, ``rules`` and what is below them.
"""
