"""What the publication does when content says that something became public, or no longer is."""

from __future__ import annotations

import logging
from typing import Any

from content import signals
from content.models import Article, Rendition
from kiosk.publication.publish import publish_article, take_away

logger = logging.getLogger(__name__)


def connect() -> None:
    """Listen. Called once, when the app is ready."""
    signals.published.connect(put_up, dispatch_uid="kiosk.publication.put_up")
    signals.withdrawn.connect(take_down, dispatch_uid="kiosk.publication.take_down")


def put_up(sender: object, *, article: Article, **_: Any) -> None:
    """Publish what was committed. Whatever fails is for the log and for ``reconcile``: the decision
    stands, and whoever made it is told so.
    """
    try:
        publish_article(article)
    except Exception:
        logger.exception("Not published yet: %s. Run manage.py reconcile.", article.slug)


def take_down(sender: object, *, article: Article, rendition: Rendition, **_: Any) -> None:
    """Take away before the commit; a failure goes on to stop it."""
    take_away(article, rendition)
