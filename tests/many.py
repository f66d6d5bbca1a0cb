"""Many articles at once, put in by the rules that the database keeps, without voicing each."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from content.actions.base import record
from content.models import (
    Article,
    Claim,
    Decision,
    Rendition,
    RenditionClip,
    ReturnReason,
    Review,
    Revision,
    RevisionState,
    Topic,
)
from tests import factories

BODY = (
    "Sleep helps you heal.\n\n## At night\n\nA dark room helps. So does quiet.\n\n"
    "- Take 5 mg once a day.\n- Drink a glass of water.\n"
)
TITLE = "Sleep and rest"
KINDS = 6
"""Of every six articles two are in review, one is public, one due, one returned, one a draft."""


def many_articles(number: int, *, author: User, reviewer: User, topic: Topic | None = None) -> None:
    """Make articles in every state, their words and voice those of one that was really voiced."""
    model = factories.in_review(f"{TITLE} model", BODY, author=author, topic=topic)
    voice = model.rendition
    assert voice is not None
    start = Article.objects.count()
    Article.objects.bulk_create(
        Article(slug=f"many-{start + n}", language="en", topic=topic) for n in range(number)
    )
    articles = list(Article.objects.filter(slug__startswith="many-").order_by("pk"))[-number:]
    Revision.objects.bulk_create(
        Revision(
            article=article,
            number=1,
            title=f"{TITLE} {article.pk}",
            body=BODY,
            edited_by=author,
            urgent_because="It went out wrong." if n % 50 == 0 else "",
        )
        for n, article in enumerate(articles)
    )
    made = list(Revision.objects.filter(article__in=articles).order_by("pk"))
    by_kind = {kind: [r for n, r in enumerate(made) if n % KINDS == kind] for kind in range(KINDS)}
    submitted = Revision.objects.filter(pk__in=[r.pk for k in range(5) for r in by_kind[k]])
    submitted.update(
        state=RevisionState.VOICING,
        text_digest=model.text_digest,
        submitted_by=author,
        submitted_at=timezone.now() - timedelta(days=3),
    )
    Rendition.objects.bulk_create(
        Rendition(
            revision=revision,
            number=1,
            language="en",
            title=revision.title,
            summary=voice.summary,
            reading=voice.reading,
            text_digest=voice.text_digest,
            speech_digest=voice.speech_digest,
            lix=20 + revision.pk % 45,
            software="x",
        )
        for revision in submitted
    )
    renditions = {r.revision_id: r for r in Rendition.objects.filter(revision__in=submitted)}
    clips = list(voice.clips.all())
    RenditionClip.objects.bulk_create(
        RenditionClip(rendition=rendition, clip=clip)
        for rendition in renditions.values()
        for clip in clips
    )
    submitted.update(state=RevisionState.IN_REVIEW)
    _decide(by_kind, renditions, reviewer)
    Claim.objects.bulk_create(
        Claim(revision=revision, user=factories.staff("reviewer", "colleague"), at=timezone.now())
        for revision in by_kind[0][::25]
    )
    for revision in made:
        for action in ("create", "submit", "voice"):
            record(action, actor=author, revision=revision)


def _decide(
    by_kind: dict[int, list[Revision]], renditions: dict[int, Rendition], reviewer: User
) -> None:
    today = timezone.localdate()

    def decided(revision: Revision, decision: str, **fields: object) -> Review:
        rendition = renditions[revision.pk]
        return Review(
            revision=revision,
            rendition=rendition,
            decision=decision,
            reviewer=reviewer,
            text_digest=rendition.text_digest,
            speech_digest=rendition.speech_digest,
            software="x",
            **fields,
        )

    public = [(r, today + timedelta(days=31 + n * 37 % 330)) for n, r in enumerate(by_kind[2])]
    public += [(r, today + timedelta(days=n * 37 % 330 - 300)) for n, r in enumerate(by_kind[3])]
    Review.objects.bulk_create(
        decided(revision, Decision.APPROVE, review_due=due) for revision, due in public
    )
    Review.objects.bulk_create(
        decided(revision, Decision.RETURN, reason=ReturnReason.UNCLEAR, comment="How?")
        for revision in by_kind[4]
    )
    approved = Revision.objects.filter(pk__in=[revision.pk for revision, _ in public])
    approved.update(state=RevisionState.APPROVED)
    Revision.objects.filter(pk__in=[r.pk for r in by_kind[4]]).update(state=RevisionState.RETURNED)
    newest = Rendition.objects.filter(revision__article=OuterRef("pk")).values("pk")[:1]
    Article.objects.filter(revisions__in=approved).update(public_rendition=Subquery(newest))
