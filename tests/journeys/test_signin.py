"""A second factor in a real browser: set up, asked for, lost for a day, and a decision confirmed."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Installation, Watched, submitted
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]
NAME = "nadia"


def code_of(secret: str) -> str:
    """The code that an authenticator shows now for a secret (RFC 6238, SHA-1, 30 s, 6 digits)."""
    letters = secret.replace(" ", "")
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def shell(installation: Installation, script: str) -> str:
    return installation.manage("shell", "--no-imports", "-c", script).stdout


def forget_used_codes(installation: Installation) -> None:
    """As if half a minute had passed: the code that shows now has not been used."""
    shell(
        installation,
        "from django_otp.plugins.otp_totp.models import TOTPDevice as T; T.objects.update(last_t=-1)",
    )


@pytest.fixture
def password(installation: Installation) -> Iterator[str]:
    """A reviewer's of this test alone, so that no other test is asked for a code."""
    made = installation.manage("create_staff", NAME, "--role", "reviewer").stdout.strip()
    yield made
    shell(
        installation,
        f"from django.contrib.auth.models import User as U; "
        f"U.objects.filter(username='{NAME}').update(is_active=False)",
    )


@pytest.fixture(scope="module")
def dosed(installation: Installation, tmp_path_factory: pytest.TempPathFactory) -> int:
    """An article of this test alone that waits for a reviewer, with a warning to answer."""
    file = tmp_path_factory.mktemp("files") / "drinking-enough.txt"
    return submitted(
        installation, file, "Drinking enough\n\nTake 0.5 mg only if a doctor says so.\n"
    )


def give_password(page: Page, password: str) -> None:
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_a_second_factor_is_set_up_asked_for_and_confirms_a_decision(
    installation: Installation, watched: Open, dosed: int, password: str
) -> None:
    desk = watched(viewport={"width": 1280, "height": 800})
    page = desk.page()
    page.goto("/admin/")
    assert violations(page) == []
    give_password(page, password)
    page.get_by_role("link", name="Set it up").click()
    assert violations(page) == []
    secret = page.locator(".signin-secret code").inner_text()
    page.get_by_role("textbox", name="Code").fill(code_of(secret))
    page.get_by_role("button", name="Confirm").click()
    codes = page.locator(".signin-codes code").all_inner_texts()
    assert len(codes) == 10
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as text").click()
    assert all(code in download.value.path().read_text() for code in codes)
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("button", name="Log out").click()

    forget_used_codes(installation)
    page.goto(f"/admin/content/revision/{dosed}/change/")
    give_password(page, password)
    expect(page.get_by_role("heading", name="Enter the code")).to_be_visible()
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    assert violations(page) == []
    page.keyboard.type(code_of(secret))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/revision/{dosed}/change/")
    page.get_by_role("button", name="Log out").click()

    page.goto("/admin/")
    give_password(page, password)
    page.get_by_role("link", name="I do not have my device").click()
    page.get_by_role("textbox", name="Recovery code").fill(codes[0].upper())
    page.keyboard.press("Enter")
    expect(page.get_by_text("You have 9 left.")).to_be_visible()

    # The password was given long ago: whatever is decided now asks for it, and keeps the form.
    page.goto(f"/admin/content/revision/{dosed}/change/")
    shell(
        installation,
        "from django.contrib.sessions.models import Session as S\n"
        "from django.contrib.sessions.backends.db import SessionStore\n"
        "from django.contrib.auth.models import User\n"
        f"me = str(User.objects.get(username='{NAME}').pk)\n"
        "for row in S.objects.all():\n"
        "    if row.get_decoded().get('_auth_user_id') == me:\n"
        "        store = SessionStore(row.pk)\n"
        "        store['signin_checked'] -= 3600\n"
        "        store.save()\n",
    )
    page.get_by_role("textbox", name="Why it may stand").fill("It says to ask a doctor.")
    page.evaluate("document.getElementById('approve-form').requestSubmit()")
    expect(page.get_by_role("heading", name="Confirm that it is you")).to_be_visible()
    assert violations(page) == []
    assert page.locator('input[type="hidden"][value="It says to ask a doctor."]').count() == 1
    sent = page.locator('input[type="hidden"][name="speech_digest"]').get_attribute("value")
    assert re.fullmatch("[0-9a-f]{64}", sent or "")
    forget_used_codes(installation)
    page.get_by_label("Password").fill(password)
    page.get_by_role("textbox", name="Code").fill(code_of(secret))
    page.get_by_role("button", name="Confirm and go on").click()
    # Done as it was asked: nothing was heard, so the action answers, not the sign-in.
    expect(page.get_by_role("alert").first).to_contain_text("This was not done.")
    desk.assert_nothing_left_the_machine()
