"""Every role against every action and every call of the API, superusers included."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from rest_framework.test import APIClient

from content import actions
from content.actions import NotPermitted, Refused
from content.models import ApiToken, Comment, Revision
from tests import factories, rights
from tests.rights import RIGHTS, ROLES, Right

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"
ARGUMENTS: dict[str, Callable[[Revision], dict[str, Any]]] = {
    "CreateArticle": lambda _: {"title": "Title", "body": "Body."},
    "StartRevision": lambda revision: {"article": revision.article},
    "EditDraft": lambda revision: {
        "revision": revision,
        "version": 1,
        "title": "Title",
        "body": "Body.",
    },
    "SubmitRevision": lambda revision: {"revision": revision},
    "ChangePronunciation": lambda _: {"language": "en", "grapheme": "zolpidem"},
    "RetirePronunciation": lambda _: {"language": "en", "grapheme": "zolpidem"},
    "HearClip": lambda revision: {"revision": revision, "speech_digest": "", "digest": ""},
    "ApproveRevision": lambda revision: {
        "revision": revision,
        "text_digest": "",
        "speech_digest": "",
    },
    "ReturnRevision": lambda revision: {"revision": revision, "reason": "", "comment": ""},
    "WithdrawArticle": lambda revision: {
        "article": revision.article,
        "reason": "",
        "comment": "",
    },
    "ShelveArticle": lambda revision: {"article": revision.article, "topic": None},
    "StartTranslation": lambda revision: {"article": revision.article, "language": "es"},
    "AddImage": lambda revision: {
        "revision": revision,
        "name": "a.png",
        "data": b"",
        "description": "",
    },
    "ConfirmArticle": lambda revision: {
        "article": revision.article,
        "text_digest": "",
        "speech_digest": "",
    },
    "ReleaseSchedule": lambda revision: {"article": revision.article},
    "CancelSchedule": lambda revision: {
        "article": revision.article,
        "reason": "",
        "comment": "",
    },
    "BringExpiryNearer": lambda revision: {"article": revision.article, "expires_on": None},
    "ClaimRevision": lambda revision: {"revision": revision},
    "ReleaseRevision": lambda revision: {"revision": revision},
    "CommentOnSentence": lambda revision: {"revision": revision, "sentence": "", "text": ""},
    "ReplyToComment": lambda _: {"comment": Comment.objects.get(), "text": ""},
    "ResolveComment": lambda _: {"comment": Comment.objects.get()},
    "ReopenComment": lambda _: {"comment": Comment.objects.get()},
    "ResetSecondFactor": lambda revision: {"user": revision.edited_by, "reason": ""},
    "UnlockAccount": lambda revision: {"user": revision.edited_by},
    "RevokeToken": lambda revision: {"token": ApiToken(user=revision.edited_by)},
    "SuspendEverything": lambda _: {"reason": "", "comment": ""},
    "ResumeEverything": lambda _: {"comment": ""},
}


@pytest.fixture
def a_comment() -> None:
    waiting = factories.in_review()
    assert waiting.rendition is not None
    actions.CommentOnSentence(
        waiting,
        actor=factories.staff("author", "author"),
        sentence=waiting.rendition.reading["title"]["id"],
        text="Is this so?",
    ).execute()


@pytest.fixture
def people() -> dict[str, User]:
    return {
        **{role: factories.staff(role) for role in ROLES},
        "superuser": User.objects.create_superuser("root"),
        "no role": User.objects.create_user("nobody", is_staff=True),
    }


def may(right: Right, role: str) -> bool:
    return role == "superuser" or role in right.allowed


def test_every_action_lets_in_exactly_the_roles_of_the_table(people, a_comment):
    revision = factories.draft()
    got, expected = {}, {}
    for right in RIGHTS:
        if not right.action:
            continue
        for role, actor in people.items():
            action = getattr(actions, right.action)(
                actor=actor, **ARGUMENTS[right.action](revision)
            )
            try:
                action.check()
                why = ""
            except NotPermitted as refused:
                why = refused.rule
            except Refused:
                why = ""
            got[right.action, role] = why != "role"
            expected[right.action, role] = may(right, role)
    assert got == expected


def test_nobody_who_is_not_active_does_anything(people, a_comment):
    revision = factories.draft()
    root = people["superuser"]
    root.is_active = False
    for right in RIGHTS:
        if right.action:
            with pytest.raises(NotPermitted):
                getattr(actions, right.action)(
                    actor=root, **ARGUMENTS[right.action](revision)
                ).check()


def test_every_action_is_in_the_table():
    known = {right.action for right in RIGHTS} | rights.BY_THE_SOFTWARE | rights.ONES_OWN
    refusals = {"Conflict", "Invalid", "NotPermitted", "Refused"}
    assert set(actions.__all__) - refusals == known - {""}
    assert set(ARGUMENTS) == {right.action for right in RIGHTS} - {""}


@pytest.mark.parametrize("way", ["token", "session"])
def test_every_call_lets_in_exactly_the_roles_of_the_table(people, way):
    revision = factories.draft()
    got, expected = {}, {}
    for role, person in people.items():
        client = APIClient()
        if way == "session":
            client.force_login(person)
        elif role in ROLES:
            client.credentials(HTTP_AUTHORIZATION=f"Token {ApiToken.issue(person, role)[0]}")
        else:
            continue
        for right in RIGHTS:
            if right.api:
                method, path = right.api.split()
                answer = getattr(client, method.lower())(address(path, revision), {}, format="json")
                refused = answer.status_code == 403 and answer.json()["rule"] == "role"
                got[right.api, role] = not refused
                expected[right.api, role] = may(right, role)
    assert got == expected


def test_a_token_carries_one_role_whatever_else_its_owner_may(people):
    revision = factories.draft()
    key, _ = ApiToken.issue(people["superuser"], "auditor")
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {key}")
    for right in RIGHTS:
        if right.api:
            method, path = right.api.split()
            answer = getattr(client, method.lower())(address(path, revision), {}, format="json")
            refused = answer.status_code == 403 and answer.json()["rule"] == "role"
            assert refused != ("auditor" in right.allowed), right.api


def test_nobody_without_credentials_gets_anything():
    revision = factories.draft()
    for right in RIGHTS:
        if right.api:
            method, path = right.api.split()
            call = getattr(APIClient(), method.lower())
            assert call(address(path, revision), {}, format="json").status_code == 401, right.api


def test_every_call_of_the_staff_api_is_in_the_table(tmp_path):
    import yaml

    file = tmp_path / "schema.yaml"
    call_command("spectacular", "--file", str(file))
    schema = yaml.safe_load(file.read_text())
    offered = {
        f"{method.upper()} {described(path)}"
        for path, methods in schema["paths"].items()
        for method in methods
        if path.startswith(STAFF)
    }
    assert offered == {right.api for right in RIGHTS} - {""}


def test_the_documentation_shows_the_table():
    text = rights.DOCUMENT.read_text()
    assert rights.written(text) == text, "run: python -m tests.rights"


def address(path: str, revision: Revision) -> str:
    found = path.replace("SLUG", revision.article.slug).replace("DIGEST", "0" * 64)
    return STAFF + found.replace("ID", str(revision.pk))


def described(path: str) -> str:
    found = path.removeprefix(STAFF)
    for name, word in (("{id}", "ID"), ("{slug}", "SLUG"), ("{digest}", "DIGEST")):
        found = found.replace(name, word)
    return found
