"""The staff API: everything off the kiosks in one step, and back by another person's word."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from content.actions import ResumeEverything, SuspendEverything
from content.api.fields import StrictSerializer, Text
from content.api.schema import READING, WRITING, problems
from content.api.serializers import MAX_COMMENT
from content.api.views import StaffView
from content.models import Suspension, WithdrawReason

LOOK = ("content.view_suspension", "seeing whether everything is off the kiosks")
SUSPEND = ("content.suspend_everything", "taking everything off the kiosks")


class SuspendSerializer(StrictSerializer):
    """Why everything leaves the kiosks."""

    reason = serializers.ChoiceField(choices=WithdrawReason.choices)
    comment = Text(max_length=MAX_COMMENT, help_text="What is wrong, and how far it may reach.")


class ResumeSerializer(StrictSerializer):
    """Why everything comes back."""

    comment = Text(max_length=MAX_COMMENT, help_text="What was looked at, and found.")


class SuspensionSerializer(serializers.Serializer[Any]):
    """Whether everything is off the kiosks, and since when, why and by whom."""

    suspended = serializers.BooleanField()
    reason = serializers.CharField(help_text="Empty while nothing is suspended.")
    comment = serializers.CharField(help_text="Empty while nothing is suspended.")
    by = serializers.CharField(help_text="The user name of who took everything off.")
    at = serializers.DateTimeField(allow_null=True)
    texts = serializers.ListField(
        child=serializers.CharField(),
        help_text="What was taken off, or what has just come back: slugs.",
    )


def shown(suspension: Suspension | None, texts: list[str] | None = None) -> Response:
    """Return whether everything is off, with the slugs of what is, or of what came back."""
    if suspension is None:
        state = {"suspended": False, "reason": "", "comment": "", "by": "", "at": None}
        return Response(SuspensionSerializer({**state, "texts": texts or []}).data)
    return Response(
        SuspensionSerializer(
            {
                "suspended": True,
                "reason": suspension.reason,
                "comment": suspension.comment,
                "by": suspension.begun_by.get_username(),
                "at": suspension.begun_at,
                "texts": list(suspension.texts.values_list("article__slug", flat=True)),
            }
        ).data
    )


class Suspend(StaffView):
    """Everything off."""

    needs = {"GET": LOOK, "POST": SUSPEND}

    @extend_schema(
        operation_id="staff_suspension",
        summary="Whether everything is off the kiosks",
        tags=["staff"],
        responses={200: SuspensionSerializer, **problems(*READING)},
    )
    def get(self, request: Request) -> Response:
        """Say whether everything is off."""
        return shown(Suspension.current())

    @extend_schema(
        operation_id="staff_suspension_begin",
        summary="Take everything off the kiosks at once",
        description="Every article and term, in one step; notices stay. Approvals are kept. One "
        "person is enough. When this answers, nothing of it is served any more.",
        tags=["staff"],
        request=SuspendSerializer,
        responses={200: SuspensionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request) -> Response:
        """Take everything off."""
        given = self.read(request, SuspendSerializer)
        return shown(SuspendEverything(actor=self.person(request), **given).execute())


class Resume(StaffView):
    """Everything back."""

    needs = {"POST": SUSPEND}
    confirm_first = True

    @extend_schema(
        operation_id="staff_suspension_end",
        summary="Put back what was taken off",
        description="Exactly what was public, save what was withdrawn since. 403 `four_eyes` for "
        "whoever took it off, superusers included.",
        tags=["staff"],
        request=ResumeSerializer,
        responses={200: SuspensionSerializer, **problems(*WRITING)},
    )
    def post(self, request: Request) -> Response:
        """Put everything back."""
        given = self.read(request, ResumeSerializer)
        back = ResumeEverything(actor=self.person(request), **given).execute()
        return shown(None, [article.slug for article in back])
