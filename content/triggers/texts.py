"""Texts and what is made of them: words that freeze, editors that stay, voices that never change."""

from __future__ import annotations

from content.triggers.rules import Consequence, Refusal, kept, not_replaced

_WORDS_DIFFER = (
    "(NEW.title <> OLD.title OR NEW.body <> OLD.body OR NEW.notices <> OLD.notices "
    "OR NEW.note <> OLD.note OR NEW.urgent_because <> OLD.urgent_because "
    "OR NEW.text_digest <> OLD.text_digest "
    "OR NEW.version <> OLD.version OR NEW.edited_by_id <> OLD.edited_by_id)"
)
_MOVES = " OR ".join(
    f"(OLD.state = '{old}' AND NEW.state = '{new}')"
    for old, new in (
        ("draft", "voicing"),
        ("voicing", "in_review"),
        ("voicing", "returned"),
        ("in_review", "approved"),
        ("in_review", "returned"),
    )
)
_CREDIT_THE_EDITOR = (
    "INSERT INTO content_revisioneditor (revision_id, user_id) "
    "VALUES (NEW.id, NEW.edited_by_id) ON CONFLICT DO NOTHING"
)
_IDENTITY_DIFFERS = (
    "NEW.slug <> OLD.slug OR NEW.language <> OLD.language OR NEW.kind <> OLD.kind "
    "OR NEW.key <> OLD.key OR NEW.sample <> OLD.sample"
)

TRIGGERS: list[Refusal | Consequence] = [
    # A revision: born a draft, frozen when it leaves, moved along the known ways, never deleted.
    Refusal(
        "revision_born_a_draft",
        "content_revision",
        "INSERT",
        "a revision begins as a draft",
        "NEW.state <> 'draft'",
    ),
    Refusal(
        "revision_frozen",
        "content_revision",
        "UPDATE",
        "the words of a revision are frozen once it is submitted",
        f"OLD.state <> 'draft' AND {_WORDS_DIFFER}",
    ),
    Refusal(
        "revision_identity",
        "content_revision",
        "UPDATE",
        "a revision keeps its article and number",
        "NEW.article_id <> OLD.article_id OR NEW.number <> OLD.number",
    ),
    Refusal(
        "revision_moves",
        "content_revision",
        "UPDATE",
        "a revision cannot go from that state to this one",
        f"NEW.state <> OLD.state AND NOT ({_MOVES})",
    ),
    Refusal(
        "revision_approved_by_a_review",
        "content_revision",
        "UPDATE",
        "only a recorded approval makes a revision approved",
        "NEW.state = 'approved' AND OLD.state <> 'approved' AND NOT EXISTS ("
        "SELECT 1 FROM content_review r WHERE r.revision_id = NEW.id AND r.decision = 'approve')",
    ),
    Refusal("revision_not_deleted", "content_revision", "DELETE", "a revision is never deleted"),
    not_replaced(
        "content_revision",
        "a revision",
        "o.article_id = NEW.article_id AND o.number = NEW.number",
        "o.article_id = NEW.article_id AND o.state IN ('draft', 'voicing', 'in_review')",
    ),
    # Its editors are written by the database, whoever changes the words and however.
    Consequence("revision_credits_its_writer", "content_revision", "INSERT", _CREDIT_THE_EDITOR),
    Consequence("revision_credits_its_editor", "content_revision", "UPDATE", _CREDIT_THE_EDITOR),
    *kept("content_revisioneditor", "who edited a revision"),
    # What was voiced, approved and logged stays as it was.
    Refusal(
        "rendition_of_its_revision",
        "content_rendition",
        "INSERT",
        "a rendition is of the very text that was submitted",
        "NOT EXISTS (SELECT 1 FROM content_revision n WHERE n.id = NEW.revision_id "
        "AND n.text_digest = NEW.text_digest AND n.state <> 'draft')",
    ),
    *kept(
        "content_rendition",
        "a rendition",
        "o.revision_id = NEW.revision_id AND o.number = NEW.number",
    ),
    *kept("content_renditionclip", "what a rendition is made of"),
    *kept(
        "content_renditionpronunciation",
        "which pronunciations a rendition rests on",
        "o.rendition_id = NEW.rendition_id AND o.change_id = NEW.change_id",
    ),
    *kept("content_lexiconchange", "a change of the lexicon"),
    *kept("content_clip", "a clip", "o.key = NEW.key"),
    # A text names a picture by the beginning of its digest: it can mean one only, for ever.
    *kept(
        "content_storedimage",
        "a picture",
        "substr(o.digest, 1, 16) = substr(NEW.digest, 1, 16)",
    ),
    *kept("content_renditionimage", "which pictures a rendition shows"),
    *kept("content_syncmeasurement", "a measurement"),
    # What a translation was written from.
    Refusal(
        "revision_of_its_source",
        "content_revision",
        "INSERT",
        "a translation is written from a revision of the article that it translates",
        "NEW.source_revision_id IS NOT NULL AND NOT EXISTS ("
        "SELECT 1 FROM content_article t JOIN content_revision s ON s.article_id = t.translation_of_id "
        "WHERE t.id = NEW.article_id AND s.id = NEW.source_revision_id)",
    ),
    Refusal(
        "revision_keeps_its_source",
        "content_revision",
        "UPDATE",
        "a revision keeps what it was written from",
        "COALESCE(NEW.source_revision_id, 0) <> COALESCE(OLD.source_revision_id, 0)",
    ),
    Refusal(
        "article_keeps_what_it_translates",
        "content_article",
        "UPDATE",
        "a translation keeps what it translates",
        "OLD.translation_of_id IS NOT NULL "
        "AND COALESCE(NEW.translation_of_id, 0) <> OLD.translation_of_id",
    ),
    Refusal(
        "article_identity",
        "content_article",
        "UPDATE",
        "an article keeps its address, language, kind, key and whether it is the sample",
        _IDENTITY_DIFFERS,
    ),
]
