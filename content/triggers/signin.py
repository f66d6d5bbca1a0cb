"""Keys that open the desk: they only ever get weaker."""

from __future__ import annotations

from content.triggers.rules import Consequence, Refusal

TRIGGERS: list[Refusal | Consequence] = [
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
]
