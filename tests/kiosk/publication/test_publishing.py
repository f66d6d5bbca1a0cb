"""The publication folder holds what is approved, all of it, and nothing else."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from content import pacing, signals
from content.actions import StartRevision, WithdrawArticle
from content.models import Article, Clip, TopicTitle
from content.models import Topic as TopicModel
from content.speech import clips
from kiosk import publication
from kiosk.publication import fingerprints, screens
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(django_capture_on_commit_callbacks) -> Article:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved()
    return Article.objects.get(pk=revision.article_id)


def files(root: Path) -> set[str]:
    return {
        str(file.relative_to(root))
        for file in root.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }


def withdraw(article: Article) -> None:
    WithdrawArticle(
        article, actor=factories.staff("reviewer", "reviewer"), reason="incorrect", comment="Wrong."
    ).execute()


def test_an_approval_puts_up_page_api_entry_audio_and_every_clip(
    article: Article, own_publication: Path
) -> None:
    there = files(own_publication)
    for name in ("index.html", "article.json", "audio.opus", "manifest.json"):
        assert f"a/{article.slug}/{name}" in there
    entry = json.loads((own_publication / "a" / article.slug / "article.json").read_bytes())
    named = set(re.findall(r"/clips/([0-9a-f]{64}\.opus)", json.dumps(entry)))
    assert named
    assert {f"clips/{name}" for name in named} <= there


def test_published_clips_are_the_stored_bytes(article: Article, own_publication: Path) -> None:
    for file in (own_publication / "clips").iterdir():
        assert file.read_bytes() == clips.read(file.stem, file.suffix[1:])


def test_a_revision_in_review_puts_nothing_up(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        factories.in_review("Hidden zebra", "Nobody reads this zebra.")
    publication.publish_all()
    assert not list(own_publication.glob("a/*"))
    assert not any(b"zebra" in file.read_bytes() for file in own_publication.rglob("*.html"))


def test_a_withdrawal_takes_everything_away_before_it_commits(
    article: Article, own_publication: Path
) -> None:
    seen: list[set[str]] = []
    with transaction.atomic():
        withdraw(article)
        # Still inside the transaction: nothing of it is served any more.
        seen.append(files(own_publication))
    left = seen[0]
    assert f"a/{article.slug}/gone" in left
    assert [name for name in left if name.startswith(f"a/{article.slug}/")] == [
        f"a/{article.slug}/gone"
    ]
    assert article.slug not in (own_publication / "manifest.json").read_text()
    assert "Sleep" not in (own_publication / "index.html").read_text()


def test_a_withdrawal_keeps_the_clips_that_others_use(
    article: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        other = factories.approved("Rest", "A dark room helps. A nap does too.")
    shared = Clip.objects.get(recipe__spoken="A dark room helps.")
    alone = Clip.objects.get(recipe__spoken="So does quiet.")
    withdraw(article)
    assert (own_publication / "clips" / f"{shared.digest}.opus").exists()
    assert not (own_publication / "clips" / f"{alone.digest}.opus").exists()
    assert not (own_publication / "clips" / f"{alone.wav_digest}.wav").exists()
    closing = factories.closing_advice().public_rendition.clips.all()
    assert all((own_publication / "clips" / f"{clip.digest}.opus").exists() for clip in closing)
    assert (own_publication / "a" / other.article.slug / "index.html").exists()


def test_a_withdrawal_whose_files_cannot_be_taken_away_does_not_happen(
    article: Article, own_publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("read-only file system")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(PermissionError), transaction.atomic():
        withdraw(article)
    article.refresh_from_db()
    assert article.public_rendition is not None


def test_a_withdrawal_that_is_rolled_back_is_put_up_again_by_reconcile(
    article: Article, own_publication: Path
) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        withdraw(article)
        raise RuntimeError("the power fails")
    assert not (own_publication / "a" / article.slug / "index.html").exists()
    said = list(publication.reconcile())
    assert (own_publication / "a" / article.slug / "index.html").exists()
    assert any(f"a/{article.slug}/index.html" in sentence for sentence in said)
    assert list(publication.reconcile()) == []


def test_reconcile_removes_what_nobody_approved(article: Article, own_publication: Path) -> None:
    stray = own_publication / "a" / "stray"
    stray.mkdir()
    (stray / "index.html").write_text("unapproved")
    (stray / "manifest.json").write_text("{}")
    (own_publication / "clips" / ("0" * 64 + ".opus")).write_bytes(b"noise")
    list(publication.reconcile())
    assert not (stray / "index.html").exists()
    assert not (own_publication / "clips" / ("0" * 64 + ".opus")).exists()


@pytest.mark.usefixtures("own_clips")
def test_an_article_with_a_damaged_clip_is_not_shown_and_is_named(
    article: Article, own_publication: Path
) -> None:
    clip = Clip.objects.get(recipe__spoken="So does quiet.")
    stored = clips.path(clip.digest, "opus")
    kept = stored.read_bytes()
    try:
        stored.write_bytes(kept + b"x")
        (own_publication / "clips" / f"{clip.digest}.opus").unlink()
        refused = publication.publish_all()
        assert len(refused) == 1
        assert article.slug in refused[0]
        assert not (own_publication / "a" / article.slug / "index.html").exists()
    finally:
        stored.write_bytes(kept)


def test_a_new_wording_of_a_notice_reaches_every_page_that_includes_it(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    notice = factories.notice(body="Tell the nurse.")
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved(notices=[notice.key])
    page = own_publication / "a" / revision.article.slug / "index.html"
    assert "Tell the nurse." in page.read_text()
    from content.actions import StartRevision

    with django_capture_on_commit_callbacks(execute=True):
        again = StartRevision(
            notice, actor=factories.staff("author", "author"), body="Tell the pharmacist."
        ).execute()
        factories.approve(factories.reviewed(again))
    assert "Tell the pharmacist." in page.read_text()
    assert "Tell the nurse." not in page.read_text()
    assert "Tell the pharmacist." in (own_publication / "urgent" / "index.html").read_text()


def test_a_renamed_topic_is_published_again(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    topic = TopicModel.objects.create(slug="rest")
    TopicTitle.objects.create(topic=topic, language="en", title="Rest")
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved(topic=topic)
    with django_capture_on_commit_callbacks(execute=True):
        title = topic.titles.get()
        title.title = "Quiet nights"
        title.save()
    for name in ("index.html", "t/rest/index.html", f"a/{revision.article.slug}/index.html"):
        assert "Quiet nights" in (own_publication / name).read_text()


def test_the_root_manifest_grows_by_one_with_each_change_and_only_then(
    article: Article, own_publication: Path
) -> None:
    def version() -> int:
        return json.loads((own_publication / "manifest.json").read_bytes())["version"]

    first = version()
    publication.publish_all()
    assert version() == first
    withdraw(article)
    assert version() == first + 1


def test_the_root_manifest_names_one_manifest_an_article_by_digest(
    article: Article, own_publication: Path
) -> None:
    import hashlib

    root = json.loads((own_publication / "manifest.json").read_bytes())
    small = (own_publication / "a" / article.slug / "manifest.json").read_bytes()
    assert root["articles"] == {article.slug: hashlib.sha256(small).hexdigest()}
    for name, digest in json.loads(small)["files"].items():
        found = (own_publication / "a" / article.slug / name).read_bytes()
        assert hashlib.sha256(found).hexdigest() == digest


def test_an_upgrade_of_the_software_publishes_the_pages_again(
    article: Article, own_publication: Path, settings
) -> None:
    assert publication.refresh() is False
    page = own_publication / "a" / article.slug / "index.html"
    page.write_text("an older edition's page")
    settings.PLAINVOICE_PIXELS_PER_MM = 5.88
    assert publication.refresh() is True
    assert 'data-scale="5.88"' in page.read_text()


def test_a_copy_is_the_same_files_and_forgets_what_is_no_longer_published(
    article: Article, own_publication: Path, tmp_path: Path
) -> None:
    target = tmp_path / "stick"
    publication.copy_to(target)
    assert files(target) == files(own_publication)
    withdraw(article)
    publication.copy_to(target)
    assert files(target) == files(own_publication)
    assert not (target / "a" / article.slug / "index.html").exists()


def test_every_page_of_an_article_ends_with_the_closing_advice_COG_12(
    article: Article, own_publication: Path
) -> None:
    page = (own_publication / "a" / article.slug / "index.html").read_text()
    texts = re.findall(r'<span class="sentence" id="[^"]+">(.*?)</span>', page)
    assert texts[-1].startswith("Always consult a health care professional")
    assert texts[1] == "Ask a health care professional what is right for you."
    entry = json.loads((own_publication / "a" / article.slug / "article.json").read_bytes())
    assert entry["closing_advice"]["sentences"][-1]["text"] == texts[-1]


def test_a_page_says_who_reviewed_it_by_role_when_and_until_when(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    from content.models import StaffProfile

    reviewer = factories.staff("reviewer", "pharmacist")
    StaffProfile.objects.create(user=reviewer, profession="Clinical pharmacist")
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved("Roles", "Somebody reviewed this.", reviewer=reviewer)
    page = (own_publication / "a" / revision.article.slug / "index.html").read_text()
    page = re.sub(r"<[^>]+>", "", page)
    assert re.search(
        r"Reviewed by Clinical pharmacist on \d+ \w+ 20\d\d\. Next review: \d+ \w+", page
    )
    assert "pharmacist</p>" not in page
    assert reviewer.username not in page.replace("Clinical pharmacist", "")


def test_text_is_escaped_wherever_it_is_shown(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        revision = factories.approved('Salt & "pepper"', "Salt & *'pepper'* are \"spices\".")
    page = (own_publication / "a" / revision.article.slug / "index.html").read_text()
    assert "Salt &amp; &quot;pepper&quot;" in page
    assert "</script><" not in page.split('id="data"')[1].split("</script>")[0]


def test_a_list_of_topics_costs_queries_that_do_not_grow_with_the_articles(
    django_capture_on_commit_callbacks, django_assert_max_num_queries
) -> None:
    topic = TopicModel.objects.create(slug="rest")
    factories.approved(topic=topic)
    with django_assert_max_num_queries(6):
        screens.topic_page(topic, "en")
    factories.approved("Second", "A second article.", topic=topic)
    with django_assert_max_num_queries(6):
        screens.topic_page(topic, "en")


def test_a_new_wording_takes_the_clips_of_the_former_one_away(
    article: Article, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    before = files(own_publication)
    author = factories.staff("author", "author")
    with django_capture_on_commit_callbacks(execute=True):
        again = StartRevision(
            article, actor=author, body="Sleep helps you heal.\n\n## At night\n\nDraw the curtains."
        ).execute()
        factories.approve(factories.reviewed(again))
    clip = Clip.objects.get(recipe__spoken="A dark room helps.")
    kept = Clip.objects.get(recipe__spoken="Sleep helps you heal.")
    assert {f"clips/{clip.digest}.opus", f"clips/{clip.wav_digest}.wav"} <= before
    after = files(own_publication)
    assert not {f"clips/{clip.digest}.opus", f"clips/{clip.wav_digest}.wav"} & after
    assert f"clips/{kept.digest}.opus" in after
    assert clips.path(clip.digest, "opus").exists()


def test_what_a_crash_left_between_decision_and_publication_is_found_from_the_data(
    article: Article, own_publication: Path
) -> None:
    page = own_publication / "a" / article.slug / "index.html"
    assert publication.refresh() is False
    author = factories.staff("author", "author")
    again = StartRevision(article, actor=author, body="Another wording of it.").execute()
    # Its commit is never followed by the publication, as in a crash.
    factories.approve(factories.reviewed(again))
    assert "Another wording" not in page.read_text()
    signals.reconciling.send(sender=None)
    assert "Another wording" in page.read_text()
    assert publication.refresh() is False


@pytest.mark.parametrize("change", ["notice", "topic", "left over"])
def test_whatever_a_page_is_of_is_compared(
    article: Article, own_publication: Path, change: str, django_capture_on_commit_callbacks
) -> None:
    if change == "notice":
        closing = Article.objects.get(kind="closing")
        again = StartRevision(
            closing,
            actor=factories.staff("author", "author"),
            body="Ask a nurse what is right for you.\n\nAlways ask a nurse.",
        ).execute()
        factories.approve(factories.reviewed(again))
    elif change == "topic":
        Article.objects.filter(pk=article.pk).update(topic=TopicModel.objects.create(slug="rest"))
    else:
        (own_publication / "a" / "stranger").mkdir()
        (own_publication / "a" / "stranger" / "manifest.json").write_text("{}")
    assert publication.refresh() is True
    assert publication.refresh() is False


@pytest.mark.usefixtures("own_clips")
def test_what_cannot_be_put_up_is_not_tried_again_each_minute(
    article: Article, own_publication: Path
) -> None:
    clip = Clip.objects.filter(uses__rendition=article.public_rendition).first()
    file = clips.path(clip.digest, "opus")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    try:
        assert publication.publish_all()
        assert publication.refresh() is False
    finally:
        file.write_bytes(whole)
    assert publication.publish_all() == []
    assert (own_publication / "a" / article.slug / "index.html").exists()


def test_a_published_clip_whose_bytes_have_changed_is_put_right_by_reconcile(
    article: Article, own_publication: Path
) -> None:
    file = next((own_publication / "clips").glob("*.opus"))
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert f"Put right: clips/{file.name}" in list(publication.reconcile())
    assert file.read_bytes() == whole


def test_outside_a_demonstration_unreviewed_wording_is_never_put_up(
    settings, own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demonstration", verbosity=0)
    page = own_publication / "a" / "clonazepam-and-depression" / "index.html"
    assert page.exists()
    settings.PLAINVOICE_DEMONSTRATION = False
    # The gate itself, without the withdrawal that the commands and the service begin with.
    publication.publish_all()
    assert not page.exists()


@pytest.mark.parametrize("command", ["publish", "reconcile"])
def test_the_commands_withdraw_an_unreviewed_sample_first(
    settings, own_publication: Path, command: str, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demonstration", verbosity=0)
    settings.PLAINVOICE_DEMONSTRATION = False
    call_command(command, stdout=io.StringIO())
    assert not Article.objects.filter(public_rendition__isnull=False).exists()
    assert not list((own_publication / "clips").iterdir())


def test_a_copy_touches_nothing_that_is_not_a_publications_own(
    article: Article, own_publication: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "thesis.docx").write_text("precious")
    with pytest.raises(publication.NotOurs, match="other files"):
        publication.copy_to(stick)
    assert [file.name for file in stick.iterdir()] == ["thesis.docx"]
    (stick / "thesis.docx").unlink()
    publication.copy_to(stick)
    (stick / "thesis.docx").write_text("precious")
    (stick / "a" / "notes").mkdir()
    (stick / "a" / "notes" / "mine.txt").write_text("precious")
    withdraw(article)
    publication.copy_to(stick)
    assert (stick / "thesis.docx").exists()
    assert (stick / "a" / "notes" / "mine.txt").exists()
    assert not (stick / "a" / article.slug / "index.html").exists()


def test_screens_with_wording_nobody_reviewed_carry_the_sample_label(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        call_command("load_demonstration", verbosity=0)
    label = "Sample: not yet reviewed by a clinician."

    def said(screen: str) -> list[str]:
        page = (own_publication / screen / "index.html").read_text()
        data = json.loads(page.split('type="application/json">')[1].split("</script>")[0])
        return [
            re.search(rf'id="{one["id"]}">(.*?)</span>', page).group(1) for one in data["sentences"]
        ]

    # The closing advice is last, and whom to call is first (COG-12).
    assert said("closing")[0] == label
    assert said("urgent")[-1] == label
    for screen, key in (("urgent", "urgent-help"), ("closing", "closing-advice")):
        with django_capture_on_commit_callbacks(execute=True):
            factories.approve(Article.objects.get(key=key).last_revision)
        assert label not in (own_publication / screen / "index.html").read_text()


def test_comparing_what_is_public_costs_queries_that_do_not_grow_with_the_articles(
    article: Article, django_assert_num_queries
) -> None:
    with CaptureQueriesContext(connection) as one:
        alone = fingerprints.of(Article.objects.published())
    for number in range(3):
        factories.approved(f"Number {number}", f"Text number {number}.")
    with django_assert_num_queries(len(one)):
        several = fingerprints.of(Article.objects.published())
    assert len(several) == 4
    assert several[article.slug] == alone[article.slug]
    assert fingerprints.of(Article.objects.published().filter(pk=article.pk)) == alone


SHAPES = "Sleep helps.\n\n## Do\n\n- rest\n- walk\n\n> Ask.\n\n## Do not\n\nDo not drive."


def entry_and_data(home: Path) -> tuple[dict, dict]:
    """Return an article as the API gives it and as its page's own script gets it."""
    page = (home / "index.html").read_text()
    data = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.S)
    assert data
    return json.loads((home / "article.json").read_bytes()), json.loads(data[1])


