"""The public pointer: what may be public, from when until when, and what takes it away."""

from __future__ import annotations

from content.triggers.decisions import REVIEWER_CHANGED_A_PRONUNCIATION, REVIEWER_IS_AN_EDITOR
from content.triggers.rules import Consequence, Refusal, kept, not_replaced

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


TRIGGERS: list[Refusal | Consequence] = [
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
    not_replaced("content_suspension", "a suspension"),
    *kept(
        "content_suspendedtext",
        "what was taken off",
        "o.suspension_id = NEW.suspension_id AND o.article_id = NEW.article_id",
    ),
    # Time: when an assent takes effect, and when it is over.
    Refusal(
        "earlyrelease_four_eyes",
        "content_earlyrelease",
        "INSERT",
        "nobody lets out early what they could not approve",
        f"{_with(REVIEWER_IS_AN_EDITOR, _OF_THE_RELEASED)} "
        f"OR {_with(REVIEWER_CHANGED_A_PRONUNCIATION, _OF_THE_RELEASED)}",
    ),
    *kept(
        "content_earlyrelease", "that something was let out early", "o.review_id = NEW.review_id"
    ),
    *kept("content_earlierexpiry", "that a last day was brought nearer"),
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
    *kept("content_departure", "that something left the kiosk", "o.review_id = NEW.review_id"),
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
    *kept("content_publicmove", "what was public when"),
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
