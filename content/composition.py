"""What a visitor gets of an article: its rendition, the notices it includes, the closing advice.

Code adds the closing advice and the sample label; no author can leave them out. A page that lacks
a notice it includes cannot be composed at all. The glossary's terms come with the page that uses
their words, and go without harm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KT

from content import terms
from content.models import ASSENTS, Article, ArticleKind, Decision, Rendition, Review, Revision

CODE_INCLUDES = (ArticleKind.CLOSING, ArticleKind.SAMPLE)


class NotComposable(Exception):
    """A notice that the page needs is not public; the message names it."""


def is_approved(rendition: Rendition | None) -> bool:
    """Whether somebody approved exactly this rendition."""
    return rendition is not None and approval_of(rendition) is not None


def approval_of(rendition: Rendition) -> Review | None:
    """Return the newest decision that a rendition is correct, or None for a sample.

    That is its approval, or what somebody said since: that it is still correct.
    """
    if "reviews" in getattr(rendition, "_prefetched_objects_cache", {}):
        given = [one for one in rendition.reviews.all() if one.decision in ASSENTS]
        return max(given, key=lambda one: one.pk, default=None)
    return rendition.reviews.filter(decision__in=ASSENTS).order_by("pk").last()


def endorsements(rendition: Rendition) -> QuerySet[Review]:
    """Return the first sign-offs of exactly this rendition, earliest first."""
    return rendition.reviews.filter(decision=Decision.ENDORSE)


def signed_off_by(approval: Review) -> list[Review]:
    """Return the decisions that an assent rests on, in their order: one, or two people's.

    A person who signed off twice, since the topic's rule changed between, is named once. Who says
    later that it is still correct says so alone.
    """
    if approval.decision == Decision.CONFIRM:
        return [approval]
    rendition = approval.rendition
    assert rendition is not None  # noqa: S101 - the database keeps an approval's
    first = endorsements(rendition).exclude(reviewer=approval.reviewer_id)
    return [*first, approval]


def missing_notices(revision: Revision) -> list[str]:
    """Return the keys of the notices that must be approved before a revision can be.

    The wording of a shipped sample does not count: what somebody reviewed carries nothing that
    nobody did.
    """
    if revision.article.is_notice:
        return []
    public = list(
        Article.objects.public_notices(revision.article.language).filter(
            public_rendition__reviews__decision=Decision.APPROVE
        )
    )
    keys = {notice.key for notice in public}
    missing = [key for key in revision.notices if key not in keys]
    if not any(notice.kind == ArticleKind.CLOSING for notice in public):
        missing.append("closing advice")
    return missing


def public_users(notice: Article) -> QuerySet[Article]:
    """Return the public articles that include a notice, or may show a term."""
    articles = Article.objects.published().filter(language=notice.language)
    if notice.is_term:
        return _public_users_of_term(notice, articles)
    if notice.kind == ArticleKind.CLOSING:
        return articles
    if notice.kind == ArticleKind.SAMPLE:
        return articles.exclude(public_rendition__reviews__decision=Decision.APPROVE)
    using = [
        article.pk
        for article in articles.select_related("public_rendition__revision")
        if article.public_rendition is not None
        and notice.key in article.public_rendition.revision.notices
    ]
    return articles.filter(pk__in=using)


def _public_users_of_term(term: Article, articles: QuerySet[Article]) -> QuerySet[Article]:
    """Return the public articles that hold a word that the term has, or ever had.

    Now and then one too many: they are looked for in the written text, since reading the
    renditions of all articles would take minutes where there are thousands.
    """
    readings = Rendition.objects.filter(revision__article=term).values_list("reading", flat=True)
    words = {terms.squashed(word) for reading in readings for word in terms.words_of(reading)}

    def has_word(title: str, body: str) -> bool:
        text = terms.squashed_source(title, body)
        return any(word in text for word in words)

    notices = [
        (kind, key)
        for kind, key, title, body in Article.objects.public_notices(term.language).values_list(
            "kind", "key", "public_rendition__revision__title", "public_rendition__revision__body"
        )
        if has_word(title, body)
    ]
    if any(kind in CODE_INCLUDES for kind, _ in notices):
        return articles
    keys = {key for _, key in notices}
    using = [
        pk
        for pk, title, body, included_keys in articles.values_list(
            "pk",
            "public_rendition__revision__title",
            "public_rendition__revision__body",
            "public_rendition__revision__notices",
        ).iterator()
        if keys.intersection(included_keys) or has_word(title, body)
    ]
    return articles.filter(pk__in=using)


def rests_on_samples(article: Article) -> bool:
    """Whether a public article, or a notice that it includes, was never approved."""
    rendition = article.public_rendition
    if rendition is None:
        return False
    if not is_approved(rendition):
        return True
    return any(
        not is_approved(notice.public_rendition)
        for notice in included(rendition, sample=False)
        if notice.public_rendition is not None
    )


def included(rendition: Rendition, *, sample: bool) -> list[Article]:
    """Return the notices of a page in their order, the closing advice last.

    Raises :class:`NotComposable` where one of them is not public.
    """
    revision = rendition.revision
    notices = {
        notice.key: notice
        for notice in Article.objects.public_notices(rendition.language).select_related(
            "public_rendition__revision"
        )
    }
    by_kind = {notice.kind: notice for notice in notices.values()}
    page = []
    if sample:
        if ArticleKind.SAMPLE not in by_kind:
            raise NotComposable(f"the sample label is not public in {rendition.language}")
        page.append(by_kind[ArticleKind.SAMPLE])
    for key in revision.notices:
        if key not in notices:
            raise NotComposable(f"the notice {key} is not public in {rendition.language}")
    chosen = [notices[key] for key in revision.notices]
    page += sorted(chosen, key=urgent_first)
    if ArticleKind.CLOSING not in by_kind:
        raise NotComposable(f"the closing advice is not public in {rendition.language}")
    page.append(by_kind[ArticleKind.CLOSING])
    return page


def urgent_first(notice: Article) -> bool:
    """Sort notices by this: urgent help comes before everything else that is said (COG-12)."""
    return notice.kind != ArticleKind.URGENT


def compose(article: Article, rendition: Rendition, *, preview: bool = False) -> dict[str, Any]:
    """Return the whole page of an article as JSON-able data in the API's shape.

    Clips carry digests instead of addresses, which are the kiosk's matter. In a ``preview`` the
    sample label is left out, so that a reviewer sees the page as it will be once approved.
    Raises :class:`NotComposable` where a notice that it needs is not public.
    """
    approval = approval_of(rendition)
    sample = approval is None and not preview
    notices = included(rendition, sample=sample)
    closing = notice_content(notices[-1])
    reading = rendition.reading
    shown = [reading, *(_reading_of(notice) for notice in notices)]
    return {
        "slug": article.slug,
        "language": rendition.language,
        "translations": [
            {"language": other.language, "slug": other.slug} for other in translations(article)
        ],
        "topic": article.topic.slug if article.topic else None,
        "sample": sample,
        "title": reading["title"],
        "summary": reading["summary"],
        "short_advice": closing["short"],
        "notices": [notice_content(notice) for notice in notices[:-1]],
        "revision": rendition.revision.number,
        "text_digest": rendition.text_digest,
        "speech_digest": rendition.speech_digest,
        "reviewed_on": approval.at.date().isoformat() if approval else None,
        "reviewed_by": (
            [
                {"name": one.reviewer_name, "role": one.reviewer_profession or "Reviewer"}
                for one in signed_off_by(approval)
            ]
            if approval
            else []
        ),
        "review_due": (
            approval.review_due.isoformat() if approval and approval.review_due else None
        ),
        "sources": reading["sources"],
        "sections": reading["sections"],
        "terms": terms_in(shown, rendition.language, sample=sample),
        "closing_advice": {
            "heading": closing["heading"],
            "blocks": closing["blocks"],
            "reviewed": closing["reviewed"],
        },
    }


def terms_in(
    readings: list[dict[str, Any]], language: str, *, sample: bool
) -> list[dict[str, Any]]:
    """Return the glossary's terms whose words stand in readings: key, words, the meaning.

    A term that nobody has reviewed is shown on a page that says that of itself (``sample``), and
    on no other: what somebody reviewed carries nothing that nobody did.
    """
    public = Article.objects.public_terms(language).select_related("public_rendition")
    if not sample:
        public = public.filter(public_rendition__reviews__decision=Decision.APPROVE)
    known = {term.pk: (term.key, _reading_of(term)) for term in public}
    found = terms.found_in(
        (sentence["text"] for reading in readings for sentence in sentences_of(reading)),
        (terms.Term(pk, tuple(terms.words_of(reading))) for pk, (_, reading) in known.items()),
    )
    return [
        {"key": key, "words": terms.words_of(reading), "sentences": terms.meaning_of(reading)}
        for key, reading in (known[pk] for pk in found)
    ]


def _reading_of(text: Article) -> dict[str, Any]:
    assert text.public_rendition is not None  # noqa: S101 - only public texts are asked for
    reading: dict[str, Any] = text.public_rendition.reading
    return reading


def notice_content(notice: Article) -> dict[str, Any]:
    """Return what a public notice shows and says, with ids that are unique on a page.

    ``short`` is its summary (the short form of the closing advice), ``blocks`` all else.
    """
    rendition = notice.public_rendition
    if rendition is None:
        raise NotComposable(f"the notice {notice.key} is not public in {notice.language}")
    reading = rendition.reading
    return {
        "kind": notice.kind,
        "key": notice.key,
        "heading": reading["title"] if notice.kind != ArticleKind.SAMPLE else None,
        "short": reading["summary"],
        "blocks": [
            block
            for section in reading["sections"]
            for block in (
                *(
                    [{"kind": "paragraph", "number": None, "sentences": [section["heading"]]}]
                    if section["heading"]
                    else []
                ),
                *section["blocks"],
            )
        ],
        "reviewed": is_approved(rendition),
    }


def translations(article: Article) -> list[Article]:
    """Return the public articles that say the same in other languages, by language."""
    root = article.translation_of_id or article.pk
    family = Article.objects.published().exclude(pk=article.pk)
    found = family.filter(pk=root) | family.filter(translation_of_id=root)
    return list(found.order_by("language", "slug"))


def sentences_of(reading: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the sentences of a rendition's reading in the order they are read."""
    found = [reading["title"]]
    if reading["summary"]:
        found.append(reading["summary"])
    for section in reading["sections"]:
        if section["heading"]:
            found.append(section["heading"])
        for block in section["blocks"]:
            found += block["sentences"]
    return found


