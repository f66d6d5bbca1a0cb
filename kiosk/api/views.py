"""The public API: read only, without accounts, of what is published and nothing else."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import APIException
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from content.api.base import ApiView, Pages, paged
from content.api.schema import problems
from content.models import Article, Decision, Review
from kiosk import publication
from kiosk.api import serializers

IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", str, OpenApiParameter.HEADER, description="The ETag of what you have."
)
NOT_MODIFIED = OpenApiResponse(description="What you have is what is published.")


class PreconditionFailed(APIException):
    """``If-Match`` names something else than what is published."""

    status_code = 412
    default_detail = "What is published is not what If-Match names."
    default_code = "precondition_failed"


class PublicView(ApiView):
    """A view for everybody. It looks at no cookie and sets none."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    # Kept by caches, but asked for each time, so that a withdrawal reaches every one of them.
    cache_control = "no-cache"

    def file(self, request: Request, body: bytes, media_type: str) -> HttpResponse:
        """Return bytes with their ETag, or 304 to whoever has them already."""
        etag = f'"{hashlib.sha256(body).hexdigest()}"'
        answer = HttpResponse(body, content_type=media_type)
        answer.headers["ETag"] = etag
        conditional = get_conditional_response(request, etag=etag, response=answer) or answer
        if conditional.status_code == 412:
            raise PreconditionFailed
        return conditional


class Articles(PublicView):
    """What is published."""

    pagination_class = Pages

    @extend_schema(
        operation_id="article_list",
        summary="List published articles",
        tags=["public"],
        parameters=[serializers.ArticleQuery],
        responses={
            200: serializers.ArticleRowSerializer(many=True),
            **problems(400, 404, 406),
        },
    )
    def get(self, request: Request) -> Response:
        """Return a page of articles."""
        query = serializers.ArticleQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        approval = Review.objects.filter(
            rendition=OuterRef("public_rendition"), decision=Decision.APPROVE
        )
        rows = (
            Article.objects.published()
            .select_related("public_rendition", "topic")
            # A reading is the whole text with its times; a row needs nothing of it.
            .defer("public_rendition__reading")
            .annotate(sample_now=~Exists(approval))
            .order_by("slug")
        )
        if language := query.validated_data.get("language"):
            rows = rows.filter(language=language)
        if topic := query.validated_data.get("topic"):
            rows = rows.filter(topic__slug=topic)
        return paged(self, request, rows, serializers.ArticleRowSerializer)


class OneArticle(PublicView):
    """One published article, complete."""

    @extend_schema(
        operation_id="article",
        summary="Get a published article",
        description="Text, speech and the times of every word. `closing_advice` must be shown and "
        "said by whoever shows or says the article.",
        tags=["public"],
        parameters=[IF_NONE_MATCH],
        responses={
            200: serializers.ArticleSerializer,
            304: NOT_MODIFIED,
            **problems(404, 406),
        },
    )
    def get(self, request: Request, slug: str) -> HttpResponse:
        """Return the published file, byte for byte."""
        if not Article.objects.published().filter(slug=slug).exists():
            raise Http404
        try:
            body = (publication.folder() / "a" / slug / "article.json").read_bytes()
        except FileNotFoundError:
            raise Http404 from None
        return self.file(request, body, "application/json")


class Schema(PublicView):
    """The API, described."""

    @extend_schema(
        operation_id="schema",
        summary="Get this schema",
        tags=["public"],
        parameters=[IF_NONE_MATCH],
        responses={
            200: OpenApiResponse({"type": "object"}, description="OpenAPI 3.1"),
            304: NOT_MODIFIED,
            **problems(406),
        },
    )
    def get(self, request: Request) -> HttpResponse:
        """Return the schema in OpenAPI 3."""
        return self.file(request, _schema(), "application/json")


@cache
def _schema() -> bytes:
    """Return the schema as JSON; made once, since it changes with the software only."""
    generator = SchemaGenerator()  # type: ignore[no-untyped-call]
    schema: dict[str, Any] = generator.get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return json.dumps(schema, ensure_ascii=False).encode()


class Nowhere(PublicView):
    """Every address below ``/api/`` that means nothing."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Answer 404, whatever the method."""
        raise Http404
