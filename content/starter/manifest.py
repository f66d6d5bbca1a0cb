"""What is shipped: the topics, the notices, and the one article, in the order they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.models import ArticleKind
from content.models.topic import TopicIcon


@dataclass(frozen=True, slots=True)
class ShippedTopic:
    """A topic with its title in each language."""

    slug: str
    titles: dict[str, str]
    icon: str
    review_months: int
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShippedText:
    """A text in one language. ``file`` is its name in this folder; ``key`` is for notices only."""

    kind: str
    slug: str
    language: str
    file: str
    key: str = ""
    topic: str = ""
    notices: tuple[str, ...] = field(default=())


TOPICS = (
    ShippedTopic(
        "medicines", {"en": "Medicines", "es": "Medicamentos"}, TopicIcon.PILL, 12, ("urgent-help",)
    ),
    ShippedTopic(
        "mood",
        {"en": "Mood and worry", "es": "Ánimo y preocupación"},
        TopicIcon.HEAD,
        36,
        ("urgent-help",),
    ),
)


def _term(key: str, language: str) -> ShippedText:
    return ShippedText(
        ArticleKind.TERM, f"term-{key}-{language}", language, f"term-{key}.{language}.md", key=key
    )


TEXTS = (
    ShippedText(
        ArticleKind.CLOSING,
        "closing-advice-en",
        "en",
        "closing-advice.en.md",
        key="closing-advice",
    ),
    ShippedText(
        ArticleKind.SAMPLE, "sample-label-en", "en", "sample-label.en.md", key="sample-label"
    ),
    ShippedText(ArticleKind.URGENT, "urgent-help-en", "en", "urgent-help.en.md", key="urgent-help"),
    ShippedText(
        ArticleKind.SAFETY,
        "safety-benzodiazepines-en",
        "en",
        "safety-benzodiazepines.en.md",
        key="safety-benzodiazepines",
    ),
    *(
        _term(key, "en")
        for key in (
            "benzodiazepine",
            "boxed-warning",
            "dependence",
            "gaba",
            "tolerance",
            "withdrawal-symptoms",
        )
    ),
    ShippedText(
        ArticleKind.CLOSING,
        "closing-advice-es",
        "es",
        "closing-advice.es.md",
        key="closing-advice",
    ),
    ShippedText(
        ArticleKind.SAMPLE, "sample-label-es", "es", "sample-label.es.md", key="sample-label"
    ),
    ShippedText(ArticleKind.URGENT, "urgent-help-es", "es", "urgent-help.es.md", key="urgent-help"),
    ShippedText(
        ArticleKind.SAFETY,
        "safety-benzodiazepines-es",
        "es",
        "safety-benzodiazepines.es.md",
        key="safety-benzodiazepines",
    ),
    ShippedText(
        ArticleKind.ARTICLE,
        "clonazepam-and-depression",
        "en",
        "clonazepam-and-depression.en.md",
        topic="medicines",
        notices=("urgent-help", "safety-benzodiazepines"),
    ),
)
"""Notices before the article that includes them, without which it could not be shown; terms before
the article whose words they explain, so that it is put up once."""