def pictures_of(reading: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the pictures of a rendition's reading by the ids of the sentences that begin their
    descriptions, in order: digest, form, width, height.
    """
    return {
        block["sentences"][0]["id"]: block["image"]
        for section in reading["sections"]
        for block in section["blocks"]
        if "image" in block
    }


def said_of(reading: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield all that is said of a rendition's reading in order, each with an id of its own.

    An announcement, which has none, has that of the sentence that it precedes, with a mark.
    """
    announced = {}
    for section in reading["sections"]:
        if section.get("announcement"):
            announced[section["heading"]["id"]] = section["announcement"]
        for block in section["blocks"]:
            if block.get("announcement"):
                announced[block["sentences"][0]["id"]] = block["announcement"]
    for sentence in sentences_of(reading):
        if sentence["id"] in announced:
            yield f"before-{sentence['id']}", announced[sentence["id"]]
        yield sentence["id"], sentence


def must_hear(rendition: Rendition, otherwise: set[str] | None = None) -> list[str]:
    """Return the digests of the clips that a reviewer must play before approving, in order.

    These are the clips that the public does not hear yet and that are not the plain reading of the
    written words: other words are said, or the lexicon says how. ``otherwise`` is
    :func:`said_otherwise`, where the caller knows it.
    """
    public = rendition.revision.article.public_rendition
    known: set[str] = set()
    if is_approved(public) and public is not None:
        known = {sentence["clip"]["digest"] for sentence in sentences_of(public.reading)}
    if otherwise is None:
        otherwise = said_otherwise(rendition)
    must = [
        sentence["clip"]["digest"]
        for sentence in sentences_of(rendition.reading)
        if sentence["clip"]["digest"] in otherwise - known
    ]
    return list(dict.fromkeys(must))


def to_hear(rendition: Rendition) -> list[dict[str, str]]:
    """Return each clip of :func:`must_hear` with what is written, what is said, and its phonemes."""
    phonemes = dict(rendition.clips.values_list("digest", "phonemes"))
    sentences = {one["clip"]["digest"]: one for one in sentences_of(rendition.reading)}
    return [
        {
            "digest": digest,
            "written": sentences[digest]["text"],
            "spoken": sentences[digest]["spoken"],
            "phonemes": phonemes[digest],
        }
        for digest in must_hear(rendition)
    ]


def said_otherwise(rendition: Rendition, given: dict[str, str] | None = None) -> set[str]:
    """Return the digests of the clips that are not the plain reading of what is written.

    ``given`` is what the engine was given for each clip, where the caller has read it.
    """
    if given is None:
        given = {digest: text for digest, text, _ in clip_facts(rendition)}
    return {
        sentence["clip"]["digest"]
        for sentence in sentences_of(rendition.reading)
        if given[sentence["clip"]["digest"]] != sentence["text"]
    }


def clip_facts(rendition: Rendition) -> list[tuple[str, str, str]]:
    """Return each clip's digest, what the engine was given for it, and its phonemes."""
    return list(rendition.clips.values_list("digest", KT("recipe__engine_text"), "phonemes"))
