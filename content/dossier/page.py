"""The page of a dossier that people read: one file, no script, its sounds beside it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string
from django.utils import timezone

from content.audit import actions
from content.models import ReturnReason, WithdrawReason

if TYPE_CHECKING:
    from content.dossier.collect import Collected

REASONS: dict[str, str] = {
    str(value): str(label) for value, label in (*ReturnReason.choices, *WithdrawReason.choices)
}


def index_page(collected: Collected, *, audio: bool, lost: set[str]) -> str:
    """Return ``index.html``."""
    heard: list[dict[str, Any]] = []
    public = {move.rendition_id for move in collected.moves}
    for rendition in collected.renditions:
        whole = type(rendition).objects.get(pk=rendition.pk) if rendition.pk in public else None
        heard.append(
            {
                "rendition": rendition,
                "public": whole is not None,
                "sentences": collected.sentences(whole) if whole is not None else [],
            }
        )
    context = {
        "collected": collected,
        "article": collected.article,
        "title": collected.revisions[-1].title if collected.revisions else "",
        "texts": list(zip(collected.submitted, collected.texts, strict=True)),
        "renditions": heard,
        "decisions": [
            (
                decision,
                REASONS.get(decision.reason, ""),
                actions.listed(decision.findings),
                actions.listed(decision.answers),
            )
            for decision in collected.decisions
        ],
        "events": [
            (event, actions.sentence(event.action), actions.facts(event.detail))
            for event in collected.events
        ],
        "audio": audio,
        "lost": lost,
    }
    # The same bytes wherever it is made.
    with timezone.override(UTC):
        return render_to_string("admin/content/dossier.html", context)
