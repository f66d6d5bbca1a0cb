"""Adding a picture: cleaned, stored under the digest of its bytes, and ready to be named in a text."""

from __future__ import annotations

from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from django.db import transaction

from content.actions.base import Conflict, Invalid, record, require
from content.images import cleaning, markup, store
from content.models import Revision, StoredImage
from content.reading import MarkupError, read

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from content.images.cleaning import Clean

MAX_DESCRIPTION = 1000
"""In characters."""
LONGEST_NAME = 200
AT_ONCE = BoundedSemaphore(1)
"""How many pictures a server process reads at the same time, since one may take 800 MB; whoever comes
meanwhile is asked to wait."""


class AddImage:
    """Take in a picture for a draft, with the description that its text will say.

    It is not in the text by that: :attr:`line` is what shows it. Nothing of the file is kept but
    what the eye sees. The same picture again is the one that is stored.
    """

    def __init__(
        self, revision: Revision, *, actor: User, name: str, data: bytes, description: str
    ) -> None:
        self.revision = revision
        self.actor = actor
        self.name = name[-LONGEST_NAME:]
        self.data = data
        self.description = description
        self.image: StoredImage | None = None

    @property
    def line(self) -> str:
        """The line of Markdown that shows the stored picture with its description."""
        assert self.image is not None  # noqa: S101 - asked for after execute()
        return markup.line_for(self.image.name, self.description)

    def check(self) -> None:
        """Raise :class:`Refused` with the reason why this cannot be done, the picture unread."""
        require(self.actor, "content.change_revision", "writing articles")
        if not self.revision.is_draft:
            raise Conflict(
                "state",
                f"This revision is {self.revision.get_state_display().lower()}: "
                "its words cannot change any more. Start a new revision.",
            )
        if self.revision.article.is_notice:
            raise Invalid("picture", "A notice or a glossary term shows no picture.")
        self._check_description()
        try:
            cleaning.check_size(len(self.data))
        except cleaning.Unusable as error:
            raise Invalid("picture", str(error)) from error

    def _check_description(self) -> None:
        if not self.description.strip():
            raise Invalid(
                "description",
                "Say what the picture shows: visitors hear it, and those who cannot see the "
                "picture have nothing else. A picture that says nothing is left out.",
            )
        if len(self.description) > MAX_DESCRIPTION:
            raise Invalid(
                "description",
                f"The description is longer than {MAX_DESCRIPTION} characters. Shorten it.",
            )
        found = markup.Picture("0" * 64, "png", 1, 1)
        line = markup.line_for(found.digest, self.description)
        try:
            reading = read("Picture", line, self.revision.article.language, find=lambda _: found)
        except MarkupError as error:
            why = error.problems[0].message
            raise Invalid("description", why[0].upper() + why[1:]) from error
        if "\x00" in self.description or not any(reading.pictures()):
            raise Invalid("description", "This description cannot be shown. Write plain sentences.")

    def execute(self) -> StoredImage:
        """Return the stored picture. Its bytes are on the disk before its row is in the database."""
        self.check()
        clean = self._cleaned()
        store.write(clean.data, clean.digest, clean.form)
        return self._take_in(clean)

    def _cleaned(self) -> Clean:
        if not AT_ONCE.acquire(blocking=False):
            raise Conflict("busy", "Other pictures are being read. Try again in a moment.")
        try:
            return cleaning.clean(self.data, self.name)
        except cleaning.Unusable as error:
            raise Invalid("picture", str(error)) from error
        finally:
            AT_ONCE.release()

    @transaction.atomic
    def _take_in(self, clean: Clean) -> StoredImage:
        revision = Revision.objects.select_for_update().get(pk=self.revision.pk)
        self.revision = revision
        self.check()
        self.image, _created = StoredImage.objects.get_or_create(
            digest=clean.digest,
            defaults={
                "form": clean.form,
                "width": clean.width,
                "height": clean.height,
                "original_name": self.name,
                "uploaded_by": self.actor,
            },
        )
        record("add_image", actor=self.actor, revision=revision, digest=clean.digest)
        return self.image
