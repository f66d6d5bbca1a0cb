"""Pictures on the draft page: taking one in beside the words, and the list of those in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, JsonResponse
from django.urls import reverse

from content.actions import AddImage, Refused
from content.actions.add_image import MAX_DESCRIPTION
from content.admin.site import person, status_of
from content.images import cleaning, markup, store
from content.models import Revision, StoredImage
from content.reading import SOURCES_HEADINGS


class PictureForm(forms.Form):
    """A picture, and what it shows. Its fields stand in the form of the words, so none is lost."""

    picture = forms.FileField(
        label="File",
        help_text="A PNG, JPEG or WebP of at most 10 MiB. Only what the eye sees of it is kept: no "
        "camera's notes, no place.",
        error_messages={"required": "Choose the file of the picture."},
        widget=forms.FileInput(attrs={"accept": cleaning.ACCEPTED}),
    )
    picture_shows = forms.CharField(
        label="What the picture shows",
        max_length=MAX_DESCRIPTION,
        help_text="One to three plain sentences. They stand under the picture and are read aloud.",
        error_messages={"required": "Say what the picture shows."},
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField", "spellcheck": "true"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def refuse(self, refused: Refused) -> bool:
        """Show a refusal at the field it is about; return whether it is about one."""
        field = {"picture": "picture", "description": "picture_shows"}.get(refused.rule)
        if field:
            self.add_error(field, str(refused))
        return field is not None


def is_given(request: HttpRequest) -> bool:
    """Whether somebody chose a picture, or described one, whatever they pressed then."""
    return "picture" in request.FILES or bool(request.POST.get("picture_shows", "").strip())


def adding(request: HttpRequest, revision: Revision, form: PictureForm) -> AddImage | None:
    """Take the picture in and return what was done; None where ``form`` now says why not.

    Raises :class:`Refused` for what is about no field of the form.
    """
    if not form.is_valid():
        return None
    file = form.cleaned_data["picture"]
    action = AddImage(
        revision,
        actor=person(request),
        name=file.name or "",
        # One byte more than may be tells enough of a larger one.
        data=file.read(cleaning.MOST_BYTES + 1),
        description=form.cleaned_data["picture_shows"],
    )
    try:
        action.execute()
    except Refused as refused:
        if form.refuse(refused):
            return None
        raise
    return action


def as_json(request: HttpRequest, revision: Revision) -> JsonResponse:
    """Take the picture in and answer a script: ``line`` to be put into the text, ``name``, ``url``,
    ``description``; or ``why`` not (a sentence), and the ``field`` that it is about.
    """
    form = PictureForm(request.POST, request.FILES)
    try:
        action = adding(request, revision, form)
    except Refused as refused:
        return JsonResponse({"why": str(refused), "field": ""}, status=status_of(refused))
    if action is None or action.image is None:
        field, errors = next(iter(form.errors.items()))
        return JsonResponse({"why": errors[0], "field": field}, status=400)
    return JsonResponse(
        {
            "line": action.line,
            "name": action.image.name,
            "url": address_of(action.image),
            "description": " ".join(action.description.split()),
        }
    )


def with_line(body: str, line: str, language: str) -> str:
    """Return a text with a picture's line at its end, before the sources."""
    return markup.with_line(body, line, SOURCES_HEADINGS.get(language, "sources"))


def address_of(image: StoredImage) -> str:
    """Return where staff see a picture."""
    return reverse("desk-image", kwargs={"digest": image.digest, "form": image.form})


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that a text seems to show; ``url`` is empty where none is stored under its name."""

    name: str
    description: str
    url: str


def shown_in(body: str) -> list[Shown]:
    """Return the pictures that a text seems to show, in order."""
    found = []
    for name, description in markup.named_in(body):
        image = store.find(name)
        found.append(Shown(name, description, address_of(image) if image else ""))
    return found
