"""What the publication does when content says that something became public, or no longer is."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from content import signals
from content.models import Article, Rendition, Topic, TopicTitle
from kiosk.publication.publish import (
    publish_all,
    publish_article,
    publish_topic,
    refresh,
    speak,
    take_all_away,
    take_away,
)

logger = logging.getLogger(__name__)


def connect() -> None:
    """Listen. Called once, when the app is ready."""
    signals.published.connect(put_up, dispatch_uid="kiosk.publication.put_up")
    signals.reconciling.connect(catch_up, dispatch_uid="kiosk.publication.catch_up")
    signals.shelved.connect(move, dispatch_uid="kiosk.publication.move")
    signals.suspended.connect(take_all_down, dispatch_uid="kiosk.publication.take_all_down")
    signals.resumed.connect(put_all_up, dispatch_uid="kiosk.publication.put_all_up")
    signals.withdrawn.connect(take_down, dispatch_uid="kiosk.publication.take_down")
    for model in (Topic, TopicTitle):
        post_save.connect(rename, sender=model, dispatch_uid=f"kiosk.publication.{model.__name__}")


def put_up(sender: object, *, article: Article, **_: Any) -> None:
    """Publish what was committed. Whatever fails is for the log and for ``reconcile``: the decision
    stands, and whoever made it is told so.
    """
    try:
        publish_article(article)
    except Exception:
        logger.exception("Not published yet: %s. Run manage.py reconcile.", article.slug)


def catch_up(sender: object, **_: Any) -> None:
    """Publish what a crash left between a decision and its publication, and voice the prompts."""
    try:
        refresh()
    except Exception:
        logger.exception("The publication could not be compared with what is public.")
    try:
        speak()
    except Exception:
        logger.exception("The screens' own words could not be voiced.")


def take_down(sender: object, *, article: Article, rendition: Rendition, **_: Any) -> None:
    """Take away before the commit; a failure goes on to stop it."""
    take_away(article, rendition)


def move(sender: object, *, article: Article, before: Topic | None, **_: Any) -> None:
    """Publish an article in its new topic, and the screen of the topic that it left."""
    put_up(sender, article=article)
    if before is not None:
        _publish_topic(before)


def take_all_down(sender: object, **_: Any) -> None:
    """Take everything away before the commit; a failure goes on to stop it."""
    take_all_away()


def put_all_up(sender: object, **_: Any) -> None:
    """Publish what came back; whatever fails is for the log and for ``reconcile``."""
    try:
        publish_all()
    except Exception:
        logger.exception("Not published again yet. Run manage.py reconcile.")


def rename(sender: object, *, instance: Topic | TopicTitle, raw: bool = False, **_: Any) -> None:
    """Publish a topic's screens again once its new name or icon is committed."""
    topic = instance if isinstance(instance, Topic) else instance.topic
    if not raw and Article.objects.published().filter(topic=topic).exists():
        transaction.on_commit(partial(_publish_topic, topic))


def _publish_topic(topic: Topic) -> None:
    try:
        publish_topic(topic)
    except Exception:
        logger.exception("Not published yet: %s. Run manage.py reconcile.", topic.slug)
