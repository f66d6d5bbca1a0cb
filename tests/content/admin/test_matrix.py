"""What every role gets at every address of the desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from content.models import AuditEvent, StaffProfile, Suspension, Topic
from tests.factories import draft, in_review, staff

LOGIN = "login"
ROLES = ("anonymous", "no role", "author", "reviewer", "lead", "operator", "auditor", "superuser")

#       anonymous  no role author reviewer lead operator auditor superuser
READ = (LOGIN, 403, 200, 200, 200, 200, 200, 200)
WRITE = (LOGIN, 403, 200, 403, 200, 403, 403, 200)
SHELVE = (LOGIN, 403, 403, 403, 200, 200, 403, 200)
ROOT = (LOGIN, 403, 403, 403, 403, 403, 403, 200)
NOBODY = (LOGIN, 403, 403, 403, 403, 403, 403, 403)
SIGN_INS = (LOGIN, 403, 403, 403, 403, 200, 200, 200)
EVERYBODY = (LOGIN, 200, 200, 200, 200, 200, 200, 200)
POST_ONLY = (LOGIN, 405, 405, 405, 405, 405, 405, 405)

PAGES = {
    "index": (LOGIN, 200, 200, 200, 200, 200, 200, 200),
    "content_article_changelist": READ,
    "content_article_add": WRITE,
    "content_article_add_term": WRITE,
    "content_article_bring_in": WRITE,
    "content_article_change": READ,
    "content_article_history": READ,
    "content_article_dossier": READ,
    "content_article_delete": NOBODY,
    "content_article_revise": POST_ONLY,
    "content_article_withdraw": POST_ONLY,
    "content_article_shelve": POST_ONLY,
    "content_article_confirm": POST_ONLY,
    "content_article_expiry": POST_ONLY,
    "content_article_cancel": POST_ONLY,
    "content_article_release": POST_ONLY,
    "content_article_translate": POST_ONLY,
    "content_revision_changelist": READ,
    "content_revision_queue": READ,
    "content_revision_add": NOBODY,
    "content_revision_change": READ,
    "content_revision_history": READ,
    "content_revision_delete": NOBODY,
    "content_revision_claim": POST_ONLY,
    "content_revision_release": POST_ONLY,
    "content_revision_submit": POST_ONLY,
    "content_revision_approve": POST_ONLY,
    "content_revision_return": POST_ONLY,
    "content_revision_heard": POST_ONLY,
    "content_revision_withdraw": POST_ONLY,
    "content_revision_comment": POST_ONLY,
    "content_revision_reply": POST_ONLY,
    "content_revision_resolve": POST_ONLY,
    "content_revision_reopen": POST_ONLY,
    "content_revision_picture": POST_ONLY,
    "content_topic_changelist": READ,
    "content_topic_add": SHELVE,
    "content_topic_change": READ,
    "content_topic_delete": NOBODY,
    "content_lexiconchange_changelist": READ,
    "content_lexiconchange_word": READ,
    "content_lexiconchange_file": READ,
    "content_lexiconchange_retire": POST_ONLY,
    "content_lexiconchange_hear": POST_ONLY,
    "content_lexiconchange_upload": POST_ONLY,
    "content_suspension_changelist": READ,
    "content_suspension_add": NOBODY,
    "content_suspension_change": READ,
    "content_suspension_delete": NOBODY,
    "content_suspension_history": READ,
    "content_suspension_begin": POST_ONLY,
    "content_suspension_end": POST_ONLY,
    "content_staffprofile_changelist": ROOT,
    "content_staffprofile_add": ROOT,
    "content_staffprofile_change": ROOT,
    "content_staffprofile_delete": NOBODY,
    "content_auditevent_changelist": READ,
    "content_auditevent_add": NOBODY,
    "content_auditevent_change": READ,
    "content_auditevent_delete": NOBODY,
    "content_auditevent_on_day": READ,
    "content_auditevent_article_on_day": READ,
    "content_auditevent_export": READ,
    "desk-staff": SIGN_INS,
    "signin-factor": EVERYBODY,
    "signin-enrol": EVERYBODY,
    "auth_user_changelist": ROOT,
    "auth_group_changelist": ROOT,
}


def is_of_no_row(name: str) -> bool:
    """Whether a page's address names no row: a list, for example."""
    try:
        reverse(name if name.startswith(("desk-", "signin-")) else f"admin:{name}")
    except NoReverseMatch:
        return False
    return True


@pytest.mark.parametrize("role", ROLES)
def test_every_role_gets_what_its_permissions_say_and_no_more(role: str) -> None:
    waiting, writing = in_review(title="In review"), draft(title="A draft")
    topic = Topic.objects.create(slug="a-shelf")
    profile, _ = StaffProfile.objects.get_or_create(user=staff("reviewer", "named"))
    event = AuditEvent.objects.first()
    assert event is not None
    suspension = Suspension.objects.create(
        reason="unsafe", comment="Look.", begun_by=staff("lead", "stopper")
    )
    client = Client()
    if role == "superuser":
        client.force_login(User.objects.create_superuser("root"))
    elif role == "no role":
        client.force_login(User.objects.create_user("nobody", is_staff=True))
    elif role != "anonymous":
        client.force_login(staff(role))
    rows = {
        "article": [waiting.article_id, writing.article_id],
        "revision": [waiting.pk, writing.pk],
        "topic": [topic.pk],
        "staffprofile": [profile.pk],
        "auditevent": [event.pk],
        "suspension": [suspension.pk],
    }
    got, expected = {}, {}
    for name, answers in PAGES.items():
        # The page of an article on a day is found by the article.
        model = name.removeprefix("content_").partition("_")[0]
        model = "article" if name.endswith("article_on_day") else model
        for arguments in [[]] if is_of_no_row(name) else [[pk] for pk in rows[model]]:
            own = name.startswith(("desk-", "signin-"))
            url = reverse(name if own else f"admin:{name}", args=arguments)
            if name.endswith("_export"):
                url += "?format=csv"
            answer = client.get(url)
            to_login = answer.status_code == 302 and answer.url.startswith(reverse("admin:login"))
            got[url] = LOGIN if to_login else answer.status_code
            expected[url] = answers[ROLES.index(role)]
    assert got == expected


def test_somebody_who_is_no_staff_sees_nothing_of_the_desk() -> None:
    client = Client()
    client.force_login(User.objects.create_user("visitor"))
    answer = client.get(reverse("admin:content_article_changelist"))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("admin:login"))


def test_every_page_of_the_desk_is_in_the_matrix() -> None:
    from django.contrib import admin

    urls = {
        pattern.name
        for model, model_admin in admin.site._registry.items()
        if model._meta.app_label == "content"
        for pattern in model_admin.get_urls()
        if pattern.name
    }
    assert urls - set(PAGES) == {
        "content_topic_history",
        "content_staffprofile_history",
        "content_auditevent_history",
    }
