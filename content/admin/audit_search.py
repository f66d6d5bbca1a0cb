"""Looking for events of the audit trail: by action, person, article and days."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone

from content.audit import actions
from content.models import AuditEvent


class SearchForm(forms.Form):
    """What an auditor asks for. Everything may be left empty."""

    what = forms.ChoiceField(required=False, label="What was done")
    actor = forms.CharField(required=False, label="Who", max_length=150)
    article = forms.CharField(
        required=False, label="Article", max_length=80, help_text="Its address."
    )
    first = forms.DateField(
        required=False, label="From", widget=forms.DateInput(attrs={"type": "date"})
    )
    last = forms.DateField(
        required=False, label="To", widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        what = self.fields["what"]
        assert isinstance(what, forms.ChoiceField)  # noqa: S101 - declared above
        what.choices = [
            ("", "anything"),
            *((name, told.sentence) for name, told in actions.ACTIONS.items()),
        ]


class Search:
    """A search as it stands in an address. What is no answer to a field finds nothing."""

    def __init__(self, asked: QueryDict) -> None:
        known = {name: str(asked[name]) for name in SearchForm.base_fields if name in asked}
        self.form = SearchForm(known or {})
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in known.items() if value})
        self.query = query.urlencode()

    def events(self) -> QuerySet[AuditEvent]:
        """Return the events that were asked for; all where nothing was."""
        events = AuditEvent.objects.select_related("article", "revision")
        if not self.form.is_valid():
            return events.none()
        asked = self.form.cleaned_data
        if asked["what"]:
            events = events.filter(action=asked["what"])
        if asked["actor"]:
            events = events.filter(actor_name__iexact=asked["actor"].strip())
        if asked["article"]:
            events = events.filter(article__slug=asked["article"].strip())
        zone = timezone.get_current_timezone()
        if asked["first"]:
            events = events.filter(at__gte=datetime.combine(asked["first"], time.min, zone))
        if asked["last"]:
            # The whole of the last day, also where the clocks change on it.
            following = asked["last"] + timedelta(days=1)
            events = events.filter(at__lt=datetime.combine(following, time.min, zone))
        return events
