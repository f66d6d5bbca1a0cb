"""The rules that the database itself keeps, whoever asks it and however.

Each rule is data: a table, the events it watches, and a condition over ``OLD`` and ``NEW`` under
which the statement is refused. The conditions keep to SQL that PostgreSQL reads too; only
:func:`install` knows how a certain database writes a trigger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connections, transaction
from django.db.utils import NotSupportedError

from content.audit import chain, rows

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Refusal:
    """Refuse ``event`` on ``table`` while ``condition`` holds (always, where it is empty)."""

    name: str
    table: str
    event: str
    message: str
    condition: str = ""

    def sqlite(self) -> str:
        """Return the trigger in SQLite's words."""
        when = f"WHEN {self.condition}" if self.condition else ""
        message = self.message.replace("'", "''")
        return (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW {when} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


@dataclass(frozen=True, slots=True)
class Consequence:
    """Run ``statement`` after ``event`` on ``table`` while ``condition`` holds (always, if empty)."""

    name: str
    table: str
    event: str
    statement: str
    condition: str = ""

    def sqlite(self) -> str:
        """Return the trigger in SQLite's words, the time written as Django writes it."""
        when = f"WHEN {self.condition} " if self.condition else ""
        now = "strftime('%Y-%m-%d %H:%M:%f', 'now') || '000'"
        return (
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} FOR EACH ROW {when}"
            f"BEGIN {self.statement.replace('CURRENT_TIMESTAMP(3)', now)}; END"
        )


def _kept(table: str, what: str, *uniques: str) -> list[Refusal]:
    """Return the rules of a table whose rows are appended and never changed.

    ``uniques`` are conditions over ``o`` (a row that is there) and ``NEW`` under which the two
    cannot both be.
    """
    return [
        Refusal(f"{table}_not_changed", table, "UPDATE", f"{what} is never changed"),
        Refusal(f"{table}_not_deleted", table, "DELETE", f"{what} is never deleted"),
        _not_replaced(table, what, *uniques),
    ]


def _not_replaced(table: str, what: str, *uniques: str) -> Refusal:
    """Refuse a row that would take the place of another.

    SQLite's ``INSERT OR REPLACE`` removes the other without asking the triggers for ``DELETE``
    (https://www.sqlite.org/lang_conflict.html, 2026-11-25).
    """
    same = " OR ".join(("o.id = NEW.id", *(f"({unique})" for unique in uniques)))
    return Refusal(
        f"{table}_not_replaced",
        table,
        "INSERT",
        f"{what} is never replaced",
        f"EXISTS (SELECT 1 FROM {table} o WHERE {same})",  # noqa: S608 - our own words only
    )


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
_REVIEWER_IS_AN_EDITOR = """EXISTS (
    SELECT 1 FROM content_revision n
    JOIN content_revision r ON r.article_id = n.article_id AND r.number <= n.number
    JOIN content_revisioneditor e ON e.revision_id = r.id
    WHERE n.id = NEW.revision_id AND e.user_id = NEW.reviewer_id
    AND r.number > COALESCE((
        SELECT MAX(a.number) FROM content_revision a
        WHERE a.article_id = n.article_id AND a.number < n.number AND a.state = 'approved'
        AND NOT EXISTS (
            SELECT 1 FROM content_review w
            WHERE w.revision_id = a.id AND w.decision = 'withdraw')), 0))"""
_REVIEWER_CHANGED_A_PRONUNCIATION = """EXISTS (
    SELECT 1 FROM content_renditionpronunciation p
    JOIN content_lexiconchange c ON c.id = p.change_id
    WHERE p.rendition_id = NEW.rendition_id AND c.changed_by_id = NEW.reviewer_id
    AND NOT EXISTS (
        SELECT 1 FROM content_renditionpronunciation q
        JOIN content_rendition x ON x.id = q.rendition_id
        JOIN content_revision n ON n.id = x.revision_id
        JOIN content_revision m ON m.article_id = n.article_id
        JOIN content_review a ON a.rendition_id = x.id AND a.decision = 'approve'
        WHERE q.change_id = p.change_id AND m.id = NEW.revision_id
        AND NOT EXISTS (
            SELECT 1 FROM content_review b
            WHERE b.rendition_id = NEW.rendition_id AND b.decision = 'approve' AND b.id <= a.id)
        AND NOT EXISTS (
            SELECT 1 FROM content_review w
            WHERE w.revision_id = n.id AND w.decision = 'withdraw')))"""
