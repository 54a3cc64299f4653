"""What a document is, and whether it describes a system.

May be imported: ``measure_kind``, ``kind_by_form``, ``with_parts``, ``page_forms``, ``measure_system``.

To add one: a kind needs a member of ``model.kinds.Kind``, labelled documents, and a training.
"""
