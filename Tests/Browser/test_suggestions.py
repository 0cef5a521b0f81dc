"""Suggested corrections: a reader sends one and follows its receipt; an editor accepts, answers or dismisses it."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from people import Reader
from verdicts import assert_accessible, assert_fits, assert_touchable
from view import DESK, PHONE, View

ALL = [View(PHONE), View(PHONE, scripts=False, scheme="dark"), View(DESK, scheme="dark"), View(DESK, scripts=False)]
_numbers = itertools.count(1)
SELECT = """
words => {
    const walker = document.createTreeWalker(document.querySelector(".body"), NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + words.length)
        getSelection().removeAllRanges()
        getSelection().addRange(range)
        return
    }
    throw new Error(`no text has “${words}”`)
}
"""


def _check(page):
    assert_fits(page)
    assert_touchable(page)
    assert_accessible(page)


@pytest.fixture
def published(editor, view):
    """A story that an editor has just published: its headline and its address."""
    headline = f"A lighthouse with error number {next(_numbers)} ({view} {view.scheme})"
    editor.new_story(Headline=headline, Text="The lamp turns.\n\nIt was built in *1923* by the harbor.")
    editor.choose("Publish")
    expect(editor.page.get_by_role("heading", name=headline)).to_be_visible()
    return headline, editor.page.url


def _suggest(reader, view, address, passage, **texts):
    """Opens the form from the story, with the passage selected or pasted, and sends it."""
    reader.open(address)
    link = reader.page.get_by_role("link", name="Suggest a correction")
    if view.scripts:
        reader.page.evaluate(SELECT, passage)
    link.click()
    field = reader.page.get_by_label("The passage")
    if view.scripts:
        expect(field).to_have_value(passage)
    else:
        expect(field).to_have_value("")
        field.fill(passage)
    _check(reader.page)
    return reader.suggest(**texts)


def _item(editor, headline):
    """The suggestion for the story with this headline, which may be on a later page of the list."""
    editor.open("/desk/corrections")
    item = editor.page.locator(".suggestions > li").filter(has_text=headline)
    while not item.count():
        editor.press(editor.page.get_by_role("link", name="More suggestions"))
    return item


@pytest.mark.parametrize("view", ALL, ids=lambda view: f"{view}-{view.scheme}")
def test_a_suggestion_is_accepted_and_the_correction_thanks_its_sender(reader, editor, published, view):
    headline, address = published
    reader.open(address)
    reader.page.get_by_role("link", name="Suggest a correction").click()
    reader.page.get_by_label("You may thank me by name").check()
    reader.page.get_by_label("What is wrong?").fill("The year.")
    reader.press(reader.page.get_by_role("button", name="Send suggestion"))
    expect(reader.refusal()).to_contain_text("Enter your name, or clear")
    expect(reader.page.get_by_label("What is wrong?")).to_have_value("The year.")
    expect(reader.page.get_by_label("Your name")).to_be_focused()
    reader.page.get_by_label("The passage").fill("built in 1923")
    receipt = reader.suggest(What_is_right="It was built in 1932", How_do_you_know="It is on its door.",
                             Your_name="Ada Reader")
    expect(reader.page.get_by_text("An editor will look at your suggestion.")).to_be_visible()
    _check(reader.page)

    editor.open("/desk")
    expect(editor.page.get_by_role("link", name=re.compile("suggested correction"))).to_be_visible()
    item = _item(editor, headline)
    expect(item.locator("mark")).to_have_text("built in 1923")
    expect(item).to_contain_text("Ada Reader (may be thanked by name)")
    _check(editor.page)
    item.get_by_label("Answer to the sender").fill("You are right.")
    editor.press(item.get_by_role("button", name="Accept and correct"))
    expect(editor.page.get_by_text("check and complete the reader’s words under")).to_be_visible()
    _check(editor.page)
    note = editor.page.get_by_role("textbox", name="Note to readers")
    expect(note).to_have_value(
        "An earlier version said “built in 1923”. In fact: It was built in 1932. Thanks to Ada Reader.")
    expect(editor.page.get_by_role("radio", name=re.compile("^A correction"))).to_be_checked()
    reader.open(receipt)
    expect(reader.page.get_by_text("It shows the next correction of this story")).to_be_visible()
    expect(reader.page.get_by_text("You are right.")).to_be_visible()

    editor.fill(Text="The lamp turns.\n\nIt was built in 1932 by the harbor.")
    editor.choose("Publish the changes")
    reader.open(receipt)
    expect(reader.page.get_by_text("the story has been corrected since")).to_be_visible()
    reader.press(reader.page.get_by_role("link", name="Read the correction"))
    expect(reader.page.locator(".correction:target")).to_contain_text("Thanks to Ada Reader.")
    expect(reader.page.locator(".body")).to_contain_text("1932")
    _check(reader.page)


@pytest.mark.parametrize("view", ALL, ids=lambda view: f"{view}-{view.scheme}")
def test_a_suggestion_is_dismissed_and_reopened(reader, editor, published, view):
    headline, address = published
    receipt = _suggest(reader, view, address, "The lamp turns.", What_is_wrong="It stands still.")
    item = _item(editor, headline)
    expect(item.locator("mark")).to_have_text("The lamp turns")
    item.get_by_label("Answer to the sender").fill("We have watched it turn.")
    editor.press(item.get_by_role("button", name="Dismiss"))
    expect(editor.page.get_by_role("status")).to_contain_text("The suggestion is dismissed.")
    _check(editor.page)

    reader.open(receipt)
    expect(reader.page.get_by_text("decided not to change the story")).to_be_visible()
    expect(reader.page.get_by_text("We have watched it turn.")).to_be_visible()
    _check(reader.page)

    editor.press(editor.page.get_by_role("status").get_by_role("link"))
    _check(editor.page)
    editor.press(editor.page.get_by_role("button", name="Reopen"))
    reader.open(receipt)
    expect(reader.page.get_by_text("An editor will look at your suggestion.")).to_be_visible()
    expect(reader.page.get_by_text("We have watched it turn.")).to_have_count(0)
    editor.press(editor.page.get_by_role("status").get_by_role("link"))
    expect(editor.page.get_by_text("We have watched it turn.")).to_be_visible()
    _check(editor.page)


def test_the_second_editor_is_told_and_loses_nothing(someone, process, session_of, reader, editor, published, view):
    headline, address = published
    _suggest(reader, view, address, "lamp", What_is_wrong="It is a candle.")
    item = _item(editor, headline)
    item.get_by_label("Answer to the sender").fill("A typed answer.")
    second = Reader(someone(process, storage_state=session_of("admin")))
    second.open(item.locator(".case-facts a").first.get_attribute("href"))
    second.page.get_by_label("Answer to the sender").fill("It is not.")
    second.press(second.page.get_by_role("button", name=re.compile("^Answer")))

    editor.press(item.get_by_role("button", name="Dismiss"))
    expect(editor.refusal()).to_contain_text("has already answered this suggestion. Your decision was not applied.")
    expect(editor.page.get_by_label("What you typed")).to_have_value("A typed answer.")
    _check(editor.page)
