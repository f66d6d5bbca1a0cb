"""Comments: on what was submitted, appended, and none open where something is approved."""

from __future__ import annotations

from content.triggers.rules import Consequence, Refusal, kept

TRIGGERS: list[Refusal | Consequence] = [
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
    *kept("content_comment", "a comment"),
    *kept("content_commentresolution", "that a comment was resolved or reopened"),
]
