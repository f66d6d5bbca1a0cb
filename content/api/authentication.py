"""Who asks: a personal token, or a session of the desk with its CSRF token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework import authentication
from rest_framework.exceptions import AuthenticationFailed

from content.actions import NotPermitted
from content.models import ApiToken
from content.signin.middleware import half_signed_in

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from drf_spectacular.openapi import AutoSchema
    from rest_framework.request import Request


class TokenAuthentication(authentication.TokenAuthentication):
    """``Authorization: Token KEY``. ``request.auth`` is then the :class:`ApiToken`."""

    def authenticate_credentials(self, key: str) -> tuple[User, ApiToken]:
        """Return the token's owner and the token; unknown, expired and garbage are all 401."""
        token = ApiToken.find(key)
        if token is None:
            raise AuthenticationFailed("This token is not known, or has expired.")
        return token.user, token


class SessionAuthentication(authentication.SessionAuthentication):
    """The session of somebody who signed in to the desk; writing needs the CSRF token.

    Half a sign-in is none, and is told so: 403 ``second_factor``.
    """

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """Return who signed in, None where nobody has."""
        if half_signed_in(request._request) is not None:
            raise NotPermitted(
                "second_factor", "This sign-in is not finished. Go on with it at the desk."
            )
        found: tuple[User, None] | None = super().authenticate(request)
        return found


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema tells of tokens."""

    target_class = "content.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """Return the security scheme."""
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "`Token KEY`. A key is personal, expires and carries one role; "
            "`manage.py create_staff USERNAME --role ROLE --token` prints one.",
        }


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema tells of the desk's sessions."""

    target_class = "content.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        """Return the security scheme."""
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": "A session of the desk. Writing needs the header `X-CSRFToken`.",
        }
