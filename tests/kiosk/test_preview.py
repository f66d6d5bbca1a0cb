"""The preview at the review desk is the kiosk's own page, for staff alone."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from content.speech import clips
from tests import factories

pytestmark = pytest.mark.django_db


def address(revision) -> str:
    return reverse("kiosk-preview", kwargs={"pk": revision.pk})


@pytest.fixture
def desk(client):
    client.force_login(factories.staff("reviewer", "reviewer"))
    return client


def test_a_preview_shows_the_page_as_it_will_be_once_approved(
    desk, django_capture_on_commit_callbacks, own_publication
) -> None:
    revision = factories.in_review()
    shown = desk.get(address(revision)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        factories.approve(revision)
    public = (own_publication / "a" / revision.article.slug / "index.html").read_text()

    def sentences(page: str) -> list[str]:
        return re.findall(r'<span class="sentence" id="[^"]+">(.*?)</span>', page)

    assert sentences(shown) == sentences(public)
    assert "data-preview" in shown
    assert "data-preview" not in public


def test_a_preview_plays_the_stored_clips_through_the_desk(desk) -> None:
    revision = factories.in_review()
    shown = desk.get(address(revision)).content.decode()
    addresses = set(re.findall(r"/desk/clips/[0-9a-f]{64}\.opus", shown))
    assert addresses
    for one in addresses:
        answer = desk.get(one)
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content).startswith(b"OggS")
        answer.close()


def test_a_draft_is_shown_without_a_voice(desk) -> None:
    shown = desk.get(address(factories.draft())).content.decode()
    assert "Sleep helps you heal." in shown
    assert "/desk/clips/" not in shown


def test_a_draft_that_cannot_be_shown_says_what_and_where(desk) -> None:
    answer = desk.get(address(factories.draft(body="Fine.\n\n    code here")))
    assert answer.status_code == 409
    assert b"Line 3" in answer.content


def test_a_notice_is_shown_by_itself_with_ids_that_are_unique(desk) -> None:
    closing = factories.closing_advice()
    shown = desk.get(address(closing.last_revision)).content.decode()
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(ids) == len(set(ids))


def test_a_preview_may_be_framed_by_the_desk_alone_and_is_not_kept(desk) -> None:
    answer = desk.get(address(factories.in_review()))
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store, private"


def test_no_preview_and_no_clip_without_a_staff_account(client) -> None:
    revision = factories.in_review()
    clip = revision.rendition.clips.first()
    for path in (
        address(revision),
        reverse("desk-clip", kwargs={"digest": clip.digest, "form": "opus"}),
        reverse("desk-clip", kwargs={"digest": clip.wav_digest, "form": "wav"}),
    ):
        answer = client.get(path)
        assert answer.status_code == 302
        assert "/admin/login/" in answer["Location"]


def test_a_staff_account_without_a_role_sees_nothing(client, django_user_model) -> None:
    client.force_login(django_user_model.objects.create_user("nobody", is_staff=True))
    assert client.get(address(factories.in_review())).status_code == 403


def test_an_unknown_clip_is_404(desk) -> None:
    assert (
        desk.get(reverse("desk-clip", kwargs={"digest": "0" * 64, "form": "opus"})).status_code
        == 404
    )


def test_a_preview_at_half_its_size_is_the_same_page_of_smaller_millimetres(desk, settings) -> None:
    settings.PLAINVOICE_PIXELS_PER_MM = 4
    for revision in (factories.draft("A draft"), factories.in_review()):
        whole = desk.get(address(revision)).content
        half = desk.get(address(revision), {"half": ""}).content
        assert b'data-scale="4"' in whole
        assert half == whole.replace(b'data-scale="4"', b'data-scale="2.0"')


@pytest.mark.usefixtures("own_clips")
def test_a_clip_that_is_damaged_is_not_played_to_a_reviewer(desk) -> None:
    clip = factories.in_review().rendition.clips.first()
    file = clips.path(clip.digest, "opus")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    try:
        answer = desk.get(f"/desk/clips/{clip.digest}.opus")
    finally:
        file.write_bytes(whole)
    assert answer.status_code == 503
    assert b"Restore it from a backup" in answer.content
