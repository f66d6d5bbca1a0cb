"""Who may do what: one table of roles, from which the groups are made.

A permission lets somebody use an action at all; whether they may use it on a certain text (four
eyes above all) is decided by the action and, again, by the database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class Role(models.TextChoices):
    """The roles that staff can have."""

    AUTHOR = "author", "Author"
    REVIEWER = "reviewer", "Reviewer"
    LEAD = "lead", "Lead reviewer"
    OPERATOR = "operator", "Operator"
    AUDITOR = "auditor", "Auditor"


READ = frozenset(
    {
        "content.view_article",
        "content.view_revision",
        "content.view_rendition",
        "content.view_review",
        "content.view_auditevent",
        "content.view_topic",
        "content.view_lexiconchange",
        "content.view_suspension",
    }
)
WRITE = frozenset({"content.add_article", "content.change_revision", "content.submit_revision"})
DECIDE = frozenset(
    {"content.approve_revision", "content.return_revision", "content.withdraw_article"}
)
PRONOUNCE = frozenset({"content.add_lexiconchange"})
LEAD = frozenset({"content.release_claim", "content.require_signoff", "content.suspend_everything"})
COMMENT = frozenset({"content.add_comment", "content.resolve_comment"})
SHELVE = frozenset({"content.add_topic", "content.change_topic"})

SEE_SIGN_INS = frozenset({"content.view_signin"})
KEEP_SIGN_INS = SEE_SIGN_INS | {"content.change_signin"}

PERMISSIONS: dict[str, frozenset[str]] = {
    Role.AUTHOR: READ | WRITE | PRONOUNCE | COMMENT,
    Role.REVIEWER: READ | DECIDE | PRONOUNCE | COMMENT,
    Role.LEAD: READ | WRITE | DECIDE | PRONOUNCE | COMMENT | SHELVE | LEAD,
    Role.OPERATOR: READ | SHELVE | KEEP_SIGN_INS,
    Role.AUDITOR: READ | SEE_SIGN_INS,
}
"""What each role may use. Lead reviewers may write too, but never approve what they wrote.
Whoever says how a word is said counts as an editor of what it stands in. Who writes or decides may
comment; a comment changes no word, so it makes nobody an editor. Operators unlock, reset a lost
second factor and revoke tokens; none of it shows or sets a password."""


def make_groups(**_: Any) -> None:
    """Make the groups say exactly what :data:`PERMISSIONS` says. Run after every migration."""
    from django.contrib.auth.models import Group, Permission

    by_name = {
        f"content.{permission.codename}": permission
        for permission in Permission.objects.filter(content_type__app_label="content")
    }
    for role, names in PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set([by_name[name] for name in sorted(names)])


def give_role(user: User, role: Role) -> None:
    """Give a person a role and the right to sign in to the desk."""
    from django.contrib.auth.models import Group

    user.groups.add(Group.objects.get(name=role))
    if not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
