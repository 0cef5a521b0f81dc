"""What happens to a published story: it is corrected, withdrawn and brought back, or becomes a draft again."""

import itertools
import re

import pytest
from playwright.sync_api import expect

import wire
from people import Staff
from verdicts import assert_accessible

_numbers = itertools.count(1)
NOTE = "An earlier version said that it opens at noon. In fact, it opens at one."


def _published(editor, view, **fields):
    """Publishes a new story. Returns its headline and its address."""
    headline = f"A harbor opens for the {next(_numbers)}. time ({view})"
    editor.new_story(Headline=headline, Text="It opens at noon.", **fields)
    editor.choose("Publish")
    return headline, editor.page.url


def _at_the_desk(editor, address):
    editor.open("/desk/stories/" + re.search(r"/stories/(\d+)", address)[1])


def _edit(editor, address, act, note="", text="It opens at one."):
    _at_the_desk(editor, address)
    editor.choose("Edit this story")
    editor.page.get_by_role("radio", name=re.compile(f"^{act}")).check()
    editor.page.get_by_role("textbox", name="Note to readers").fill(note)
    editor.fill(Text=text)
    editor.choose("Publish the changes")


def test_a_correction_stands_on_the_story_on_its_own_page_and_between_the_comments(editor, reader, view):
    headline, address = _published(editor, view)
    reader.open(address)
    reader.write("An early reader", "I shall be there at noon.")
    _edit(editor, address, "A correction", NOTE)
    reader.open(address)
    expect(reader.page.locator(".corrections")).to_contain_text(NOTE)
    expect(reader.page.get_by_text("Story corrected")).to_be_visible()
    assert_accessible(reader.page)
    reader.open("/corrections")
    entry = reader.page.get_by_role("listitem").filter(has_text=headline)
    expect(entry).to_contain_text("In fact, it opens at one.")
    assert headline in reader.page.request.get("/corrections/feed.xml").text()
    reader.press(entry.get_by_role("link", name=headline))
    reader.open(reader.page.url.split("#")[0] + "/versions")
    expect(reader.page.get_by_role("main")).to_contain_text("Correction ·")


@pytest.mark.parametrize("act", ["A correction", "A clarification"])
def test_a_correction_without_a_note_comes_back_with_the_text(editor, view, act):
    _, address = _published(editor, view)
    _edit(editor, address, act)
    expect(editor.page.get_by_role("alert")).to_be_visible()
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value("It opens at one.")
    expect(editor.page.get_by_role("radio", name=re.compile(f"^{act}"))).to_be_checked()
    editor.page.get_by_role("textbox", name="Note to readers").fill(NOTE)
    editor.choose("Publish the changes")
    expect(editor.page.locator(".corrections")).to_contain_text(NOTE)


def test_a_spelling_change_leaves_no_note_and_an_update_says_when(editor, reader, view):
    _, address = _published(editor, view)
    _edit(editor, address, "Only spelling", text="It opens at noon!")
    reader.open(address)
    expect(reader.page.locator(".corrections")).to_have_count(0)
    _edit(editor, address, "An update", text="It has opened.")
    reader.open(address)
    expect(reader.page.get_by_role("main")).to_contain_text("It has opened.")


def test_a_withdrawn_story_comes_back_with_its_comments(editor, reader, view):
    headline, address = _published(editor, view)
    reader.open(address)
    reader.write("An early reader", "I shall be there at noon.")
    _at_the_desk(editor, address)
    editor.page.get_by_text("Withdraw this story").first.click()
    editor.page.get_by_label("Reason for readers").fill("The harbor is closed.")
    editor.choose("Withdraw this story")
    assert_accessible(editor.page)
    assert reader.open(address).status == 410
    expect(reader.page.get_by_role("main")).to_contain_text("The harbor is closed.")
    assert headline not in reader.page.request.get("/feed.xml").text()
    editor.choose("Bring the story back")
    expect(editor.page.get_by_role("main")).to_contain_text("brought it back")
    reader.open(address)
    expect(reader.comment("I shall be there at noon.")).to_be_visible()


def test_a_story_becomes_a_draft_again_and_returns_to_its_address(editor, reader, view):
    headline, address = _published(editor, view)
    _at_the_desk(editor, address)
    editor.choose("Make it a draft again")
    expect(editor.page.get_by_role("heading", name="Edit story")).to_be_visible()
    assert reader.open(address).status == 404
    editor.fill(Text="It opens later.")
    editor.choose("Publish")
    expect(editor.page).to_have_url(address)
    reader.open(address)
    expect(reader.page.locator(".body")).to_contain_text("It opens later.")


def _waiting(process, editor, reader, view, tmp_path, sent):
    """An editor changes a story of an agency, and the agency sends its text again. Returns headline and address."""
    guid = f"harbor-{next(_numbers)}-{view}"
    headline = f"A harbor from the wire, {guid}"
    wire.deliver(process, tmp_path, wire.item(guid, headline, ["It opens at noon.", "It is deep."]))
    reader.open("/topics/wires")
    reader.press(reader.page.get_by_role("link", name=headline))
    address = reader.page.url
    _edit(editor, address, "An update", text="It opens at noon, we hear.\n\nIt is deep.")
    said = wire.deliver(process, tmp_path, wire.item(guid, headline, sent, 2))
    assert "waiting for an editor 1" in said
    reader.open(address)
    expect(reader.page.locator(".body")).to_contain_text("It is deep.")
    return headline, address


def _decide_on_version(editor, headline):
    editor.open("/desk")
    editor.press(editor.page.get_by_role("link", name=re.compile("new versions? from (an agency|agencies)")))
    editor.press(editor.page.get_by_role("link", name=headline))
    expect(editor.page.get_by_role("heading", name="New version from the agency")).to_be_visible()
    assert_accessible(editor.page)


def test_an_agencys_version_waits_for_the_editor_who_changed_the_story(process, editor, reader, view, tmp_path):
    sent = ["It opens at noon.", "It is shallow."]
    headline, address = _waiting(process, editor, reader, view, tmp_path, sent)
    _decide_on_version(editor, headline)
    editor.choose("Put both together")
    expect(editor.page.get_by_label("Text", exact=True)).to_have_value("It opens at noon, we hear.\n\nIt is shallow.")
    assert_accessible(editor.page)
    editor.choose("Publish the changes")
    reader.open(address)
    expect(reader.page.locator(".body")).to_contain_text("we hear.")
    expect(reader.page.locator(".body")).to_contain_text("It is shallow.")


def test_a_change_by_the_agency_is_not_left_out_by_mistake_and_can_be_dismissed(
    process, editor, reader, view, tmp_path
):
    headline, address = _waiting(process, editor, reader, view, tmp_path, ["It opens at one.", "It is deep."])
    _decide_on_version(editor, headline)
    editor.choose("Put both together")
    expect(editor.page.get_by_role("region", name="Two texts").locator("ins")).to_contain_text("one")
    editor.choose("Publish the changes")
    expect(editor.page.get_by_role("main")).to_contain_text("has nothing of that change")
    assert_accessible(editor.page)
    _decide_on_version(editor, headline)
    editor.page.get_by_text("Do not publish it").first.click()
    editor.choose("Do not publish it")
    expect(editor.page.get_by_role("main")).to_contain_text("has decided not to publish")
    assert_accessible(editor.page)
    reader.open(address)
    expect(reader.page.locator(".body")).to_contain_text("we hear.")
