"""The moderation queue: one case after another, with a key or a button each."""

import itertools
import re
import time

import pytest
from playwright.sync_api import expect

import rows
from people import Staff
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE

QUEUE = "/desk/queue"
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def queue_process(new_process):
    """A server whose queue has only the cases of these tests."""
    process = new_process({})
    rows.run(process, "DELETE FROM reports")
    rows.run(process, "DELETE FROM cases WHERE ruling_id IS NULL")
    return process


def _staff(someone, process, session_of, role):
    return Staff(someone(process, storage_state=session_of(role)))


@pytest.fixture
def moderator(someone, queue_process, session_of):
    return _staff(someone, queue_process, session_of, "moderator")


@pytest.fixture
def colleague(someone, queue_process, session_of):
    return _staff(someone, queue_process, session_of, "editor")


def _cases(process, count, story, clause="abuse"):
    """Adds reported comments on a story, the most urgent first, and returns their texts."""
    now = int(time.time() * 1000)
    texts = []
    for place in range(count):
        text = f"Rude words {next(_numbers)}."
        comment = rows.insert(
            process, "comments", story_id=story, name="A reader", name_key="a reader", text=text, state="published",
            is_listed=1, story_version=1, created_at=now, source="one")
        rows.run(process, "UPDATE stories SET comment_count = comment_count + 1 WHERE id = ?", story)
        opened = now - 60_000 * (1_000 - place)
        case = rows.insert(
            process, "cases", comment_id=comment, story_id=story, opened_at=opened, due_at=opened, report_count=1)
        rows.insert(
            process, "reports", comment_id=comment, case_id=case, clause=clause, source="two",
            receipt_hash=f"receipt {case}", created_at=now)
        texts.append(text)
    return texts


def _start(staff, story):
    staff.open(f"{QUEUE}?view=reported&story={story}")
    staff.choose("Start with the first case")


def _act(staff, view, key, button):
    """Presses a key, or without scripts its button."""
    if view.scripts:
        staff.page.keyboard.press(key)
    else:
        staff.press(staff.page.get_by_role("button", name=button, exact=True))


def test_a_moderator_decides_one_case_after_another_and_undoes(moderator, queue_process, view):
    story = 1 if view.scripts else 2
    first, second, third, fourth = _cases(queue_process, 4, story)
    moderator.open(f"{QUEUE}?view=reported&story={story}")
    expect(moderator.page.get_by_text("4 cases")).to_be_visible()
    assert_fits(moderator.page)
    _start(moderator, story)
    comment = moderator.page.locator(".in-question")
    expect(comment).to_contain_text(first)
    assert_fits(moderator.page)
    if view.scripts:
        assert_accessible(moderator.page)
        # The test shows that no page is loaded: a mark on the window would be gone.
        moderator.page.evaluate("window.mark = true")

    _act(moderator, view, "r", "Remove")
    expect(comment).to_contain_text(second)
    done = moderator.page.locator(".queue-done")
    expect(done).to_contain_text("Removed under Abuse.")
    _act(moderator, view, "s", "Skip")
    expect(comment).to_contain_text(third)
    _act(moderator, view, "a", "Keep")
    expect(comment).to_contain_text(fourth)
    expect(done).to_contain_text("Kept.")
    _act(moderator, view, "z", "Undo")
    expect(comment).to_contain_text(third)
    expect(done).to_contain_text("The case is open again.")
    if view.scripts:
        expect(moderator.page.get_by_role("heading", level=1)).to_be_focused()
        assert moderator.page.evaluate("window.mark")
    _act(moderator, view, "h", "Hold")
    expect(comment).to_contain_text(fourth)
    _act(moderator, view, "e", "Give to an editor")
    expect(moderator.page.get_by_text("No more cases in this view")).to_be_visible()
    moderator.open(f"{QUEUE}?view=escalated&story={story}")
    expect(moderator.page.locator(".queue li")).to_have_count(1)


def test_a_colleague_gets_another_case(moderator, colleague, queue_process, view):
    story = 1 if view.scripts else 2
    first, second, third = _cases(queue_process, 3, story, clause="off-topic")
    # A script has fetched the second case already.
    other = third if view.scripts else second
    where = f"{QUEUE}?view=reported&story={story}&rule=off-topic"
    for person, text in ((moderator, first), (colleague, other)):
        person.open(where)
        person.choose("Start with the first case")
        expect(person.page.locator(".in-question")).to_contain_text(text)
    colleague.open(where)
    expect(colleague.page.get_by_text("moderator has it open").first).to_be_visible()
    for person, text in ((moderator, first), (colleague, other)):
        person.open(where)
        person.press(person.page.get_by_role("link", name=re.compile(text)))
        _act(person, view, "a", "Keep")
        expect(person.page.locator(".queue-done")).to_contain_text("Kept.")


