"""Time in the staff API: still correct, scheduled, last days, and translations."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from content.actions import (
    BringExpiryNearer,
    CancelSchedule,
    ConfirmArticle,
    ReleaseSchedule,
    StartTranslation,
)
from content.api import serializers, time_serializers
from content.api.schema import WRITING, problems
from content.api.views import APPROVE, WITHDRAW, WRITE, StaffView
from content.models import Article

READ = ("content.view_article", "reading articles")


class ArticleView(StaffView):
    """A view of one article, which answers what is true of it afterwards."""

    def article(self, slug: str) -> Article:
        """Return the article of a slug, or answer 404."""
        return get_object_or_404(Article, slug=slug)

    def tell(self, article: Article) -> Response:
        """Return an article as it is in the database now."""
        articles = Article.objects.select_related(
            "topic", "public_rendition__revision", "translation_of"
        )
        shown = articles.get(pk=article.pk)
        return Response(time_serializers.StaffArticleSerializer(shown).data)


class OneStaffArticle(ArticleView):
    """One article or notice, public or not."""

    needs = {"GET": READ}

    @extend_schema(
        operation_id="staff_article",
        summary="Show an article with its times",
        description="When it was reviewed and is due again, what waits for its time, when and why "
        "it leaves or has left the kiosk, and whether it is an outdated translation.",
        tags=["staff"],
        responses={
            200: time_serializers.StaffArticleSerializer,
            **problems(401, 403, 404, 406),
        },
    )
    def get(self, request: Request, slug: str) -> Response:
        """Return the article."""
        return self.tell(self.article(slug))


class Confirm(ArticleView):
    """Say that articles are still correct."""

    needs = {"POST": APPROVE}
    confirm_first = True

    @extend_schema(
        operation_id="staff_article_confirm",
        summary="Say that an article is still correct",
        description="Of what is public by approval, or has left the kiosk by itself, which it brings "
        "back. Its next review is due after its topic's months. 403 `four_eyes` for whoever could "
        "not have approved it; 409 `digest` when it is not what was shown; 409 `source` when what "
        "it translates has changed and `source_revision` does not name the newest.",
        tags=["staff"],
        request=time_serializers.ConfirmationSerializer,
        responses={200: time_serializers.StaffArticleSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Confirm the article."""
        article = self.article(slug)
        given = self.read(request, time_serializers.ConfirmationSerializer)
        ConfirmArticle(article, actor=self.person(request), **given).execute()
        return self.tell(article)


class Expiry(ArticleView):
    """Let articles leave the kiosk sooner."""

    needs = {"POST": WITHDRAW}

    @extend_schema(
        operation_id="staff_article_expiry",
        summary="Let an article leave the kiosk on a day, sooner than before",
        description="One person is enough. A later day, or none, goes with an approval or with "
        "`confirm/`.",
        tags=["staff"],
        request=time_serializers.ExpirySerializer,
        responses={200: time_serializers.StaffArticleSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Bring its last day nearer."""
        article = self.article(slug)
        given = self.read(request, time_serializers.ExpirySerializer)
        BringExpiryNearer(article, actor=self.person(request), **given).execute()
        return self.tell(article)


class Cancel(ArticleView):
    """Cancel what waits for its time."""

    needs = {"POST": WITHDRAW}

    @extend_schema(
        operation_id="staff_schedule_cancel",
        summary="Cancel a publication that waits for its time",
        description="One person is enough. The approval does not stand any more.",
        tags=["staff"],
        request=time_serializers.CancellationSerializer,
        responses={200: time_serializers.StaffArticleSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Cancel the publication."""
        article = self.article(slug)
        given = self.read(request, time_serializers.CancellationSerializer)
        CancelSchedule(article, actor=self.person(request), **given).execute()
        return self.tell(article)


class Release(ArticleView):
    """Publish what waits for its time."""

    needs = {"POST": APPROVE}
    confirm_first = True

    @extend_schema(
        operation_id="staff_schedule_publish",
        summary="Publish now what was approved for later",
        description="403 `four_eyes` for whoever could not have approved it.",
        tags=["staff"],
        request=None,
        responses={200: time_serializers.StaffArticleSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Publish it."""
        article = self.article(slug)
        self.read(request, serializers.NothingSerializer)
        ReleaseSchedule(article, actor=self.person(request)).execute()
        return self.tell(article)


class Translate(StaffView):
    """Begin translations."""

    needs = {"POST": WRITE}

    @extend_schema(
        operation_id="staff_article_translate",
        summary="Begin a translation of an article",
        description="A new article in another language, whose first revision is a draft. Without "
        "words of its own it begins with those of its source.",
        tags=["staff"],
        request=time_serializers.NewTranslationSerializer,
        responses={201: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Make a draft."""
        article = get_object_or_404(Article, slug=slug)
        given = self.read(request, time_serializers.NewTranslationSerializer)
        action = StartTranslation(article, actor=self.person(request), **given)
        return self.show(action.execute(), 201)
