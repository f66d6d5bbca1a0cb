"""What the staff API takes and gives."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from content import composition, due, linting, translations
from content.actions.draft import MAX_URGENT
from content.api.base import PageQuery
from content.api.fields import Day, Digest, Moment, StrictSerializer, Text
from content.lint import Level
from content.linting import MAX_ANSWER
from content.models import (
    ArticleKind,
    Claim,
    ReturnReason,
    Revision,
    RevisionState,
    WithdrawReason,
)
from content.reading import MAX_BODY, MAX_TITLE

MAX_HEARD = 5000
MAX_COMMENT = 10_000
MAX_NOTE = 10_000
MAX_ID = 2**63 - 1
"""The largest number of a row that the database keeps."""
NEW_VOICE = (
    "Whether it is public, and something in it is said otherwise now: the digests are those of its "
    "new voice, which waits for a reviewer."
)
URGENT = "Why it cannot wait its turn, for the reviewers. Left out or empty: it can."
WRITTEN_KINDS = [ArticleKind.ARTICLE.value, ArticleKind.TERM.value]
"""What people begin; the notices are begun by the software."""
RETURN_REASONS = [
    choice for choice in ReturnReason.choices if choice[0] != ReturnReason.UNVOICEABLE
]
"""What people can choose; a sentence that cannot be voiced is returned by the software."""


class ProblemSerializer(serializers.Serializer[Any]):
    """An error, as RFC 9457 has it."""

    type = serializers.CharField(help_text="`about:blank`: the status says it; `rule` is finer.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="A sentence for people.")
    rule = serializers.CharField(help_text="The rule that was broken: short, stable, for programs.")
    problems = serializers.ListField(
        child=serializers.CharField(),
        help_text="Each thing that is wrong; for the rule `heard`, the digests of unheard clips.",
    )


class NewArticleSerializer(StrictSerializer):
    """A new article or glossary term and its first words."""

    title = Text(max_length=MAX_TITLE, help_text="Plain text.")
    body = Text(max_length=MAX_BODY, help_text="Markdown: headings, paragraphs, lists, emphasis.")
    kind = serializers.ChoiceField(
        choices=WRITTEN_KINDS,
        required=False,
        help_text="An article unless told. The title of a `term` is the word; its body the meaning "
        "in one to three sentences, and below it the word's other written forms as a list.",
    )
    language = Text(required=False, max_length=12, help_text="The kiosk's own unless told.")
    topic = Text(
        required=False,
        allow_null=True,
        max_length=50,
        help_text="The slug of a topic; its notices are included.",
    )
    note = Text(
        required=False, allow_blank=True, max_length=MAX_NOTE, help_text="For the reviewer."
    )
    urgent_because = Text(required=False, allow_blank=True, max_length=MAX_URGENT, help_text=URGENT)


class NewRevisionSerializer(StrictSerializer):
    """New words for an article."""

    title = Text(max_length=MAX_TITLE)
    body = Text(max_length=MAX_BODY)
    note = Text(required=False, allow_blank=True, max_length=MAX_NOTE)
    source_revision = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MAX_ID,
        help_text="Of a translation: the id of the revision of its source that it is written from; "
        "the public one unless told.",
    )
    urgent_because = Text(required=False, allow_blank=True, max_length=MAX_URGENT, help_text=URGENT)


class NothingSerializer(StrictSerializer):
    """An empty body, or an empty object."""


class ApprovalSerializer(StrictSerializer):
    """An approval, bound to what was seen and heard."""

    text_digest = Digest(help_text="As shown by the revision that was read.")
    speech_digest = Digest(help_text="As shown by the revision that was heard.")
    heard = serializers.ListField(
        child=Digest(),
        max_length=MAX_HEARD,
        help_text="The digests of the clips that were played; all of `must_hear` must be here.",
    )
    publish_at = Moment(
        required=False,
        allow_null=True,
        help_text="When it becomes public, at most 12 months ahead; at once unless told.",
    )
    expires_on = Day(
        required=False,
        allow_null=True,
        help_text="The first day on which it is not on the kiosk any more.",
    )
    answers = serializers.DictField(
        child=Text(max_length=MAX_ANSWER, allow_blank=True),
        required=False,
        help_text="Of each finding that is a `warning`, by its id: why it may stand.",
    )

    def validate_answers(self, answers: dict[str, str]) -> dict[str, str]:
        """Refuse more answers than a text can have findings."""
        if len(answers) > MAX_HEARD:
            raise serializers.ValidationError(f"There are more than {MAX_HEARD} answers.")
        return answers


class ReturnSerializer(StrictSerializer):
    """Why a revision goes back."""

    reason = serializers.ChoiceField(choices=RETURN_REASONS)
    comment = Text(max_length=MAX_COMMENT, help_text="What the author is to do.")
    text_digest = Digest(
        required=False,
        help_text="Of what was read. Given and not that of what is under review: 409.",
    )
    speech_digest = Digest(
        required=False,
        help_text="Of what was heard. Given and not that of what is under review: 409.",
    )


class ReleaseSerializer(StrictSerializer):
    """Why somebody's claim is released."""

    reason = Text(
        required=False,
        allow_blank=True,
        max_length=MAX_COMMENT,
        help_text="Needed to release what somebody else has claimed.",
    )


