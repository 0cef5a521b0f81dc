"""Following stories and topics, muting people, and the pages of people."""

import re

import pytest
from playwright.sync_api import expect

import accounts
from kinds import ARABIC, OPEN
from people import Reader
from verdicts import assert_accessible, assert_fits, assert_touchable
from view import DESK, PHONE, View

pytestmark = pytest.mark.parametrize(
    "view", [View(width, scripts) for width in (PHONE, DESK) for scripts in (True, False)], ids=str)


@pytest.fixture
def member(someone, process):
    """A reader with an account."""
    reader = Reader(someone(process))
    reader.number = accounts.sign_up(process, reader.page, "Robin Member")
    return reader


@pytest.fixture
def talker(someone, process, view):
    """Another reader with an account, who has commented."""
    reader = Reader(someone(process))
    reader.number = accounts.sign_up(process, reader.page, f"Sam Talker {view.width}{view.scripts}")
    reader.text = f"Number {reader.number} of those that somebody may not want to read."
    reader.open(ARABIC)
    accounts.write(reader, reader.text)
    return reader


def _sound(page):
    assert_accessible(page)
    assert_fits(page)
    assert_touchable(page)


def test_a_reader_follows_a_story_and_a_topic_and_stops(member, reader):
    reader.open(OPEN)
    expect(reader.page.get_by_role("link", name="Sign in to follow this story")).to_be_visible()
    _sound(reader.page)
    member.open(OPEN)
    member.press(member.page.get_by_role("button", name="Follow this story"))
    expect(member.page.get_by_role("button", name="Stop following this story")).to_be_visible()
    _sound(member.page)
    member.page.locator(".topics a").first.click()
    member.press(member.page.get_by_role("button", name="Follow this topic"))
    expect(member.page.get_by_role("button", name="Stop following this topic")).to_be_visible()
    _sound(member.page)
    member.open("/account")
    _sound(member.page)
    member.page.get_by_role("link", name="What you follow").click()
    expect(member.page.locator(".sessions li")).to_have_count(2)
    _sound(member.page)
    for left in (1, 0):
        member.press(member.page.get_by_role("button", name=re.compile("^Stop following")).first)
        expect(member.page.locator(".sessions li")).to_have_count(left)
    _sound(member.page)


def test_a_reader_mutes_somebody_whose_comments_then_are_folded(member, talker, reader):
    member.open(ARABIC)
    comment = member.page.locator("article.comment").filter(has_text=talker.text)
    button = comment.get_by_role("button", name="Mute")
    expect(button).to_have_accessible_description(re.compile("^Sam Talker"))
    _sound(member.page)
    member.press(button)
    fold = comment.locator("summary")
    expect(fold).to_be_in_viewport()
    expect(fold).to_have_text(re.compile(r"^You muted Sam Talker .*\. Show the comment$"))
    expect(comment.locator(".comment-text")).to_be_hidden()
    _sound(member.page)
    fold.click()
    expect(comment.locator(".comment-text")).to_be_visible()
    _sound(member.page)
    for other in (reader, talker):
        other.open(ARABIC)
        expect(other.comment(talker.text).locator("details")).to_have_count(0)

    member.open("/account/muted")
    _sound(member.page)
    member.press(member.page.get_by_role("button", name=re.compile("^Unmute Sam Talker")))
    expect(member.page.get_by_text("You have not muted anybody.")).to_be_visible()
    member.open(ARABIC)
    expect(comment.locator("details")).to_have_count(0)


def test_the_page_of_a_person_has_their_comments_until_they_remove_it(member, talker, reader):
    reader.open(ARABIC)
    reader.comment(talker.text).get_by_role("link", name=re.compile("^Sam Talker")).click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text(re.compile("^Sam Talker"))
    expect(reader.page.get_by_text(talker.text)).to_be_visible()
    expect(reader.page.get_by_text("1 comment", exact=False).first).to_be_visible()
    expect(reader.page.get_by_role("button", name="Mute")).to_have_count(0)
    _sound(reader.page)
    address = reader.page.url
    member.open(address)
    member.press(member.page.get_by_role("button", name="Mute"))
    expect(member.page.get_by_role("button", name="Unmute")).to_be_visible()
    _sound(member.page)

    talker.open("/account")
    talker.press(talker.page.get_by_role("button", name="Remove my page"))
    expect(talker.page.get_by_text("You have no public page anymore.")).to_be_visible()
    _sound(talker.page)
    # The browser logs each error status.
    assert reader.page.request.get(address).status == 404


def test_comments_that_arrive_are_folded_too(member, talker, view):
    if not view.scripts:
        pytest.skip("Without scripts, comments arrive only with the page.")
    member.open(ARABIC)
    member.press(member.comment(talker.text).get_by_role("button", name="Mute"))
    with member.page.expect_response(lambda answer: "/live" in answer.url):
        member.page.reload()
    text = f"One more by number {talker.number}."
    talker.open(ARABIC)
    accounts.write(talker, text)
    member.page.get_by_role("button", name="Show", exact=True).click()
    comment = member.page.locator("article.comment").filter(has_text=text)
    expect(comment.locator("summary")).to_be_visible()
    expect(comment.locator(".comment-text")).to_be_hidden()
