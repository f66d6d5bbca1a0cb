"""Revoking: an API token works no more, before it would have expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from content.actions.base import Conflict, record, require
from content.models import ApiToken

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class RevokeToken:
    """End an API token. Its owner may, and an operator."""

    def __init__(self, token: ApiToken, *, actor: User) -> None:
        self.token = token
        self.actor = actor

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done."""
        if self.token.user_id != self.actor.pk:
            require(self.actor, "content.change_signin", "revoking somebody's token")
        if self.token.revoked_at is not None:
            raise Conflict("state", "This token is revoked already.")

    @transaction.atomic
    def execute(self) -> ApiToken:
        """Return the token, which works no more."""
        self.token = ApiToken.objects.select_for_update().get(pk=self.token.pk)
        self.check()
        self.token.revoked_at = timezone.now()
        self.token.save(update_fields=["revoked_at"])
        record(
            "revoke_token",
            actor=self.actor,
            username=self.token.user.get_username(),
            role=self.token.role,
        )
        return self.token
