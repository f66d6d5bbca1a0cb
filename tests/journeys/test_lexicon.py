"""A word said otherwise, in a real browser: heard at once, saved, voiced anew, and to be reviewed."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import SAMPLE, Installation, Watched, sign_in
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]


def test_a_word_is_heard_saved_and_voiced_anew_while_the_public_hears_the_old_one(
    installation: Installation, watched: Open
) -> None:
    before = installation.get_json(f"/api/v1/articles/{SAMPLE.split('/')[2]}/")
    desk = watched(viewport={"width": 1280, "height": 900})
    page = desk.page()
    sign_in(page, installation, "author")
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Lexicon").click()
    page.get_by_label("Search words and sources").fill("clonazepam")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=clonazepam**")
    assert violations(page) == []
    page.get_by_role("link", name="clonazepam", exact=True).click()
    expect(page.get_by_text("Said as Plainvoice ships it")).to_be_visible()
    expect(page.get_by_role("heading", name="On the kiosk")).to_be_visible()

    page.get_by_label("Sounds like").fill("five")
    page.get_by_role("button", name="Hear it").click()
    expect(page.get_by_role("status")).to_contain_text("counts, measures")
    expect(page.get_by_label("Sounds like")).to_be_focused()

    page.get_by_label("Sounds like").fill("kloh nazz uh pam")
    page.get_by_role("button", name="Hear it").click()
    expect(page.get_by_role("status")).to_have_text("That was what you wrote.")
    page.get_by_role("button", name="Hear the engine's own attempt").click()
    expect(page.get_by_role("status")).to_have_text("That was the engine's own attempt.")
    expect(page.locator("#phonemes-own")).not_to_have_text("not heard yet")
    assert violations(page) == []

    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved how “clonazepam” is said.")).to_be_visible()
    expect(page.get_by_role("cell", name="kloh nazz uh pam")).to_be_visible()

    installation.manage("reconcile")
    said = installation.manage(
        "shell",
        "--no-imports",
        "-c",
        "from content.models import Revision; "
        "r = Revision.objects.get(article__slug='clonazepam-and-depression'); "
        "print('kloh nazz uh pam' in str(r.rendition.reading), r.article.public_rendition.number)",
    ).stdout
    assert said.split()[-2:] == ["True", "1"]
    after = installation.get_json(f"/api/v1/articles/{SAMPLE.split('/')[2]}/")
    assert after["title"] == before["title"]

    # What waits is as it was for the tests that come after.
    page.get_by_role("button", name="Take it out of this site's lexicon").click()
    expect(page.get_by_text("is not in the site's lexicon any more")).to_be_visible()
    installation.manage("reconcile")
