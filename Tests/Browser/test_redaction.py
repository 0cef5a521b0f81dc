"""Blacking out a passage of a comment, and the masks of the desk."""

import pytest
from playwright.sync_api import expect

from kinds import OPEN
from people import Reader, Staff
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE

WITH_SCRIPTS = pytest.mark.parametrize("view", [ON_DESK, ON_PHONE], ids=lambda view: str(view.width))


def _reported(reader, text, note=""):
    reader.open(OPEN)
    reader.write("passage writer", text)
    reader.report(reader.comment(text), "Private information", note)


def _open_case(editor, text):
    editor.case(text)
    return editor.page.locator("main")


def test_a_moderator_blacks_out_a_passage_and_puts_it_back(reader, editor, view):
    text = f"Ring Anna at 030 555{view.width} before noon ({view})."
    _reported(reader, text)
    case = _open_case(editor, text)
    case.get_by_text("Black out a passage").click()
    case.get_by_label("The passage").fill(f"030 555{view.width}")
    assert_accessible(editor.page)
    assert_fits(editor.page)
    editor.press(case.get_by_role("button", name="Black out"))

    expect(case.locator(".quoted")).to_contain_text("Ring Anna at █████ before noon")
    expect(case.locator(".quoted").get_by_role("img", name="passage removed")).to_be_visible()
    expect(case.locator(".redactions")).to_contain_text("Blacked out by")
    case.get_by_text("The text before").click()
    expect(case.locator(".redactions .comment-text")).to_contain_text(f"030 555{view.width}")
    assert_accessible(editor.page)
    assert_fits(editor.page)
    reader.open(OPEN)
    black = reader.comment(f"before noon ({view})")
    expect(black).to_contain_text("The desk removed a passage.")
    expect(black).not_to_contain_text("555")
    expect(black.get_by_role("link", name="Edit")).to_have_count(0)
    assert_accessible(reader.page)

    editor.press(case.get_by_role("button", name="Undo the latest blackout"))
    expect(case.locator(".quoted")).to_contain_text(text)
    reader.open(OPEN)
    expect(reader.comment(text)).not_to_contain_text("The desk removed a passage.")
    expect(reader.comment(text).get_by_role("link", name="Edit")).to_be_visible()


def test_a_passage_that_is_not_there_comes_back(reader, editor, view):
    text = f"Nothing of *this* is private ({view})."
    _reported(reader, text.replace("*", ""))
    case = _open_case(editor, text.replace("*", ""))
    case.get_by_text("Black out a passage").click()
    case.get_by_label("The passage").fill("something else")
    editor.press(case.get_by_role("button", name="Black out"))

    expect(editor.refusal()).to_contain_text("does not contain this passage")
    expect(case.get_by_label("The passage")).to_have_value("something else")
    assert_accessible(editor.page)
    assert_fits(editor.page)


@WITH_SCRIPTS
def test_selected_text_fills_the_field(reader, editor, view):
    text = f"Ask Mr. Smith\nor write to him, or I will kill you ({view.width})."
    reader.open(OPEN)
    reader.write("passage writer", text)
    reader.report(reader.comment(f"kill you ({view.width})"), "Private information", "")
    # The list of the queue masks the words before.
    case = _open_case(editor, f"({view.width})")
    editor.page.evaluate("getSelection().selectAllChildren(document.querySelector('.quoted .comment-text'))")
    case.get_by_text("Black out a passage").click()
    expect(case.get_by_label("The passage")).to_have_value(text)


def test_a_masked_word_is_shown_when_asked_for(reader, editor, view):
    text = f"Next time I will kill you, neighbor ({view})."
    _reported(reader, text, "He says he will kill me, and kill you.")
    case = _open_case(editor, f"neighbor ({view})")
    mask = case.locator(".quoted").get_by_role("checkbox")
    expect(mask).to_have_accessible_name("word masked")
    word = case.locator(".quoted .word")
    expect(word).to_be_hidden()
    assert_accessible(editor.page)
    assert_fits(editor.page)

    mask.press("Space")
    expect(word).to_be_visible()
    expect(mask).to_have_accessible_name("kill you")
    word.click()
    expect(word).to_be_hidden()
    expect(case.locator(".reports .masked")).to_have_count(1)
    reader.open(OPEN)
    expect(reader.comment(f"neighbor ({view})")).to_contain_text("kill you")
    expect(reader.page.locator(".masked")).to_have_count(0)
