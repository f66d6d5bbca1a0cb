"""Pictures in the publication: copies of the stored ones, and only those that something public shows."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from content.images import store as images
from content.models import Article, Rendition, StoredImage
from kiosk.publication.folder import drop, put


def put_images(root: Path, rendition: Rendition, *, thoroughly: bool = False) -> list[str]:
    """Copy the pictures of a rendition and return the names of their files, in order.

    One that is there already is looked at ``thoroughly`` or by its size alone. Raises
    :class:`content.images.store.Damaged` for one whose bytes are gone or have changed.
    """
    names = []
    for image in rendition.images.order_by("digest"):
        name = _name(image.digest, image.form)
        names.append(name)
        target = root / "images" / name
        if not thoroughly:
            with suppress(FileNotFoundError):
                stored = images.path(image.digest, image.form)
                if target.stat().st_size == stored.stat().st_size:
                    continue
        put(target, images.read(image.digest, image.form))
    return names


def drop_images_of(root: Path, article: Article) -> None:
    """Remove the pictures of an article, of its former wordings too, that nothing public shows."""
    own = StoredImage.objects.filter(uses__rendition__revision__article=article)
    for name in {_name(*row) for row in own.values_list("digest", "form")} - _public():
        drop(root / "images" / name)


def drop_unused_images(root: Path) -> None:
    """Remove every picture that nothing public shows."""
    public = _public()
    for file in (root / "images").glob("*"):
        if file.name not in public:
            drop(file)


def _public() -> set[str]:
    public = Article.objects.filter(public_rendition__isnull=False).values("public_rendition")
    rows = StoredImage.objects.filter(uses__rendition__in=public).values_list("digest", "form")
    return {_name(*row) for row in rows}


def _name(digest: str, form: str) -> str:
    return f"{digest}.{form}"
