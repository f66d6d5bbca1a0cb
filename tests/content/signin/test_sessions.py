"""A session ends: after hours, when nothing is done, and when its person may something else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from content.models import SignIn
from content.roles import Role, give_role
from content.signin import session
from tests.content.signin.conftest import LOGIN, device_of, is_in
from tests.factories import PASSWORD, staff

STATUS = "/admin/session/"


def age(client: Client, **seconds: int) -> None:
    """Set what a session remembers back by so many seconds."""
    kept = client.session
    for key, value in seconds.items():
        kept[f"signin_{key}"] -= value
    kept.save()


@pytest.fixture
def author():
    return staff("author")


@pytest.fixture
def client(author) -> Client:
    client = Client()
    client.force_login(author)
    return client


def test_eight_hours_end_a_session_whatever_is_done_in_it(client):
    age(client, began=8 * 3600 - 30)
    assert is_in(client)
    age(client, began=60)
    assert not is_in(client)


def test_half_an_hour_without_anything_ends_it_and_the_sign_in_says_why(client):
    age(client, seen=29 * 60)
    assert is_in(client)
    age(client, seen=29 * 60)
    assert is_in(client)
    age(client, seen=31 * 60)
    answer = client.get("/admin/content/article/")
    assert answer.url == f"{LOGIN}?next=/admin/content/article/"
    assert b"nothing was done for a while" in client.get(answer.url).content


def test_an_ended_session_is_one_nowhere(client):
    age(client, seen=31 * 60)
    assert client.get("/api/v1/staff/revisions/").status_code == 401
    assert client.get("/desk/prompts/").status_code == 302


def test_a_session_without_its_times_is_none(client):
    kept = client.session
    del kept["signin_began"]
    kept.save()
    assert not is_in(client)


def test_a_form_sent_too_late_leads_back_to_its_page(client):
    age(client, seen=31 * 60)
    answer = client.post(
        "/admin/content/revision/7/approve/",
        HTTP_REFERER="http://testserver/admin/content/revision/7/change/",
    )
    assert answer.url == f"{LOGIN}?next=%2Fadmin%2Fcontent%2Frevision%2F7%2Fchange%2F"
    age_free = Client().post("/admin/content/revision/7/approve/", HTTP_REFERER="http://evil/x")
    assert "evil" not in age_free.url


def test_asking_how_long_there_is_is_no_use_and_staying_is(client):
    age(client, seen=29 * 60)
    assert client.get(STATUS).json()["seconds"] <= 60
    assert client.get(STATUS).json()["seconds"] <= 60
    assert client.post(STATUS).json()["seconds"] > 29 * 60
    age(client, seen=31 * 60)
    assert client.get(STATUS).status_code == 403
    assert client.post(STATUS).status_code == 403


def test_a_page_from_before_signing_in_again_gets_tokens_that_work(author):
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    token = client.get(STATUS).json()["csrf"]
    assert client.post(STATUS).status_code == 403
    assert client.post(STATUS, {"csrfmiddlewaretoken": token}).status_code == 200


def test_staying_does_not_go_past_the_eight_hours(client):
    age(client, began=8 * 3600 - 60, seen=20 * 60)
    answer = client.post(STATUS).json()
    assert answer["why"] == "age"
    assert answer["seconds"] <= 60


def test_a_page_of_the_desk_tells_its_script_how_long_it_has(client):
    page = client.get("/admin/").content.decode()
    assert 'data-seconds="' in page
    assert "Stay signed in" in page
    assert "desk/session.js" in page
    assert "desk/session.js" not in Client().get(LOGIN).content.decode()


def test_a_change_of_role_ends_it(client, author):
    give_role(author, Role.REVIEWER)
    assert not is_in(client)
    assert b"what you may do here has changed" in client.get(LOGIN).content


@pytest.mark.parametrize(
    "change",
    [
        lambda user: user.groups.through.objects.filter(user=user).delete(),
        lambda user: user.groups.set([Group.objects.get(name="auditor")]),
        lambda user: type(user).objects.filter(pk=user.pk).update(is_superuser=True),
        lambda user: type(user).objects.filter(pk=user.pk).update(is_staff=False),
        lambda user: type(user).objects.filter(pk=user.pk).update(is_active=False),
        lambda user: (user.set_password("another horse battery"), user.save()),
    ],
    ids=["role taken", "role changed", "superuser", "no staff", "deactivated", "password"],
)
def test_so_does_every_other_change_of_who_one_is_past_any_signal(client, author, change):
    assert is_in(client)
    change(author)
    assert not is_in(client)


def test_changing_the_password_ends_the_others_and_keeps_this_one(client, author):
    other = Client()
    other.force_login(author)
    sent = {
        "old_password": PASSWORD,
        "new_password1": "battery horse staple",
        "new_password2": "battery horse staple",
    }
    assert client.post("/admin/password_change/", sent).status_code == 302
    assert is_in(client)
    assert not is_in(other)


def test_first_enrolment_ends_the_sessions_that_gave_no_code(client, author):
    assert is_in(client)
    device_of(author)
    assert not is_in(client)


def test_ending_all_of_somebodys_sessions_leaves_the_others(client, author):
    other = Client()
    other.force_login(staff("author", "another"))
    assert session.end_all(author) == 1
    assert not is_in(client)
    assert is_in(other)


def test_the_cookie_goes_with_the_browser(client, author, password_given):
    cookie = password_given(author).cookies["sessionid"]
    assert cookie["max-age"] == ""
    assert cookie["expires"] == ""
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_visitors_get_no_session(db):
    client = Client()
    for url in ("/", "/healthz", "/api/v1/articles/"):
        client.get(url)
    assert "sessionid" not in client.cookies


def test_where_one_was_going_is_on_this_site(password_given, author):
    client = Client()
    sent = {"username": author.username, "password": PASSWORD}
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        answer = client.post(f"{LOGIN}?next={elsewhere}", sent)
        assert answer.url == reverse("admin:index")


def test_a_printed_password_is_changed_before_anything_else(password_given, author):
    SignIn.objects.create(user=author, must_change_password=True)
    client = password_given(author)
    assert not is_in(client)
    url = client.get(LOGIN).url
    assert url.startswith("/admin/password_change/")
    same = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post(url, same).status_code == 400
    weak = {"new_password1": "short", "new_password2": "short"}
    assert client.post(url, weak).status_code == 400
    assert not is_in(client)
    good = {"new_password1": "battery horse staple", "new_password2": "battery horse staple"}
    assert client.post(url, good).status_code == 302
    assert is_in(client)
    author.refresh_from_db()
    assert author.check_password("battery horse staple")
    assert not author.sign_in.must_change_password
