"""What is not approved is not public, from whichever side it is tried."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable

from tests.journeys.conftest import Installation, Watched, sign_in

Open = Callable[..., Watched]


def status(installation: Installation, path: str, method: str = "GET") -> int:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args: object) -> None:
            return None

    request = urllib.request.Request(installation.url + path, method=method)
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def unapproved(installation: Installation) -> dict:
    """An article of its own that nobody approves."""
    script = (
        "import json; from django.contrib.auth import get_user_model; "
        "from content.actions import CreateArticle, SubmitRevision, VoiceRevision; "
        "from content.models import Article, Revision; "
        "a = get_user_model().objects.get(username='author'); "
        "r = Revision.objects.filter(article__slug='not-yet').first() or "
        "VoiceRevision(SubmitRevision(CreateArticle(actor=a, title='Not yet', "
        "body='Nobody may read this zebra.').execute(), actor=a).execute()).execute(); "
        "x = r.rendition; c = x.reading['sections'][0]['blocks'][0]['sentences'][0]['clip']; "
        "print(json.dumps({'id': r.pk, 'digest': c['digest'], 'wav': c['wav_digest']}))"
    )
    import json

    said = installation.manage("shell", "--no-imports", "-c", script).stdout
    return json.loads(said.strip().splitlines()[-1])


def test_an_unapproved_article_has_no_address(installation: Installation) -> None:
    text = unapproved(installation)
    for path in (
        "/a/not-yet/",
        "/a/not-yet/audio.opus",
        "/a/not-yet/manifest.json",
        "/a/not-yet/article.json",
        "/api/v1/articles/not-yet/",
        f"/clips/{text['digest']}.opus",
        f"/clips/{text['wav']}.wav",
    ):
        assert status(installation, path) == 404, path
    rows = installation.get_json("/api/v1/articles/")
    assert "not-yet" not in str(rows)


def test_preview_and_its_clips_ask_for_a_staff_account(
    installation: Installation, watched: Open
) -> None:
    text = unapproved(installation)
    for path in (f"/desk/preview/{text['id']}/", f"/desk/clips/{text['digest']}.opus"):
        assert status(installation, path) == 302, path
    page = watched().page()
    sign_in(page, installation, "reviewer")
    answer = page.request.get(f"/desk/clips/{text['digest']}.opus")
    assert answer.status == 200
    assert "no-store" in answer.headers["cache-control"]
    shown = page.request.get(f"/desk/preview/{text['id']}/")
    assert "Nobody may read this zebra." in shown.text()
    assert "no-store" in shown.headers["cache-control"]


def test_no_path_leads_out_of_the_publication(installation: Installation) -> None:
    for path in (
        "/clips/../../plainvoice.sqlite3",
        "/clips/..%2f..%2fsecret-key",
        "/a/..%2f..%2f/audio.opus",
        "/.lock",
        "/t/../.lock",
    ):
        assert status(installation, path) in (400, 404), path


def test_the_public_side_takes_no_posts(installation: Installation) -> None:
    for path in ("/", "/closing/", "/a/clonazepam-and-depression/", "/api/v1/articles/"):
        assert status(installation, path, "POST") in (403, 405), path


def test_no_public_answer_sets_a_cookie_PRV_3(installation: Installation) -> None:
    for path in ("/", "/closing/", "/a/clonazepam-and-depression/", "/api/v1/articles/"):
        with urllib.request.urlopen(installation.url + path) as answer:
            assert answer.headers.get("Set-Cookie") is None


def test_a_withdrawn_article_is_gone_everywhere_at_once(
    installation: Installation, approved_notices: None, watched: Open
) -> None:
    script = (
        "from django.contrib.auth import get_user_model; from content import composition; "
        "from content.actions import *; "
        "U = get_user_model().objects; a = U.get(username='author'); b = U.get(username='reviewer'); "
        "r = VoiceRevision(SubmitRevision(CreateArticle(actor=a, title='Soon gone', "
        "body='This walrus will be gone soon.').execute(), actor=a).execute()).execute(); "
        "x = r.rendition; "
        "ApproveRevision(r, actor=b, text_digest=x.text_digest, speech_digest=x.speech_digest, "
        "heard=composition.must_hear(x)).execute()"
    )
    installation.manage("shell", "--no-imports", "-c", script)
    article = installation.get_json("/api/v1/articles/soon-gone/")
    clip = article["sections"][0]["blocks"][0]["sentences"][0]["clip"]["url"]
    assert status(installation, "/a/soon-gone/") == 200
    assert status(installation, clip) == 200
    page = watched().page()
    sign_in(page, installation, "reviewer")
    page.goto("/admin/content/article/?q=soon-gone")
    page.get_by_role("link", name="Soon gone").first.click()
    form = page.locator("form[action$='/withdraw/']")
    if form.is_hidden():
        page.locator("details", has=form).locator("summary").click()
    form.locator("select[name=reason], input[name=reason]").first.evaluate(
        "one => { if (one.tagName === 'SELECT') one.value = 'incorrect'; }"
    )
    radio = form.locator("input[name=reason][value=incorrect]")
    if radio.count():
        radio.check()
    form.locator("textarea[name=comment]").fill("It is about a walrus.")
    form.get_by_role("button", name="Withdraw now").click()
    page.wait_for_load_state()
    assert status(installation, "/a/soon-gone/") == 410
    assert status(installation, "/a/soon-gone/audio.opus") == 404
    assert status(installation, "/api/v1/articles/soon-gone/") == 404
    assert status(installation, clip) == 404
    assert "soon-gone" not in str(installation.get_json("/manifest.json")["articles"])
    # The advice that every article closes with stays.
    closing = article["closing_advice"]["sentences"][-1]["clip"]["url"]
    assert status(installation, closing) == 200
