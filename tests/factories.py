"""What tests need to exist, made the way the product makes it: by its actions, really voiced."""

from __future__ import annotations

import atexit
import io
from datetime import date
from functools import cache
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from PIL import Image, ImageDraw

from content import composition, linting
from content.actions import (
    AddImage,
    ApproveRevision,
    ChangePronunciation,
    CreateArticle,
    EditDraft,
    SubmitRevision,
    VoiceRevision,
)
from content.lint import Level
from content.models import (
    Article,
    ArticleKind,
    Decision,
    LexiconChange,
    Rendition,
    Review,
    Revision,
    Topic,
)
from content.roles import Role, give_role, make_groups
from content.speech.engine import Engine, voice_for

PASSWORD = "correct horse battery"
_numbers = count(1)


def staff(role: str, username: str | None = None, **fields: object) -> User:
    """Return an account with a role, made the first time its name is asked for."""
    username = username or f"{role}{next(_numbers)}"
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        user = get_user_model().objects.create_user(username, password=PASSWORD, **fields)
        make_groups()
        give_role(user, Role(role))
    return user


def draft(
    title: str = "Sleep and rest",
    body: str = "Sleep helps you heal.\n\n## At night\n\nA dark room helps. So does quiet.",
    *,
    author: User | None = None,
    topic: Topic | None = None,
    language: str = "en",
    notices: list[str] | None = None,
) -> Revision:
    """Return a draft of a new article."""
    return CreateArticle(
        actor=author or staff("author", "author"),
        title=title,
        body=body,
        topic=topic,
        language=language,
        notices=notices,
    ).execute()


def reviewed(revision: Revision) -> Revision:
    """Submit a draft and give it its voice: it is in review then."""
    actor = revision.edited_by
    revision = SubmitRevision(revision, actor=actor).execute()
    revision.refresh_from_db()
    revision = VoiceRevision(revision).execute()
    revision.refresh_from_db()
    return revision


def in_review(
    title: str = "Sleep and rest",
    body: str = "Sleep helps you heal.\n\n## At night\n\nA dark room helps. So does quiet.",
    *,
    author: User | None = None,
    topic: Topic | None = None,
    language: str = "en",
    notices: list[str] | None = None,
) -> Revision:
    """Return a revision of a new article that waits for a reviewer, voiced."""
    closing_advice()
    return reviewed(
        draft(title, body, author=author, topic=topic, language=language, notices=notices)
    )


def approved(
    title: str = "Sleep and rest",
    body: str = "Sleep helps you heal.\n\n## At night\n\nA dark room helps. So does quiet.",
    *,
    author: User | None = None,
    reviewer: User | None = None,
    topic: Topic | None = None,
    language: str = "en",
    notices: list[str] | None = None,
) -> Revision:
    """Return an approved revision: its article is public."""
    revision = in_review(
        title, body, author=author, topic=topic, language=language, notices=notices
    )
    approve(revision, reviewer)
    revision.refresh_from_db()
    return revision


def review_row(revision: Revision, actor: User, rendition: Rendition | None = None) -> Review:
    """Return an approval as a row that no action has looked at: of the newest rendition, or another."""
    rendition = rendition or revision.rendition
    assert rendition is not None
    return Review(
        revision=revision,
        rendition=rendition,
        decision=Decision.APPROVE,
        reviewer=actor,
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        review_due=date(2030, 1, 1),
        software="x",
    )


