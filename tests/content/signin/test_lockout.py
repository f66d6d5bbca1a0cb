"""Five wrong passwords or codes lock a name where they came from, for a quarter of an hour."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.management import CommandError, call_command
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from content.models import AuditEvent, RecoveryCode
from content.signin.lockout import address_of
from tests.content.signin.conftest import CODE, LOGIN, code_of, device_of, is_in, wrong_code_of
from tests.factories import PASSWORD, staff


def fail(name: str, times: int = 5, client: Client | None = None, **extra: str):
    client = client or Client()
    for _ in range(times):
        answer = client.post(LOGIN, {"username": name, "password": "wrong"}, **extra)
    return answer


def actions() -> list[str]:
    return list(AuditEvent.objects.values_list("action", flat=True))


def test_the_fifth_wrong_password_locks_and_the_right_one_does_not_help(password_given):
    user = staff("author", "anna")
    assert fail("anna", 4).status_code == 200
    answer = fail("anna", 1)
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 15 * 60
    page = answer.content.decode()
    assert "Try again at" in page
    assert "ask an operator" in page
    assert not is_in(password_given(user))
    assert actions().count("sign_in_failed") == 5
    assert actions().count("locked_out") == 1
    # What is tried on after it makes it no longer and writes nothing.
    fail("anna", 3)
    assert actions().count("sign_in_failed") == 5
    assert actions().count("locked_out") == 1


def test_a_lock_ends_by_itself(password_given):
    user = staff("author", "anna")
    fail("anna")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert is_in(password_given(user))


def test_only_the_name_and_the_address_that_failed_are_locked(password_given):
    anna, ben = staff("author", "anna"), staff("author", "ben")
    fail("anna", REMOTE_ADDR="192.0.2.1")
    assert is_in(password_given(anna, REMOTE_ADDR="192.0.2.2"))
    assert is_in(password_given(ben, REMOTE_ADDR="192.0.2.1"))


def test_another_browser_does_not_help():
    staff("author", "anna")
    for number in range(4):
        fail("anna", 1, HTTP_USER_AGENT=f"Browser {number}")
    assert fail("anna", 1, HTTP_USER_AGENT="Browser 5").status_code == 429


def test_a_name_that_nobody_has_is_locked_alike_and_never_written_down():
    assert fail("my secret password").status_code == 429
    assert not AuditEvent.objects.filter(action__in=("sign_in_failed", "locked_out")).exists()


def test_nothing_that_was_sent_is_kept_of_an_attempt():
    staff("author", "anna")
    Client().post(f"{LOGIN}?next=/admin/x", {"username": "anna", "password": "hunter2"})
    attempt = AccessAttempt.objects.get()
    assert (attempt.get_data, attempt.post_data) == ("", "")
    assert "hunter2" not in repr(list(AuditEvent.objects.values("detail", "actor_name")))


@pytest.mark.parametrize("recovery", [False, True])
def test_wrong_codes_lock_as_wrong_passwords_do(password_given, recovery):
    user = staff("author", "anna")
    device = device_of(user)
    codes = RecoveryCode.renew(user)
    client = password_given(user)
    url = f"{CODE}?recovery" if recovery else CODE
    wrong = "aaaa-bbbb-cccc" if recovery else wrong_code_of(device)
    for _ in range(5):
        right = code_of(device)
        answer = client.post(url, {"code": wrong})
    assert answer.status_code == 429
    right = codes[0] if recovery else code_of(device)
    assert client.post(url, {"code": right}).status_code == 429
    assert not is_in(client)


def test_a_known_password_does_not_buy_more_guesses_at_the_code(password_given):
    user = staff("author", "anna")
    device = device_of(user)
    for _ in range(4):
        code_of(device)
        password_given(user).post(CODE, {"code": wrong_code_of(device)})
    code_of(device)
    client = password_given(user)
    assert client.post(CODE, {"code": wrong_code_of(device)}).status_code == 429
    assert not is_in(password_given(user))


def test_a_whole_sign_in_forgets_what_was_wrong_before(password_given):
    user = staff("author", "anna")
    fail("anna", 4)
    assert is_in(password_given(user))
    assert fail("anna", 4).status_code == 200


def test_the_old_password_cannot_be_guessed_on_the_page_that_changes_it(password_given):
    user = staff("author", "anna")
    client = password_given(user)
    sent = {"new_password1": "battery horse staple", "new_password2": "battery horse staple"}
    for _ in range(5):
        answer = client.post("/admin/password_change/", {**sent, "old_password": "wrong"})
    assert answer.status_code == 429
    assert (
        client.post("/admin/password_change/", {**sent, "old_password": PASSWORD}).status_code
        == 429
    )
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_an_operator_unlocks_at_the_desk_and_from_the_terminal(password_given):
    user, operator = staff("author", "anna"), staff("operator")
    desk = Client()
    desk.force_login(operator)
    fail("anna")
    assert b"locked until" in desk.get(reverse("desk-staff")).content
    desk.post(reverse("desk-staff-unlock", args=[user.pk]))
    assert is_in(password_given(user))
    fail("anna")
    call_command("unlock", "anna")
    assert is_in(password_given(user))
    events = AuditEvent.objects.filter(action="unlock").order_by("pk")
    assert [event.actor_name for event in events] == [operator.username, "Plainvoice"]
    call_command("unlock", "anna")
    assert events.count() == 2
    with pytest.raises(CommandError, match="nobody named"):
        call_command("unlock", "nobody")


@pytest.mark.parametrize(
    ("behind", "forwarded", "expected"),
    [
        (False, "198.51.100.9", "192.0.2.1"),
        (False, "", "192.0.2.1"),
        (True, "198.51.100.9", "198.51.100.9"),
        (True, "203.0.113.1, 198.51.100.9", "198.51.100.9"),
        (True, "", "192.0.2.1"),
        (True, "nonsense", "192.0.2.1"),
        (True, "198.51.100.9, <script>", "192.0.2.1"),
        (True, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_who_asks_is_believed_only_from_our_own_proxy(settings, behind, forwarded, expected):
    settings.PLAINVOICE_BEHIND_PROXY = behind
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=forwarded)
    assert address_of(request) == expected


def test_a_forged_header_does_not_get_around_the_lock():
    staff("author", "anna")
    for number in range(4):
        fail("anna", 1, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert fail("anna", 1, HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 429


def test_signing_in_and_out_is_on_record(password_given):
    user = staff("author", "anna")
    client = password_given(user)
    client.post(reverse("admin:logout"))
    assert actions()[-2:] == ["sign_in", "sign_out"]
    assert set(
        AuditEvent.objects.filter(action__startswith="sign_").values_list("actor", flat=True)
    ) == {user.pk}
