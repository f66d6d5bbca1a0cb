"""What has to be true before the first request is answered."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import connection

from content import triggers
from content.actions import LeaveDemonstration
from kiosk import publication

logger = logging.getLogger(__name__)


class NotReady(Exception):
    """The installation must not serve as it is; the message says what to do."""


def prepare() -> None:
    """Make an installation fit to serve, or raise :class:`NotReady`.

    Production over a demonstration's data withdraws all that nobody reviewed. An upgrade of the
    software publishes the pages again.
    """
    tables = connection.introspection.table_names()
    if "content_article" not in tables:
        raise NotReady("The database is empty. Run manage.py migrate first.")
    if missing := triggers.missing(connection):
        raise NotReady(
            f"The database does not keep these rules: {', '.join(missing)}. "
            "Run manage.py migrate, which installs them."
        )
    leave_demonstration()
    publication.refresh()


def leave_demonstration() -> None:
    """Withdraw all that nobody reviewed, unless these are the settings of a demonstration."""
    if not settings.PLAINVOICE_DEMONSTRATION:
        for article in LeaveDemonstration().execute():
            logger.warning("Withdrawn, because nobody has reviewed it: %s", article.slug)
