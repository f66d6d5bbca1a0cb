"""The pages of an installed screen are behind a PIN, whichever way somebody comes."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from kiosk.devices import gate
from kiosk.devices.models import Calibration, Selfcheck, StaffPin

pytestmark = pytest.mark.django_db

PAGES = [
    "/device/",
    "/device/keys/",
    "/device/by-hand/",
    "/device/records/",
    "/device/records/1/",
    "/selfcheck/",
    "/selfcheck/records/",
    "/selfcheck/records/1/",
]
PROFILE = {
    "name": "Front hall",
    "calibratedBy": "A. Smith",
    "pxPerMm": 3.61,
    "distanceMm": 600,
}
ROW = {"id": "TXT-1", "what": "Capitals", "value": "7 mm", "target": "7 mm", "state": "pass"}


def wrong(pin: str) -> str:
    return "000000" if pin != "000000" else "111111"


def test_every_page_asks_for_the_pin_first_and_leads_there_afterwards(
    client: Client, pin: str
) -> None:
    for page in PAGES:
        answer = client.get(page)
        assert answer.status_code == 302, page
        assert answer["Cache-Control"] == "no-store, private"
        entry = client.get(answer["Location"])
        assert f'value="{page}"' in entry.content.decode()
    assert (
        client.post("/device/pin/", {"pin": pin, "next": "/selfcheck/"})["Location"]
        == "/selfcheck/"
    )
    for page in (
        "/device/",
        "/device/keys/",
        "/device/by-hand/",
        "/device/records/",
        "/selfcheck/",
    ):
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert answer["Cache-Control"] == "no-store, private"


def test_nothing_is_recorded_without_the_pin(client: Client, pin: str) -> None:
    for page in ("/device/records/", "/selfcheck/records/"):
        answer = client.post(page, PROFILE | {"rows": [ROW]}, content_type="application/json")
        assert answer.status_code == 403
        assert "nothing was saved" in answer.json()["errors"]["pin"]
    assert not Calibration.objects.exists()
    assert not Selfcheck.objects.exists()


def test_the_pin_opens_this_browser_alone_and_done_ends_it(staff: Client, pin: str) -> None:
    assert Client().get("/device/").status_code == 302
    before = staff.cookies[gate.COOKIE]
    assert before["httponly"] and before["samesite"] == "Strict" and not before["max-age"]
    assert staff.post("/device/done/")["Location"] == "/"
    assert staff.cookies[gate.COOKIE].value == ""
    assert staff.get("/device/").status_code == 302


def test_it_is_over_after_a_quarter_of_an_hour_without_use(
    staff: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    now = time.time
    for minutes in (14, 28):
        monkeypatch.setattr(time, "time", lambda minutes=minutes: now() + minutes * 60)
        assert staff.get("/device/").status_code == 200
    monkeypatch.setattr(time, "time", lambda: now() + 44 * 60)
    assert staff.get("/device/").status_code == 302


def test_a_new_pin_lets_out_who_came_in_by_the_old_one(staff: Client) -> None:
    StaffPin.renew()
    assert staff.get("/device/").status_code == 302


def test_a_cookie_that_was_made_up_opens_nothing(client: Client, pin: str) -> None:
    row = StaffPin.current()
    assert row is not None
    for value in (row.stamp, f"{row.stamp}:1:x", "1"):
        client.cookies[gate.COOKIE] = value
        assert client.get("/device/").status_code == 302


def test_five_wrong_tries_lock_it_for_a_quarter_of_an_hour_even_for_the_right_pin(
    client: Client, pin: str
) -> None:
    for left in ("4 tries are left", "3 tries are left", "2 tries are left", "1 try is left"):
        assert left in Client().post("/device/pin/", {"pin": wrong(pin)}).content.decode()
    locked = client.post("/device/pin/", {"pin": wrong(pin)})
    assert locked.status_code == 429
    assert "No PIN is taken for 15 more minutes" in locked.content.decode()
    assert int(locked["Retry-After"]) > 800
    assert client.post("/device/pin/", {"pin": pin}).status_code == 429
    assert client.get("/device/").status_code == 302
    StaffPin.objects.update(locked_until=timezone.now() - timedelta(seconds=1))
    assert client.post("/device/pin/", {"pin": pin}).status_code == 302


def test_the_right_pin_forgets_the_wrong_tries(client: Client, pin: str) -> None:
    for _ in range(4):
        client.post("/device/pin/", {"pin": wrong(pin)})
    client.post("/device/pin/", {"pin": pin})
    assert "4 tries are left" in client.post("/device/pin/", {"pin": wrong(pin)}).content.decode()


@pytest.mark.parametrize("typed", ["", "12345", "12345678901", "12a456", "١٢٣٤٥٦"])
def test_what_cannot_be_a_pin_is_no_try_and_is_told_why(
    client: Client, pin: str, typed: str
) -> None:
    answer = client.post("/device/pin/", {"pin": typed})
    assert answer.status_code == 400
    assert "6 to 10 digits" in answer.content.decode()
    row = StaffPin.current()
    assert row is not None and row.wrong == 0


def test_without_a_pin_the_page_says_how_to_make_one(client: Client) -> None:
    said = client.get("/device/", follow=True).content.decode()
    assert "manage.py staff_pin" in said
    assert client.post("/device/pin/", {"pin": "123456"}).status_code == 200
    assert client.get("/device/").status_code == 302


def test_it_leads_nowhere_but_to_its_own_pages(client: Client, pin: str) -> None:
    for elsewhere in ("https://example.org/device/", "//example.org/device/", "/admin/", "/"):
        answer = client.post("/device/pin/", {"pin": pin, "next": elsewhere})
        assert answer["Location"] == "/device/"


def test_every_form_needs_its_own_token(pin: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    for page in ("/device/pin/", "/device/done/", "/device/records/", "/selfcheck/records/"):
        assert strict.post(page, {"pin": pin}).status_code == 403, page
    assert strict.get("/device/").status_code == 302


def test_the_pin_is_kept_as_an_argon2_hash_and_printed_once(settings) -> None:
    settings.PASSWORD_HASHERS = ["content.signin.hashers.Argon2"]
    said = io.StringIO()
    call_command("staff_pin", stdout=said)
    pin = said.getvalue().split()[-1]
    assert len(pin) == 6 and pin.isdigit()
    row = StaffPin.current()
    assert row is not None and row.hash.startswith("argon2$argon2id$") and pin not in row.hash
    assert row.admits(pin)
    again = io.StringIO()
    call_command("staff_pin", "--first", stdout=again)
    assert again.getvalue() == ""
    call_command("staff_pin", stdout=again)
    assert StaffPin.objects.count() == 1
    row = StaffPin.current()
    assert (row is not None and not row.admits(pin)) or again.getvalue().split()[-1] == pin


def test_no_public_screen_leads_to_the_pages_of_staff_PRV_4(client: Client) -> None:
    from tests import factories

    factories.approved()
    from kiosk import publication

    publication.refresh()
    for address in ("/", "/urgent/", "/closing/", "/a/none/"):
        page = client.get(address).whole.decode()
        assert "/device/" not in page and "/selfcheck/" not in page
