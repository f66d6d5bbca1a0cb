"""The one table of who may do what: the tests hold the product to it, and docs/review.md prints it.

``python -m tests.rights`` writes it into docs/review.md; a test says when that was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROLES = ("author", "reviewer", "lead", "operator", "auditor")
EVERYBODY = frozenset(ROLES)
WRITERS = frozenset({"author", "lead"})
DECIDERS = frozenset({"reviewer", "lead"})
SPEAKERS = frozenset({"author", "reviewer", "lead"})
LEADS = frozenset({"lead"})
SHELVERS = frozenset({"lead", "operator"})
OPERATORS = frozenset({"operator"})
NOBODY: frozenset[str] = frozenset()

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "review.md"
BEGIN, END = "<!-- rights: begin -->", "<!-- rights: end -->"


@dataclass(frozen=True, slots=True)
class Right:
    """Something staff do, and the roles that may. A superuser may all of it, within the same rules.

    ``action`` is the class of ``content.actions`` that does it, ``api`` the method and path below
    ``/api/v1/staff/``; either may be empty.
    """

    what: str
    allowed: frozenset[str]
    action: str = ""
    api: str = ""


RIGHTS = (
    Right("Read revisions, findings and what must be heard", EVERYBODY, api="GET revisions/"),
    Right("Read one revision", EVERYBODY, api="GET revisions/ID/"),
    Right("Hear what is not public", EVERYBODY, api="GET clips/DIGEST/"),
    Right("Begin an article", WRITERS, "CreateArticle", "POST articles/"),
    Right("Begin a revision", WRITERS, "StartRevision", "POST articles/SLUG/revisions/"),
    Right("Begin a translation", WRITERS, "StartTranslation", "POST articles/SLUG/translate/"),
    Right(
        "Move an article to another topic (a public one: lead, operator)",
        WRITERS | SHELVERS,
        "ShelveArticle",
    ),
    Right("Change a draft", WRITERS, "EditDraft"),
    Right("Add a picture to a draft", WRITERS, "AddImage"),
    Right("Submit for review", WRITERS, "SubmitRevision", "POST revisions/ID/submit/"),
    Right("Say how a word is said", SPEAKERS, "ChangePronunciation"),
    Right("Take a word back from the lexicon", SPEAKERS, "RetirePronunciation"),
    Right("Have it kept that a clip was heard", DECIDERS, "HearClip"),
    Right("Sign off, or approve", DECIDERS, "ApproveRevision", "POST revisions/ID/approve/"),
    Right("Return to the author", DECIDERS, "ReturnRevision", "POST revisions/ID/return/"),
    Right("Withdraw an article", DECIDERS, "WithdrawArticle", "POST articles/SLUG/withdraw/"),
    Right("Read an article with its times", EVERYBODY, api="GET articles/SLUG/"),
    Right(
        "Say that it is still correct", DECIDERS, "ConfirmArticle", "POST articles/SLUG/confirm/"
    ),
    Right(
        "Publish before its time",
        DECIDERS,
        "ReleaseSchedule",
        "POST articles/SLUG/schedule/publish/",
    ),
    Right(
        "Cancel a publication", DECIDERS, "CancelSchedule", "POST articles/SLUG/schedule/cancel/"
    ),
    Right("Bring its last day nearer", DECIDERS, "BringExpiryNearer", "POST articles/SLUG/expiry/"),
    Right("Claim what waits", DECIDERS, "ClaimRevision", "POST revisions/ID/claim/"),
    Right(
        "Release a claim (another's: lead)",
        DECIDERS,
        "ReleaseRevision",
        "POST revisions/ID/release/",
    ),
    Right("Read comments", EVERYBODY, api="GET revisions/ID/comments/"),
    Right("Comment", SPEAKERS, "CommentOnSentence", "POST revisions/ID/comments/"),
    Right("Answer a comment", SPEAKERS, "ReplyToComment", "POST comments/ID/replies/"),
    Right("Resolve a comment", SPEAKERS, "ResolveComment", "POST comments/ID/resolve/"),
    Right("Take a comment up again", SPEAKERS, "ReopenComment", "POST comments/ID/reopen/"),
    Right("See whether everything is off", EVERYBODY, api="GET suspension/"),
    Right("Take everything off the kiosks", LEADS, "SuspendEverything", "POST suspension/"),
    Right("Reset somebody's second factor (not one's own)", OPERATORS, "ResetSecondFactor"),
    Right("Let somebody sign in again", OPERATORS, "UnlockAccount"),
    Right("Revoke somebody's API token", OPERATORS, "RevokeToken"),
    Right(
        "Put everything back (not who took it off)",
        LEADS,
        "ResumeEverything",
        "POST suspension/end/",
    ),
)

BY_THE_SOFTWARE = frozenset(
    {
        "LeaveDemonstration",
        "LeaveKiosk",
        "PublishScheduled",
        "RevoiceRevision",
        "ShowSample",
        "VoiceRevision",
    }
)
"""Actions without an actor: nobody can ask for them."""
ONES_OWN = frozenset({"ConfirmSecondFactor", "MakeRecoveryCodes"})
"""What everybody who may sign in does to their own account, whatever their role."""


def table() -> Iterator[str]:
    """Yield the lines of the table as the documentation has it."""
    yield "| what | API | " + " | ".join(ROLES) + " | superuser |"
    yield "|---" * (len(ROLES) + 3) + "|"
    for right in RIGHTS:
        marks = ["yes" if role in right.allowed else "-" for role in ROLES]
        api = f"`{right.api}`" if right.api else ""
        yield f"| {right.what} | {api} | " + " | ".join((*marks, "yes")) + " |"


def pages() -> Iterator[str]:
    """Yield the lines of the table of the desk's pages: what a GET of each answers."""
    from tests.content.admin.test_matrix import PAGES
    from tests.content.admin.test_matrix import ROLES as COLUMNS

    yield "| page of the desk | " + " | ".join(COLUMNS) + " |"
    yield "|---" * (len(COLUMNS) + 1) + "|"
    said = {200: "shown", 403: "refused", 405: "POST only", "login": "sign in"}
    for name, answers in PAGES.items():
        cells = " | ".join(said.get(answer, str(answer)) for answer in answers)
        yield f"| `{name.removeprefix('content_')}` | {cells} |"


def written(text: str) -> str:
    """Return a document with the tables in the place that is marked for them."""
    lines = "\n".join([BEGIN, "", *table(), "", *pages(), "", END])
    return re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: lines, text, flags=re.DOTALL)


def main() -> None:
    """Write the tables into the documentation."""
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiosk.settings.test")
    django.setup()
    DOCUMENT.write_text(written(DOCUMENT.read_text()))


if __name__ == "__main__":
    main()
