"""Finding what was left undone, from the data itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Exists, F, OuterRef, Q, Subquery

from content import due, lexicon, translations
from content.actions.base import Refused
from content.actions.lapse import LeaveKiosk
from content.actions.revoice import RevoiceRevision
from content.actions.schedule import PublishScheduled, keep_failure
from content.actions.voice import VoiceRevision
from content.audit import mirror
from content.images import store as images
from content.models import Clip, Rendition, Revision, RevisionState, StoredImage, VoiceCheck
from content.speech import clips
from content.speech.engine import SpeechError
from content.speech.rules import NoRules

logger = logging.getLogger(__name__)


def voice_what_waits() -> Iterator[str]:
    """Voice every revision that waits for its voice; yield a sentence for each.

    Harmless beside a worker that is voicing the same: see :class:`VoiceRevision`.
    """
    for revision in Revision.objects.voicing().select_related("article"):
        name = f"{revision.article.slug}, revision {revision.number}"
        try:
            after = VoiceRevision(revision).execute()
        except (OSError, DatabaseError) as error:
            # A full disk, a locked database: not the sentence's fault, so it goes on waiting.
            logger.exception("could not voice %s", name)
            yield f"Could not voice {name}: {error}"
        else:
            yield f"Voiced {name}: {after.get_state_display().lower()}."


def revoice_what_changed(*languages: str) -> Iterator[str]:
    """Voice anew what is public or in review and would be said otherwise now; yield a sentence each.

    Without languages: in all that the kiosk offers. A text that was looked at since the lexicon,
    the rules, the voice and the software last changed is not looked at again, so this costs two
    queries a language while nothing changes.
    """
    renditions = Rendition.objects.filter(revision=OuterRef("pk")).order_by("-number")
    for language in languages or settings.PLAINVOICE_LANGUAGES:
        try:
            fingerprint = lexicon.fingerprint(language)
        except (SpeechError, NoRules):
            # Nothing in it has a voice, so nothing can have got another.
            continue
        except OSError as error:
            yield f"Could not look for what is said otherwise in {language}: {error}"
            continue
        looked_at = VoiceCheck.objects.filter(
            revision=OuterRef("pk"), fingerprint=fingerprint, rendition=OuterRef("newest")
        )
        revisions = (
            Revision.objects.filter(
                Q(state=RevisionState.IN_REVIEW) | Q(article__public_rendition__revision=F("pk")),
                article__language=language,
            )
            .annotate(newest=Subquery(renditions.values("pk")[:1]))
            .filter(~Exists(looked_at))
            .select_related("article__public_rendition")
            .order_by("pk")
        )
        for revision in revisions:
            yield from _revoiced(revision)


def _revoiced(revision: Revision) -> Iterator[str]:
    name = f"{revision.article.slug}, revision {revision.number}"
    try:
        rendition = RevoiceRevision(revision).execute()
    except (OSError, DatabaseError) as error:
        logger.exception("could not voice %s anew", name)
        yield f"Could not voice {name} anew: {error}"
    else:
        if rendition is not None:
            yield f"Voiced {name} anew: its new voice waits for a reviewer."


def keep_time(now: datetime | None = None) -> Iterator[str]:
    """Take away what is over, put up what is due; yield a sentence for each.

    What leaves goes first. What cannot be put up stays scheduled, and the audit trail says why, once.
    """
    for article in (*due.leaving(now), *translations.leaving_with_source()):
        try:
            departure = LeaveKiosk(article, now=now).execute()
        except Refused:
            # Decided on meanwhile, or seen by another worker.
            continue
        except (OSError, DatabaseError) as error:
            logger.exception("could not take %s away", article.slug)
            yield f"Could not take {article.slug} away: {error}"
        else:
            why = f"{departure.get_reason_display().lower()}, since {departure.since}"
            logger.warning("%s has left the kiosk: %s", article.slug, why)
            yield f"{article.slug} has left the kiosk: {why}."
    for review in due.to_publish(now):
        name = f"{review.revision.article.slug}, revision {review.revision.number}"
        try:
            PublishScheduled(review, now=now).execute()
        except Refused as refused:
            if refused.rule != "state" and keep_failure(review, str(refused)):
                logger.error("could not publish %s: %s", name, refused)
                yield f"Could not publish {name}: {refused}"
        except (OSError, DatabaseError) as error:
            logger.exception("could not publish %s", name)
            yield f"Could not publish {name}: {error}"
        else:
            yield f"Published {name}, as scheduled."


def unfinished_clips() -> Iterator[str]:
    """Drop what writers left in the stores that died a day ago or more, and say how many."""
    if dropped := clips.sweep():
        yield f"Dropped {dropped} unfinished files of clips."
    if dropped := images.sweep():
        yield f"Dropped {dropped} unfinished files of pictures."


def mirror_the_audit_trail() -> Iterator[str]:
    """Add to the audit mirror what a crash left out, and say so; or say why it cannot be."""
    try:
        if written := mirror.catch_up():
            yield f"Added {written} events to the audit mirror."
    except (OSError, DatabaseError, mirror.MirrorTrouble) as error:
        logger.error("the audit mirror was not written: %s", error)
        yield f"The audit mirror was not written: {error}"


def damaged_clips() -> Iterator[str]:
    """Yield a sentence for every stored clip and picture whose bytes are gone or have changed."""
    yield from clips.damaged(Clip.objects.order_by("pk").iterator())
    yield from images.damaged(StoredImage.objects.order_by("pk").values_list("digest", "form"))
