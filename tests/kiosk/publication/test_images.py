"""Pictures in the publication: there with what is approved, before it nowhere, and gone with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from content.actions import WithdrawArticle
from content.images import store
from content.models import Article, StoredImage
from kiosk import publication
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(django_capture_on_commit_callbacks) -> Article:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.illustrated()
        factories.approve(revision)
    return Article.objects.get(pk=revision.article_id)


def withdraw(article: Article) -> None:
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()


def address_of(image: StoredImage) -> str:
    return f"/images/{image.digest}.{image.form}"


def image_of(article: Article) -> StoredImage:
    return StoredImage.objects.get(uses__rendition=article.public_rendition)


def test_the_page_the_entry_and_the_manifest_carry_the_picture_and_its_words(
    client, article: Article, own_publication: Path
) -> None:
    image = image_of(article)
    page = client.get(f"/a/{article.slug}/").whole.decode()
    assert (
        f'<figure class="picture"><img src="{address_of(image)}" width="640" height="480" alt="">'
        '<figcaption><span class="sentence"'
    ) in page
    entry = json.loads((own_publication / "a" / article.slug / "article.json").read_bytes())
    blocks = [block for section in entry["sections"] for block in section["blocks"]]
    (shown,) = [block for block in blocks if "image" in block]
    assert shown["kind"] == "image"
    assert shown["image"] == {"url": address_of(image), "width": 640, "height": 480}
    assert [one["text"] for one in shown["sentences"]] == [
        "A person lifts both arms.",
        "The elbows are straight.",
    ]
    assert shown["announcement"]["text"] == "Picture."
    manifest = client.get(f"/a/{article.slug}/manifest.json").whole
    assert json.loads(manifest)["images"] == [f"{image.digest}.png"]


def test_the_very_bytes_are_served_with_their_type_and_an_etag(client, article: Article) -> None:
    image = image_of(article)
    answer = client.get(address_of(image))
    assert answer.whole == store.read(image.digest, image.form)
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get(address_of(image), HTTP_IF_NONE_MATCH=answer.headers["ETag"])
    assert again.status_code == 304


def test_nothing_leads_to_a_picture_before_its_text_is_approved(
    client, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.illustrated()
    publication.publish_all()
    image = revision.rendition.images.get()
    assert client.get(address_of(image)).status_code == 404
    assert not (own_publication / "images").exists()
    desk = reverse("desk-image", kwargs={"digest": image.digest, "form": image.form})
    assert client.get(desk).status_code == 302
    for path in ("/data", "/static", "/media", "/desk", "/clips", "/prompts"):
        answer = client.get(f"{path}/images/{image.digest[:2]}/{image.digest}.png")
        assert answer.status_code in (302, 404)


def test_a_withdrawal_takes_the_picture_away_before_it_commits(
    client, article: Article, own_publication: Path
) -> None:
    image = image_of(article)
    withdraw(article)
    assert client.get(address_of(image)).status_code == 404
    assert not list((own_publication / "images").iterdir())


def test_another_public_article_keeps_the_picture_that_both_show(
    client, article: Article, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        other = factories.illustrated("Stretching")
        factories.approve(other)
    image = image_of(article)
    withdraw(article)
    assert client.get(address_of(image)).status_code == 200
    withdraw(Article.objects.get(pk=other.article_id))
    assert client.get(address_of(image)).status_code == 404


def test_a_picture_that_a_new_wording_shows_no_more_leaves_with_the_old_one(
    client, article: Article, django_capture_on_commit_callbacks
) -> None:
    from content.actions import StartRevision

    image = image_of(article)
    with django_capture_on_commit_callbacks(execute=True):
        revision = StartRevision(
            article, actor=factories.staff("author", "author"), body="Moving helps.\n\nRest, too."
        ).execute()
        factories.approve(factories.reviewed(revision))
    assert client.get(f"/a/{article.slug}/").status_code == 200
    assert client.get(address_of(image)).status_code == 404


def test_reconcile_puts_back_lost_and_changed_pictures_and_drops_strange_ones(
    article: Article, own_publication: Path
) -> None:
    (file,) = (own_publication / "images").iterdir()
    kept = file.read_bytes()
    (own_publication / "images" / f"{'0' * 64}.png").write_bytes(b"strange")
    file.unlink()
    list(publication.reconcile())
    assert [one.read_bytes() for one in (own_publication / "images").iterdir()] == [kept]
    file.write_bytes(b"x" * len(kept))
    list(publication.reconcile())
    assert file.read_bytes() == kept


def test_an_article_whose_picture_is_damaged_is_not_put_up(
    client, article: Article, own_publication: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(store, "store", lambda: tmp_path / "empty")
    assert any("is gone" in why for why in publication.publish_all(thoroughly=True))
    assert client.get(f"/a/{article.slug}/").status_code == 410


def test_a_copy_of_the_publication_holds_the_pictures_and_loses_them_after_a_withdrawal(
    article: Article, tmp_path: Path
) -> None:
    name = f"images/{image_of(article).digest}.png"
    call_command("publish", to=tmp_path / "copy")
    assert (tmp_path / "copy" / name).is_file()
    withdraw(article)
    publication.copy_to(tmp_path / "copy")
    assert not (tmp_path / "copy" / name).exists()


def test_the_joined_file_says_the_description(client, article: Article) -> None:
    from content.aloud.script import script_of

    said = [piece.text for piece in script_of(article.slug).whole]
    at = said.index("Picture.")
    assert said[at + 1 : at + 3] == ["A person lifts both arms.", "The elbows are straight."]
    entry = client.get(f"/api/v1/articles/{article.slug}/").json()
    assert entry["audio"]["duration_ms"] >= sum(
        piece.duration_ms for piece in script_of(article.slug).whole
    )
