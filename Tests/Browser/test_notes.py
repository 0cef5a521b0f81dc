"""Notes on a draft: colleagues add, resolve and reopen them, and readers never see them."""

import itertools

import pytest
from playwright.sync_api import expect

from people import Staff
from verdicts import assert_fits

_numbers = itertools.count(1)


@pytest.fixture
def reporter(someone, process, session_of):
    return Staff(someone(process, storage_state=session_of("reporter")))


def _notes(staff):
    return staff.page.get_by_role("region", name="Notes")


def _add(staff, text, passage=""):
    staff.page.get_by_label("Your note").fill(text)
    staff.page.get_by_label("The passage that you mean").fill(passage)
    staff.choose("Add note")


def test_an_editor_notes_and_the_reporter_resolves(reporter, editor, view):
    headline = f"A lighthouse opens for the {next(_numbers)}. time, with notes ({view})"
    draft = reporter.new_story(Headline=headline, Text="The lamp turns.")

    editor.open(draft)
    _add(editor, "Which lamp?\nThere are two.", "The lamp turns.")
    note = _notes(editor).get_by_role("listitem")
    expect(note).to_contain_text("Which lamp?")
    expect(note.locator("blockquote")).to_have_text("The lamp turns.")
    assert_fits(editor.page)

    reporter.open("/desk/stories")
    expect(reporter.page.get_by_role("listitem").filter(has_text=headline)).to_contain_text("1 open note")
    reporter.press(reporter.page.get_by_role("link", name=headline))
    reporter.fill(Text="The old lamp turns.")
    reporter.choose("Save")
    expect(_notes(reporter)).to_contain_text("This passage is not in the saved text.")
    reporter.press(_notes(reporter).get_by_role("button", name="Resolve"))
    expect(_notes(reporter)).to_contain_text("No open notes")
    _notes(reporter).get_by_text("1 resolved note").click()
    expect(_notes(reporter).get_by_text("Resolved by")).to_be_visible()
    assert_fits(reporter.page)
    reporter.press(_notes(reporter).get_by_role("button", name="Reopen"))
    expect(_notes(reporter).get_by_role("button", name="Resolve")).to_be_visible()


def test_a_refused_note_comes_back_at_its_field(editor, view):
    editor.new_story(Headline=f"A lighthouse without notes ({view})", Text="The lamp turns.")
    _add(editor, "", "The lamp turns.")
    expect(editor.page.get_by_role("alert")).to_have_text("Enter a note.")
    expect(editor.page.get_by_role("alert")).to_be_in_viewport()
    field = editor.page.get_by_label("Your note")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(
        "Enter a note. Colleagues who may open this draft see it. Readers never do.")
    expect(editor.page.get_by_label("The passage that you mean")).to_have_value("The lamp turns.")


def test_a_note_does_not_stop_a_colleague_who_is_writing(reporter, editor, view):
    draft = reporter.new_story(Headline=f"A lighthouse with an open form ({view})", Text="The lamp turns.")
    editor.open(draft)
    _add(editor, "A word.")
    reporter.fill(Text="The lamp turns slowly.")
    reporter.choose("Save")
    expect(reporter.page.get_by_role("alert")).to_have_count(0)
    expect(reporter.page.get_by_label("Text", exact=True)).to_have_value("The lamp turns slowly.")
