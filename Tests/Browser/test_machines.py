"""Feeds, sitemaps and data for search engines, over the busy demo."""

import pytest

import kinds
import rows
from machines import assert_valid_atom, assert_valid_data, assert_valid_json_feed, assert_valid_sitemap

from view import ON_DESK

pytestmark = pytest.mark.parametrize("view", [ON_DESK], ids=str)


@pytest.fixture
def visitor(reader):
    reader.open("/")
    return reader.page


def _get(page, address):
    answer = page.request.get(address)
    assert answer.status == 200
    return answer


def _named(page, kind):
    """The feeds of a media type that the head of a page names."""
    return page.locator(f"link[rel=alternate][type='{kind}']").evaluate_all("links => links.map(each => each.href)")


@pytest.mark.parametrize("address", ["/", kinds.OPEN, "/topic"])
def test_every_feed_that_a_page_names_is_valid_and_has_entries(reader, address):
    if address == "/topic":
        reader.open(kinds.OPEN)
        address = reader.page.locator(".topics a").first.get_attribute("href")
    reader.open(address)
    atom, json = _named(reader.page, "application/atom+xml"), _named(reader.page, "application/feed+json")
    assert len(atom) == (1 if address == "/" else 2) and json
    for each in atom:
        assert assert_valid_atom(_get(reader.page, each))
    for each in json:
        assert assert_valid_json_feed(_get(reader.page, each))


def test_feeds_with_summaries_are_valid(new_process, someone):
    page = someone(new_process({"BROADSHEET_FEEDS_TEXT": "summary"}))
    page.goto("/")
    entries = assert_valid_atom(_get(page, _named(page, "application/atom+xml")[0]))
    items = assert_valid_json_feed(_get(page, _named(page, "application/feed+json")[0]))
    assert len(entries) == len(items) and all("content_text" in item for item in items)


def test_every_page_of_the_sitemaps_is_there_and_its_data_is_valid(visitor):
    robots = _get(visitor, "/robots.txt").text()
    sitemaps = [line.removeprefix("Sitemap: ") for line in robots.splitlines() if line.startswith("Sitemap: ")]
    assert len(sitemaps) == 2
    everything, news = (assert_valid_sitemap(_get(visitor, each)) for each in sitemaps)
    assert set(news) <= set(everything) and news
    for address in everything:
        answer = visitor.goto(address)
        assert answer.status == 200
        assert visitor.locator("link[rel=canonical]").get_attribute("href") == address
        things = assert_valid_data(visitor)
        assert len(things) == (1 if "/stories/" in address else 0)


def test_later_pages_of_a_discussion_have_valid_data(new_process, someone):
    process = new_process()
    for number in range(1, 121):
        rows.insert(
            process, "comments", id=10_000 + number, thread_id=10_000 + number, story_id=1, name="A reader",
            name_key="a reader", text=f"Number {number} of many.", state="published", is_listed=1, story_version=1,
            created_at=1_700_000_000_000 + number, source="many")
    page = someone(process)
    page.goto(kinds.OPEN)
    pages = 0
    while (further := page.locator(".next-page a")).count():
        page.goto(further.get_attribute("href"))
        assert assert_valid_data(page)[0]["comment"]
        pages += 1
    assert pages == 2
    assert len(assert_valid_atom(_get(page, _named(page, "application/atom+xml")[-1]))) == 50
