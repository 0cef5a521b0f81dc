"""Writing stories at the desk: from the first draft to the published story."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from people import Staff

_numbers = itertools.count(1)


def _headline(view):
    return f"A lighthouse opens for the {next(_numbers)}. time ({view})"


@pytest.fixture
def reporter(someone, process, session_of):
    return Staff(someone(process, storage_state=session_of("reporter")))


@pytest.fixture
def admin(someone, process, session_of):
    return Staff(someone(process, storage_state=session_of("admin")))


def test_a_reporter_writes_and_submits_and_an_editor_publishes(reporter, editor, reader, view):
    headline = _headline(view)
    draft = reporter.new_story(
        Headline=headline, Standfirst="It shines.", Text="The lamp *turns*.\n\n## How it works\n\nIt turns.",
        Topics="Harbors")
    expect(reporter.page.get_by_role("button", name="Publish")).to_have_count(0)
    reporter.choose("Submit to the editors")
    expect(reporter.page.get_by_role("heading", name="Stories", level=1)).to_be_visible()

    editor.open("/desk/stories")
    editor.press(editor.page.get_by_role("link", name=headline))
    editor.choose("Publish")

    expect(editor.page.get_by_role("heading", name=headline)).to_be_visible()
    address = editor.page.url
    reader.open(address)
    expect(reader.page.get_by_role("heading", name="How it works")).to_be_visible()
    expect(reader.page.locator(".body em")).to_have_text("turns")
    reader.open("/")
    expect(reader.page.get_by_role("link", name=headline)).to_be_visible()
    assert reporter.page.goto(draft).status == 403


def test_a_preview_shows_unsaved_text_and_saves_nothing(editor, view):
    draft = editor.new_story(Headline=_headline(view), Text="It opens.")
    editor.fill(Text="It *opens*.\n\n> [!FACTS] The lamp\n> It turns.")
    with editor.page.context.expect_page() as opened:
        editor.page.get_by_role("button", name="Preview", exact=True).click()
    expect(opened.value.locator(".body em")).to_have_text("opens")
    expect(opened.value.get_by_role("heading", name="The lamp")).to_be_visible()
    editor.open(draft)
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value("It opens.")


def test_what_is_missing_is_named_with_a_link_to_its_field(editor, view):
    editor.new_story(Headline=_headline(view))
    editor.fill(Text="See [the plans](javascript:plans) of the house.")
    editor.choose("Publish")
    problem = editor.page.get_by_role("link", name="This link leads nowhere: javascript:plans")
    expect(problem).to_be_visible()
    editor.press(problem)
    expect(editor.page).to_have_url(re.compile("#body$"))
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value("See [the plans](javascript:plans) of the house.")


def test_two_editors_write_one_story_and_nothing_is_lost(editor, admin, view):
    draft = editor.new_story(Headline=_headline(view), Text="The first line.\n\nThe second line.")
    admin.open(draft)
    expect(admin.page.get_by_role("status")).to_contain_text("has been writing this draft since")
    admin.fill(Text="The first line, by the admin.\n\nThe second line.")
    admin.choose("Take over")
    admin.choose("Save")

    editor.fill(Text="The first line.\n\nThe second line, by the editor.")
    editor.choose("Save")
    expect(editor.page.get_by_role("alert")).to_contain_text("is writing this draft now")
    text = "The first line, by the admin.\n\nThe second line, by the editor."
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value(text)
    editor.choose("Take over")
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value(text)
    editor.choose("Save")
    editor.open(draft)
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value(text)


def test_a_time_that_clocks_skip_or_repeat_is_asked_about(new_process, someone, session_of, view):
    process = new_process({"BROADSHEET_HOUSE_TIME_ZONE": "Europe/Berlin"})
    editor = Staff(someone(process, storage_state=session_of("editor")))
    editor.new_story(Headline=_headline(view), Text="It opens at night.")
    editor.fill(Publish_at="2040-03-25T02:30")
    editor.choose("Publish")
    expect(editor.page.get_by_role("alert")).to_contain_text("There is no 2040-03-25 02:30 here")
    editor.fill(Publish_at="2040-10-28T02:30")
    editor.choose("Publish")
    expect(editor.page.get_by_role("alert")).to_contain_text("2040-10-28 02:30 comes twice")
    editor.page.get_by_label("the second time").check()
    editor.choose("Publish")
    expect(editor.page.locator("main")).to_contain_text("Sun Oct 28, 2040 2:30am CET (2040-10-28 01:30 UTC)")
    editor.choose("Schedule")
    expect(editor.page.get_by_role("region", name="My drafts")).to_contain_text("Sun Oct 28, 2040 2:30am CET")


def test_an_embargo_keeps_a_story_from_readers(editor, reader, view):
    headline = _headline(view)
    editor.new_story(Headline=headline, Text="It opens.")
    editor.fill(Embargo_until="2040-05-04T10:00")
    editor.choose("Publish")
    expect(editor.page.locator("main")).to_contain_text("The story appears on Fri May 4, 2040")
    editor.choose("Schedule")
    expect(editor.page.get_by_role("region", name="My drafts")).to_contain_text(headline)
    for address in ("/", "/feed.xml", "/sitemap.xml"):
        assert headline not in reader.page.request.get(address).text()


def test_a_published_story_is_edited_at_the_desk(editor, reader, view):
    headline = _headline(view)
    editor.new_story(Headline=headline, Text="It opens.")
    editor.choose("Publish")
    address = editor.page.url
    editor.open("/desk/stories/" + re.search(r"/stories/(\d+)", address)[1])
    editor.choose("Edit this story")
    editor.fill(Text="It opens at noon.")
    editor.choose("Publish the changes")
    reader.open(address)
    expect(reader.page.locator(".body")).to_have_text(re.compile("It opens at noon."))
