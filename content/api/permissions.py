"""Who may use a staff view at all. Whether they may do it to a certain text the action decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.permissions import BasePermission

from content.actions import NotPermitted
from content.actions.base import require
from content.models import ApiToken
from content.roles import PERMISSIONS
from content.signin import session

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class StaffMay(BasePermission):
    """Staff whose role, and whose token's role, has the permission the view names for a method.

    A view has ``needs``: method -> (permission, what it is called). A view without it lets
    nobody in. With ``confirm_first`` a session needs a password or code that was given lately; a
    token, which lives shortly, does not. A token gives no more than its one role, and no more than its owner still has.
    """

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Return whether to let the request in; raise :class:`NotPermitted` with the reason."""
        user = request.user
        if not user.is_authenticated:
            return False
        if not user.is_active or not user.is_staff:
            raise NotPermitted("staff", "Only staff may use this part of the API.")
        needs: dict[str, tuple[str, str]] = getattr(view, "needs", {})
        method = "GET" if request.method == "HEAD" else str(request.method)
        if method not in needs:
            # Not a way into anything: the view answers 405, or OPTIONS.
            return not hasattr(view, method.lower()) or method == "OPTIONS"
        permission, doing = needs[method]
        token = request.auth
        if isinstance(token, ApiToken) and permission not in PERMISSIONS.get(
            token.role, frozenset()
        ):
            raise NotPermitted(
                "role",
                f"This token carries the role {token.role}, which does not allow {doing}.",
            )
        require(user, permission, doing)
        if (
            getattr(view, "confirm_first", False)
            and not isinstance(token, ApiToken)
            and not session.is_fresh(request.session)
        ):
            raise NotPermitted(
                "reauthenticate",
                "It is a while since you gave your password. Confirm at the desk that it is you, "
                "or use a token.",
            )
        return True
