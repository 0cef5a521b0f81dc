"""Stories on paper: without comments, or with them if the reader asks for them."""

import re

import pytest
from playwright.sync_api import expect

from kinds import ARABIC, CLOSED, OPEN
from view import ON_DESK, View

# The dialog stands between the test and the page.
PRINTS = "window.print = () => { window.printed = true; }"
ONCE = pytest.mark.parametrize("view", [ON_DESK], ids=str)


def pages(page, paper):
    """How many pages of this paper the page takes."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=paper)))


@ONCE
@pytest.mark.parametrize("story", [OPEN, ARABIC, CLOSED])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_story_takes_a_few_pages_and_its_comments_take_more(page, story, paper):
    page.add_init_script(PRINTS)
    page.goto(story)
    alone = pages(page, paper)
    assert alone <= 4

    page.get_by_role("link", name="Print with comments").click()
    assert alone < pages(page, paper) <= 12

    page.get_by_role("link", name="Print the story only").click()
    assert pages(page, paper) == alone


@pytest.mark.parametrize("view", [View(ON_DESK.width, scheme="dark"), View(ON_DESK.width, scripts=False)], ids=str)
def test_a_printed_story_has_its_text_its_address_and_its_date(page):
    page.goto(OPEN)
    address = page.locator("link[rel=canonical]").get_attribute("href")
    page.emulate_media(media="print")

    for words in ("h1", ".body", ".byline", ".credits", ".filed", "figcaption", ".printed-source time"):
        expect(page.locator(words).first).to_be_visible()
    expect(page.locator(".printed-source")).to_contain_text(address)
    for furniture in (".masthead nav", ".foot", "form", ".gallery", ".story-aside", ".discussion", ".skip"):
        for each in page.locator(furniture).all():
            expect(each).to_be_hidden()
    for part in ("body", ".body p", "figcaption", ".story-facts"):
        color = page.locator(part).first.evaluate("each => getComputedStyle(each).color")
        assert max(map(int, re.findall(r"\d+", color)[:3])) <= 60, f"{part} is {color}"
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".nameplate a")).to_have_css("text-decoration-line", "none")


def test_the_reader_asks_for_the_comments(page, view):
    page.add_init_script(PRINTS)
    page.goto(OPEN)
    expect(page.get_by_text("If you print this page now")).to_be_hidden()
    page.get_by_role("link", name="Print with comments").click()
    expect(page.get_by_text("If you print this page now")).to_be_visible()
    if view.scripts:
        assert page.evaluate("printed"), "the dialog opens"

    page.emulate_media(media="print")
    expect(page.locator(".discussion")).to_be_visible()
    expect(page.locator(".comment-text").last).to_be_visible()
    for furniture in ("a[href$='/report']", "form", ".order", ".printing", ".live"):
        for each in page.locator(furniture).all():
            expect(each).to_be_hidden()


@ONCE
def test_a_comment_prints_on_its_own_page(page):
    page.goto(OPEN)
    page.goto(page.locator(".permalink").first.get_attribute("href"))
    page.emulate_media(media="print")
    expect(page.locator(".comment-text").first).to_be_visible()
