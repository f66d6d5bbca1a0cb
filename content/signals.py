"""What content tells the rest of the world; it does not know who listens."""

from __future__ import annotations

from django.dispatch import Signal

published = Signal()
"""After the commit: ``article`` (or notice) has a new public rendition."""

shelved = Signal()
"""After the commit: a public ``article`` stands in another topic; ``before`` is where it stood."""

suspended = Signal()
"""Inside the transaction, before the commit: nothing but the notices is public any more.

A listener that fails stops the commit, as with ``withdrawn``.
"""

resumed = Signal()
"""After the commit: what a suspension had taken off is public again."""

reconciling = Signal()
"""Outside any transaction: a worker looks for what was left undone; listeners look as well."""

withdrawn = Signal()
"""Inside the transaction, before the commit: ``article`` is no longer public.

A listener that fails stops the withdrawal's commit, never the other way round: what has been
taken away before a crash is put back by ``reconcile``, so a crash can only leave too little.
"""
