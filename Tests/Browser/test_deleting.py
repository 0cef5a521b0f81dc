"""A reader deletes a comment, or asks for its removal after five minutes."""

import pytest
from playwright.sync_api import expect

import rows
from kinds import OPEN
from people import Reader
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE

WITH_SCRIPTS = pytest.mark.parametrize("view", [ON_DESK, ON_PHONE], ids=lambda view: str(view.width))


def _stub(reader, number):
    return reader.page.locator(f"#comment-{number}")


def _write(reader, text):
    """Writes a comment and returns its number."""
    reader.open(OPEN)
    reader.write("shy writer", text)
    return reader.comment(text).get_attribute("id").removeprefix("comment-")


def _follow(reader, link):
    """Opens a link with the keyboard."""
    link.focus()
    with reader.page.expect_navigation():
        reader.page.keyboard.press("Enter")


def test_an_author_deletes_a_comment_with_the_keyboard(reader, view):
    text = f"I should not have said this ({view})."
    number = _write(reader, text)
    reader.open(OPEN)
    count = reader.count()
    _follow(reader, reader.comment(text).get_by_role("link", name="Delete"))
    expect(reader.page.get_by_role("heading", name="Delete your comment")).to_be_visible()
    expect(reader.page.locator(".quoted")).to_contain_text(text)
    assert_accessible(reader.page)
    assert_fits(reader.page)
    _follow(reader, reader.page.get_by_role("button", name="Delete comment"))
    expect(reader.page.get_by_role("heading", name="Your comment is removed")).to_be_visible()
    assert_accessible(reader.page)
    assert_fits(reader.page)
    _follow(reader, reader.page.get_by_role("link", name="Back to the discussion"))
    expect(_stub(reader, number)).to_have_text("This comment was removed by its author.")
    assert reader.count() == count - 1
    expect(reader.page.get_by_text(text)).to_have_count(0)
    assert_accessible(reader.page)
    assert_fits(reader.page)


@WITH_SCRIPTS
def test_an_open_page_shows_the_deletion_at_once(someone, process, reader, view):
    text = f"Soon gone from open pages ({view.width})."
    number = _write(reader, text)
    watcher = Reader(someone(process))
    with watcher.page.expect_request(lambda request: "/live?after=" in request.url):
        watcher.open(OPEN)
    expect(watcher.comment(text)).to_be_visible()
    reader.open(f"/comments/{number}/delete")
    reader.press(reader.page.get_by_role("button", name="Delete comment"))
    expect(_stub(watcher, number)).to_contain_text("This comment was removed.")
    expect(watcher.page.get_by_text(text)).to_have_count(0)


def test_after_five_minutes_the_desk_decides(reader, editor, process, view):
    text = f"I said this long ago ({view})."
    number = _write(reader, text)
    rows.run(process, "UPDATE comments SET created_at = created_at - 600000 WHERE id = ?", number)
    reader.open(OPEN)
    _follow(reader, reader.comment(text).get_by_role("link", name="Ask for removal"))
    assert_accessible(reader.page)
    assert_fits(reader.page)
    _follow(reader, reader.page.get_by_role("button", name="Ask for removal"))
    expect(reader.page.get_by_role("heading", name="You have asked for the removal")).to_be_visible()
    assert_accessible(reader.page)

    editor.open("/desk/queue")
    expect(editor.page.get_by_text("The commenter asks for removal").first).to_be_visible()
    assert_accessible(editor.page)
    assert_fits(editor.page)
    case = editor.case(text)
    expect(case.get_by_label("Rule broken", exact=True)).to_have_value("author")
    assert_accessible(editor.page)
    assert_fits(editor.page)
    case.get_by_label("Note to the commenter").fill("We removed it for you.")
    editor.press(case.get_by_role("button", name="Remove", exact=True))
    reader.page.reload()
    expect(reader.page.get_by_role("heading", name="Your comment is removed")).to_be_visible()
    expect(reader.page.locator("main")).to_contain_text("We removed it for you.")
    reader.open(OPEN)
    expect(_stub(reader, number)).to_have_text("This comment was removed by its author.")
