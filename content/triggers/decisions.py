"""Decisions: by whom they may be taken, of exactly what, and after what was heard."""

from __future__ import annotations

from content.triggers.rules import Consequence, Refusal, kept

REVIEWER_IS_AN_EDITOR = """EXISTS (
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

REVIEWER_CHANGED_A_PRONUNCIATION = """EXISTS (
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
_NEEDS_ANOTHER_SIGN_OFF = """EXISTS (
    SELECT 1 FROM content_revision n JOIN content_article p ON p.id = n.article_id
    JOIN content_topic t ON t.id = p.topic_id
    WHERE n.id = NEW.revision_id AND t.second_signoff
    AND NOT EXISTS (
        SELECT 1 FROM content_review s WHERE s.rendition_id = NEW.rendition_id
        AND s.decision = 'endorse' AND s.reviewer_id <> NEW.reviewer_id
        AND s.text_digest = NEW.text_digest AND s.speech_digest = NEW.speech_digest))"""
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
_OPEN_COMMENT = """EXISTS (
    SELECT 1 FROM content_revision n
    JOIN content_revision r ON r.article_id = n.article_id AND r.number <= n.number
    JOIN content_comment c ON c.revision_id = r.id AND c.parent_id IS NULL
    WHERE n.id = NEW.revision_id AND NOT COALESCE((
        SELECT d.resolved FROM content_commentresolution d
        WHERE d.comment_id = c.id ORDER BY d.id DESC LIMIT 1), false))"""

TRIGGERS: list[Refusal | Consequence] = [
    *kept(
        "content_review",
        "a decision",
        "o.rendition_id = NEW.rendition_id AND o.decision = 'approve' AND NEW.decision = 'approve'",
        "o.rendition_id = NEW.rendition_id AND o.reviewer_id = NEW.reviewer_id "
        "AND o.decision = 'endorse' AND NEW.decision = 'endorse'",
    ),
    Refusal(
        "hearing_of_a_clip_of_its_rendition",
        "content_hearing",
        "INSERT",
        "what was heard is a clip of what is reviewed",
        "NOT EXISTS (SELECT 1 FROM content_renditionclip u JOIN content_clip c ON c.id = u.clip_id "
        "WHERE u.rendition_id = NEW.rendition_id AND c.digest = NEW.digest)",
    ),
    *kept("content_hearing", "what somebody heard"),
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
        f"NEW.decision IN ('approve', 'confirm', 'endorse') AND {REVIEWER_IS_AN_EDITOR}",
    ),
    Refusal(
        "review_four_voices",
        "content_review",
        "INSERT",
        "nobody approves how a word is said that they changed",
        f"NEW.decision IN ('approve', 'confirm', 'endorse') AND {REVIEWER_CHANGED_A_PRONUNCIATION}",
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
    Refusal(
        "review_confirms_what_is_public",
        "content_review",
        "INSERT",
        "still correct is only said of what is public by approval, or left the kiosk by itself",
        f"NEW.decision = 'confirm' AND NOT {_IS_OR_WAS_PUBLIC}",
    ),
]
