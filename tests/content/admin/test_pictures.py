"""Pictures at the desk: taken in beside the words, never in the place of what somebody typed."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from content.images import store
from content.models import Revision, StoredImage
from tests import factories
from tests.factories import SHOWS, drawing, encoded, staff

pytestmark = pytest.mark.django_db
ASKED_BY_SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def author() -> Client:
    client = Client()
    client.force_login(staff("author", "author"))
    return client


def upload(name: str = "arms.png", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encoded(drawing()) if data is None else data)


def typed(revision: Revision, **fields: object) -> dict[str, object]:
    return {
        "title": revision.title,
        "body": "Typed just now.\n\n## Sources\n\n- [A](https://example.org/), B, 2024",
        "note": "",
        "version": revision.version,
        **fields,
    }


def post(client: Client, revision: Revision, view: str = "picture", **fields: object):
    fields.setdefault("picture", upload())
    fields.setdefault("picture_shows", SHOWS)
    data = {key: value for key, value in typed(revision, **fields).items() if value is not None}
    return client.post(reverse(f"admin:content_revision_{view}", args=[revision.pk]), data)


@pytest.mark.parametrize("view", ["picture", "change", "submit"])
def test_without_a_script_the_words_are_saved_with_the_pictures_line_before_the_sources(
    author: Client, view: str
) -> None:
    revision = factories.draft()
    answer = post(author, revision, view)
    assert answer.status_code == 302
    revision.refresh_from_db()
    image = StoredImage.objects.get()
    assert revision.is_draft
    assert revision.body.startswith(
        f"Typed just now.\n\n![{SHOWS}](image:{image.name})\n\n## Sources"
    )
    page = author.get(answer.url).content.decode()
    assert "Move its line to where it belongs" in page
    assert f'src="{reverse("desk-image", args=[image.digest, image.form])}"' in page
    assert SHOWS in page


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"picture_shows": ""}, "Say what the picture shows."),
        ({"picture": None}, "Choose the file of the picture."),
        ({"picture": ("a.png", b"no picture")}, "no PNG, JPEG or WebP"),
        ({"picture": ("a.png", b"")}, "empty"),
        ({"picture_shows": "IMG_1.jpg"}, "name does not describe"),
    ],
)
def test_a_picture_that_is_refused_says_why_at_its_field_and_keeps_all_that_was_typed(
    author: Client, fields: dict[str, object], why: str
) -> None:
    revision = factories.draft()
    if isinstance(given := fields.get("picture"), tuple):
        fields = {**fields, "picture": upload(*given)}
    answer = post(author, revision, note="A note.", **fields)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert why in page
    assert "Typed just now." in page
    assert "A note." in page
    if "picture_shows" not in fields:
        assert SHOWS in page
    assert not StoredImage.objects.exists()
    revision.refresh_from_db()
    assert "Typed" not in revision.body


def test_a_draft_that_somebody_else_changed_meanwhile_keeps_the_typed_words_and_the_line(
    author: Client,
) -> None:
    revision = factories.draft()
    Revision.objects.filter(pk=revision.pk).update(version=7)
    answer = post(author, revision)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Typed just now." in page
    assert f"image:{StoredImage.objects.get().name}" in page


def test_a_script_gets_the_line_and_the_draft_is_left_as_it_is(author: Client) -> None:
    revision = factories.draft()
    url = reverse("admin:content_revision_picture", args=[revision.pk])
    answer = author.post(url, {"picture": upload(), "picture_shows": SHOWS}, **ASKED_BY_SCRIPT)
    image = StoredImage.objects.get()
    assert answer.json() == {
        "line": f"![{SHOWS}](image:{image.name})",
        "name": image.name,
        "url": reverse("desk-image", args=[image.digest, image.form]),
        "description": SHOWS,
    }
    before = revision.body
    revision.refresh_from_db()
    assert revision.body == before
    refused = author.post(url, {"picture": upload()}, **ASKED_BY_SCRIPT)
    assert refused.status_code == 400
    assert refused.json() == {"why": "Say what the picture shows.", "field": "picture_shows"}


@pytest.mark.parametrize(
    ("role", "status"),
    [("author", 200), ("lead", 200), ("reviewer", 403), ("operator", 403), ("auditor", 403)],
)
def test_who_may_write_may_add_a_picture_and_nobody_else(role: str, status: int) -> None:
    client = Client()
    client.force_login(staff(role))
    url = reverse("admin:content_revision_picture", args=[factories.draft().pk])
    answer = client.post(url, {"picture": upload(), "picture_shows": SHOWS}, **ASKED_BY_SCRIPT)
    assert answer.status_code == status
    assert StoredImage.objects.exists() == (status == 200)
    assert client.get(url).status_code == 405


def test_a_picture_for_what_is_in_review_is_refused(author: Client) -> None:
    revision = factories.in_review()
    answer = post(author, revision)
    assert answer.status_code == 409
    assert not StoredImage.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"), [("author", 200), ("reviewer", 200), ("auditor", 200), (None, 403)]
)
def test_staff_who_see_revisions_see_their_pictures_with_the_right_type(
    role: str | None, status: int
) -> None:
    image = factories.picture(factories.draft()).image
    client = Client()
    if role:
        client.force_login(staff(role))
    else:
        staff("author", "nobody-yet").groups.clear()
        client.force_login(staff("author", "nobody-yet"))
    url = reverse("desk-image", args=[image.digest, image.form])
    answer = client.get(url)
    assert answer.status_code == status
    if status == 200:
        assert answer.getvalue() == store.read(image.digest, image.form)
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store, private"
        assert client.get(url.replace(".png", ".jpg")).status_code == 404
        assert client.get(url.replace(image.digest, "0" * 64)).status_code == 404


def test_a_damaged_picture_is_not_shown_to_staff_either(author: Client, tmp_path, monkeypatch):
    image = factories.picture(factories.draft()).image
    monkeypatch.setattr(store, "store", lambda: tmp_path)
    answer = author.get(reverse("desk-image", args=[image.digest, image.form]))
    assert answer.status_code == 503


def test_the_review_page_shows_each_picture_with_its_description() -> None:
    revision = factories.illustrated()
    client = Client()
    client.force_login(staff("reviewer", "reviewer"))
    page = client.get(reverse("admin:content_revision_change", args=[revision.pk])).content.decode()
    image = revision.rendition.images.get()
    src = reverse("desk-image", args=[image.digest, image.form])
    at = page.index(f'src="{src}"')
    assert page.index("A person lifts both arms.", at) - at < 600
    assert page.count(src) == 1


@pytest.mark.parametrize("submitted", [False, True])
def test_the_preview_shows_the_picture_as_the_kiosk_does_from_an_address_for_staff(
    submitted: bool,
) -> None:
    revision = factories.illustrated(submitted=submitted)
    client = Client()
    client.force_login(staff("reviewer", "reviewer"))
    page = client.get(reverse("kiosk-preview", args=[revision.pk])).content.decode()
    image = StoredImage.objects.get()
    src = reverse("desk-image", args=[image.digest, image.form])
    assert f'<figure class="picture"><img src="{src}" width="640" height="480" alt="">' in page


def test_a_picture_of_more_than_two_megabytes_comes_in_and_one_of_thirteen_is_not_read(
    author: Client,
) -> None:
    revision = factories.draft()
    url = reverse("admin:content_revision_picture", args=[revision.pk])
    padded = encoded(drawing()) + bytes(3 * 1024 * 1024)
    fields = {"picture": upload(data=padded), "picture_shows": SHOWS}
    assert author.post(url, fields, **ASKED_BY_SCRIPT).status_code == 200
    fields["picture"] = upload(data=bytes(13 * 1024 * 1024))
    assert author.post(url, fields, **ASKED_BY_SCRIPT).status_code == 413
    other = reverse("admin:content_revision_return", args=[revision.pk])
    fields["picture"] = upload(data=padded)
    assert author.post(other, fields).status_code == 413
