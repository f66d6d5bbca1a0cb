"""Codes are used once, recovery codes are not kept, and a lost device is reset without a password."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.actions import Invalid, NotPermitted, ResetSecondFactor
from content.models import ApiToken, AuditEvent, RecoveryCode, SignIn
from content.signin import second_factor
from tests.content.signin.conftest import (
    CODE,
    ENROL,
    code_of,
    device_of,
    is_in,
    wrong_code_of,
)
from tests.factories import PASSWORD, staff


def enrol(client: Client, user) -> list[str]:
    client.get(ENROL)
    device = TOTPDevice.objects.get(user=user, confirmed=False)
    answer = client.post(ENROL, {"code": code_of(device)})
    assert answer.status_code == 200, answer.content
    return answer.context["codes"]


def test_setting_up_confirms_with_a_code_and_shows_ten_recovery_codes_once(
    required, password_given
):
    user = staff("reviewer")
    client = password_given(user)
    page = client.get(ENROL)
    device = TOTPDevice.objects.get(user=user)
    assert second_factor.secret(device).encode() in page.content
    assert b"<svg" in page.content
    assert b"style=" not in page.content
    assert client.post(ENROL, {"code": wrong_code_of(device)}).status_code == 400
    assert not is_in(client)
    codes = enrol(client, user)
    assert len(set(codes)) == 10
    assert is_in(client)
    assert AuditEvent.objects.filter(action="second_factor", actor=user).count() == 1
    event = AuditEvent.objects.get(action="sign_in", actor=user)
    assert event.detail == {"second_factor": True, "recovery_code": False}
    again = client.get("/admin/second-factor/").content.decode()
    assert "<strong>10</strong>" in again
    assert not any(code in again for code in codes)


def test_recovery_codes_are_stored_as_keyed_digests_only(password_given):
    user = staff("author")
    codes = enrol(password_given(user), user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM content_recoverycode")
        stored = repr(cursor.fetchall())
    for code in codes:
        assert code not in stored
        assert code.replace("-", "") not in stored


def test_a_code_of_the_device_is_not_accepted_twice(password_given):
    user = staff("author")
    device = device_of(user)
    code = code_of(device)
    first, second = password_given(user), password_given(user)
    assert first.post(CODE, {"code": code}).status_code == 302
    assert is_in(first)
    answer = second.post(CODE, {"code": code})
    assert answer.status_code == 400
    assert not is_in(second)


@pytest.mark.parametrize("typed", ["", " ", "abcdef", "12_3456", "١٢٣٤٥٦", "-12345", "1" * 21])
def test_what_is_no_code_is_refused(password_given, typed):
    user = staff("author")
    device_of(user)
    client = password_given(user)
    assert client.post(CODE, {"code": typed}).status_code == 400
    assert not is_in(client)


def test_a_code_may_be_typed_with_spaces(password_given):
    user = staff("author")
    code = code_of(device_of(user))
    client = password_given(user)
    client.post(CODE, {"code": f" {code[:3]} {code[3:]} "})
    assert is_in(client)


def test_the_device_waits_after_a_wrong_code_and_says_how_long(password_given):
    user = staff("author")
    device = device_of(user)
    client = password_given(user)
    right = code_of(device)
    client.post(CODE, {"code": wrong_code_of(device)})
    answer = client.post(CODE, {"code": right})
    assert answer.status_code == 400
    assert b"Try again in" in answer.content


def test_a_recovery_code_stands_in_once_however_it_is_typed(password_given):
    user = staff("reviewer")
    device_of(user)
    codes = RecoveryCode.renew(user)
    client = password_given(user)
    typed = codes[0].upper().replace("-", " ")
    assert client.post(f"{CODE}?recovery", {"code": typed}).status_code == 302
    page = client.get("/admin/").content.decode()
    assert "You have 9 left." in page
    assert AuditEvent.objects.get(action="sign_in").detail["recovery_code"] is True
    other = password_given(user)
    assert other.post(f"{CODE}?recovery", {"code": codes[0]}).status_code == 400
    assert not is_in(other)


def test_few_recovery_codes_are_warned_of(password_given):
    user = staff("author")
    device_of(user)
    codes = RecoveryCode.renew(user)
    for code in codes[:7]:
        assert RecoveryCode.use(user, code)
    client = password_given(user)
    client.post(f"{CODE}?recovery", {"code": codes[7]})
    assert "You have 2 left. Make new ones soon" in client.get("/admin/").content.decode()


def test_somebody_elses_recovery_code_is_none():
    code = RecoveryCode.renew(staff("author", "anna"))[0]
    assert not RecoveryCode.use(staff("author", "ben"), code)


def test_the_database_lets_no_recovery_code_be_used_again():
    user = staff("author")
    code = RecoveryCode.renew(user)[0]
    assert RecoveryCode.use(user, code)
    with pytest.raises(IntegrityError, match="used once"):
        RecoveryCode.objects.exclude(used_at=None).update(used_at=None)


def test_new_codes_end_the_old_ones(signed_in):
    user = staff("author")
    device = device_of(user)
    old = RecoveryCode.renew(user)
    client = signed_in(user, device)
    assert len(client.post(reverse("signin-renew")).context["codes"]) == 10
    assert not RecoveryCode.use(user, old[0])
    assert client.get(reverse("signin-renew")).status_code == 405


def test_another_device_takes_the_place_of_the_first_and_ends_other_sessions(signed_in):
    user = staff("reviewer")
    first = device_of(user)
    client, elsewhere = signed_in(user, first), signed_in(user, first)
    client.post(reverse("signin-move"))
    second = TOTPDevice.objects.get(user=user, confirmed=False)
    client.post(reverse("signin-move"), {"code": code_of(second)})
    assert list(TOTPDevice.objects.filter(user=user)) == [second]
    assert is_in(client)
    assert not is_in(elsewhere)


def test_an_operator_resets_a_lost_device_and_gains_nothing(signed_in, password_given, required):
    user, operator = staff("reviewer"), staff("operator")
    RecoveryCode.renew(user)
    lost = signed_in(user, device_of(user))
    before = type(user).objects.get(pk=user.pk).password
    _, token = ApiToken.issue(user, "reviewer")
    desk = password_given(operator)
    answer = desk.post(reverse("desk-staff-reset", args=[user.pk]), {"reason": "Lost phone, seen."})
    assert answer.status_code == 302
    assert not is_in(lost)
    assert not TOTPDevice.objects.filter(user=user).exists()
    assert not RecoveryCode.objects.filter(user=user).exists()
    token.refresh_from_db()
    assert token.revoked_at is not None
    assert type(user).objects.get(pk=user.pk).password == before
    event = AuditEvent.objects.get(action="reset_second_factor")
    assert event.actor == operator
    assert event.detail == {
        "username": user.username,
        "reason": "Lost phone, seen.",
        "had_one": True,
        "sessions": 1,
        "tokens": 1,
    }
    assert not operator.has_perm("content.approve_revision")
    assert password_given(user).get(ENROL).status_code == 200


@pytest.mark.parametrize("role", ["author", "reviewer", "lead", "auditor"])
def test_nobody_else_resets(sign_in_as, role):
    user = staff("reviewer", "somebody")
    device_of(user)
    url = reverse("desk-staff-reset", args=[user.pk])
    assert sign_in_as(staff(role)).post(url, {"reason": "Because."}).status_code == 403
    assert TOTPDevice.objects.filter(user=user).exists()


@pytest.fixture
def sign_in_as():
    def signed_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


def test_nobody_resets_their_own_and_a_reset_needs_a_reason(sign_in_as):
    operator = staff("operator")
    with pytest.raises(NotPermitted, match="their own"):
        ResetSecondFactor(operator, actor=operator, reason="Lost.").execute()
    with pytest.raises(Invalid):
        ResetSecondFactor(staff("author"), actor=operator, reason=" ").execute()
    answer = sign_in_as(operator).post(
        reverse("desk-staff-reset", args=[staff("author").pk]), {"reason": "x" * 501}
    )
    assert answer.status_code == 400
    assert "x" * 501 in answer.content.decode()


def test_the_command_resets_with_a_reason_and_is_on_record():
    user = staff("reviewer", "nina")
    device_of(user)
    call_command("reset_second_factor", "nina", "--reason", "Phone in the river.")
    assert not TOTPDevice.objects.filter(user=user).exists()
    assert AuditEvent.objects.get(action="reset_second_factor").actor_name == "Plainvoice"
    with pytest.raises(CommandError, match="nobody named"):
        call_command("reset_second_factor", "nobody", "--reason", "x")


def test_the_admin_has_no_page_of_devices_or_attempts():
    from django.contrib import admin

    labels = {model._meta.app_label for model in admin.site._registry}
    assert not labels & {"otp_totp", "axes"}


def test_the_offer_in_a_demonstration_is_put_off_once_and_blocks_nothing(sign_in_as):
    user = staff("reviewer")
    client = sign_in_as(user)
    assert b"Not now: this is a demonstration" in client.get("/admin/").content
    assert client.get(reverse("admin:content_revision_queue")).status_code == 200
    client.post(reverse("signin-not-now"))
    page = client.get("/admin/").content
    assert b"Not now: this is a demonstration" not in page
    assert b"You sign in without a second factor" in page
    assert b"second factor," not in sign_in_as(staff("author")).get("/admin/").content


def test_putting_off_opens_nothing_where_a_second_factor_is_required(required, password_given):
    user = staff("reviewer")
    client = password_given(user)
    client.post(reverse("signin-not-now"))
    assert not is_in(client)
    SignIn.objects.create(user=user, not_now_at=timezone.now())
    assert not is_in(password_given(user))
    assert PASSWORD.encode() not in client.get(ENROL).content
