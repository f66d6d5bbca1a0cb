"""What is still missing of a sign-in after the password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from content.signin import second_factor, session

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.base import SessionBase

APPROVE = "content.approve_revision"


class Step(models.TextChoices):
    """A step of a sign-in; its value is the name of its page's address."""

    CODE = "signin-code"
    PASSWORD = "signin-password"  # noqa: S105 - the name of an address
    ENROL = "signin-enrol"


def missing(user: User, kept: SessionBase) -> Step | None:
    """Return what somebody must do next before they are signed in, None where they are.

    Who has a device must give its code, whatever the settings; who can approve must have one where
    ``PLAINVOICE_SECOND_FACTOR`` is not ``offered``.
    """
    device = second_factor.device_of(user)
    return missing_with(user, kept, device.pk if device is not None else None)


def missing_with(user: User, kept: SessionBase, device: int | None) -> Step | None:
    """Return the same, given the id of the person's confirmed device."""
    if device is not None and not session.verified(kept, device):
        return Step.CODE
    if kept.get(session.MUST_CHANGE):
        return Step.PASSWORD
    if device is None and settings.PLAINVOICE_SECOND_FACTOR != "offered" and user.has_perm(APPROVE):
        return Step.ENROL
    return None
