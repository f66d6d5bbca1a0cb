"""The facts at an article's foot: who reviewed it, and until when that holds."""

from __future__ import annotations

from typing import Any

from kiosk.prompts.catalogue import day, joined, profession, reviewer, words

_UNNAMED = "Reviewer"
"""What content calls a reviewer who gave no profession."""


def facts_of(page: dict[str, Any]) -> list[str]:
    """Return the sentences at the foot of an article's page, in its language.

    None for a draft, whose text may still change.
    """
    language = page["language"]
    if not page.get("text_digest"):
        return []
    if not page["reviewed_on"]:
        return [words(language, "sample-not-reviewed" if page["sample"] else "not-reviewed")]
    people = []
    for one in page["reviewed_by"]:
        role = profession(language, one["role"]) if one["role"] != _UNNAMED else ""
        known = ", ".join(part for part in (one["name"], role) if part)
        people.append(known or reviewer(language))
    found = [
        words(
            language,
            "reviewed",
            who=joined(language, people),
            day=day(language, page["reviewed_on"]),
        )
    ]
    if page["review_due"]:
        found.append(words(language, "review-due", day=day(language, page["review_due"])))
    return found
