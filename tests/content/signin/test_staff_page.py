"""The Staff page: who sees it, what it says, and what an operator does there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.models import ApiToken, AuditEvent, RecoveryCode
from tests.content.signin.conftest import device_of
from tests.factories import staff

ROLES = ("author", "reviewer", "lead", "operator", "auditor", "superuser")
SEE = {"operator", "auditor", "superuser"}
CHANGE = {"operator", "superuser"}


def client_of(role: str) -> Client:
    client = Client()
    client.force_login(
        User.objects.create_superuser("root") if role == "superuser" else staff(role)
    )
    return client


@pytest.mark.parametrize("role", ROLES)
def test_operators_and_auditors_see_it_and_operators_act(role):
    subject = staff("author", "subject")
    _, token = ApiToken.issue(subject, "author")
    client = client_of(role)
    for url in (reverse("desk-staff"), reverse("desk-staff-person", args=[subject.pk])):
        assert client.get(url).status_code == (200 if role in SEE else 403)
        assert client.post(url).status_code == (405 if role in SEE else 403)
    acts = {
        reverse("desk-staff-unlock", args=[subject.pk]): {},
        reverse("desk-staff-reset", args=[subject.pk]): {"reason": "Lost phone."},
        reverse("desk-token-revoke", args=[token.pk]): {},
    }
    for url, sent in acts.items():
        assert client.get(url).status_code == (405 if role in SEE else 403)
        if "revoke" in url and role in CHANGE:
            # The reset before has revoked it: said as such, not done twice.
            assert client.post(url, sent).status_code == 409
            continue
        assert client.post(url, sent).status_code == (302 if role in CHANGE else 403), url


def test_nobody_sees_it_without_signing_in():
    for name, arguments in (("desk-staff", []), ("desk-staff-person", [1])):
        answer = Client().get(reverse(name, args=arguments))
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("admin:login"))


def test_it_says_role_second_factor_and_tokens_and_nothing_secret():
    user = staff("reviewer", "nina")
    device = device_of(user)
    codes = RecoveryCode.renew(user)
    key, token = ApiToken.issue(user, "reviewer")
    page = client_of("operator").get(reverse("desk-staff")).content.decode()
    assert "nina" in page
    assert "Reviewer" in page
    assert "yes, 10 recovery codes" in page
    for secret in (device.key, key, token.digest, user.password, *codes):
        assert secret not in page


def test_a_revoked_token_opens_nothing_and_is_on_record():
    user = staff("author", "nina")
    key, token = ApiToken.issue(user, "author")
    client = client_of("operator")
    assert client.post(reverse("desk-token-revoke", args=[token.pk])).status_code == 302
    answer = Client().get("/api/v1/staff/revisions/", HTTP_AUTHORIZATION=f"Token {key}")
    assert answer.status_code == 401
    event = AuditEvent.objects.get(action="revoke_token")
    assert event.detail == {"username": "nina", "role": "author"}
    assert "<td>author</td>" not in client.get(reverse("desk-staff")).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_staff():
    client = client_of("operator")
    url = reverse("desk-staff")

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    client.get(url)
    few = count()
    for number in range(5):
        user = staff("reviewer", f"r{number}")
        device_of(user)
        RecoveryCode.renew(user)
        ApiToken.issue(user, "reviewer")
    assert count() == few
    assert few <= 12
