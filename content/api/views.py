"""The staff API: each view calls one action, which decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from content.actions import (
    ApproveRevision,
    ClaimRevision,
    Conflict,
    CreateArticle,
    Invalid,
    ReleaseRevision,
    ReturnRevision,
    StartRevision,
    SubmitRevision,
    WithdrawArticle,
)
from content.api import serializers
from content.api.base import ApiView, Pages, paged
from content.api.fields import StrictSerializer
from content.api.schema import READING, WRITING, problems
from content.models import Article, Clip, Rendition, Revision, RevisionState, Topic
from content.speech import clips

if TYPE_CHECKING:
    from django.contrib.auth.models import User

READ = ("content.view_revision", "reading revisions")
HEAR = ("content.view_rendition", "hearing what is not public")
WRITE = ("content.add_article", "writing articles")
REVISE = ("content.change_revision", "writing articles")
SUBMIT = ("content.submit_revision", "submitting for review")
APPROVE = ("content.approve_revision", "approving")
RETURN = ("content.return_revision", "returning a revision")
CLAIM = ("content.approve_revision", "claiming what waits for review")
WITHDRAW = ("content.withdraw_article", "withdrawing")


class StaffView(ApiView):
    """A view for staff. ``needs``: method -> (permission, what that is called)."""

    needs: ClassVar[dict[str, tuple[str, str]]] = {}

    def person(self, request: Request) -> User:
        """Return who asks: :class:`StaffMay` has let nobody else in."""
        user = request.user
        assert user.is_authenticated  # noqa: S101 - see above
        return user

    def read(self, request: Request, serializer: type[StrictSerializer]) -> dict[str, Any]:
        """Return the request's body, or raise with each thing that is wrong with it."""
        given = serializer(data=request.data)
        given.is_valid(raise_exception=True)
        return dict(given.validated_data)

    def revision(self, pk: int) -> Revision:
        """Return the revision of an id, or answer 404."""
        return get_object_or_404(Revision.objects.select_related("article"), pk=pk)

    def show(self, revision: Revision, status: int = 200) -> Response:
        """Return a revision as it is in the database now."""
        shown = Revision.objects.select_related("article").get(pk=revision.pk)
        headers = {}
        if status == 201:
            headers["Location"] = reverse("staff-revision", args=[shown.pk])
        return Response(serializers.RevisionSerializer(shown).data, status=status, headers=headers)