_WAITS_FOR_REVIEW = """EXISTS (
    SELECT 1 FROM content_revision n JOIN content_rendition x ON x.revision_id = n.id
    WHERE n.id = NEW.revision_id AND x.id = NEW.rendition_id
    AND (n.state = 'in_review' OR (n.state = 'approved' AND EXISTS (
        SELECT 1 FROM content_article p JOIN content_rendition y ON y.id = p.public_rendition_id
        WHERE p.id = n.article_id AND y.revision_id = n.id)))
    AND NOT EXISTS (
        SELECT 1 FROM content_review b WHERE b.rendition_id = x.id AND b.decision = 'return')
    AND n.text_digest = NEW.text_digest AND x.text_digest = NEW.text_digest
    AND x.speech_digest = NEW.speech_digest
    AND x.number = (SELECT MAX(y.number) FROM content_rendition y WHERE y.revision_id = n.id))"""
_ITS_TIME_HAS_COME = """(a.publish_at IS NULL OR a.publish_at <= CURRENT_TIMESTAMP
            OR EXISTS (SELECT 1 FROM content_earlyrelease e WHERE e.review_id = a.id))"""
_ITS_TIME_IS_NOT_OVER = """(a.expires_on IS NULL OR a.expires_on > CURRENT_DATE)
            AND NOT EXISTS (
                SELECT 1 FROM content_earlierexpiry e
                WHERE e.review_id = a.id AND e.expires_on <= CURRENT_DATE)
            AND NOT EXISTS (SELECT 1 FROM content_departure d WHERE d.review_id = a.id)"""
_MAY_BE_PUBLIC = f"""(
    EXISTS (
        SELECT 1 FROM content_rendition x JOIN content_revision n ON n.id = x.revision_id
        WHERE x.id = NEW.public_rendition_id AND n.article_id = NEW.id)
    AND NOT EXISTS (
        SELECT 1 FROM content_review w JOIN content_rendition x ON x.revision_id = w.revision_id
        WHERE x.id = NEW.public_rendition_id AND w.decision = 'withdraw')
    AND (
        EXISTS (
            SELECT 1 FROM content_review a
            WHERE a.id = (
                SELECT MAX(b.id) FROM content_review b
                WHERE b.rendition_id = NEW.public_rendition_id
                AND b.decision IN ('approve', 'confirm'))
            AND {_ITS_TIME_HAS_COME}
            AND {_ITS_TIME_IS_NOT_OVER}
            AND NOT EXISTS (
                SELECT 1 FROM content_review b JOIN content_revision m ON m.id = b.revision_id
                WHERE m.article_id = NEW.id AND b.id > a.id
                AND (b.decision IN ('approve', 'withdraw')
                    OR (b.decision = 'return' AND b.rendition_id = a.rendition_id))))
        OR (NEW.sample AND EXISTS (SELECT 1 FROM content_installation i WHERE i.demonstration)
            AND EXISTS (
                SELECT 1 FROM content_rendition x JOIN content_revision n ON n.id = x.revision_id
                WHERE x.id = NEW.public_rendition_id AND n.number = 1 AND n.version = 1
                AND n.state = 'in_review'))))"""  # noqa: S608 - our own words only
_NEEDS_ANOTHER_SIGN_OFF = """EXISTS (
    SELECT 1 FROM content_revision n JOIN content_article p ON p.id = n.article_id
    JOIN content_topic t ON t.id = p.topic_id
    WHERE n.id = NEW.revision_id AND t.second_signoff
    AND NOT EXISTS (
        SELECT 1 FROM content_review s WHERE s.rendition_id = NEW.rendition_id
        AND s.decision = 'endorse' AND s.reviewer_id <> NEW.reviewer_id
        AND s.text_digest = NEW.text_digest AND s.speech_digest = NEW.speech_digest))"""
