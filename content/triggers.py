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
    """Run ``statement`` after ``event`` on ``table``."""

    name: str
    table: str
    event: str
    statement: str

    def sqlite(self) -> str:
        """Return the trigger in SQLite's words."""
        return (
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} FOR EACH ROW "
            f"BEGIN {self.statement}; END"
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
    "OR NEW.note <> OLD.note OR NEW.text_digest <> OLD.text_digest "
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
_MAY_BE_PUBLIC = """(
    EXISTS (
        SELECT 1 FROM content_rendition x JOIN content_revision n ON n.id = x.revision_id
        WHERE x.id = NEW.public_rendition_id AND n.article_id = NEW.id)
    AND NOT EXISTS (
        SELECT 1 FROM content_review w JOIN content_rendition x ON x.revision_id = w.revision_id
        WHERE x.id = NEW.public_rendition_id AND w.decision = 'withdraw')
    AND (
        EXISTS (
            SELECT 1 FROM content_review a
            WHERE a.rendition_id = NEW.public_rendition_id AND a.decision = 'approve')
        OR (NEW.sample AND EXISTS (SELECT 1 FROM content_installation i WHERE i.demonstration)
            AND EXISTS (
                SELECT 1 FROM content_rendition x JOIN content_revision n ON n.id = x.revision_id
                WHERE x.id = NEW.public_rendition_id AND n.number = 1 AND n.version = 1
                AND n.state = 'in_review'))))"""
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
    *_kept(
        "content_review",
        "a decision",
        "o.rendition_id = NEW.rendition_id AND o.decision = 'approve' AND NEW.decision = 'approve'",
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
        "hearing_of_a_clip_of_its_rendition",
        "content_hearing",
        "INSERT",
        "what was heard is a clip of what is reviewed",
        "NOT EXISTS (SELECT 1 FROM content_renditionclip u JOIN content_clip c ON c.id = u.clip_id "
        "WHERE u.rendition_id = NEW.rendition_id AND c.digest = NEW.digest)",
    ),
    *_kept("content_hearing", "what somebody heard"),
    *_kept("content_syncmeasurement", "a measurement"),
    # Four eyes, over all editors since the last approval.
    Refusal(
        "review_four_eyes",
        "content_review",
        "INSERT",
        "nobody approves what they edited since the last approval",
        f"NEW.decision = 'approve' AND {_REVIEWER_IS_AN_EDITOR}",
    ),
    Refusal(
        "review_four_voices",
        "content_review",
        "INSERT",
        "nobody approves how a word is said that they changed",
        f"NEW.decision = 'approve' AND {_REVIEWER_CHANGED_A_PRONUNCIATION}",
    ),
    Refusal(
        "review_of_what_waits",
        "content_review",
        "INSERT",
        "an approval is of the newest rendition of a revision in review, with its digests",
        f"NEW.decision = 'approve' AND NOT {_WAITS_FOR_REVIEW}",
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
        "only what was approved, and not withdrawn since, may be public",
        "NEW.public_rendition_id IS NOT NULL AND (OLD.public_rendition_id IS NULL "
        f"OR NEW.public_rendition_id <> OLD.public_rendition_id) AND NOT {_MAY_BE_PUBLIC}",
    ),
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
