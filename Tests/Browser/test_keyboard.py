"""Posting and reporting comments with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from kinds import OPEN
from view import ON_DESK

pytestmark = pytest.mark.parametrize("view", [ON_DESK], ids=str)
MOST_STEPS = 40


def focused(page):
    return page.locator(":focus")


def step_to(page, name):
    """Presses Tab until the link with this name has the focus."""
    wanted = page.get_by_role("link", name=name, exact=True)
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"“{name}” did not get the focus within {MOST_STEPS} steps")


def test_a_comment_is_posted_by_keyboard(page):
    page.goto(OPEN)
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Skip to main content")
    expect(focused(page)).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()

    step_to(page, "Write a comment")
    page.keyboard.press("Enter")
    for name in ("Read the full policy", "Name", "E-mail (optional)", "Or sign in or sign up", "Comment",
                 "Post comment"):
        page.keyboard.press("Tab")
        expect(focused(page)).to_have_accessible_name(name)
        expect(focused(page)).to_be_in_viewport()
        outline = focused(page).evaluate("each => getComputedStyle(each).outlineWidth")
        assert outline != "0px", f"the focus on “{name}” is not visible"
        typed = {"Name": "no mouse", "Comment": "Written without touching one."}.get(name)
        if typed:
            page.keyboard.type(typed)
    page.keyboard.press("Enter")

    expect(page.locator("article.comment").filter(has_text="Written without touching one.")).to_be_in_viewport()


def test_a_report_is_sent_by_keyboard(page):
    page.goto(OPEN)
    page.goto(page.locator("a[href$='/report']").first.get_attribute("href"))
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Your report")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Hate speech")
