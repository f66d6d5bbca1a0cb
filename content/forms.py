"""What staff type: checked for its form here, for everything else by the actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import OuterRef, Subquery

from content import bringing, importers
from content.actions.draft import MAX_URGENT
from content.actions.lexicon import LONGEST_NOTE
from content.bringing import MAX_NOTE
from content.importers.characters import visible
from content.models import (
    Article,
    ArticleKind,
    ReturnReason,
    Revision,
    Topic,
    TopicTitle,
    WithdrawReason,
)
from content.reading import MAX_BODY, MAX_TITLE
from content.speech.pronunciation import LONGEST_ALIAS, LONGEST_PHONEMES, LONGEST_WORD

DESK_LANGUAGE = "en"
"""The language of the desk's own words, and so of the topics' names on it."""


def notice_choices(languages: Iterable[str]) -> list[tuple[str, str]]:
    """Return the notices that an article of these languages may include: key, and what it is."""
    last = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    notices = (
        Article.objects.notices()
        .filter(kind__in=(ArticleKind.URGENT, ArticleKind.SAFETY), language__in=list(languages))
        .order_by("-kind", "key", "language")
        .values_list("key", "kind", Subquery(last.values("title")[:1]))
    )
    found: dict[str, str] = {}
    for key, kind, title in notices:
        found.setdefault(key, f"{ArticleKind(kind).label}: {title or key}")
    return list(found.items())


def topic_choices() -> list[tuple[str, str]]:
    """Return the topics by name, with none of them first. One query."""
    name = TopicTitle.objects.filter(topic=OuterRef("pk"), language=DESK_LANGUAGE).values("title")
    topics = Topic.objects.annotate(name=Subquery(name[:1])).values_list("slug", "name")
    return [("", "No topic yet"), *((slug, name or Topic.named(slug)) for slug, name in topics)]


class WordsForm(forms.Form):
    """The words of a draft. ``notices`` is left out for a notice, which includes none."""

    title = forms.CharField(
        max_length=MAX_TITLE,
        help_text="Short: it is read aloud first.",
        error_messages={"required": "Give the article a title."},
    )
    body = forms.CharField(
        label="Text",
        strip=False,
        help_text="Markdown, as told above.",
        error_messages={"required": "Write the text."},
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "true"}),
    )
    notices = forms.MultipleChoiceField(
        label="Notices before the text",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="The closing advice is not among them: every article ends with it by itself.",
    )
    note = forms.CharField(
        label="Note to the reviewer",
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Never shown to the public.",
    )
    urgent_because = forms.CharField(
        label="Urgent, because",
        required=False,
        max_length=MAX_URGENT,
        help_text="Only if it cannot wait its turn: it goes to the top of the queue with these words.",
    )

    def __init__(
        self,
        *args: Any,
        notices: list[tuple[str, str]] | None,
        term: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if term:
            self._ask_for_a_term()
        for name in ("title", "body", "note", "urgent_because"):
            # The admin's own style for a field as wide as its column.
            self.fields[name].widget.attrs["class"] = "vLargeTextField"
        field = self.fields["notices"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared above
        if notices:
            field.choices = notices
        else:
            del self.fields["notices"]

    def _ask_for_a_term(self) -> None:
        word, meaning = self.fields["title"], self.fields["body"]
        word.label, meaning.label = "Word", "Meaning and other written forms"
        word.help_text = "As it stands in a sentence, in the singular."
        meaning.help_text = (
            "One to three plain sentences. Then an empty line, and the other written forms as a "
            'list, one a line, each begun with a dash: "- benzodiazepines".'
        )
        word.error_messages["required"] = "Write the word."
        meaning.error_messages["required"] = "Write what the word means."
        meaning.widget.attrs["rows"] = 8

    def clean_body(self) -> str:
        """Return the text with the line ends that every other way in gives it."""
        body: str = self.cleaned_data["body"]
        return body.replace("\r\n", "\n").replace("\r", "\n")


class DraftForm(WordsForm):
    """The words of a draft that exists, with the version that the person was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def chosen_notices(self, revision: Revision) -> list[str]:
        """Return the chosen notices: those it had in the order they had, new ones after them."""
        if "notices" not in self.fields:
            return list(revision.notices)
        chosen = self.cleaned_data["notices"]
        kept = [key for key in revision.notices if key in chosen]
        return kept + [key for key in chosen if key not in kept]


def offer_languages(field: forms.Field) -> None:
    """Let a field choose among the kiosk's languages, or hide it where there is only one."""
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - the callers declare it so
    languages = settings.PLAINVOICE_LANGUAGES
    field.choices = [(code, code) for code in languages]
    field.initial = settings.PLAINVOICE_LANGUAGE
    if len(languages) == 1:
        field.required = False
        field.widget = forms.HiddenInput()


class NewTermForm(WordsForm):
    """A new word of the glossary."""

    language = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, notices=None, term=True, **kwargs)
        offer_languages(self.fields["language"])