_ALL_IS_OFF = "EXISTS (SELECT 1 FROM content_suspension s WHERE s.ended_at IS NULL)"
_POINTER_MOVES = "COALESCE(NEW.public_rendition_id, 0) <> COALESCE(OLD.public_rendition_id, 0)"
_KEEP_THE_MOVE = (
    "INSERT INTO content_publicmove (article_id, rendition_id, at) "
    "VALUES (NEW.id, NEW.public_rendition_id, CURRENT_TIMESTAMP(3))"
)
_IS_NO_MOVE = """(
    NOT EXISTS (
        SELECT 1 FROM content_article a WHERE a.id = NEW.article_id
        AND COALESCE(a.public_rendition_id, 0) = COALESCE(NEW.rendition_id, 0))
    OR COALESCE((
        SELECT m.rendition_id FROM content_publicmove m WHERE m.article_id = NEW.article_id
        ORDER BY m.id DESC LIMIT 1), 0) = COALESCE(NEW.rendition_id, 0))"""
_LAST_EVENT = "COALESCE((SELECT MAX(o.id) FROM content_auditevent o), 0)"
_DOES_NOT_FOLLOW = f"""(
    NEW.id <> {_LAST_EVENT} + 1 OR LENGTH(NEW.digest) <> 64
    OR NEW.previous <> COALESCE(
        (SELECT o.digest FROM content_auditevent o ORDER BY o.id DESC LIMIT 1),
        '{chain.GENESIS}'))"""  # noqa: S608 - our own words only


def _vouched_for(kind: rows.Kind) -> Consequence:
    """Note a row that is final now, so that the next audit event carries its digest."""
    return Consequence(
        f"{kind.table}_is_audited",
        kind.table,
        kind.event,
        "INSERT INTO content_auditedrow (kind, row_id, after_event) "  # noqa: S608 - our own words only
        f"VALUES ('{kind.name}', NEW.id, {_LAST_EVENT})",
        kind.condition,
    )


_IS_OR_WAS_PUBLIC = """EXISTS (
    SELECT 1 FROM content_review a
    JOIN content_rendition x ON x.id = a.rendition_id
    JOIN content_revision n ON n.id = x.revision_id
    JOIN content_article p ON p.id = n.article_id
    WHERE x.id = NEW.rendition_id AND n.id = NEW.revision_id
    AND x.text_digest = NEW.text_digest AND x.speech_digest = NEW.speech_digest
    AND a.id = (
        SELECT MAX(b.id) FROM content_review b
        WHERE b.rendition_id = x.id AND b.decision IN ('approve', 'confirm'))
    AND (p.public_rendition_id = x.id
        OR (p.public_rendition_id IS NULL
            AND EXISTS (SELECT 1 FROM content_departure d WHERE d.review_id = a.id)
            AND NOT EXISTS (
                SELECT 1 FROM content_review b JOIN content_revision m ON m.id = b.revision_id
                WHERE m.article_id = p.id AND b.id > a.id AND b.decision = 'approve'
                AND (b.publish_at IS NULL OR b.publish_at <= CURRENT_TIMESTAMP
                    OR EXISTS (SELECT 1 FROM content_earlyrelease e WHERE e.review_id = b.id)))))
    AND NOT EXISTS (
        SELECT 1 FROM content_review w
        WHERE w.revision_id = n.id AND w.decision = 'withdraw'))"""
_OF_THE_RELEASED = {
    "NEW.reviewer_id": "NEW.released_by_id",
    "NEW.revision_id": "(SELECT v.revision_id FROM content_review v WHERE v.id = NEW.review_id)",
    "NEW.rendition_id": "(SELECT v.rendition_id FROM content_review v WHERE v.id = NEW.review_id)",
}


def _with(condition: str, columns: dict[str, str]) -> str:
    """Return a condition over the columns of another table."""
    for column, other in columns.items():
        condition = condition.replace(column, other)
    return condition