def drawing(width: int = 640, height: int = 480, *, number: int = 1) -> Image.Image:
    """Return a drawing; another ``number`` is another one."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    for edge in range(1, number + 2):
        pen.rectangle((edge * 9, edge * 9, width - edge * 9, height - edge * 9), outline="navy")
    return image


def encoded(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """Return a picture as a file of a kind."""
    into = io.BytesIO()
    image.save(into, kind, **how)
    return into.getvalue()


SHOWS = "A person lifts both arms. The elbows are straight."


def picture(revision: Revision, description: str = SHOWS, *, number: int = 1) -> AddImage:
    """Take in a drawing for a draft; ``line`` shows it, ``image`` is what is stored."""
    action = AddImage(
        revision,
        actor=revision.edited_by,
        name="arms.png",
        data=encoded(drawing(number=number)),
        description=description,
    )
    action.execute()
    return action


def illustrated(
    title: str = "Moving", *, number: int = 1, submitted: bool = True, **how: Any
) -> Revision:
    """Return a revision in review, or a draft, that shows one drawing."""
    closing_advice()
    revision = draft(title, **how)
    line = picture(revision, number=number).line
    revision = EditDraft(
        revision,
        actor=revision.edited_by,
        version=revision.version,
        title=title,
        body=f"Moving helps.\n\n## Arms\n\nLift them slowly.\n\n{line}\n\nThen rest.",
    ).execute()
    return reviewed(revision) if submitted else revision


def approve(revision: Revision, reviewer: User | None = None) -> Review:
    """Approve a revision as somebody who has heard what must be heard and answers every warning."""
    rendition = revision.rendition
    assert rendition is not None
    return ApproveRevision(
        revision,
        actor=reviewer or staff("reviewer", "reviewer"),
        text_digest=rendition.text_digest,
        speech_digest=rendition.speech_digest,
        heard=composition.must_hear(rendition),
        answers=answers_to(revision),
    ).execute()


def answers_to(revision: Revision) -> dict[str, str]:
    """Return an answer to each warning of the checks about what waits of a revision."""
    assert revision.rendition is not None
    checked = linting.of_rendition(revision.rendition)
    return {finding.id: "It may stand, in a test." for finding in checked.of(Level.WARNING)}


def pronounce(
    grapheme: str,
    alias: str = "",
    *,
    phonemes: str = "",
    actor: User | None = None,
    language: str = "en",
) -> LexiconChange:
    """Say how a word is said, checked by an engine that is started once for all tests."""
    return ChangePronunciation(
        actor=actor or staff("author", "author"),
        language=language,
        grapheme=grapheme,
        alias=alias,
        phonemes=phonemes,
        trace=engine(language).phonemes,
    ).execute()


@cache
def engine(language: str = "en") -> Engine:
    """Return an engine that every test of this process may ask."""
    kept = Engine(voice_for(language), workers=1)
    atexit.register(kept.close)
    return kept


def notice(
    kind: str = ArticleKind.URGENT,
    key: str = "urgent-help",
    title: str = "Do you need help now?",
    body: str = "Tell somebody who works here.",
    *,
    language: str = "en",
    public: bool = True,
    sample: bool = False,
) -> Article:
    """Return a notice, approved unless it is to stay private."""
    article = Article.objects.filter(kind=kind, key=key, language=language).first()
    if article is None:
        article = Article.objects.create(
            slug=f"{key}-{language}", language=language, kind=kind, key=key, sample=sample
        )
        revision = Revision.objects.create(
            article=article, number=1, title=title, body=body, edited_by=staff("author", "writer")
        )
        revision = reviewed(revision)
        if public:
            approve(revision, staff("reviewer", "reviewer"))
    article.refresh_from_db()
    return article


def closing_advice(language: str = "en") -> Article:
    """Return the closing advice, approved: nothing is composed without it."""
    return notice(
        ArticleKind.CLOSING,
        "closing-advice",
        "Before you go",
        "Ask a health care professional what is right for you.\n\n"
        "Always consult a health care professional about the approach that is right for you.",
        language=language,
    )


def term_in_review(
    word: str = "sleep",
    body: str = "Sleep is rest for body and mind.\n\n- sleeping",
    *,
    language: str = "en",
) -> Revision:
    """Return a glossary term's revision that waits for a reviewer, voiced."""
    draft = CreateArticle(
        actor=staff("author", "author"),
        kind=ArticleKind.TERM,
        title=word,
        body=body,
        language=language,
    ).execute()
    return reviewed(draft)


def term(
    word: str = "sleep",
    body: str = "Sleep is rest for body and mind.\n\n- sleeping",
    *,
    language: str = "en",
) -> Article:
    """Return an approved glossary term."""
    revision = term_in_review(word, body, language=language)
    approve(revision)
    return Article.objects.get(pk=revision.article_id)
