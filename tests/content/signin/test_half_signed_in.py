"""Who has given a password and still owes something is nobody, at every address alike."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from content.models import SignIn
from tests.content.admin.conftest import approval
from tests.content.signin.conftest import CODE, ENROL, LOGIN, device_of, is_in
from tests.factories import in_review, staff

OPEN = {
    "signin",
    "signin-code",
    "signin-enrol",
    "signin-password",
    "signin-leave",
    "logout",
    "login",
    "password_change",
}
ARGUMENTS = {
    "pk": "1",
    "object_id": "1",
    "digest": "0" * 64,
    "form": "opus",
    "language": "en",
    "slug": "x",
    "content_type_id": "1",
    "app_label": "content",
    "url": "nothing",
    "id": "1",
    "word": "x",
    "from_id": "1",
}


def every_staff_address() -> list[tuple[str, str]]:
    """Every address below the staff's paths, with its name."""
    found: list[tuple[str, str]] = []

    def walk(patterns: list[URLPattern | URLResolver], before: str) -> None:
        import re

        for pattern in patterns:
            text = before + re.sub(
                r"<(?:\w+:)?(\w+)>", lambda m: ARGUMENTS.get(m[1], "1"), str(pattern.pattern)
            )
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, text)
            elif not any(sign in text for sign in "^$("):
                found.append((f"/{text}", pattern.name or ""))

    walk(get_resolver().url_patterns, "")
    staff_only = ("/admin", "/desk", "/api/v1/staff")
    return [one for one in found if one[0].startswith(staff_only)]


@pytest.fixture
def owing(request, required, password_given) -> Client:
    """A reviewer's client that still owes a device, a code, or a password of their own."""
    user = staff("reviewer")
    if request.param == "code":
        device_of(user)
    if request.param == "password":
        device_of(user)
        SignIn.objects.create(user=user, must_change_password=True)
    client = password_given(user)
    client.user = user
    return client


LONG = [pytest.param(owed, marks=pytest.mark.full) for owed in ("device", "password")]


@pytest.mark.parametrize("owing", ["code", *LONG], indirect=True)
def test_no_address_of_the_staff_opens_for_half_a_sign_in(owing):
    addresses = every_staff_address()
    assert len(addresses) > 50
    stranger = Client()
    for url, name in addresses:
        if name in OPEN:
            continue
        for method in ("get", "post"):
            got = getattr(owing, method)(url)
            expected = getattr(stranger, method)(url)
            if got.status_code == 403 and url.startswith("/api/"):
                assert got.json()["rule"] == "second_factor", url
                continue
            assert (got.status_code, got.headers.get("Location")) == (
                expected.status_code,
                expected.headers.get("Location"),
            ), (method, url)
            assert got.status_code != 200 or url == reverse("admin:jsi18n"), (method, url)


@pytest.mark.parametrize("owing", ["device", "code"], indirect=True)
def test_half_a_sign_in_approves_nothing_by_desk_or_api(owing):
    revision = in_review()
    sent = approval(revision)
    owing.post(reverse("admin:content_revision_approve", args=[revision.pk]), sent)
    answer = owing.post(
        f"/api/v1/staff/revisions/{revision.pk}/approve/", sent, content_type="application/json"
    )
    assert answer.status_code == 403
    assert answer.json()["rule"] == "second_factor"
    revision.refresh_from_db()
    assert revision.state == "in_review"


@pytest.mark.parametrize(
    ("owing", "where"), [("device", ENROL), ("code", CODE)], indirect=["owing"]
)
def test_the_sign_in_leads_to_what_is_owed_and_keeps_where_one_was_going(owing, where):
    answer = owing.get(f"{LOGIN}?next=/admin/content/article/")
    assert answer.status_code == 302
    assert answer.url == f"{where}?next=%2Fadmin%2Fcontent%2Farticle%2F"
    page = owing.get(answer.url)
    assert page.status_code == 200
    assert b"Sign out" in page.content
    assert b"Waiting for review" not in page.content


@pytest.mark.parametrize("owing", ["device", "code"], indirect=True)
def test_half_a_sign_in_can_be_given_up(owing):
    owing.post(reverse("admin:logout"))
    assert owing.get(f"{LOGIN}?next=/admin/").status_code == 200


def test_who_has_a_device_does_not_get_around_its_code_by_setting_up_another(
    required, password_given
):
    user = staff("reviewer")
    device_of(user)
    client = password_given(user)
    for url in (ENROL, "/admin/second-factor/device/", "/admin/second-factor/codes/"):
        for answer in (client.get(url), client.post(url, {"code": "123456"})):
            assert answer.status_code in (302, 405)
            assert b"signin-secret" not in answer.content


def test_giving_the_password_again_does_not_keep_a_code_that_was_given(
    required, password_given, signed_in
):
    user = staff("reviewer")
    client = signed_in(user, device_of(user))
    assert is_in(client)
    assert not is_in(password_given(user, client))


@pytest.mark.parametrize("role", ["author", "operator", "auditor"])
def test_who_cannot_approve_needs_no_device(required, password_given, role):
    assert is_in(password_given(staff(role)))


@pytest.mark.parametrize("role", ["reviewer", "lead", "superuser"])
def test_who_can_approve_needs_one(required, password_given, role):
    user = (
        User.objects.create_superuser("root", password="correct horse battery")
        if role == "superuser"
        else staff(role)
    )
    assert not is_in(password_given(user))


def test_who_has_chosen_a_device_is_asked_for_its_code_though_they_could_do_without(
    password_given, signed_in
):
    user = staff("author")
    device = device_of(user)
    assert not is_in(password_given(user))
    assert is_in(signed_in(user, device))


@pytest.mark.parametrize(
    ("value", "demonstration", "wrong"),
    [
        ("required", False, False),
        ("required", True, False),
        ("offered", True, False),
        ("offered", False, True),
        ("off", True, True),
        ("", False, True),
    ],
)
def test_a_check_refuses_a_second_factor_that_is_only_offered_in_production(
    settings, value, demonstration, wrong
):
    settings.PLAINVOICE_SECOND_FACTOR = value
    settings.PLAINVOICE_DEMONSTRATION = demonstration
    found = [one.id for one in run_checks(tags=["security"])]
    assert ("content.E014" in found) is wrong


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MIDDLEWARE", []),
        ("AUTHENTICATION_BACKENDS", ["content.signin.backends.Accounts"]),
        ("AXES_ENABLED", False),
        ("PLAINVOICE_IDLE_MINUTES", 600),
        ("PLAINVOICE_REAUTHENTICATE_MINUTES", 0),
        ("PLAINVOICE_SESSION_HOURS", 100),
    ],
)
def test_a_check_names_a_guard_of_the_sign_in_that_is_not_there(settings, name, value):
    assert "content.E015" not in [one.id for one in run_checks(tags=["security"])]
    setattr(settings, name, value)
    assert "content.E015" in [one.id for one in run_checks(tags=["security"])]