class Articles(StaffView):
    """Begin articles."""

    needs = {"POST": WRITE}

    @extend_schema(
        operation_id="staff_article_create",
        summary="Begin an article or a glossary term",
        description="Its first revision is a draft, with its writer as the first editor.",
        tags=["staff"],
        request=serializers.NewArticleSerializer,
        responses={201: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request) -> Response:
        """Make a draft."""
        given = self.read(request, serializers.NewArticleSerializer)
        slug = given.pop("topic", None)
        topic = Topic.objects.filter(slug=slug).first() if slug is not None else None
        if slug is not None and topic is None:
            raise Invalid("topic", f'There is no topic "{slug}".')
        revision = CreateArticle(actor=self.person(request), topic=topic, **given).execute()
        return self.show(revision, 201)


class ArticleRevisions(StaffView):
    """Begin revisions of an article."""

    needs = {"POST": REVISE}

    @extend_schema(
        operation_id="staff_revision_create",
        summary="Begin a new revision of an article or notice",
        description="The public text stays as it is until the new one is approved.",
        tags=["staff"],
        request=serializers.NewRevisionSerializer,
        responses={201: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Make a draft of new words."""
        article = get_object_or_404(Article, slug=slug)
        given = self.read(request, serializers.NewRevisionSerializer)
        return self.show(StartRevision(article, actor=self.person(request), **given).execute(), 201)


class Withdraw(StaffView):
    """Take articles from the public."""

    needs = {"POST": WITHDRAW}

    @extend_schema(
        operation_id="staff_article_withdraw",
        summary="Withdraw an article at once",
        description="One person is enough. When this answers, nothing of it is served any more.",
        tags=["staff"],
        request=serializers.WithdrawalSerializer,
        responses={200: serializers.WithdrawnSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, slug: str) -> Response:
        """Withdraw an article."""
        article = get_object_or_404(Article, slug=slug)
        given = self.read(request, serializers.WithdrawalSerializer)
        review = WithdrawArticle(article, actor=self.person(request), **given).execute()
        return Response(
            serializers.WithdrawnSerializer(
                {
                    "article": article.slug,
                    "public": False,
                    "reason": review.reason,
                    "at": review.at,
                }
            ).data
        )


class Revisions(StaffView):
    """The revisions, for example those that wait for a reviewer."""

    needs = {"GET": READ}
    pagination_class = Pages

    @extend_schema(
        operation_id="staff_revision_list",
        summary="List revisions",
        description="Those in review: longest waiting first, with the new voices of what is "
        "public (`approved`, with `new_voice`), which wait for a reviewer as well. All others: "
        "newest first.",
        tags=["staff"],
        parameters=[serializers.RevisionQuery],
        responses={200: serializers.RevisionRowSerializer(many=True), **problems(*READING)},
    )
    def get(self, request: Request) -> Response:
        """Return a page of revisions."""
        query = serializers.RevisionQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        newest = Rendition.objects.filter(revision=OuterRef("pk")).order_by("-number")
        rows = (
            Revision.objects.with_waiting()
            .select_related("article")
            .defer("body", "note", "notices")
            .annotate(
                speech_digest=Coalesce(Subquery(newest.values("speech_digest")[:1]), Value(""))
            )
            .order_by("-pk")
        )
        if state := query.validated_data.get("state"):
            rows = (
                rows.awaiting_review()
                if state == RevisionState.IN_REVIEW
                else rows.filter(state=state)
            )
        return paged(self, request, rows, serializers.RevisionRowSerializer)


class OneRevision(StaffView):
    """One revision."""

    needs = {"GET": READ}

    @extend_schema(
        operation_id="staff_revision",
        summary="Show a revision",
        description="With the digests to approve and the clips to hear first.",
        tags=["staff"],
        responses={200: serializers.RevisionSerializer, **problems(401, 403, 404, 406)},
    )
    def get(self, request: Request, pk: int) -> Response:
        """Return the revision."""
        return self.show(self.revision(pk))


class OneClip(StaffView):
    """A stored clip, public or not."""

    needs = {"GET": HEAR}

    @extend_schema(
        operation_id="staff_clip",
        summary="Hear a clip",
        description="The very bytes that the public hears once they are approved, as Ogg Opus. 409 "
        "`clips` where they are not what they were when they were stored.",
        tags=["staff"],
        responses={(200, "audio/ogg"): bytes, **problems(401, 403, 404, 409)},
    )
    def get(self, request: Request, digest: str) -> HttpResponse:
        """Return the clip."""
        if not Clip.objects.filter(digest=digest).exists():
            raise NotFound("There is no such clip.")
        try:
            found = clips.read(digest, "opus")
        except clips.Damaged as error:
            raise Conflict("clips", str(error)) from error
        return HttpResponse(found, content_type="audio/ogg")


class Submit(StaffView):
    """Hand drafts over to review."""

    needs = {"POST": SUBMIT}

    @extend_schema(
        operation_id="staff_revision_submit",
        summary="Submit a draft for review",
        description="Its words are frozen and it is voiced: `voicing` now, `in_review` later.",
        tags=["staff"],
        request=None,
        responses={202: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Submit the draft."""
        revision = self.revision(pk)
        self.read(request, serializers.NothingSerializer)
        return self.show(SubmitRevision(revision, actor=self.person(request)).execute(), 202)


class Approve(StaffView):
    """Make revisions public."""

    needs = {"POST": APPROVE}
    confirm_first = True

    @extend_schema(
        operation_id="staff_revision_approve",
        summary="Approve exactly what was seen and heard",
        description="Where the topic wants two sign-offs the first is kept and the state stays "
        "`in_review`; 403 `second_signoff` for whoever gave it. 403 `four_eyes` for whoever edited it, or changed how a word of it is said, "
        "since it was last approved, superusers included; 403 `reauthenticate` for a session whose "
        "password or code was given too long ago (a token is not asked); 409 `digest` when it is not what was "
        "shown; 409 `comments` while one is open; 409 `stale` when something in it would be said otherwise now and its newer voice "
        "is not there yet; 409 `heard` with the clips that were not played; 409 `notices` when one "
        "it includes is not approved; 409 `checks` when something must be changed; 409 `answers` "
        "with the warnings that have no answer (each of `problems` begins with the finding's id and "
        "a colon), 400 `answers` for an answer to nothing.",
        tags=["staff"],
        request=serializers.ApprovalSerializer,
        responses={
            200: OpenApiResponse(
                serializers.RevisionSerializer,
                description="It is public, or will be at `publish_at`.",
            ),
            **problems(*WRITING),
        },
    )
    def post(self, request: Request, pk: int) -> Response:
        """Approve the revision."""
        revision = self.revision(pk)
        given = self.read(request, serializers.ApprovalSerializer)
        ApproveRevision(revision, actor=self.person(request), **given).execute()
        return self.show(revision)


class Return(StaffView):
    """Give revisions back to their author."""

    needs = {"POST": RETURN}

    @extend_schema(
        operation_id="staff_revision_return",
        summary="Return a revision to its author, or put a new voice aside",
        description="Of what is public with a `new_voice`: the public goes on hearing what was "
        "approved.",
        tags=["staff"],
        request=serializers.ReturnSerializer,
        responses={200: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Return the revision."""
        revision = self.revision(pk)
        given = self.read(request, serializers.ReturnSerializer)
        ReturnRevision(revision, actor=self.person(request), **given).execute()
        return self.show(revision)


class ClaimIt(StaffView):
    """Tell colleagues that one looks at a revision."""

    needs = {"POST": CLAIM}

    @extend_schema(
        operation_id="staff_revision_claim",
        summary="Claim what waits for a decision",
        description="A courtesy, not a lock: others may still decide. It lapses after some hours "
        "(`until` in `claim`) and ends with any decision. 409 `claimed` while somebody else has "
        "claimed it; claiming it again oneself changes nothing.",
        tags=["staff"],
        request=None,
        responses={200: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Claim the revision."""
        revision = self.revision(pk)
        self.read(request, serializers.NothingSerializer)
        ClaimRevision(revision, actor=self.person(request)).execute()
        return self.show(revision)


class ReleaseIt(StaffView):
    """Give a claimed revision free."""

    needs = {"POST": CLAIM}

    @extend_schema(
        operation_id="staff_revision_release",
        summary="Release what was claimed",
        description="One's own claim; a lead's also somebody else's, with a `reason`. 409 "
        "`unclaimed` where nobody has claimed it.",
        tags=["staff"],
        request=serializers.ReleaseSerializer,
        responses={200: serializers.RevisionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Release the revision."""
        revision = self.revision(pk)
        given = self.read(request, serializers.ReleaseSerializer)
        ReleaseRevision(revision, actor=self.person(request), **given).execute()
        return self.show(revision)
