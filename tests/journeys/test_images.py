"""A picture's whole way: from an author's file to a visitor's eyes and ears, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.factories import drawing, encoded
from tests.journeys.conftest import Installation, Watched, choose, sign_in, until
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]
BODY = """Moving helps.

## Arms

Sit up straight.

Then rest for a minute.

## Sources

- [Moving](https://example.org/), Example, 2024
"""
SHOWS = "A person lifts both arms. The elbows are straight, and the shoulders stay low."
CUT = """() => {
  const box = document.getElementById('text').getBoundingClientRect();
  const found = [];
  for (const figure of document.querySelectorAll('.picture')) {
    const image = figure.querySelector('img');
    const one = image.getBoundingClientRect();
    const caption = figure.querySelector('figcaption').getClientRects()[0];
    if (image.getClientRects().length !== 1) found.push('in two parts');
    if (!image.complete || !image.naturalWidth) found.push('not loaded');
    if (one.top < box.top - 1 || one.bottom > box.bottom + 1) found.push('higher than the page');
    if (one.width > box.width + 1) found.push('wider than the page');
    if (one.height < 80) found.push('too small to be seen');
    if (caption.left > one.right || caption.top < one.bottom - 1) found.push('parted from its words');
    if (caption.bottom > box.bottom + 1) found.push('its words are cut');
  }
  return found;
}"""

LIT_SENTENCE = """[...(CSS.highlights.get('sentence') ?? [])].some(
  one => one.toString() === 'A person lifts both arms.')"""


def written_by_the_author(page: Page, installation: Installation, file: Path) -> str:
    sign_in(page, installation, "author")
    page.goto("/admin/content/article/add/?topic=mood")
    page.get_by_label("Title").fill("Lifting your arms")
    page.locator("#id_body").fill(BODY)
    page.locator("#content form [type=submit]").first.click()
    page.wait_for_url("**/change/")
    body = page.locator("#id_body")
    body.fill(BODY.replace("for a minute", "for two minutes"))
    body.evaluate(
        "one => { const at = one.value.indexOf('straight'); one.setSelectionRange(at, at); }"
    )
    page.get_by_role("button", name="Add the picture").click()
    expect(page.get_by_role("alert")).to_have_text("Choose the file of the picture.")
    page.locator("#id_picture").set_input_files(file)
    page.get_by_label("What the picture shows").fill(SHOWS)
    page.get_by_role("button", name="Add the picture").click()
    expect(page.get_by_text("The picture is in the text now")).to_be_visible()
    text = body.input_value()
    assert f"Sit up straight.\n\n![{SHOWS}](image:" in text
    assert "for two minutes" in text
    until(page, "document.querySelector('.desk-picture').naturalWidth > 0")
    assert violations(page) == []
    page.get_by_role("button", name="Save and submit").click()
    expect(page.get_by_text("Submitted.")).to_be_visible()
    return page.url


def approved_by_the_reviewer(page: Page, installation: Installation, url: str) -> None:
    sign_in(page, installation, "reviewer")
    page.goto(url)
    for _ in range(60):
        if page.locator("#approve").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    until(page, "document.querySelector('.desk-sentence .desk-picture').naturalWidth > 0")
    assert violations(page) == []
    page.locator("#approve").click()
    expect(page.get_by_text("is on the kiosk now")).to_be_visible()


def test_a_picture_goes_from_the_desk_to_the_kiosk_and_is_said_TXT_8_SPK_4(
    installation: Installation, approved_notices: None, watched: Open, tmp_path: Path
) -> None:
    file = tmp_path / "arms.png"
    file.write_bytes(encoded(drawing(1200, 900)))
    desk = watched(viewport={"width": 1280, "height": 800}).page()
    url = written_by_the_author(desk, installation, file)
    address = "/a/lifting-your-arms/"
    assert desk.request.get(address).status == 404
    reviewer = watched(viewport={"width": 1280, "height": 800}).page()
    approved_by_the_reviewer(reviewer, installation, url)

    plain = watched(java_script_enabled=False).page()
    plain.goto(address)
    expect(plain.locator(".picture img")).to_be_visible()
    expect(plain.get_by_text("A person lifts both arms.")).to_be_visible()

    kiosk = watched().page()
    for width, height in ((1080, 1920), (1280, 800)):
        kiosk.set_viewport_size({"width": width, "height": height})
        kiosk.goto("/closing/")
        for size in (1, 2, 3, 4):
            choose(kiosk, size=size, theme="dark" if size == 4 else "plain")
            kiosk.goto(address)
            kiosk.evaluate("document.fonts.ready")
            kiosk.wait_for_timeout(100)
            assert kiosk.evaluate(CUT) == [], (width, height, size)
    assert violations(kiosk) == []

    # Behind what stands before it, it is said that there is a picture, and then what it shows.
    kiosk.get_by_text("Sit up straight.").evaluate("one => one.scrollIntoView()")
    kiosk.get_by_text("Sit up straight.").click()
    until(kiosk, "document.getElementById('caption').textContent === 'Picture.'")
    until(kiosk, LIT_SENTENCE)
    # Whoever touches the picture hears what it shows.
    kiosk.reload()
    kiosk.locator(".picture").evaluate("one => one.scrollIntoView()")
    kiosk.locator(".picture").click(position={"x": 100, "y": 60}, force=True)
    until(kiosk, LIT_SENTENCE)

    entry = installation.get_json("/api/v1/articles/lifting-your-arms/")
    blocks = [block for section in entry["sections"] for block in section["blocks"]]
    (image,) = [block["image"] for block in blocks if block["kind"] == "image"]
    assert kiosk.request.get(image["url"]).status == 200
    token = installation.manage("create_staff", "reviewer", "--role", "reviewer", "--token").stdout
    installation.staff(
        "POST",
        "articles/lifting-your-arms/withdraw/",
        token.strip(),
        {"reason": "incorrect", "comment": "Only a test."},
    )
    assert kiosk.request.get(image["url"]).status == 404
    assert kiosk.request.get(address).status == 410
