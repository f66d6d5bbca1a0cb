"""Work that is done behind a request, by the worker, over the database's own queue.

The queue is never the truth: a job that is lost with its worker is found again by
:func:`content.reconcile.voice_what_waits` or :func:`content.reconcile.revoice_what_changed`.
"""

from __future__ import annotations

from django_tasks import task

from content import reconcile
from content.actions.voice import VoiceRevision
from content.models import Revision


@task()
def voice_revision(revision_id: int) -> str:
    """Voice a submitted revision and return the state it is in then."""
    revision = Revision.objects.select_related("article").get(pk=revision_id)
    return VoiceRevision(revision).execute().state


@task()
def revoice(language: str) -> list[str]:
    """Give what is public or in review in a language the voice that would be made now."""
    return list(reconcile.revoice_what_changed(language))