class ClaimSerializer(serializers.Serializer[Claim]):
    """Who looks at a revision. It keeps nobody from deciding."""

    by = serializers.CharField(source="user.username")
    until = serializers.DateTimeField(help_text="When it lapses by itself.")


class WithdrawalSerializer(StrictSerializer):
    """Why an article leaves the kiosk."""

    reason = serializers.ChoiceField(choices=WithdrawReason.choices)
    comment = Text(max_length=MAX_COMMENT, help_text="What is wrong.")
    text_digest = Digest(
        required=False, help_text="Of what was read. Given and not that of what is public: 409."
    )
    speech_digest = Digest(
        required=False, help_text="Of what was heard. Given and not that of what is public: 409."
    )


class RevisionQuery(PageQuery):
    """The filters of the list of revisions."""

    state = serializers.ChoiceField(
        choices=RevisionState.choices, required=False, help_text="Only those in this state."
    )


class RevisionRowSerializer(serializers.Serializer[Revision]):
    """A revision in a list. ``speech_digest`` is annotated."""

    id = serializers.IntegerField()
    article = serializers.CharField(source="article.slug", help_text="The article's slug.")
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=RevisionState.choices)
    text_digest = serializers.CharField(help_text="Empty while a draft.")
    speech_digest = serializers.CharField(help_text="Empty until voiced.")
    submitted_at = serializers.DateTimeField(allow_null=True)
    urgent_because = serializers.CharField(help_text=URGENT)
    new_voice = serializers.BooleanField(help_text=NEW_VOICE)


class ToHearSerializer(serializers.Serializer[Any]):
    """A clip to play before approving; its bytes are at ``staff/clips/DIGEST/``."""

    digest = serializers.CharField()
    written = serializers.CharField(help_text="What the page shows.")
    spoken = serializers.CharField(help_text="What is said, in words.")
    phonemes = serializers.CharField(
        help_text="What the voice said, in the International Phonetic Alphabet; empty where the "
        "engine does not tell."
    )


class SignOffSerializer(serializers.Serializer[Any]):
    """Somebody's sign-off of the rendition that waits."""

    name = serializers.CharField(source="reviewer_name", help_text="Empty where none is public.")
    role = serializers.CharField(source="reviewer_profession", help_text="The profession.")
    at = serializers.DateTimeField()


class RuleSourceSerializer(serializers.Serializer[Any]):
    """Where a rule of the checks comes from."""

    title = serializers.CharField()
    url = serializers.URLField()
    date = serializers.CharField(help_text="ISO 8601, or a year.")


class FindingSerializer(serializers.Serializer[Any]):
    """What the checks, or the voice, say of a text."""

    id = serializers.CharField(help_text="The same while the words and the rule are.")
    rule = serializers.CharField(
        help_text="The rule: short, stable, for programs; `docs/checks.md` lists them. `markup`, "
        "`length`, `term` and `spoken_form` keep a draft from being submitted; `returned` is what "
        "a reviewer asked for."
    )
    level = serializers.ChoiceField(
        choices=[str(level) for level in Level],
        help_text="`blocker`: must be changed. `warning`: approving needs an answer. `advice`.",
    )
    message = serializers.CharField(help_text="What it is, and what to do.")
    sentence = serializers.CharField(
        help_text="A sentence's id, empty where it is about the whole text or says itself where."
    )
    start = serializers.IntegerField(help_text="In code points of the sentence's text.")
    length = serializers.IntegerField(help_text="In code points; 0 where no piece is meant.")
    source = RuleSourceSerializer(allow_null=True)  # type: ignore[assignment]  # a field, by its metaclass


