"""The demo edition: what it has to show on the front page, on lists, on stories and at the desk."""

import re

import pytest
from playwright.sync_api import expect

from people import Staff
from view import ON_DESK

pytestmark = pytest.mark.parametrize("view", [ON_DESK], ids=str)
CORRECTED, WITHDRAWN = "/stories/4", "/stories/9"
SCHEDULED = "Six dots under a fingertip"
RULES = ("abuse", "hate", "private", "false", "advertising", "off-topic", "unlawful")


@pytest.fixture(scope="module")
def untouched(new_process):
    """A server with nothing but the demo edition."""
    return new_process()


@pytest.fixture
def page(someone, untouched):
    return someone(untouched)


def test_lists_have_stories_that_readers_may_see(page):
    page.goto("/")
    expect(page.locator("article.card")).to_have_count(8)
    topics = page.get_by_role("navigation", name="Topics", exact=True).get_by_role("link")
    addresses = [topic.get_attribute("href") for topic in topics.all()]
    assert addresses == ["/topics/printing", "/topics/paper", "/topics/sea"]
    for address in addresses:
        page.goto(address)
        assert 3 <= page.locator("article.card").count() <= 5
    for listing in ("/", "/topics/sea", "/topics/printing", "/feed.xml", "/feed.json"):
        text = page.request.get(listing).text()
        assert SCHEDULED not in text and "The language of the flags" not in text


def test_stories_are_related_to_at_most_three_others(page):
    for number in range(1, 9):
        page.goto(f"/stories/{number}")
        assert 2 <= page.locator(".related li").count() <= 3


def test_a_correction_and_a_withdrawal_say_why(page):
    page.goto(CORRECTED)
    expect(page.locator(".story-facts .revision")).to_contain_text("CORRECTED: The first version said")
    page.get_by_role("link", name="See what changed").first.click()
    expect(page.get_by_role("listitem").filter(has_text="CORRECTED")).to_be_visible()

    assert page.goto(WITHDRAWN).status == 410
    expect(page.locator("main")).to_contain_text("We published the story before we checked its facts.")


def test_the_queue_has_a_case_for_each_rule(someone, untouched, session_of):
    moderator = Staff(someone(untouched, storage_state=session_of("moderator")))
    moderator.open("/desk/queue")
    expect(moderator.page.locator(".queue li")).to_have_count(8)
    for rule in RULES:
        moderator.open(f"/desk/queue?view=reported&rule={rule}")
        expect(moderator.page.locator(".queue li")).to_have_count(1)
    moderator.open("/desk/queue?view=held")
    expect(moderator.page.locator(".queue li")).to_have_count(1)


def test_the_desk_knows_of_a_story_that_appears_tomorrow(someone, untouched, session_of):
    editor = Staff(someone(untouched, storage_state=session_of("editor")))
    editor.open("/desk/stories")
    embargoed = editor.page.get_by_role("listitem").filter(has_text=SCHEDULED)
    expect(embargoed).to_contain_text(re.compile(r"^Until", re.MULTILINE))
    embargoed.get_by_role("link").click()
    expect(editor.page.locator("main")).to_contain_text("Louis Braille")


def test_the_front_page_is_light(page):
    """At most 10 requests and 80 KB in a fresh browser, and nothing on the page moves."""
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()))
    page.add_init_script("""
        window.moved = 0
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.moved += entry.value })
            .observe({ type: "layout-shift", buffered: true })
        """)
    page.goto("/", wait_until="networkidle")

    assert page.evaluate("window.moved") == 0
    assert len(sizes) <= 10
    assert sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes) <= 80_000
