"""What the audit trail can tell: every action, in words, and what its detail holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """An action: ``sentence`` says what somebody did; ``detail`` are the keys it always has.

    ``sometimes`` are those that some of its events have; ``rows`` may be in any.
    """

    sentence: str
    detail: tuple[str, ...] = ()
    sometimes: tuple[str, ...] = ()


ACTIONS: dict[str, Told] = {
    "create": Told(
        "began a text", ("slug", "language", "kind", "key", "number", "title"), ("shipped",)
    ),
    "revise": Told("began a new revision", ("number", "title")),
    "edit": Told("edited the draft", ("number", "version")),
    "submit": Told("submitted it for review", ("number", "text_digest", "findings", "rules")),
    "voice": Told("gave it its voice", ("rendition", "speech_digest")),
    "revoice": Told("gave it a new voice, which waits for review", ("rendition", "speech_digest")),
    "revoice_failed": Told("could not give it a new voice", ("why",)),
    "approve": Told(
        "approved it",
        (
            "number",
            "rendition",
            "text_digest",
            "speech_digest",
            "review_due",
            "publish_at",
            "expires_on",
        ),
    ),
    "confirm": Told(
        "said that it is still correct",
        ("number", "rendition", "text_digest", "speech_digest", "review_due", "back"),
    ),
    "publish": Told("made it public at its time", ("approval",)),
    "publish_failed": Told("could not make it public at its time", ("approval", "why")),
    "release": Told("made it public before its time", ("approval",)),
    "cancel": Told("cancelled its publication", ("approval", "reason")),
    "expiry": Told("set its last day", ("expires_on",)),
    "leave": Told("left the kiosk by itself", ("number", "rendition", "reason", "since")),
    "translate": Told("began a translation", ("source", "source_revision")),
    "endorse": Told(
        "signed it off, as the first of two",
        ("number", "rendition", "text_digest", "speech_digest"),
    ),
    "add_image": Told("added a picture", ("digest",)),
    "claim": Told("claimed it, to look at it"),
    "unclaim": Told("released a claim", ("claimed_by", "reason")),
    "comment": Told("commented on a sentence", ("comment",)),
    "reply": Told("answered a comment", ("comment",)),
    "resolve": Told("resolved a comment", ("comment",)),
    "reopen": Told("took a comment up again", ("comment",)),
    "suspend": Told("took everything off the kiosks", ("suspension", "reason", "comment", "texts")),
    "resume": Told("put everything back", ("suspension", "comment", "texts")),
    "return": Told(
        "returned it", ("number", "reason", "text_digest", "speech_digest"), ("rendition", "why")
    ),
    "withdraw": Told(
        "withdrew it from the public",
        ("number", "rendition", "reason", "text_digest", "speech_digest"),
    ),
    "show_sample": Told(
        "showed the unreviewed sample", ("number", "rendition", "text_digest", "speech_digest")
    ),
    "pronounce": Told("said how a word is said", ("language", "word", "alias", "phonemes", "note")),
    "retire_word": Told(
        "took a word from the lexicon", ("language", "word", "alias", "phonemes", "note")
    ),
    "shelve": Told("moved it to another topic", ("before", "after")),
    "topic": Told(
        "named or changed a topic",
        (
            "topic",
            "icon",
            "second_signoff",
            "review_months",
            "grace_days",
            "leaves_with_source",
            "titles",
        ),
    ),
    "staff": Told("gave somebody a role", ("username", "role", "made")),
    "sign_in": Told("signed in", ("second_factor", "recovery_code")),
    "sign_in_failed": Told("could not sign in", ("username",)),
    "locked_out": Told("was locked out", ("username",)),
    "unlock": Told("let somebody sign in again", ("username",)),
    "sign_out": Told("signed out"),
    "password": Told("changed their password"),
    "second_factor": Told("set up a second factor"),
    "recovery_codes": Told("made new recovery codes"),
    "reset_second_factor": Told(
        "reset somebody's second factor", ("username", "reason", "had_one", "sessions", "tokens")
    ),
    "revoke_token": Told("revoked an API token", ("username", "role")),
    "demonstration": Told("set up a demonstration"),
    "leave_demonstration": Told("ended the demonstration", ("withdrawn",)),
    "chain": Told(
        "chained the audit trail: the events before were kept without digests",
        ("first", "last", "head"),
    ),
    "bind": Told("took the digests of what was there when the audit trail was chained"),
}

LABELS: dict[str, str] = {
    "slug": "address",
    "text_digest": "digest of the text",
    "speech_digest": "digest of the speech",
    "review_due": "due for review on",
    "number": "revision",
    "rendition": "voice number",
    "made": "account made",
    "rows": "vouched for",
    "previous": "digest of the event before",
    "head": "digest of the last of them",
}
"""How a key of a detail is called on the desk, where it is not called as it is."""


def facts(detail: Any, *, digests: bool = True) -> list[tuple[str, str]]:
    """Return a detail as labels and values in words, without what the event vouches for."""
    if not isinstance(detail, dict):
        return [("detail", str(detail))]
    return [
        (label(key), worded(value))
        for key, value in detail.items()
        if key != "rows" and (digests or not key.endswith("digest"))
    ]


def vouched(detail: Any) -> list[tuple[str, str]]:
    """Return the rows that a detail vouches for, as names (``review 12``) and digests."""
    rows = detail.get("rows") if isinstance(detail, dict) else None
    found = rows.items() if isinstance(rows, dict) else ()
    return [(name.replace(":", " "), str(digest)) for name, digest in found]


def listed(value: Any) -> list[str]:
    """Return findings or answers of a decision, whatever their shape, one sentence each."""
    if isinstance(value, dict):
        return [f"{key}: {worded(one)}" for key, one in value.items()]
    return [_finding(one) for one in value] if isinstance(value, list) else []


def _finding(value: Any) -> str:
    """Return a finding as it was said: how grave, what, and by which rule."""
    if not isinstance(value, dict) or "message" not in value:
        return worded(value)
    return f"{value.get('level', '')}: {value['message']} [{value.get('rule', '')}]"


def worded(value: Any) -> str:
    """Return a JSON value in words: lists with commas, objects as ``key: value``, nothing as a dash."""
    if value is True or value is False:
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {worded(one)}" for key, one in value.items()) or "–"
    if isinstance(value, list):
        return ", ".join(map(worded, value)) or "–"
    return "–" if value is None or value == "" else str(value)


def sentence(action: str) -> str:
    """Return what somebody did, in words."""
    told = ACTIONS.get(action)
    return told.sentence if told else action.replace("_", " ")


def label(key: str) -> str:
    """Return how the desk calls a key of a detail."""
    return LABELS.get(key, key.replace("_", " "))
