"""The desk: rulings, closing and opening discussions, signing in and out."""

import pytest
from playwright.sync_api import expect

from kinds import ARABIC, OPEN
from people import Reader, Staff, hire


@pytest.fixture(scope="module")
def strict_process(new_process):
    """A server that holds the first comment of each unknown name for review."""
    return new_process({"BROADSHEET_COMMENTS_HOLD_UNKNOWN_NAMES": "true"})


@pytest.fixture
def admin(someone, strict_process, session_of):
    return Staff(someone(strict_process, storage_state=session_of("admin")))


def test_a_held_comment_is_visible_only_to_its_author_until_it_is_approved(someone, strict_process, admin, view):
    writer, stranger = (Reader(someone(strict_process)) for _ in range(2))
    text = f"My first words here ({view})."
    writer.open(OPEN)
    before = writer.count()

    writer.write(f"newcomer {view.width}", text)

    expect(writer.comment(text)).to_contain_text("is awaiting review")
    expect(writer.comment(text)).to_be_in_viewport()
    assert writer.count() == before
    stranger.open(OPEN)
    expect(stranger.comment(text)).to_have_count(0)

    case = admin.case(text)
    expect(case).to_contain_text("Held for review")
    admin.press(case.get_by_role("button", name="Publish"))

    stranger.open(OPEN)
    expect(stranger.comment(text)).to_be_visible()
    assert stranger.count() == before + 1


def test_an_editor_closes_a_discussion_and_a_late_comment_is_given_back(someone, process, editor, view):
    late = Reader(someone(process))
    late.open(ARABIC)
    editor.open("/desk/stories/2")
    editor.page.get_by_role("textbox", name="Reason (optional)").fill("It has said what there was to say.")
    editor.press(editor.page.get_by_role("button", name="Close discussion"))
    expect(editor.page.locator("main")).to_contain_text("This discussion is closed")

    late.write("tardy", "Written while it was open,\nsent when it was closed.")

    expect(late.refusal()).to_contain_text("closed, so we did not publish your comment")
    expect(late.refusal()).to_be_in_viewport()
    expect(late.page.get_by_label("What you typed")).to_have_value(
        "Written while it was open,\nsent when it was closed.")
    late.open(ARABIC)
    expect(late.page.get_by_text("This discussion is closed.")).to_contain_text("It has said what there was to say.")
    expect(late.page.get_by_role("button", name="Post comment")).to_have_count(0)
    expect(late.page.get_by_role("link", name="Report as abuse").first).to_be_visible()

    editor.press(editor.page.get_by_role("button", name="Reopen discussion"))
    late.open(ARABIC)
    expect(late.page.get_by_role("button", name="Post comment")).to_be_visible()


def test_an_admin_closes_all_discussions(someone, strict_process, admin):
    reader = Reader(someone(strict_process))
    admin.open("/desk")
    admin.press(admin.page.get_by_role("button", name="Close all discussions"))

    reader.open(OPEN)
    expect(reader.page.get_by_text("All discussions of this newspaper were closed")).to_be_visible()

    admin.press(admin.page.get_by_role("button", name="Reopen all discussions"))
    reader.open(OPEN)
    expect(reader.page.get_by_role("button", name="Post comment")).to_be_visible()


def test_simultaneous_rulings_do_not_overwrite_each_other(someone, process, editor, session_of, view):
    reader = Reader(someone(process))
    other = Staff(someone(process, storage_state=session_of("moderator")))
    text = f"Both saw this at the same time ({view})."
    reader.open(OPEN)
    reader.write("two minds", text)
    reader.report(reader.comment(text), "Off topic", "")
    first, second = editor.case(text), other.case(text)
    editor.press(first.get_by_role("button", name="Keep"))
    expect(editor.page.locator("ul.rulings > li").first).to_contain_text("kept by")

    second.get_by_label("Note to the commenter").fill("A sentence that must not be lost.")
    other.press(second.get_by_role("button", name="Remove"))

    expect(other.refusal()).to_contain_text("Your ruling was not applied.")
    expect(other.page.locator("main")).to_contain_text("A sentence that must not be lost.")
    reader.open(OPEN)
    expect(reader.comment(text)).to_be_visible()


def test_signing_out_ends_access_to_the_desk(someone, process, view):
    editor = Staff(someone(process))
    editor.sign_in(hire(process, f"leaving-{view}@broadsheet.example", "editor"))

    editor.press(editor.page.get_by_role("button", name="Sign out"))
    expect(editor.page.get_by_role("heading", name="Desk")).to_have_count(0)

    editor.open("/desk")

    expect(editor.page.get_by_role("heading", name="Sign in to the desk")).to_be_visible()


def test_a_wrong_password_does_not_reveal_which_addresses_exist(reader, process, view):
    known = hire(process, f"known-{view}@broadsheet.example", "moderator")
    said = []
    for email in (known, "nobody@broadsheet.example"):
        reader.open("/sign-in?next=/desk")
        reader.page.get_by_label("E-mail").fill(email)
        reader.page.get_by_label("Password").fill("not the password of the desk")
        reader.press(reader.page.get_by_role("button", name="Sign in"))
        expect(reader.page.get_by_label("E-mail")).to_have_value(email)
        said.append(reader.refusal().inner_text())

    assert said[0] == said[1]
