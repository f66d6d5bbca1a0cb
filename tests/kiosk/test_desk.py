"""Staff listen to what the interface says, and change nothing of it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from content.roles import Role
from kiosk.prompts import catalogue, voice
from tests import factories

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/prompts/"


def signed_in(client: Client, role: str) -> Client:
    client.force_login(factories.staff(role, is_staff=True))
    return client


def test_the_first_page_of_the_desk_leads_to_every_prompt_with_its_clip(client: Client) -> None:
    shown, silent = (one.text for one in catalogue.expansions("en")[:2])
    voice.make([shown], "en")
    desk = signed_in(client, "reviewer")
    assert f'href="{ADDRESS}"' in desk.get("/admin/").content.decode()
    page = desk.get(ADDRESS).content.decode()
    rows = {
        text: row
        for row in re.findall(r"<tr>.*?</tr>", page, re.S)
        if (text := re.sub(r"<.*?>", "", row.partition("</th>")[0]).strip()) in (shown, silent)
    }
    assert set(rows) == {shown, silent}
    link = re.search(r'href="(/desk/clips/[0-9a-f]{64}\.opus)"', rows[shown])
    assert link is not None
    assert desk.get(link.group(1)).status_code == 200
    assert "no voice yet" in rows[silent]


@pytest.mark.parametrize("role", list(Role))
def test_it_is_shown_to_whoever_may_hear_clips_and_takes_nothing(
    client: Client, role: Role
) -> None:
    user = factories.staff(role)
    client.force_login(user)
    allowed = user.has_perm("content.view_rendition")
    assert client.get(ADDRESS).status_code == (200 if allowed else 403)
    assert client.post(ADDRESS).status_code in (403, 405)
    assert ("The screens" in client.get("/admin/").content.decode()) is allowed


def test_nobody_else_sees_it(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 302


def test_a_language_that_is_not_offered_is_answered_with_the_kiosks_own(client: Client) -> None:
    page = signed_in(client, "reviewer").get(f"{ADDRESS}xx/").content.decode()
    assert '<th scope="row" lang="en">' in page


def test_a_prompt_in_doubt_says_so_and_stays_silent(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubtful = catalogue.Expansion("topic", "Room 4 → 5", "words")
    monkeypatch.setattr(catalogue, "expansions", lambda language: (doubtful,))
    assert voice.make([doubtful.text], "en") == 0
    page = signed_in(client, "reviewer").get(ADDRESS).content.decode()
    assert "in doubt" in page
