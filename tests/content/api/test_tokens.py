"""A token is personal, expires, and carries one role: never more, and never more than its owner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from content.actions import Conflict, NotPermitted, RevokeToken
from content.models import ApiToken, Revision
from content.roles import Role, give_role
from tests import factories

pytestmark = pytest.mark.django_db
STAFF = "/api/v1/staff/"
ARTICLE = {"title": "Sleeping well", "body": "Go to bed at the same time every day.\n"}


def anonymous_with(header: str) -> APIClient:
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=header)
    return client


def assert_401(assert_problem, answer) -> None:
    assert_problem(answer, 401)
    assert answer.headers["WWW-Authenticate"] == "Token"


def test_nobody_gets_in_without_a_token_or_session(assert_problem):
    client = APIClient()
    assert_401(assert_problem, client.get(f"{STAFF}revisions/"))
    assert_401(assert_problem, client.post(f"{STAFF}articles/", ARTICLE))


@pytest.mark.parametrize(
    "header",
    [
        "Token",
        "Token ",
        "Token unknown",
        "Token two words",
        "Token \xff\xfe",
        "Token \x00",
        "Token " + "x" * 10_000,
        "Bearer something",
        "Basic dXNlcjpwYXNz",
        "token",
    ],
)
def test_garbage_is_no_token(assert_problem, header):
    assert_401(assert_problem, anonymous_with(header).get(f"{STAFF}revisions/"))


def test_a_token_works_until_it_expires(assert_problem):
    key, token = ApiToken.issue(factories.staff("author"), "author")
    client = anonymous_with(f"Token {key}")
    assert client.get(f"{STAFF}revisions/").status_code == 200
    ApiToken.objects.filter(pk=token.pk).update(expires_at=token.created_at - timedelta(seconds=1))
    assert_401(assert_problem, client.get(f"{STAFF}revisions/"))


def test_the_token_of_somebody_who_left_is_no_token(assert_problem):
    user = factories.staff("author")
    key, _ = ApiToken.issue(user, "author")
    user.is_active = False
    user.save()
    assert_401(assert_problem, anonymous_with(f"Token {key}").get(f"{STAFF}revisions/"))


def test_the_digest_that_is_stored_is_no_token(assert_problem):
    _, token = ApiToken.issue(factories.staff("author"), "author")
    assert_401(assert_problem, anonymous_with(f"Token {token.digest}").get(f"{STAFF}revisions/"))


def test_a_bad_token_is_refused_even_with_a_good_session(assert_problem):
    client = anonymous_with("Token unknown")
    client.force_login(factories.staff("author"))
    assert_401(assert_problem, client.get(f"{STAFF}revisions/"))


def test_a_token_of_an_author_who_also_reviews_only_writes(with_token, assert_problem, approval):
    factories.closing_advice()
    user = factories.staff("author")
    give_role(user, Role.REVIEWER)
    revision = factories.in_review()
    as_author, as_reviewer = with_token(user, "author"), with_token(user, "reviewer")
    path = f"{STAFF}revisions/{revision.pk}/approve/"
    found = assert_problem(as_author.post(path, approval(revision)), 403, "role")
    assert "author" in found["detail"]
    assert Revision.objects.get(pk=revision.pk).state == "in_review"
    assert_problem(as_reviewer.post(f"{STAFF}articles/", ARTICLE), 403, "role")
    assert as_author.post(f"{STAFF}articles/", ARTICLE).status_code == 201
    assert as_reviewer.post(path, approval(revision)).status_code == 200


def test_a_token_gives_no_more_than_its_owner_still_may(with_token, assert_problem):
    user = factories.staff("author")
    client = with_token(user, "author")
    user.groups.remove(Group.objects.get(name="author"))
    give_role(user, Role.AUDITOR)
    assert client.get(f"{STAFF}revisions/").status_code == 200
    assert_problem(client.post(f"{STAFF}articles/", ARTICLE), 403, "role")


def test_a_superuser_with_a_token_may_only_what_its_role_may(
    with_token, assert_problem, django_user_model, approval
):
    factories.closing_advice()
    revision = factories.in_review()
    client = with_token(django_user_model.objects.create_superuser("root"), "author")
    answer = client.post(f"{STAFF}revisions/{revision.pk}/approve/", approval(revision))
    assert_problem(answer, 403, "role")


def test_a_token_of_an_unknown_role_allows_nothing(with_token, assert_problem):
    client = with_token(factories.staff("lead"), "emperor")
    assert_problem(client.get(f"{STAFF}revisions/"), 403, "role")


def test_a_token_does_not_open_the_desk_to_somebody_who_is_not_staff(with_token, assert_problem):
    user = factories.staff("author")
    user.is_staff = False
    user.save()
    assert_problem(with_token(user, "author").get(f"{STAFF}revisions/"), 403, "staff")


def test_a_visitor_with_an_account_but_no_desk_is_refused(assert_problem, django_user_model):
    client = APIClient()
    client.force_login(django_user_model.objects.create_user("visitor"))
    assert_problem(client.get(f"{STAFF}revisions/"), 403, "staff")


def test_a_revoked_token_is_no_token_and_cannot_be_brought_back(assert_problem):
    user = factories.staff("author")
    key, token = ApiToken.issue(user, "author")
    RevokeToken(token, actor=user).execute()
    assert_401(assert_problem, anonymous_with(f"Token {key}").get(f"{STAFF}revisions/"))
    with pytest.raises(Conflict):
        RevokeToken(token, actor=user).execute()
    with pytest.raises(IntegrityError, match="never longer"), transaction.atomic():
        ApiToken.objects.filter(pk=token.pk).update(revoked_at=None)


def test_only_its_owner_and_an_operator_revoke_a_token():
    _, token = ApiToken.issue(factories.staff("author", "anna"), "author")
    with pytest.raises(NotPermitted):
        RevokeToken(token, actor=factories.staff("lead")).execute()
    RevokeToken(token, actor=factories.staff("operator")).execute()


@pytest.mark.parametrize(
    "stronger",
    [
        {"role": "lead"},
        {"digest": "0" * 64},
        {"expires_at": timezone.now() + timedelta(days=365)},
    ],
)
def test_the_database_lets_no_token_get_stronger(stronger):
    _, token = ApiToken.issue(factories.staff("author"), "author")
    with pytest.raises(IntegrityError, match="never longer"):
        ApiToken.objects.filter(pk=token.pk).update(**stronger)


def test_when_a_token_was_used_last_is_kept_to_the_minute(django_assert_num_queries):
    key, token = ApiToken.issue(factories.staff("author"), "author")
    assert token.last_used_at is None
    now = timezone.now()
    assert ApiToken.find(key, now).last_used_at == now
    with django_assert_num_queries(1):
        assert ApiToken.find(key, now + timedelta(seconds=59)).last_used_at == now
    later = now + timedelta(seconds=60)
    assert ApiToken.find(key, later).last_used_at == later
