"""A picture comes in clean and described or not at all, is kept for ever, and is approved like a word."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from PIL import Image, ImageCms

from content import composition, reconcile, voicing
from content.actions import (
    AddImage,
    ApproveRevision,
    Conflict,
    EditDraft,
    Invalid,
    NotPermitted,
    SubmitRevision,
)
from content.actions import add_image as add_image_module
from content.images import cleaning, markup, store
from content.images.cleaning import Unusable, cleaned
from content.models import AuditEvent, Rendition, RenditionImage, StoredImage
from tests import factories
from tests.factories import drawing, encoded


def noisy(width: int = 640, height: int = 480) -> Image.Image:
    return Image.effect_noise((width, height), 90).convert("RGB")


def exif(**notes: object) -> Image.Exif:
    found = Image.Exif()
    found[0x010E] = "SECRET NOTE"
    found.get_ifd(0x8825)[1] = "N"
    for tag, value in notes.items():
        found[int(tag, 16)] = value
    return found


HOSTILE = {
    "a bomb": (encoded(Image.new("1", (20000, 20000))), "a.png", "more than 40 million"),
    "one column": (encoded(Image.new("1", (1, 100_000))), "a.png", "a strip this long"),
    "too small": (encoded(drawing(100, 100)), "a.png", "blur"),
    "cut short": (encoded(noisy(), "PNG")[:-9000], "a.png", "damaged"),
    "a JPEG cut short": (encoded(noisy(), "JPEG")[:9000], "a.jpg", "damaged"),
    "a head alone": (encoded(drawing())[:40], "a.png", "damaged|no PNG"),
    "a lying ending": (encoded(drawing()), "a.jpg", "ends with “.jpg” and is a PNG"),
    "no ending": (encoded(drawing()), "picture", "no ending"),
    "an SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg", "no PNG, JPEG or WebP"),
    "an SVG called PNG": (b"<svg><script>1</script></svg>", "a.png", "no PNG, JPEG or WebP"),
    "a GIF": (encoded(drawing().convert("P"), "GIF"), "a.gif", "no PNG, JPEG or WebP"),
    "a page before a picture": (b"<html>" + encoded(drawing()), "a.png", "no PNG"),
    "a PNG that moves": (
        encoded(drawing(), "PNG", save_all=True, append_images=[drawing(number=9)]),
        "a.png",
        "moves",
    ),
    "a WebP that moves": (
        encoded(drawing(), "WEBP", save_all=True, append_images=[drawing(number=9)]),
        "a.webp",
        "moves",
    ),
    "a huge profile": (encoded(drawing(), icc_profile=b"x" * 9_000_000), "a.png", "damaged"),
    "nothing": (b"", "a.png", "empty"),
    "too many bytes": (b"\x89PNG" + bytes(cleaning.MOST_BYTES), "a.png", "10 MiB"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_still_picture_of_a_size_to_be_seen_is_refused_with_the_reason_SPK_5(
    what: str,
) -> None:
    data, name, why = HOSTILE[what]
    with pytest.raises(Unusable, match=why):
        cleaned(data, name)


def test_a_bomb_is_refused_before_a_pixel_of_it_is_decoded(monkeypatch) -> None:
    def load(self: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", load)
    with pytest.raises(Unusable, match="40 million"):
        cleaned(*HOSTILE["a bomb"][:2])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_of_a_file_only_what_the_eye_sees_is_kept(kind: str) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(noisy(), kind, exif=exif(), icc_profile=srgb) + b"PK\x03\x04<script>SECRET"
    found = cleaned(data, f"a.{kind.lower()}")
    with Image.open(io.BytesIO(found.data)) as opened:
        assert not opened.getexif()
        assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for secret in (b"SECRET", b"Exif", b"ICC", b"iCCP", b"PK\x03\x04"):
        assert secret not in found.data


def test_a_picture_is_turned_upright_as_its_camera_noted() -> None:
    lying = noisy(400, 800)
    lying.paste("red", (0, 0, 400, 400))
    found = cleaned(encoded(lying, "JPEG", exif=exif(**{"0x0112": 6})), "a.jpg")
    with Image.open(io.BytesIO(found.data)) as upright:
        assert upright.size == (found.width, found.height) == (800, 400)
        red, green, _ = upright.convert("RGB").getpixel((750, 200))
        assert red > 200 and green < 60


def test_a_large_picture_is_scaled_to_1600_pixels_and_a_small_one_left_as_it_is() -> None:
    large = cleaned(encoded(drawing(3000, 1500)), "a.png")
    assert (large.width, large.height) == (1600, 800)
    small = cleaned(encoded(drawing(640, 480)), "a.png")
    assert (small.width, small.height) == (640, 480)


def test_a_drawing_is_kept_without_loss_and_a_photograph_as_jpeg() -> None:
    assert cleaned(encoded(drawing(), "WEBP", lossless=True), "a.webp").form == "png"
    assert cleaned(encoded(noisy()), "a.png").form == "jpg"


def test_the_same_file_always_becomes_the_same_bytes() -> None:
    data = encoded(noisy(), "JPEG")
    assert cleaned(data, "a.jpg") == cleaned(data, "b.jpeg")


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_kind_of_colour_come_in_with_what_is_transparent_white(mode: str) -> None:
    if mode == "I;16":
        data = encoded(Image.new("I;16", (400, 400), 0xFFFF))
    elif mode in ("LA", "RGBA"):
        data = encoded(Image.new(mode, (400, 400), (0,) * len(mode)))
    else:
        kind = "JPEG" if mode == "CMYK" else "PNG"
        data = encoded(Image.new("RGB", (400, 400), "white").convert(mode), kind)
    found = cleaned(data, "a.jpg" if mode == "CMYK" else "a.png")
    with Image.open(io.BytesIO(found.data)) as opened:
        assert opened.mode in ("L", "RGB")
        assert opened.convert("L").getextrema()[0] > 250


def test_a_profile_that_does_not_fit_is_as_good_as_none() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for broken in (lab, b"no profile"):
        found = cleaned(encoded(drawing(), icc_profile=broken), "a.png")
        assert found.form == "png"


def test_reading_happens_in_a_process_of_its_own_which_tells_why_not() -> None:
    data = encoded(drawing())
    assert cleaning.clean(data, "Arms.PNG") == cleaned(data, "Arms.PNG")
    with pytest.raises(Unusable, match=r"ends with “\.webp”"):
        cleaning.clean(data, "a.webp")


# The action


def adding(revision, **given) -> AddImage:
    return AddImage(
        **{
            "revision": revision,
            "actor": revision.edited_by,
            "name": "arms.png",
            "data": encoded(drawing()),
            "description": factories.SHOWS,
            **given,
        }
    )


@pytest.mark.django_db
def test_a_picture_is_stored_under_the_digest_of_its_bytes_and_named_by_its_beginning() -> None:
    action = factories.picture(factories.draft())
    image = action.image
    data = store.read(image.digest, image.form)
    assert hashlib.sha256(data).hexdigest() == image.digest
    assert action.line == f"![{factories.SHOWS}](image:{image.digest[:16]})"
    assert (image.original_name, image.uploaded_by.username) == ("arms.png", "author")
    event = AuditEvent.objects.get(action="add_image")
    assert event.detail["digest"] == image.digest


@pytest.mark.django_db
def test_the_same_picture_again_is_the_one_that_is_stored() -> None:
    first = factories.picture(factories.draft("One"))
    assert factories.picture(factories.draft("Two"), "Something else.").image == first.image
    assert StoredImage.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("description", "why"),
    [
        ("", "Say what the picture shows"),
        ("  \n ", "Say what the picture shows"),
        ("...", "has no description"),
        ("IMG_2034.jpg", "file's name"),
        ("One. Two. Three. Four.", "4 sentences"),
        ("x" * 1001, "longer than 1000"),
        ("A\x00B", "cannot be shown"),
    ],
)
def test_a_picture_without_a_description_that_can_be_said_is_refused(
    description: str, why: str
) -> None:
    with pytest.raises(Invalid, match=why) as refused:
        adding(factories.draft(), description=description).execute()
    assert refused.value.rule == "description"
    assert not StoredImage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "description",
    ["A [red] *box* of `2` <b>pills</b> & 1_000.", "Back\\slash ![x](y)", "Two\nlines here."],
)
def test_signs_of_markdown_in_a_description_stay_words(description: str) -> None:
    revision = factories.draft()
    action = adding(revision, description=description)
    action.execute()
    reading = voicing.read("T", action.line, "en", find=voicing.stored_picture)
    (block,) = reading.sections[0].blocks
    assert " ".join(one.text for one in block.sentences) == " ".join(description.split())
    assert list(markup.named_in(action.line)) == [
        (action.image.name, " ".join(description.split()))
    ]


@pytest.mark.django_db
def test_only_authors_add_pictures_and_only_to_drafts_of_articles() -> None:
    revision = factories.draft()
    with pytest.raises(NotPermitted):
        adding(revision, actor=factories.staff("reviewer")).execute()
    with pytest.raises(Conflict):
        adding(factories.in_review("Waiting")).execute()
    notice = factories.notice().last_revision
    with pytest.raises(Conflict):
        adding(notice).execute()
    assert not StoredImage.objects.exists()


@pytest.mark.django_db
def test_while_another_picture_is_read_whoever_comes_is_asked_to_wait() -> None:
    revision = factories.draft()
    with add_image_module.AT_ONCE, pytest.raises(Conflict, match="Try again"):
        adding(revision).execute()


@pytest.mark.django_db
def test_the_database_keeps_pictures_as_they_are() -> None:
    factories.illustrated()
    for statement in (
        "UPDATE content_storedimage SET width = 1",
        "DELETE FROM content_storedimage",
        "UPDATE content_renditionimage SET image_id = image_id",
        "DELETE FROM content_renditionimage",
        # Another picture that a text could mean by the same name.
        "INSERT INTO content_storedimage (digest, form, width, height, original_name,"
        " uploaded_by_id, uploaded_at) SELECT substr(digest, 1, 16) || 'x', form, 1, 1, '',"
        " uploaded_by_id, uploaded_at FROM content_storedimage",
    ):
        with (
            pytest.raises(DatabaseError, match="never"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


# In review


@pytest.mark.django_db
def test_a_rendition_keeps_its_pictures_and_says_picture_before_their_descriptions() -> None:
    revision = factories.illustrated()
    rendition = revision.rendition
    (image,) = rendition.images.all()
    (block,) = [
        block
        for section in rendition.reading["sections"]
        for block in section["blocks"]
        if block["kind"] == "image"
    ]
    assert block["image"] == {"digest": image.digest, "form": "png", "width": 640, "height": 480}
    assert block["announcement"]["text"] == "Picture."
    said = [piece["text"] for _, piece in composition.said_of(rendition.reading)]
    at = said.index("Picture.")
    assert said[at + 1 : at + 3] == ["A person lifts both arms.", "The elbows are straight."]


@pytest.mark.django_db
def test_both_digests_bind_the_very_picture() -> None:
    one, other = factories.illustrated("Moving"), factories.illustrated("Moving", number=2)
    assert one.text_digest != other.text_digest
    assert one.rendition.speech_digest != other.rendition.speech_digest


@pytest.mark.django_db
def test_a_name_written_longer_means_the_same_and_binds_the_whole_digest(monkeypatch) -> None:
    revision = factories.illustrated(submitted=False)
    before = voicing.text_digest_of(revision)
    other = markup.Picture("f" * 64, "png", 640, 480)
    monkeypatch.setattr(voicing, "stored_picture", lambda name: other)
    assert voicing.text_digest_of(revision) != before


@pytest.mark.django_db
@pytest.mark.parametrize("harm", ["lost", "changed"])
def test_a_damaged_picture_stops_an_approval_and_is_named(
    harm: str, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(store, "store", lambda: tmp_path / "images")
    revision = factories.illustrated()
    image = revision.rendition.images.get()
    path = store.path(image.digest, image.form)
    if harm == "lost":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(Conflict) as refused:
        factories.approve(revision)
    assert refused.value.rule == "images"
    assert image.digest in str(refused.value)
    assert any(image.digest in sentence for sentence in reconcile.damaged_clips())


@pytest.mark.django_db
def test_an_approval_of_another_picture_under_the_same_words_is_refused() -> None:
    shown = factories.illustrated("Moving")
    changed = factories.illustrated("Moving", number=2)
    assert changed.rendition is not None and shown.rendition is not None
    with pytest.raises(Conflict, match="not the text"):
        ApproveRevision(
            changed,
            actor=factories.staff("reviewer"),
            text_digest=shown.rendition.text_digest,
            speech_digest=shown.rendition.speech_digest,
        ).execute()


@pytest.mark.django_db
def test_a_text_that_names_no_stored_picture_cannot_be_submitted() -> None:
    revision = factories.draft(body="A.\n\n![A box.](image:0123456789abcdef)")
    with pytest.raises(Invalid) as refused:
        SubmitRevision(revision, actor=revision.edited_by).execute()
    assert "no stored picture 0123456789abcdef" in str(refused.value)


@pytest.mark.django_db
def test_notices_and_terms_show_no_picture() -> None:
    factories.closing_advice()
    line = factories.picture(factories.draft()).line
    article = factories.notice("safety", "care", "Take care", "Ask first.")
    from content.actions import StartRevision

    revision = StartRevision(article, actor=factories.staff("author", "author")).execute()
    revision = EditDraft(
        revision,
        actor=factories.staff("author", "author"),
        version=revision.version,
        title="Take care",
        body=f"Ask first.\n\n{line}",
    ).execute()
    assert any("picture here" in finding for finding in voicing.findings(revision))


@pytest.mark.django_db
def test_a_new_voice_of_a_text_keeps_its_pictures() -> None:
    revision = factories.illustrated()
    factories.pronounce("elbows", "el bows")
    from content.actions import RevoiceRevision

    rendition = RevoiceRevision(revision).execute()
    assert isinstance(rendition, Rendition)
    assert RenditionImage.objects.filter(rendition=rendition).count() == 1


@pytest.mark.django_db
def test_unfinished_files_are_swept_after_a_day(tmp_path: Path, monkeypatch) -> None:
    import os

    monkeypatch.setattr(store, "store", lambda: tmp_path)
    left = tmp_path / "ab" / ".new-x"
    left.parent.mkdir()
    left.write_bytes(b"half")
    assert store.sweep() == 0
    os.utime(left, (1, 1))
    assert store.sweep() == 1


@pytest.mark.parametrize("name", ["../../x", "A" * 64, "", "a" * 63])
def test_no_name_leads_out_of_the_store(name: str) -> None:
    with pytest.raises(ValueError, match="no picture"):
        store.path(name, "png")