def test_announcements_are_in_the_api_in_the_page_and_in_the_joined_file(
    own_publication: Path, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        article = factories.approved("Shapes", SHAPES).article
    home = own_publication / "a" / article.slug
    entry, data = entry_and_data(home)
    do, do_not = entry["sections"][-2:]
    assert do["announcement"]["spoken"] == "Part 1 of 2."
    assert [block["announcement"] and block["announcement"]["text"] for block in do["blocks"]] == [
        "List of 2 points.",
        None,
        "Warning:",
    ]
    assert do_not["announcement"]["text"] == "Part 2 of 2."
    clip = do["announcement"]["clip"]
    assert (own_publication / clip["url"].lstrip("/")).exists()
    assert (own_publication / clip["wav"].lstrip("/")).exists()
    items = data["sentences"]
    at = next(index for index, one in enumerate(items) if one.get("text") == "Part 1 of 2.")
    assert items[at]["of"] == items[at + 1]["id"] == do["heading"]["id"]
    assert items[at]["url"] == clip["url"]
    digests = [Path(one["url"]).stem for one in items]
    known = dict(Clip.objects.filter(digest__in=digests).values_list("digest", "duration_ms"))
    spoken_ms = sum(known[digest] for digest in digests)
    pauses_ms = sum(one.get("pause", pacing.SENTENCE_MS) for one in items)
    # A packet lasts 20 ms, so each clip and each pause is up to that much longer.
    assert 0 <= entry["audio"]["duration_ms"] - spoken_ms - pauses_ms <= 40 * len(items)


def test_a_page_names_no_wav_but_the_banners_and_tells_where_they_are(
    article: Article, own_publication: Path
) -> None:
    entry, data = entry_and_data(own_publication / "a" / article.slug)
    assert [one for one in data["sentences"] if "wav" in one] == []
    assert data["wav"] == f"/api/v1/articles/{article.slug}/"
    known = json.dumps(entry)
    for one in data["sentences"]:
        assert re.search(rf'"url": "{re.escape(one["url"])}", "wav": "/clips/\w+\.wav"', known)


def test_what_was_voiced_before_there_were_announcements_is_published_as_it_is(
    own_publication: Path, django_capture_on_commit_callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("content.announcements.announce", lambda *_, **__: None)
    with django_capture_on_commit_callbacks(execute=True):
        article = factories.approved("Shapes", SHAPES).article
    assert '"announcement"' not in json.dumps(article.public_rendition.reading)
    entry, data = entry_and_data(own_publication / "a" / article.slug)
    assert {section["announcement"] for section in entry["sections"]} == {None}
    assert [one for one in data["sentences"] if "of" in one] == []
