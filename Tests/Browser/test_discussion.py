"""Discussions: a comment is posted, reported, removed and restored; commenters edit their comments."""

import re

import pytest
from playwright.sync_api import expect

from kinds import OPEN
from people import Reader
from view import ON_DESK


def test_a_comment_is_posted_reported_removed_and_restored(someone, process, editor, view):
    reader = Reader(someone(process))
    text = f"What the harbour office told me about it ({view})."
    reader.open(OPEN)
    before = reader.count()

    reader.write("quay watch", text)

    expect(reader.comment(text)).to_be_in_viewport()
    expect(reader.comment(text)).to_contain_text("quay watch wrote:")
    reader.page.get_by_role("link", name="All comments on this story").click()
    expect(reader.comment(text)).to_be_visible()
    assert reader.count() == before + 1

    receipt = reader.report(reader.comment(text), "Private information", "It names a house.")
    expect(reader.page.locator("main")).to_contain_text("awaiting review")
    expect(reader.page.locator("main")).to_contain_text("It names a house.")

    case = editor.case(text)
    expect(case).to_contain_text("It names a house.")
    expect(case.get_by_label("Rule broken", exact=True)).to_have_value("private")
    case.get_by_label("Note to the commenter").fill("Please leave out who lives there.")
    editor.press(case.get_by_role("button", name="Remove"))
    expect(editor.page.locator("ul.rulings > li").first).to_contain_text("Private information")

    reader.open(OPEN)
    expect(reader.page.locator("main")).not_to_contain_text(text)
    assert reader.count() == before
    reader.open(receipt)
    expect(reader.page.locator("main")).to_contain_text("removed the comment")

    editor.undo_last()

    reader.open(OPEN)
    expect(reader.comment(text)).to_contain_text("quay watch wrote:")
    assert reader.count() == before + 1
    reader.open(receipt)
    expect(reader.page.locator("main")).to_contain_text("awaiting review")
    expect(editor.case(text)).to_contain_text("It names a house.")


def test_a_removed_comment_with_replies_leaves_a_line_that_names_the_rule(someone, process, editor, view):
    """Only the commenter sees the editor's note there."""
    reader = Reader(someone(process))
    text, answer = f"Begins a thread ({view}).", f"Goes on with it ({view})."
    reader.open(OPEN)
    reader.write("north pier", text)
    address = reader.page.url.partition("#")[0]
    reader.write("south pier", answer, button="Post reply")
    expect(reader.comment(answer)).to_have_class(re.compile("depth-1"))
    reader.open(address)
    reader.report(reader.comment(text).first, "Abuse", "")

    case = editor.case(text)
    case.get_by_label("Note to the commenter").fill("The second sentence was the trouble.")
    editor.press(case.get_by_role("button", name="Remove"))

    stranger = Reader(someone(process))
    stranger.open(address)
    line = stranger.page.locator(".comment.removed")
    expect(line).to_contain_text("Rule broken: Abuse.")
    expect(line).not_to_contain_text("the trouble")
    expect(stranger.page.get_by_text(answer)).to_be_visible()
    reader.open(address)
    expect(reader.page.locator(".comment.removed")).to_contain_text("The second sentence was the trouble.")
    editor.undo_last()
    stranger.open(address)
    expect(stranger.comment(text).first).to_be_visible()


def test_a_refused_comment_comes_back_with_everything_that_was_typed(reader):
    text = "Two words,\n\n*and* a <second> paragraph & more."
    reader.open(OPEN)
    before = reader.count()
    reader.page.get_by_label("E-mail").fill("reader@example.org")

    reader.write("\u200b\u200b", text)

    expect(reader.refusal()).to_have_text("Enter a name.")
    expect(reader.refusal()).to_be_in_viewport()
    name = reader.page.get_by_label("Name", exact=True)
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description(re.compile("Enter a name"))
    expect(reader.page.get_by_label("E-mail")).to_have_value("reader@example.org")
    expect(reader.page.get_by_role("textbox", name="Comment", exact=True)).to_have_value(text)
    assert reader.count() == before
    expect(reader.refusal()).to_be_focused()
    expect(reader.page).to_have_title(re.compile("^Error: "))

    # The reader follows a link, and "Back" has the form as it was. A reload of the form's address finds the page.
    form = reader.page.url
    reader.open("/policy")
    reader.page.go_back()
    expect(reader.refusal()).to_have_text("Enter a name.")
    expect(reader.page.get_by_role("textbox", name="Comment", exact=True)).to_have_value(text)
    assert reader.page.request.get(form).url == form.partition("/comments")[0]

    name.fill("three masts")
    reader.press(reader.page.get_by_role("button", name="Post comment"))

    expect(reader.comment("second")).to_contain_text("Two words,")
    expect(reader.comment("second").locator("em")).to_have_text("and")


def test_only_the_author_can_edit_a_comment(reader, someone, process, view):
    reader.open(OPEN)
    reader.write("lock keeper", f"The gate opens at sevn ({view}).")
    edit = reader.page.get_by_role("link", name="Edit")
    address = edit.get_attribute("href")
    edit.click()
    field = reader.page.get_by_role("textbox", name="Comment", exact=True)
    expect(field).to_have_value(f"The gate opens at sevn ({view}).")

    field.fill(f"The gate opens at seven ({view}).")
    reader.press(reader.page.get_by_role("button", name="Save changes"))

    changed = reader.comment(f"The gate opens at seven ({view}).")
    expect(changed).to_be_in_viewport()
    expect(changed.locator("footer")).to_contain_text("edited")
    assert someone(process).goto(address).status == 403


def test_a_comment_sent_twice_is_stored_once(reader, view):
    text = f"Sent again, because nothing seemed to happen ({view})."
    reader.open(OPEN)
    before = reader.count()
    for _ in range(2):
        reader.open(OPEN)
        reader.write("impatient", text)
    reader.open(OPEN)

    expect(reader.comment(text)).to_have_count(1)
    assert reader.count() == before + 1


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_typed_text_survives_a_reload(reader):
    reader.open(OPEN)
    field = reader.page.get_by_role("textbox", name="Comment", exact=True)
    field.fill("Half a thought")

    reader.page.reload()

    expect(field).to_have_value("Half a thought")
