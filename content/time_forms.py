"""What staff type about time: checked for its form here, for everything else by the actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from content import translations
from content.actions.translate import languages_for
from content.bringing import MAX_NOTE
from content.forms import DecisionForm
from content.models import Article, WithdrawReason


class DayField(forms.DateField):
    """A day, chosen or typed."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        errors = {"invalid": "Give a day as year, month and day: 2027-03-31."}
        super().__init__(required=False, widget=widget, error_messages=errors, **kwargs)


LAST_DAY = (
    "From this day on it is not on the kiosk any more. Empty: it stays until its review is overdue."
)


class PlainForm(forms.Form):
    """A form without colons behind its labels, and with its own names for its fields' elements."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class ScheduleForm(PlainForm):
    """When an approval takes effect, and until when; its fields belong to the approve form."""

    publish_at = forms.DateTimeField(
        label="Publish at",
        required=False,
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local", "form": "approve-form"}
        ),
        error_messages={"invalid": "Give a day and a time: 2027-03-31 08:00."},
    )
    expires_on = DayField(label="Leaves the kiosk on", help_text=LAST_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_schedule_%s", **kwargs})
        self.fields[
            "publish_at"
        ].help_text = (
            f"In {timezone.get_current_timezone_name()}. Empty: at once. At most 12 months ahead."
        )
        self.fields["expires_on"].widget.attrs["form"] = "approve-form"


class ConfirmForm(PlainForm):
    """What goes with "still correct"."""

    comment = forms.CharField(
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="If there is something to keep: what you compared it with, for example.",
    )
    expires_on = DayField(label="Leaves the kiosk on", help_text=LAST_DAY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_confirm_%s", **kwargs})


class ExpiryForm(PlainForm):
    """A last day, sooner than before."""

    expires_on = DayField(
        label="Leaves the kiosk on",
        help_text="A day sooner than now. Later goes with “still correct”, since then it is read again.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_expiry_%s", **kwargs})


class CancelForm(DecisionForm):
    """Why something is not to be published at its time."""

    choices = list(WithdrawReason.choices)
    help_text = "What is wrong. The author reads it."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_cancel_%s", **kwargs})


class TranslationForm(PlainForm):
    """Into which language an article is translated."""

    language = forms.ChoiceField(error_messages={"required": "Choose the language."})

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_translation_%s", **kwargs})
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(code, code) for code in languages_for(article)]


class SourceForm(PlainForm):
    """Which revision of its source a new revision of a translation is written from."""

    source_revision = forms.TypedChoiceField(
        label="Written from",
        coerce=int,
        help_text="Choose what is in front of you: an older one leaves the translation marked as outdated.",
        error_messages={"required": "Choose the revision that you write from."},
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_source_%s", **kwargs})
        source = article.translation_of
        public = source.public_rendition.revision_id if source and source.public_rendition else None
        field = self.fields["source_revision"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [
            (one.pk, f"Revision {one.number}{', public now' if one.pk == public else ''}")
            for one in translations.to_write_from(article)
        ]