_OPEN_COMMENT = """EXISTS (
    SELECT 1 FROM content_revision n
    JOIN content_revision r ON r.article_id = n.article_id AND r.number <= n.number
    JOIN content_comment c ON c.revision_id = r.id AND c.parent_id IS NULL
    WHERE n.id = NEW.revision_id AND NOT COALESCE((
        SELECT d.resolved FROM content_commentresolution d
        WHERE d.comment_id = c.id ORDER BY d.id DESC LIMIT 1), false))"""
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
    _not_replaced(
        "content_revision",
        "a revision",
        "o.article_id = NEW.article_id AND o.number = NEW.number",
        "o.article_id = NEW.article_id AND o.state IN ('draft', 'voicing', 'in_review')",
    ),
    # Its editors are written by the database, whoever changes the words and however.
    Consequence("revision_credits_its_writer", "content_revision", "INSERT", _CREDIT_THE_EDITOR),
    Consequence("revision_credits_its_editor", "content_revision", "UPDATE", _CREDIT_THE_EDITOR),
    *_kept("content_revisioneditor", "who edited a revision"),
    # What was voiced, approved and logged stays as it was.
    Refusal(
        "rendition_of_its_revision",
        "content_rendition",
        "INSERT",
        "a rendition is of the very text that was submitted",
        "NOT EXISTS (SELECT 1 FROM content_revision n WHERE n.id = NEW.revision_id "
        "AND n.text_digest = NEW.text_digest AND n.state <> 'draft')",
    ),
    *_kept(
        "content_rendition",
        "a rendition",
        "o.revision_id = NEW.revision_id AND o.number = NEW.number",
    ),
    *_kept("content_renditionclip", "what a rendition is made of"),
    *_kept(
        "content_renditionpronunciation",
        "which pronunciations a rendition rests on",
        "o.rendition_id = NEW.rendition_id AND o.change_id = NEW.change_id",
    ),
    *_kept("content_lexiconchange", "a change of the lexicon"),
    *_kept("content_clip", "a clip", "o.key = NEW.key"),
    # A text names a picture by the beginning of its digest: it can mean one only, for ever.
    *_kept(
        "content_storedimage",
        "a picture",
        "substr(o.digest, 1, 16) = substr(NEW.digest, 1, 16)",
    ),
    *_kept("content_renditionimage", "which pictures a rendition shows"),
    *_kept(
        "content_review",
        "a decision",
        "o.rendition_id = NEW.rendition_id AND o.decision = 'approve' AND NEW.decision = 'approve'",
        "o.rendition_id = NEW.rendition_id AND o.reviewer_id = NEW.reviewer_id "
        "AND o.decision = 'endorse' AND NEW.decision = 'endorse'",
    ),
    *_kept("content_auditevent", "the audit trail"),
    # Keys that open the desk only ever get weaker.
    Refusal(
        "token_gets_no_stronger",
        "content_apitoken",
        "UPDATE",
        "a token keeps its owner and role, and its life is never longer",
        "NEW.user_id <> OLD.user_id OR NEW.role <> OLD.role OR NEW.digest <> OLD.digest "
        "OR NEW.expires_at > OLD.expires_at "
        "OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL)",
    ),
    Refusal(
        "recovery_code_used_once",
        "content_recoverycode",
        "UPDATE",
        "a recovery code is used once",
        "OLD.used_at IS NOT NULL OR NEW.user_id <> OLD.user_id OR NEW.digest <> OLD.digest",
    ),
    Refusal(
        "content_auditevent_follows",
        "content_auditevent",
        "INSERT",
        "an event of the audit trail follows the newest one",
        _DOES_NOT_FOLLOW,
    ),
    *_kept(
        "content_auditedrow",
        "what the audit trail vouches for",
        "o.kind = NEW.kind AND o.row_id = NEW.row_id",
    ),
    Refusal(
        "content_auditedrow_of_the_next_event",
        "content_auditedrow",
        "INSERT",
        "the next event of the audit trail vouches for a row",
        f"NEW.after_event <> {_LAST_EVENT}",
    ),
    *(_vouched_for(kind) for kind in rows.KINDS.values()),
    Refusal(
        "hearing_of_a_clip_of_its_rendition",
        "content_hearing",
        "INSERT",
        "what was heard is a clip of what is reviewed",
        "NOT EXISTS (SELECT 1 FROM content_renditionclip u JOIN content_clip c ON c.id = u.clip_id "
        "WHERE u.rendition_id = NEW.rendition_id AND c.digest = NEW.digest)",
    ),
    *_kept("content_hearing", "what somebody heard"),
    *_kept("content_syncmeasurement", "a measurement"),
    # Comments: on what was submitted, each reply in its conversation, nothing approved over one.
    Refusal(
        "comment_on_what_was_submitted",
        "content_comment",
        "INSERT",
        "a comment is on a text that was submitted",
        "NOT EXISTS (SELECT 1 FROM content_revision n "
        "WHERE n.id = NEW.revision_id AND n.state <> 'draft')",
    ),
    Refusal(
        "comment_in_its_conversation",
        "content_comment",
        "INSERT",
        "a reply belongs to the comment that began a conversation, and to its sentence",
        "NEW.parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM content_comment p "
        "WHERE p.id = NEW.parent_id AND p.parent_id IS NULL AND p.revision_id = NEW.revision_id "
        "AND p.sentence = NEW.sentence AND p.sentence_text = NEW.sentence_text)",
    ),
    Refusal(
        "comment_resolution_of_a_conversation",
        "content_commentresolution",
        "INSERT",
        "only an open comment is resolved, and only a resolved one is reopened",
        "NOT EXISTS (SELECT 1 FROM content_comment c WHERE c.id = NEW.comment_id "
        "AND c.parent_id IS NULL AND COALESCE((SELECT d.resolved FROM content_commentresolution d "
        "WHERE d.comment_id = c.id ORDER BY d.id DESC LIMIT 1), false) <> NEW.resolved)",
    ),
    *_kept("content_comment", "a comment"),
    *_kept("content_commentresolution", "that a comment was resolved or reopened"),
    Refusal(
        "review_without_open_comments",
        "content_review",
        "INSERT",
        "nothing is approved while a comment on it is open",
        f"NEW.decision = 'approve' AND {_OPEN_COMMENT}",
    ),
    # Four eyes, over all editors since the last approval.
    Refusal(
        "review_four_eyes",
        "content_review",
        "INSERT",
        "nobody approves what they edited since the last approval",
        f"NEW.decision IN ('approve', 'confirm', 'endorse') AND {_REVIEWER_IS_AN_EDITOR}",
    ),
    Refusal(
        "review_four_voices",
        "content_review",
        "INSERT",
        "nobody approves how a word is said that they changed",
        f"NEW.decision IN ('approve', 'confirm', 'endorse') AND {_REVIEWER_CHANGED_A_PRONUNCIATION}",
    ),
    Refusal(
        "review_of_what_waits",
        "content_review",
        "INSERT",
        "an approval is of the newest rendition of a revision in review, with its digests",
        f"NEW.decision IN ('approve', 'endorse') AND NOT {_WAITS_FOR_REVIEW}",
    ),
    Refusal(
        "review_second_sign_off",
        "content_review",
        "INSERT",
        "an article of this topic is approved by a second person, after the first signed it off",
        f"NEW.decision = 'approve' AND {_NEEDS_ANOTHER_SIGN_OFF}",
    ),
    # While everything is off, nothing but a notice becomes public; another person ends it.
    Refusal(
        "article_public_while_all_is_off",
        "content_article",
        "UPDATE",
        "everything was taken off the kiosks",
        "NEW.public_rendition_id IS NOT NULL AND (OLD.public_rendition_id IS NULL "
        "OR NEW.public_rendition_id <> OLD.public_rendition_id) "
        f"AND NEW.kind IN ('article', 'term') AND {_ALL_IS_OFF}",
    ),
    Refusal(
        "suspension_one_at_a_time",
        "content_suspension",
        "INSERT",
        "a suspension begins open, and there is one at a time",
        f"NEW.ended_at IS NOT NULL OR {_ALL_IS_OFF}",
    ),
    Refusal(
        "suspension_ends_once",
        "content_suspension",
        "UPDATE",
        "a suspension changes once, when somebody else ends it",
        "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by_id = OLD.begun_by_id "
        "OR NEW.begun_by_id <> OLD.begun_by_id OR NEW.begun_at <> OLD.begun_at "
        "OR NEW.reason <> OLD.reason OR NEW.comment <> OLD.comment",
    ),
    Refusal(
        "suspension_not_deleted", "content_suspension", "DELETE", "a suspension is never deleted"
    ),
    _not_replaced("content_suspension", "a suspension"),
    *_kept(
        "content_suspendedtext",
        "what was taken off",
        "o.suspension_id = NEW.suspension_id AND o.article_id = NEW.article_id",
    ),
    Refusal(
        "review_confirms_what_is_public",
        "content_review",
        "INSERT",
        "still correct is only said of what is public by approval, or left the kiosk by itself",
        f"NEW.decision = 'confirm' AND NOT {_IS_OR_WAS_PUBLIC}",
    ),
    # Time: when an assent takes effect, and when it is over.
    Refusal(
        "earlyrelease_four_eyes",
        "content_earlyrelease",
        "INSERT",
        "nobody lets out early what they could not approve",
        f"{_with(_REVIEWER_IS_AN_EDITOR, _OF_THE_RELEASED)} "
        f"OR {_with(_REVIEWER_CHANGED_A_PRONUNCIATION, _OF_THE_RELEASED)}",
    ),
    *_kept(
        "content_earlyrelease", "that something was let out early", "o.review_id = NEW.review_id"
    ),
    *_kept("content_earlierexpiry", "that a last day was brought nearer"),
    Refusal(
        "departure_after_an_assent",
        "content_departure",
        "INSERT",
        "what leaves the kiosk by itself is public by an assent",
        "NOT EXISTS (SELECT 1 FROM content_review a "
        "JOIN content_revision n ON n.id = a.revision_id "
        "JOIN content_article p ON p.id = n.article_id "
        "AND p.public_rendition_id = NEW.rendition_id "
        "WHERE a.id = NEW.review_id AND a.rendition_id = NEW.rendition_id "
        "AND n.article_id = NEW.article_id AND a.decision IN ('approve', 'confirm'))",
    ),
    *_kept("content_departure", "that something left the kiosk", "o.review_id = NEW.review_id"),
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
    # The public pointer.
    Refusal(
        "article_born_private",
        "content_article",
        "INSERT",
        "a new article is not public",
        "NEW.public_rendition_id IS NOT NULL",
    ),
    Refusal(
        "article_public_by_approval",
        "content_article",
        "UPDATE",
        "only what was approved, in its time, and not withdrawn since, may be public",
        "NEW.public_rendition_id IS NOT NULL AND (OLD.public_rendition_id IS NULL "
        f"OR NEW.public_rendition_id <> OLD.public_rendition_id) AND NOT {_MAY_BE_PUBLIC}",
    ),
    Consequence(
        "article_public_move_is_kept",
        "content_article",
        "UPDATE",
        _KEEP_THE_MOVE,
        _POINTER_MOVES,
    ),
    Refusal(
        "content_publicmove_is_a_move",
        "content_publicmove",
        "INSERT",
        "a move is kept by the database when the public pointer moves",
        _IS_NO_MOVE,
    ),
    *_kept("content_publicmove", "what was public when"),
    Refusal(
        "article_identity",
        "content_article",
        "UPDATE",
        "an article keeps its address, language, kind, key and whether it is the sample",
        _IDENTITY_DIFFERS,
    ),
    Refusal(
        "article_closing_advice_stays",
        "content_article",
        "UPDATE",
        "the closing advice stays while an article of its language is public",
        "OLD.kind = 'closing' AND OLD.public_rendition_id IS NOT NULL "
        "AND NEW.public_rendition_id IS NULL AND EXISTS (SELECT 1 FROM content_article a "
        "WHERE a.kind = 'article' AND a.language = OLD.language "
        "AND a.public_rendition_id IS NOT NULL)",
    ),
]


def install(connection: BaseDatabaseWrapper) -> None:
    """Make the database keep exactly these rules, replacing older wordings of them.

    Raises :class:`NotSupportedError` on a database they are not written for.
    """
    if connection.vendor != "sqlite":
        raise NotSupportedError(
            f"Plainvoice's rules are not yet written for {connection.vendor}: use SQLite"
        )
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for trigger in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}")
            cursor.execute(trigger.sqlite())


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the rules off: only for a migration that rebuilds tables, which drops them silently."""
    with connection.cursor() as cursor:
        for trigger in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of the rules that the database does not keep, in order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = dict(cursor.fetchall())
    return [trigger.name for trigger in TRIGGERS if kept.get(trigger.name) != trigger.sqlite()]


def before_migrating(using: str, plan: list[Any], **_: Any) -> None:
    """Take the rules off before tables are rebuilt; :func:`after_migrating` puts them back."""
    if plan:
        remove(connections[using])


def after_migrating(using: str, **_: Any) -> None:
    """Install the rules after every migration, so that they are always those of this software."""
    connection = connections[using]
    if "content_article" in connection.introspection.table_names():
        install(connection)