class RevisionSerializer(serializers.Serializer[Revision]):
    """A revision as a reviewer's program needs it."""

    id = serializers.IntegerField()
    article = serializers.CharField(source="article.slug", help_text="The article's slug.")
    language = serializers.CharField(source="article.language")
    kind = serializers.ChoiceField(source="article.kind", choices=ArticleKind.choices)
    title = serializers.CharField()
    body = serializers.CharField(help_text="The words, in Markdown: read them before approving.")
    notices = serializers.ListField(
        child=serializers.CharField(), help_text="Keys of the notices that stand before the words."
    )
    note = serializers.CharField(help_text="What the author tells the reviewer.")
    state = serializers.ChoiceField(choices=RevisionState.choices)
    text_digest = serializers.CharField(help_text="Empty while a draft.")
    speech_digest = serializers.SerializerMethodField(help_text="Empty until voiced.")
    must_hear = serializers.SerializerMethodField(
        help_text="Digests of the clips to play before approving: those not public yet "
        "that are not the plain reading of what is written."
    )
    to_hear = serializers.SerializerMethodField(
        help_text="The clips of `must_hear`, each with what is written and what is said."
    )
    new_voice = serializers.BooleanField(source="has_new_voice", help_text=NEW_VOICE)
    signoffs_needed = serializers.SerializerMethodField(
        help_text="2 where the topic wants two people to sign off: the first approval is then kept "
        "as a sign-off, and the state stays `in_review`."
    )
    urgent_because = serializers.CharField(help_text=URGENT)
    claim = serializers.SerializerMethodField(help_text="Who looks at it now, or null.")
    signoffs = serializers.SerializerMethodField(
        help_text="The first sign-offs of what waits; empty where one person is enough."
    )
    publish_at = serializers.SerializerMethodField(
        help_text="When it becomes public, where it is approved and waits for that."
    )
    source_revision = serializers.IntegerField(
        source="source_revision_id",
        allow_null=True,
        help_text="Of a translation: the id of the revision that it was written from.",
    )
    outdated = serializers.SerializerMethodField(
        help_text="Whether what it translates has a newer approved revision than it was last "
        "compared with."
    )
    findings = serializers.SerializerMethodField(
        help_text="What the checks say: of a draft and of what waits, now; of what was decided, "
        "then. In a draft also what submitting would refuse; in a returned revision first why it "
        "was returned."
    )
    rules = serializers.SerializerMethodField(
        help_text="The version of the checks that said so; empty where none was kept."
    )

    def get_signoffs_needed(self, revision: Revision) -> int:
        """Return how many people must sign off."""
        topic = revision.article.topic
        return 2 if topic is not None and topic.second_signoff else 1

    @extend_schema_field(SignOffSerializer(many=True))
    def get_signoffs(self, revision: Revision) -> Any:
        """Return who has signed it off so far."""
        rendition = revision.rendition
        if rendition is None or not revision.waits_for_review:
            return []
        return SignOffSerializer(composition.endorsements(rendition), many=True).data

    def get_speech_digest(self, revision: Revision) -> str:
        """Return the digest of what waits or is public of it, else of the newest rendition."""
        rendition = revision.rendition_to_show
        return rendition.speech_digest if rendition else ""

    def get_publish_at(self, revision: Revision) -> datetime | None:
        """Return the moment that it waits for."""
        waiting = due.scheduled().filter(revision=revision.pk).last()
        return waiting.publish_at if waiting is not None else None

    def get_outdated(self, revision: Revision) -> bool:
        """Return whether its source has changed since."""
        return translations.outdated(revision.article, revision) is not None

    @extend_schema_field(ClaimSerializer(allow_null=True))
    def get_claim(self, revision: Revision) -> dict[str, Any] | None:
        """Return the claim that holds now."""
        claims = Claim.objects.standing().select_related("user")
        claim = claims.filter(revision=revision).first()
        return ClaimSerializer(claim).data if claim is not None else None

    @extend_schema_field({"type": "array", "items": {"type": "string"}})
    def get_must_hear(self, revision: Revision) -> list[str]:
        """Return what must be played; nothing unless it waits for a decision."""
        rendition = revision.rendition
        if rendition is None or not revision.waits_for_review:
            return []
        return composition.must_hear(rendition)

    @extend_schema_field(ToHearSerializer(many=True))
    def get_to_hear(self, revision: Revision) -> list[dict[str, str]]:
        """Return what must be played, in words."""
        rendition = revision.rendition
        if rendition is None or not revision.waits_for_review:
            return []
        return composition.to_hear(rendition)

    @extend_schema_field(FindingSerializer(many=True))
    def get_findings(self, revision: Revision) -> list[dict[str, Any]]:
        """Return what the checks say, or said when it was decided."""
        return self._shown(revision)[0]

    def get_rules(self, revision: Revision) -> str:
        """Return the version of the checks."""
        return self._shown(revision)[1]

    def _shown(self, revision: Revision) -> tuple[list[dict[str, Any]], str]:
        if getattr(self, "_shown_of", None) != revision.pk:
            self._shown_of, self._shown_as = revision.pk, linting.shown(revision)
        return self._shown_as


class WithdrawnSerializer(serializers.Serializer[Any]):
    """What became of an article that was withdrawn."""

    article = serializers.CharField(help_text="The article's slug.")
    public = serializers.BooleanField(help_text="Always false.")
    reason = serializers.ChoiceField(choices=WithdrawReason.choices)
    at = serializers.DateTimeField()
