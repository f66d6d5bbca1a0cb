"""Files brought in, in a real browser and by keyboard: chosen, seen, and only then kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.content.importers.files import docx, paragraph, run, zipped
from tests.journeys.conftest import Installation, Watched, sign_in
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]


def test_files_are_seen_before_they_are_kept(
    installation: Installation, watched: Open, tmp_path: Path
) -> None:
    word = tmp_path / "resting.docx"
    struck = run("never ", "<w:strike/>")
    word.write_bytes(
        docx(paragraph("Resting well", style="Title") + paragraph("Rest ", struck, "now."))
    )
    archive = tmp_path / "more.zip"
    archive.write_bytes(zipped({"a.md": "# Bad\n\n    code\n", "b.html": "<h1>Walks</h1><p>Go."}))
    desk = watched(viewport={"width": 1280, "height": 800})
    page = desk.page()
    sign_in(page, installation, "author")
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Bring files in").click()
    assert violations(page) == []
    page.get_by_label("Files").set_input_files([word, archive])
    page.get_by_role("button", name="See what would come in").press("Enter")

    expect(page.get_by_text("2 of 3 can come in")).to_be_visible()
    expect(page.get_by_text("struck out, left out (“never”)")).to_be_visible()
    expect(page.get_by_text("Line 3 (“code”)")).to_be_visible()
    page.locator("summary").first.press("Enter")
    expect(page.get_by_text("Rest now.")).to_be_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    box = page.locator(".bring-in-file").first.bounding_box()
    assert box and box["x"] + box["width"] <= 390

    page.get_by_role("checkbox", name="Bring it in Walks").press("Space")
    page.get_by_role("button", name="Bring in what is ticked").press("Enter")
    expect(page.get_by_role("heading", name="What came in")).to_be_visible()
    expect(page.get_by_text("You left it out.")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Resting well").press("Enter")
    expect(page.get_by_label("Note to the reviewer")).to_contain_text(
        "Brought in from resting.docx"
    )
