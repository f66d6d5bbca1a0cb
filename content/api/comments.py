"""The staff API's half of comments: each view calls one action, which decides."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from content import comments
from content.actions import CommentOnSentence, ReopenComment, ReplyToComment, ResolveComment
from content.actions.comment import MAX_COMMENT
from content.api.base import PageQuery, Pages, paged
from content.api.fields import StrictSerializer, Text
from content.api.schema import READING, WRITING, problems
from content.api.serializers import NothingSerializer
from content.api.views import READ, StaffView
from content.models import Comment, CommentResolution

COMMENT = ("content.add_comment", "commenting")
RESOLVE = ("content.resolve_comment", "resolving comments")


class NewCommentSerializer(StrictSerializer):
    """A comment on a sentence."""

    sentence = Text(max_length=100, help_text="The id of the sentence in the revision's reading.")
    text = Text(max_length=MAX_COMMENT)


class NewReplySerializer(StrictSerializer):
    """A reply to a comment."""

    text = Text(max_length=MAX_COMMENT)


class ReplySerializer(serializers.Serializer[Comment]):
    """What somebody answered."""

    id = serializers.IntegerField()
    author = serializers.CharField(source="author_name")
    text = serializers.CharField()
    at = serializers.DateTimeField()


class CommentSerializer(serializers.Serializer[Comment]):
    """A comment that began a conversation, with its replies, oldest first."""

    id = serializers.IntegerField()
    revision = serializers.IntegerField(
        source="revision_id", help_text="The revision it was made on: this one or an earlier one."
    )
    sentence = serializers.CharField(help_text="The sentence's id in that revision.")
    sentence_text = serializers.CharField(help_text="The sentence's words in that revision.")
    author = serializers.CharField(source="author_name")
    text = serializers.CharField()
    at = serializers.DateTimeField()
    open = serializers.SerializerMethodField(
        help_text="Whether it stands against an approval: nobody has resolved it since."
    )
    replies = ReplySerializer(many=True)

    @extend_schema_field({"type": "boolean"})
    def get_open(self, comment: Comment) -> bool:
        """Return whether it is open, from the rows that came with it."""
        resolutions = list(comment.resolutions.all())
        return not (resolutions and resolutions[-1].resolved)


def whole(pk: int) -> Comment:
    """Return a comment with its replies and how it stands, as it is in the database now."""
    return _with_replies(Comment.objects.filter(pk=pk)).get()


def _with_replies(rows: QuerySet[Comment]) -> QuerySet[Comment]:
    resolutions = CommentResolution.objects.order_by("pk")
    return rows.prefetch_related("replies", Prefetch("resolutions", queryset=resolutions))


class Comments(StaffView):
    """The comments that a revision carries."""

    needs = {"GET": READ, "POST": COMMENT}
    pagination_class = Pages

    @extend_schema(
        operation_id="staff_comment_list",
        summary="List the comments on a revision",
        description="Those on the revision and on the earlier ones of its article, oldest first. "
        "Nothing is approved while one is open.",
        tags=["staff"],
        parameters=[PageQuery],
        responses={200: CommentSerializer(many=True), **problems(*READING)},
    )
    def get(self, request: Request, pk: int) -> Response:
        """Return a page of comments."""
        PageQuery(data=request.query_params.dict()).is_valid(raise_exception=True)
        rows = _with_replies(comments.of(self.revision(pk)).filter(parent=None).order_by("pk"))
        return paged(self, request, rows, CommentSerializer)

    @extend_schema(
        operation_id="staff_comment_create",
        summary="Comment on a sentence",
        description="409 `state` on a draft, whose sentences still change; 409 `repeated` where it "
        "is the same as this person's last comment on the sentence.",
        tags=["staff"],
        request=NewCommentSerializer,
        responses={201: CommentSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Begin a conversation."""
        revision = self.revision(pk)
        given = self.read(request, NewCommentSerializer)
        made = CommentOnSentence(revision, actor=self.person(request), **given).execute()
        return Response(CommentSerializer(whole(made.pk)).data, status=201)


class Replies(StaffView):
    """The replies to a comment."""

    needs = {"POST": COMMENT}

    @extend_schema(
        operation_id="staff_comment_reply",
        summary="Reply to a comment",
        tags=["staff"],
        request=NewReplySerializer,
        responses={201: CommentSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Go on with the conversation."""
        comment = get_object_or_404(Comment.objects.select_related("revision"), pk=pk)
        given = self.read(request, NewReplySerializer)
        ReplyToComment(comment, actor=self.person(request), **given).execute()
        return Response(CommentSerializer(whole(pk)).data, status=201)


class Resolve(StaffView):
    """Whether a comment is settled."""

    needs = {"POST": RESOLVE}
    settles: type[ResolveComment] = ResolveComment

    @extend_schema(
        operation_id="staff_comment_resolve",
        summary="Resolve a comment",
        description="It does not stand against an approval any more.",
        tags=["staff"],
        request=None,
        responses={200: CommentSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Settle the conversation."""
        return self.settle(request, pk)

    def settle(self, request: Request, pk: int) -> Response:
        """Take the action and return the comment as it stands now."""
        comment = get_object_or_404(Comment.objects.select_related("revision"), pk=pk)
        self.read(request, NothingSerializer)
        self.settles(comment, actor=self.person(request)).execute()
        return Response(CommentSerializer(whole(pk)).data)


class Reopen(Resolve):
    """Taking a resolved comment up again."""

    settles = ReopenComment

    @extend_schema(
        operation_id="staff_comment_reopen",
        summary="Reopen a comment",
        tags=["staff"],
        request=None,
        responses={200: CommentSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request, pk: int) -> Response:
        """Open the conversation again."""
        return self.settle(request, pk)
