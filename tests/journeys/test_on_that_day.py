"""An auditor finds by keyboard what was public, hears it, and searches the trail, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import Installation, Watched, sign_in
from tests.journeys.test_accessibility import violations

Open = Callable[..., Watched]


def test_what_was_public_is_found_and_heard_by_keyboard(
    installation: Installation, watched: Open
) -> None:
    desk = watched(viewport={"width": 1280, "height": 900})
    page = desk.page()
    sign_in(page, installation, "operator")
    page.get_by_role("navigation", name="Desk").get_by_role("link", name="On that day").click()
    expect(page.get_by_role("status")).to_contain_text("public")
    expect(page.get_by_text("nobody: it was shown with the sample label").first).to_be_visible()
    assert violations(page) == []

    page.get_by_role("link", name="Clonazepam and depression").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("these are the bytes of then")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Play all").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#on-day li[aria-current]")).to_have_count(1)
    page.get_by_role("region", name="The whole page").get_by_role(
        "button", name="Stop", exact=True
    ).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#on-day li[aria-current]")).to_have_count(0)

    page.get_by_role("navigation", name="Desk").get_by_role("link", name="Audit trail").click()
    page.get_by_label("Who").fill("Plainvoice")
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=Plainvoice**")
    assert violations(page) == []
    page.locator(".audit-table tbody a").first.click()
    expect(page.get_by_role("heading", name="Its place in the chain")).to_be_visible()
    assert violations(page) == []
