"""Unread comments in the moderation queue, and views that a person saves."""

import itertools
import re
import time

import pytest
from playwright.sync_api import expect

import rows
from people import Staff
from verdicts import assert_accessible, assert_fits

QUEUE = "/desk/queue"
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def unread_process(new_process):
    """A server whose unread comments are those of these tests, without open cases."""
    process = new_process({})
    rows.run(process, "UPDATE comments SET is_unread = 0")
    rows.run(process, "DELETE FROM reports")
    rows.run(process, "DELETE FROM cases WHERE ruling_id IS NULL")
    return process


@pytest.fixture
def moderator(someone, unread_process, session_of):
    return Staff(someone(unread_process, storage_state=session_of("moderator")))


@pytest.fixture
def colleague(someone, unread_process, session_of):
    return Staff(someone(unread_process, storage_state=session_of("editor")))


def _comments(process, count, story):
    """Adds unread comments on a story, the oldest first, and returns their texts."""
    now = int(time.time() * 1000)
    texts = []
    for place in range(count):
        text = f"Words that nobody has read {next(_numbers)}."
        rows.insert(
            process, "comments", story_id=story, name="A reader", name_key="a reader", text=text, state="published",
            is_listed=1, story_version=1, created_at=now - 1_000 * (count - place), source="one", is_unread=1)
        rows.run(process, "UPDATE stories SET comment_count = comment_count + 1 WHERE id = ?", story)
        texts.append(text)
    return texts


def _act(staff, view, key, button):
    """Presses a key, or without scripts its button."""
    if view.scripts:
        staff.page.keyboard.press(key)
    else:
        staff.press(staff.page.get_by_role("button", name=button, exact=True))


def _view(staff, name):
    return staff.page.get_by_role("navigation", name="Views").get_by_role("link", name=re.compile(f"^{name}"))


def _forget(process):
    """Marks everything as read and closes all cases, so that the next test begins anew."""
    rows.run(process, "UPDATE comments SET is_unread = 0")
    rows.run(process, "UPDATE cases SET ruling_id = (SELECT MAX(id) FROM rulings) WHERE ruling_id IS NULL")


def test_a_moderator_reads_unread_comments_one_after_another(moderator, unread_process, view):
    story = 1 if view.scripts else 2
    first, second, third = _comments(unread_process, 3, story)
    moderator.open("/desk")
    expect(_view(moderator, "Unread")).to_have_text("Unread 3")
    where = f"{QUEUE}?view=unread&story={story}"
    moderator.open(where)
    expect(moderator.page.get_by_text("3 comments")).to_be_visible()
    assert_accessible(moderator.page)
    assert_fits(moderator.page)
    moderator.choose("Start with the first comment")
    comment, done = moderator.page.locator(".in-question"), moderator.page.locator(".queue-done")
    expect(comment).to_contain_text(first)
    _act(moderator, view, "a", "Keep")
    expect(comment).to_contain_text(second)
    expect(done).to_contain_text("Kept.")
    _act(moderator, view, "s", "Skip")
    expect(comment).to_contain_text(third)
    _act(moderator, view, "a", "Keep")
    expect(moderator.page.get_by_text("No more cases in this view")).to_be_visible()
    # What was skipped is unread still.
    expect(moderator.page.locator(".queue li")).to_have_count(1)
    expect(moderator.page.locator(".queue li")).to_contain_text(second)
    moderator.press(done.get_by_role("button", name="Undo"))
    expect(comment).to_contain_text(third)
    moderator.press(moderator.page.get_by_role("button", name="Leave the queue"))
    # The comment with a ruling that was undone has an open case; the other one has none.
    expect(_view(moderator, "All open")).to_have_text("All open 1")
    expect(_view(moderator, "Unread")).to_have_text("Unread 1")
    moderator.press(moderator.page.locator(".queue li").get_by_role("button", name=re.compile("^Open")))
    expect(comment).to_contain_text(second)
    _forget(unread_process)


def test_colleagues_read_different_comments(moderator, colleague, unread_process, view):
    story = 1 if view.scripts else 2
    first, second, third, fourth = _comments(unread_process, 4, story)
    # A script has fetched the second comment already.
    other = third if view.scripts else second
    for person, text in ((moderator, first), (colleague, other)):
        person.open(f"{QUEUE}?view=unread&story={story}")
        person.choose("Start with the first comment")
        expect(person.page.locator(".in-question")).to_contain_text(text)
        if view.scripts:
            person.page.wait_for_load_state("networkidle")
    colleague.press(colleague.page.get_by_role("button", name="Leave the queue"))
    moderator.press(moderator.page.get_by_role("button", name="Leave the queue"))
    expect(_view(moderator, "Unread")).to_have_text("Unread 4")
    expect(_view(moderator, "All open")).to_have_text("All open 0")
    expect(moderator.page.locator(".queue li")).to_have_count(4)
    expect(moderator.page.locator(".queue li").last).to_contain_text(fourth)
    _forget(unread_process)


def test_a_moderator_saves_a_view_and_deletes_it(moderator, colleague, view):
    name = f"My story ({view})"
    moderator.open(f"{QUEUE}?view=unread&story=1&hours=2")
    field = moderator.page.get_by_label("Save this view as")
    field.fill("A name that is much too long for a view of the queue")
    moderator.press(moderator.page.get_by_role("button", name="Save view"))
    expect(moderator.refusal()).to_contain_text("too long (limit 40)")
    expect(field).to_have_value("A name that is much too long for a view of the queue")
    assert_accessible(moderator.page)
    field.fill(name)
    moderator.press(moderator.page.get_by_role("button", name="Save view"))

    own = moderator.page.get_by_role("link", name=name)
    expect(own).to_have_attribute("aria-current", "page")
    assert_accessible(moderator.page)
    assert_fits(moderator.page)
    moderator.open("/desk")
    own.click()
    expect(moderator.page.get_by_label("Story number")).to_have_value("1")
    colleague.open(QUEUE)
    expect(colleague.page.get_by_role("link", name=name)).to_have_count(0)
    moderator.press(moderator.page.get_by_role("button", name="Delete view"))
    expect(own).to_have_count(0)
    expect(field).to_be_visible()
