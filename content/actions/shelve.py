"""Shelving: an article moves to another topic, or to none. Its words and its voice stay as they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from content import signals
from content.actions.base import Conflict, Invalid, NotPermitted, record, require
from content.models import Article, Topic

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class ShelveArticle:
    """Put an article on another shelf. Authors may while it is not public, who shelves always.

    A topic's notices are not added to a text that is there: its author chooses them. Away from a
    topic that wants two sign-offs only somebody moves it who could say that one is enough.
    """

    def __init__(self, article: Article, *, actor: User, topic: Topic | None) -> None:
        self.article = article
        self.actor = actor
        self.topic = topic

    def check_standing(self) -> None:
        """Raise :class:`Refused` where this person could not move it, wherever to."""
        if not self.actor.has_perm("content.change_topic"):
            require(self.actor, "content.change_revision", "moving articles between topics")
            if self.article.public_rendition_id is not None:
                raise NotPermitted(
                    "role", "It is public: ask a lead reviewer or an operator to move it."
                )
        require(self.actor, "content.view_article", "moving articles between topics")
        if self.article.is_notice:
            raise Invalid("topic", "A notice or a glossary term stands in no topic.")
        before = self.article.topic
        if before is not None and before.second_signoff:
            require(
                self.actor,
                "content.require_signoff",
                "moving an article away from a topic that wants two sign-offs",
            )

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        self.check_standing()
        if self.topic == self.article.topic:
            raise Conflict("topic", "It stands there already.")

    @transaction.atomic
    def execute(self) -> Article:
        """Return the article in its new place. When it is due for review again stays as it is."""
        self.article = (
            Article.objects.select_for_update(of=("self",))
            .select_related("topic")
            .get(pk=self.article.pk)
        )
        self.check()
        before = self.article.topic
        self.article.topic = self.topic
        self.article.save(update_fields=["topic"])
        record(
            "shelve",
            actor=self.actor,
            article=self.article,
            before=before.slug if before else "",
            after=self.topic.slug if self.topic else "",
        )
        if self.article.public_rendition_id is not None:
            transaction.on_commit(
                partial(signals.shelved.send, sender=Article, article=self.article, before=before)
            )
        return self.article
