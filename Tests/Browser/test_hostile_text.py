"""Hostile input is shown as text, by escaping alone: the content security policy is off here."""

import re

import pytest
from playwright.sync_api import expect

import hostile
import wire
from kinds import OPEN
from people import Reader, Staff
from verdicts import assert_fits
from view import ON_DESK, PHONE

pytestmark = pytest.mark.parametrize("view", [ON_DESK], ids=str)


@pytest.fixture
def unguarded(someone, process):
    """A reader whose browser ignores the content security policy."""
    return Reader(someone(process, bypass_csp=True))


def assert_harmless(page):
    hostile.assert_only_text(page)
    for width in (320, PHONE, ON_DESK.width):
        page.set_viewport_size({"width": width, "height": 900})
        assert_fits(page)


@pytest.mark.parametrize("name", hostile.NAMES, ids=("handler", "script", "piled", "long"))
def test_a_hostile_comment_is_shown_as_text(unguarded, name):
    unguarded.open(OPEN)

    unguarded.write(name, hostile.TEXT)

    comment = unguarded.page.locator(".comment.highlighted")
    expect(comment).to_contain_text(name)
    for text in hostile.MARKUP + hostile.LINKS:
        expect(comment).to_contain_text(text)
    assert_harmless(unguarded.page)
    unguarded.open(OPEN)
    assert_harmless(unguarded.page)


def test_a_refused_hostile_comment_comes_back_in_its_form_as_text(unguarded):
    unguarded.open(OPEN)

    unguarded.write("\u200b\u200b", hostile.TEXT)

    expect(unguarded.page.get_by_role("textbox", name="Comment", exact=True)).to_have_value(hostile.TEXT)
    assert_harmless(unguarded.page)


def test_a_name_with_a_direction_override_is_refused(unguarded):
    unguarded.open(OPEN)
    unguarded.write("right\u202eleft", "An override in a name.")

    expect(unguarded.refusal()).to_contain_text("cannot be printed")
    expect(unguarded.page.get_by_label("Name", exact=True)).to_have_value("right\u202eleft")


def test_a_hostile_report_is_shown_as_text_at_the_desk(unguarded, someone, process, session_of):
    note = "\n".join(hostile.MARKUP + hostile.LINKS)
    text = "A comment that somebody reports in strange words."
    unguarded.open(OPEN)
    unguarded.write("plain speaker", text)
    unguarded.report(unguarded.comment(text), "Abuse", note)
    expect(unguarded.page.locator("main")).to_contain_text(hostile.MARKUP[0])
    assert_harmless(unguarded.page)

    editor = Staff(someone(process, bypass_csp=True, storage_state=session_of("editor")))
    expect(editor.case(text)).to_contain_text(hostile.MARKUP[0])
    assert_harmless(editor.page)
    editor.open("/desk/queue")
    assert_harmless(editor.page)


def as_printed(text):
    """A pattern for a text of an agency, whose marks pages show in the typography of its language."""
    text = re.escape(text)
    for typed, printed in {"'": "['‘’]", '"': '["“”]', "\\-\\-": "(--|[–—])", "\\-": "[-–—]"}.items():
        text = text.replace(typed, printed)
    return re.compile(text)


def test_a_hostile_agency_story_is_shown_as_text_on_every_page(unguarded, process, tmp_path):
    headline = "Storm <script>window.ran = 'headline'</script> " + "w" * 300
    paragraphs = [*hostile.MARKUP, *hostile.LINKS, hostile.PILED, hostile.WORD, hostile.OVERRIDE]
    item = {"byline": f"A {hostile.NAMES[0]}", "topic": hostile.NAMES[1]}
    document = wire.item("hostile", headline, ["A first version.", *paragraphs], **item)
    wire.deliver(process, tmp_path, document)
    wire.deliver(process, tmp_path, wire.item("hostile", headline + "!", paragraphs, 2, **item))
    page = unguarded.page

    unguarded.open("/")
    assert_harmless(page)
    unguarded.open(page.get_by_role("link", name=re.compile("^Storm")).get_attribute("href"))
    story = page.url
    for text in hostile.MARKUP:
        expect(page.locator(".story-text")).to_contain_text(as_printed(text))
    for rest in ("", "/versions", "/versions/2"):
        unguarded.open(story + rest)
        assert_harmless(page)
    unguarded.open(story)
    unguarded.open(page.locator(".topics a").first.get_attribute("href"))
    assert_harmless(page)