@pytest.mark.parametrize("view", [ON_DESK, ON_PHONE], ids=str)
def test_keys_can_be_changed_and_switched_off(moderator, queue_process):
    first, second = _cases(queue_process, 2, 1, clause="hate")
    moderator.open(f"{QUEUE}?view=reported&rule=hate")
    moderator.choose("Start with the first case")
    comment = moderator.page.locator(".in-question")
    moderator.page.keyboard.press("?")
    dialog = moderator.page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert_accessible(moderator.page)
    dialog.get_by_label("Remove").fill("x")
    dialog.get_by_label("Use keys").uncheck()
    dialog.get_by_role("button", name="Close").click()
    moderator.page.keyboard.press("x")
    expect(comment).to_contain_text(first)
    moderator.page.get_by_role("button", name=re.compile("^Keys")).click()
    dialog.get_by_label("Use keys").check()
    dialog.get_by_role("button", name="Close").click()
    moderator.page.keyboard.press("x")
    expect(comment).to_contain_text(second)
    moderator.page.keyboard.press("a")
    expect(moderator.page.locator(".queue-done")).to_contain_text("Kept.")


def test_a_moderator_decides_several_cases_at_once_and_undoes(moderator, queue_process, view):
    story = 1 if view.scripts else 2
    first, second, third = _cases(queue_process, 3, story, clause="advertising")
    where = f"{QUEUE}?view=reported&story={story}&rule=advertising"
    moderator.open(where)
    page = moderator.page
    if view.scripts:
        for key in "jxjjx":
            page.keyboard.press(key)
        expect(page.get_by_role("button", name="Decide the selected cases (2)")).to_be_visible()
        assert_accessible(page)
    else:
        boxes = page.get_by_role("checkbox", name="Select the comment by A reader")
        boxes.nth(0).check()
        boxes.nth(2).check()
    assert_fits(page)
    moderator.press(page.get_by_role("button", name=re.compile("Decide the selected cases")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Decide 2 cases at once")
    rows_shown = page.locator(".queue li")
    expect(rows_shown).to_have_count(2)
    expect(rows_shown.nth(0)).to_contain_text(first)
    expect(rows_shown.nth(1)).to_contain_text(third)
    expect(page.locator(".numbers")).to_contain_text("Reported under Advertising")
    assert_fits(page)
    if view.scripts:
        assert_accessible(page)
    moderator.press(page.get_by_role("button", name="Remove all 2"))
    expect(page.get_by_role("status")).to_contain_text("removed 2 comments under Advertising.")
    assert_fits(page)
    moderator.open(where)
    expect(page.locator(".queue li")).to_have_count(1)
    expect(page.locator(".queue li")).to_contain_text(second)
    page.go_back()
    moderator.press(page.get_by_role("button", name="Undo all 2"))
    expect(page.get_by_role("status")).to_contain_text("All 2 comments are as they were before.")
    moderator.open(where)
    expect(page.locator(".queue li")).to_have_count(3)
    # Leaves no case for the other views of this test.
    moderator.press(page.get_by_role("button", name="Decide all 3 of this view"))
    moderator.press(page.get_by_role("button", name="Keep or publish all 3"))
    moderator.open(where)
    expect(page.get_by_text("No open cases")).to_be_visible()


@pytest.mark.parametrize("view", [ON_DESK, ON_PHONE], ids=str)
def test_a_decision_that_fails_brings_its_case_back_with_everything_that_was_typed(moderator, queue_process, view):
    first, second = _cases(queue_process, 2, 1, clause="false")
    moderator.open(f"{QUEUE}?view=reported&story=1&rule=false")
    moderator.choose("Start with the first case")
    page, comment = moderator.page, moderator.page.locator(".in-question")
    expect(comment).to_contain_text(first)
    page.wait_for_load_state("networkidle")
    note = page.get_by_label("Note to the commenter")
    note.fill("Please sign with your own name.")
    address = page.url

    page.context.set_offline(True)
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("alert")).to_contain_text("We could not confirm that your decision was saved.")
    expect(comment).to_contain_text(first)
    expect(note).to_have_value("Please sign with your own name.")
    assert page.url == address
    page.context.set_offline(False)

    # A missing rule is refused before the next case appears.
    page.locator("form.ruling select").select_option("")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the rule that the comment breaks.")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(comment).to_contain_text(first)
    expect(note).to_have_value("Please sign with your own name.")
    page.locator("form.ruling select").select_option("false")
    page.get_by_role("button", name="Remove").click()
    expect(comment).to_contain_text(second)
    expect(page.locator(".queue-done")).to_contain_text("Removed under Impersonation.")
    page.keyboard.press("a")
    expect(page.get_by_text("No more cases in this view")).to_be_visible()


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_text_that_a_button_does_not_send_is_not_lost_without_a_question(moderator, queue_process):
    first, second = _cases(queue_process, 2, 2, clause="private")
    moderator.open(f"{QUEUE}?view=reported&story=2&rule=private")
    moderator.choose("Start with the first case")
    page, comment = moderator.page, moderator.page.locator(".in-question")
    page.keyboard.press("d")
    page.keyboard.type("A reply")
    question = page.get_by_role("dialog", name="You typed text that this button does not send.")
    page.get_by_role("button", name="Skip").click()
    assert_accessible(page)
    question.get_by_role("button", name="Stay here").click()
    expect(comment).to_contain_text(first)
    expect(page.get_by_label("Reply", exact=True)).to_have_value("A reply")
    page.get_by_role("button", name="Skip").click()
    question.get_by_role("button", name="Go on").click()
    expect(comment).to_contain_text(second)
