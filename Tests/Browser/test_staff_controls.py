"""Rulings on comments that nobody has reported, from the page of a story, and replies by the desk."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from kinds import OPEN
from people import Reader
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE

MARK = "Staff reply"
_numbers = itertools.count(1)


def _written(reader, view):
    """Posts a comment and returns its text."""
    text = f"Number {next(_numbers)} of those that nobody has reported ({view})."
    reader.open(OPEN)
    reader.write("unreported writer", text)
    return text


def _rule_on(staff, text):
    """Opens the case of the comment with this text from the page of its story."""
    staff.open(OPEN)
    control = staff.comment(text).get_by_role("button", name="Rule on it")
    expect(control).to_have_accessible_description(re.compile("^unreported writer wrote:"))
    staff.press(control)
    expect(staff.page.locator(".in-question")).to_contain_text(text)


def test_staff_rule_on_a_comment_that_nobody_has_reported_and_come_back_to_it(reader, editor, view):
    text = _written(reader, view)
    reader.open(OPEN)
    expect(reader.page.get_by_role("button", name="Rule on it")).to_have_count(0)
    _rule_on(editor, text)
    assert_accessible(editor.page)
    editor.page.locator("form.ruling").get_by_label("Rule broken").select_option("abuse")
    editor.choose("Remove")

    assert "/stories/1/" in editor.page.url
    done = editor.page.locator(".removed .queue-done")
    expect(done).to_contain_text("Removed under Abuse.")
    expect(done).to_be_in_viewport()
    assert_accessible(editor.page)
    assert_fits(editor.page)
    expect(editor.comment(text)).to_have_count(0)
    editor.press(editor.page.get_by_role("link", name=re.compile("^Open the case of comment")).last)
    expect(editor.page.locator(".ruled")).to_contain_text("removed by")
    editor.press(editor.page.get_by_role("link", name="Back to the story"))
    editor.page.go_back()
    editor.press(editor.page.get_by_role("button", name=re.compile("^Undo")))
    expect(editor.page.locator(".queue-done")).to_contain_text("The case is open again.")
    editor.choose("Keep")
    comment = editor.comment(text)
    expect(comment.locator(".queue-done")).to_contain_text("Kept.")
    expect(comment).to_be_in_viewport()
    assert_accessible(editor.page)
    assert_fits(editor.page)
    reader.open(OPEN)
    expect(reader.comment(text)).to_be_visible()


def test_the_desk_replies_to_a_comment_under_its_own_name(reader, editor, view):
    text = _written(reader, view)
    _rule_on(editor, text)
    if view.scripts:
        # The keys belong to the queue.
        editor.open(re.sub(r"\?.*", "?view=open", editor.page.url))
        editor.page.keyboard.press("d")
        expect(editor.page.get_by_label("Reply", exact=True)).to_be_focused()
        expect(editor.page.get_by_label("Reply", exact=True)).to_have_value("")
    else:
        editor.page.get_by_text("Reply as the desk").click()
    assert_accessible(editor.page)
    assert_fits(editor.page)
    editor.page.get_by_label("Reply", exact=True).fill(f"We have *looked* at this ({view}).")
    editor.choose("Publish reply")
    done = editor.page.locator(".queue-done")
    expect(done).to_contain_text("Your reply is published.")
    expect(editor.page.locator(".in-question")).to_contain_text(text)
    assert_accessible(editor.page)
    editor.press(done.get_by_role("link", name="See it on the story"))
    expect(editor.comment("We have looked").last).to_be_in_viewport()

    reader.open(OPEN)
    reply = reader.comment(f"We have looked at this ({view}).")
    expect(reply.get_by_role("heading")).to_have_text(f"The desk wrote: {MARK}")
    expect(reply.locator(".by-desk")).to_be_visible()
    expect(reader.page.get_by_text("editor@broadsheet.example")).to_have_count(0)
    assert_accessible(reader.page)
    assert_fits(reader.page)
    reader.page.emulate_media(forced_colors="active")
    mark = reply.locator(".by-desk")
    border, paper = (mark.evaluate(f"each => getComputedStyle(each).{name}Color") for name in ("border", "background"))
    assert border != paper
    reader.page.emulate_media(forced_colors="none")


@pytest.mark.parametrize("view", [ON_DESK, ON_PHONE], ids=str)
def test_a_reader_cannot_use_the_name_of_the_desk(reader):
    reader.open(OPEN)
    reader.write("the  Desk", "Trust me, I am the desk.")
    expect(reader.refusal()).to_contain_text("Only our staff write under this name.")
    expect(reader.page.get_by_label("Name", exact=True)).to_have_attribute("aria-invalid", "true")
    expect(reader.page.get_by_role("textbox", name="Comment", exact=True)).to_have_value("Trust me, I am the desk.")
    assert_accessible(reader.page)


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_a_new_comment_that_staff_insert_has_the_control_and_that_of_a_reader_has_none(someone, process, editor, view):
    listener, writer = Reader(someone(process)), Reader(someone(process))
    for person in (editor, listener):
        with person.page.expect_response(lambda answer: "/live" in answer.url):
            person.open(OPEN)
    text = _written(writer, view)
    for person, count in ((editor, 1), (listener, 0)):
        person.page.get_by_role("button", name="Show", exact=True).click()
        expect(person.comment(text)).to_be_visible()
        expect(person.comment(text).get_by_role("button", name="Rule on it")).to_have_count(count)