class NewArticleForm(WordsForm):
    """A new article: its words typed, or in a file."""

    topic = forms.ChoiceField(required=False)
    language = forms.ChoiceField()
    file = forms.FileField(
        label="File",
        required=False,
        help_text=(
            "A .txt, .md, .html or .docx file of at most 1 MiB. Its first line or heading is the "
            "title. For several files, a zip or a larger one, choose “Bring files in”."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(importers.MAX_BYTES)}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        languages = settings.PLAINVOICE_LANGUAGES
        super().__init__(*args, notices=notice_choices(languages), **kwargs)
        # Either these or the file is required, which clean() looks after.
        self.fields["title"].required = self.fields["body"].required = False
        topic = self.fields["topic"]
        assert isinstance(topic, forms.ChoiceField)  # noqa: S101 - declared above
        topic.choices = topic_choices()
        offer_languages(self.fields["language"])
        if "notices" in self.fields:
            self.fields["notices"].help_text = (
                "With none ticked the draft begins with those of its topic. "
                "The closing advice is not among them: every article ends with it by itself."
            )

    def clean(self) -> dict[str, Any]:
        """Take title and text from the file, if there is one; refuse both or neither."""
        data = super().clean() or self.cleaned_data
        file = data.get("file")
        typed = bool(data.get("title", "").strip() or data.get("body", "").strip())
        if "file" in self.errors:
            return data
        if file is not None:
            if typed:
                self.add_error(
                    "file", "Give either a file or a typed text, not both. Empty one of them."
                )
            else:
                self._read(file, data)
            return data
        for name, missing in (
            ("title", "Give the article a title, or choose a file."),
            ("body", "Write the text, or choose a file."),
        ):
            if name not in self.errors and not data.get(name, "").strip():
                self.add_error(name, missing)
        return data

    def _read(self, file: UploadedFile[bytes], data: dict[str, Any]) -> None:
        if (file.size or 0) > MAX_BODY:
            self.add_error(
                "file", "This file is larger than 1 MiB. Split it into several articles."
            )
            return
        name = visible(file.name or "")
        try:
            draft = importers.import_bytes(name, file.read(), data.get("language") or "en")
        except importers.ImportRefused as refused:
            self.add_error("file", f"{name}: {refused.why}")
            return
        data["title"], data["body"] = draft.title, draft.body
        # What the person wrote stands first, and is never cut.
        note = bringing.note_of(name, draft)
        data["note"] = "\n\n".join(filter(None, (data.get("note", ""), note)))


class DecisionForm(forms.Form):
    """Why somebody decided against a text."""

    choices: ClassVar[list[tuple[str, str]]]
    help_text: ClassVar[str]

    reason = forms.ChoiceField()
    comment = forms.CharField(max_length=MAX_NOTE, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)  # noqa: S101 - declared above
        reason.choices = [("", "Choose the reason"), *self.choices]
        self.fields["comment"].help_text = self.help_text


class ReturnForm(DecisionForm):
    """Why a revision goes back. The software alone says that a sentence cannot be voiced."""

    choices = [(value, label) for value, label in ReturnReason.choices if value != "unvoiceable"]
    help_text = "What the author should do."


class WithdrawForm(DecisionForm):
    """Why an article leaves the kiosk."""

    choices = list(WithdrawReason.choices)
    help_text = "What is wrong. It stays in the audit trail."


class ShelveForm(forms.Form):
    """Where an article is to stand."""

    topic = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        topic = self.fields["topic"]
        assert isinstance(topic, forms.ChoiceField)  # noqa: S101 - declared above
        topic.choices = topic_choices()
        topic.initial = article.topic.slug if article.topic else ""


class SuspendForm(DecisionForm):
    """Why everything leaves the kiosks."""

    choices = list(WithdrawReason.choices)
    help_text = "What is wrong, and how far it may reach. It stays in the audit trail."


class ResumeForm(forms.Form):
    """Why everything comes back."""

    comment = forms.CharField(
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What was looked at, and what was found. It stays in the audit trail.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class PronunciationForm(forms.Form):
    """How a word is said. What may be said is for the action to know."""

    language = forms.ChoiceField()
    grapheme = forms.CharField(
        label="Written form",
        max_length=LONGEST_WORD,
        help_text="The word as it stands in the texts, without numbers and signs.",
        error_messages={"required": "Write the word as it stands in the texts."},
    )
    alias = forms.CharField(
        label="Sounds like",
        required=False,
        max_length=LONGEST_ALIAS,
        help_text="In plain letters, as for a child: “zoll pih dem”. Either this or phonemes.",
    )
    phonemes = forms.CharField(
        required=False,
        max_length=LONGEST_PHONEMES,
        help_text="For those who know espeak-ng's symbols: the engine's own attempt shows them.",
    )
    note = forms.CharField(
        label="Source or note",
        required=False,
        max_length=LONGEST_NOTE,
        help_text="Where you looked it up, for example the maker's leaflet. Reviewers see it.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name in ("grapheme", "alias", "phonemes", "note"):
            self.fields[name].widget.attrs |= {"class": "vLargeTextField", "autocomplete": "off"}
        for name in ("grapheme", "alias", "phonemes"):
            self.fields[name].widget.attrs |= {"spellcheck": "false", "autocapitalize": "off"}
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)  # noqa: S101 - declared above
        language.choices = [(code, code) for code in settings.PLAINVOICE_LANGUAGES]
        if len(settings.PLAINVOICE_LANGUAGES) == 1:
            language.widget = forms.HiddenInput()
