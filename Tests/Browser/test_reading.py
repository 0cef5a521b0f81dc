"""Reading: galleries, versions, right-to-left stories, inexact addresses, withdrawn stories and print."""

import json
import re
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

import wire
from kinds import ARABIC, OPEN
from view import ON_DESK, ON_PHONE

ONCE = pytest.mark.parametrize("view", [ON_DESK], ids=str)


def place(number, count=4):
    return re.compile(rf"^{number} of {count}$")


def test_links_lead_through_a_gallery(page):
    page.goto(OPEN)
    page.get_by_role("link", name="See all 4 pictures").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(place(1))
    expect(page.get_by_role("link", name="Previous")).to_have_count(0)

    for number in (2, 3, 4):
        page.get_by_role("link", name="Next").click()
        expect(heading).to_have_text(place(number))
        picture = page.locator("figure img")
        assert picture.evaluate("each => each.decode().then(() => each.naturalWidth)") > 300
        assert picture.evaluate("each => each.currentSrc").endswith(".avif")

    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    page.get_by_role("link", name="Previous").click()
    expect(heading).to_have_text(place(3))
    page.get_by_role("link", name=re.compile("^Why the broadsheet")).click()
    expect(page.locator("#comments")).to_be_attached()


@ONCE
def test_arrow_keys_lead_through_a_gallery(page):
    page.goto(OPEN)
    page.goto(page.url + "/pictures/1")
    heading = page.get_by_role("heading", level=1)
    for key, number in (("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2)):
        page.keyboard.press(key)
        page.wait_for_url(f"**/pictures/{number}")
        expect(heading).to_have_text(place(number))


def test_changes_between_versions_are_shown_word_by_word(page):
    page.goto(OPEN)
    page.locator(".story-facts").get_by_role("link", name="See what changed").click()
    page.get_by_role("link", name="Changes since version 1").click()

    comparison = page.locator(".comparison")
    expect(comparison.locator("del").first).to_contain_text("broad")
    expect(comparison.locator("ins").first).to_be_visible()
    expect(comparison).to_contain_text("unchanged paragraphs")


def test_a_divider_between_comments_links_to_the_changes_of_an_update(page):
    page.goto(OPEN)
    divider = page.locator("#update-2")
    expect(divider).to_have_text(re.compile(r"^Story updated .+\. See what changed$"))
    divider.get_by_role("link").click()

    expect(page.get_by_role("heading", name="Changes from version 1 to version 2")).to_be_visible()


def test_an_arabic_story_reads_from_right_to_left(page):
    page.goto(ARABIC)

    headline = page.get_by_role("heading", level=1)
    expect(headline).to_have_attribute("lang", "ar")
    for part in (headline, page.locator(".story-text .body"), page.locator("article.story")):
        expect(part).to_have_css("direction", "rtl")
    expect(page.locator("html")).to_have_css("direction", "ltr")
    text, facts = (page.locator(each).bounding_box() for each in (".body", ".story-facts"))
    if page.viewport_size["width"] == ON_DESK.width:
        assert facts["x"] > text["x"], "the facts are next to the start of the text"


@pytest.mark.parametrize("view", [ON_PHONE], ids=str)
def test_a_table_scrolls_in_its_own_frame(page):
    page.goto(OPEN)
    frame = page.get_by_role("region", name="Table 1")
    expect(frame.get_by_role("columnheader", name="Width")).to_be_visible()
    expect(frame.get_by_role("cell", name="Berliner")).to_be_visible()
    # The demo's table is narrow, so it gets a word that cannot be broken.
    frame.locator("td").first.evaluate("each => { each.textContent = 'M'.repeat(60) }")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("each => each.scrollLeft > 0", arg=frame.element_handle())


@ONCE
def test_structured_data_agrees_with_the_page(page):
    page.goto(OPEN)

    data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == page.get_by_role("heading", level=1).inner_text()
    assert f"Comments ({data['commentCount']})" == page.locator("#comments-heading").inner_text()
    assert len(data["image"]) == 4
    assert page.request.get(data["image"][0]).headers["content-type"] == "image/jpeg"
    assert page.locator("link[rel=canonical]").get_attribute("href") == page.url


@ONCE
def test_an_inexact_address_leads_to_the_story_with_its_number(page, process):
    page.goto(OPEN)
    right = page.url

    for nearly in (OPEN, f"{OPEN}/another-headline", f"{OPEN}/another-headline?order=newest"):
        page.goto(nearly)
        assert page.url.partition("?")[0] == right
    page.goto(f"{OPEN}/another-headline/versions/2?since=1")
    assert page.url == f"{right}/versions/2"
    page.goto(ARABIC)
    assert "من-رزمة" in unquote(urlsplit(page.url).path)


@ONCE
def test_a_missing_page_says_so(page):
    for address in ("/stories/999", "/stories/1/x/comments/999", "/topics/nothing", "/stories/1/x/pictures/99", "/x"):
        assert page.goto(address).status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
        expect(page.get_by_role("link", name="Front page").first).to_be_visible()


@ONCE
def test_a_withdrawn_story_says_so_and_is_on_no_list(page, process, tmp_path):
    story = ("withdrawn-from-lists", "A bridge that was not built", ["PORTO (Wire) - It was to open today."])
    assert "published 1" in wire.deliver(process, tmp_path, wire.item(*story, topic="Bridges"))
    page.goto("/")
    address = page.get_by_role("link", name="A bridge that was not built").get_attribute("href")
    assert page.goto(address).status == 200
    assert "withdrawn 1" in wire.deliver(process, tmp_path, wire.item(*story, 2, "canceled", topic="Bridges"))

    assert page.goto(address).status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("This story was withdrawn")
    for listing in ("/", "/feed.xml", "/feed.json", "/sitemap.xml", "/topics/bridges"):
        assert "not built" not in page.request.get(listing).text()
    page.goto("/")
    expect(page.get_by_role("navigation", name="Topics", exact=True)).not_to_contain_text("Bridges")
