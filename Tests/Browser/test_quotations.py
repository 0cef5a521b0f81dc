"""Corrections: comments that quote a corrected passage have a mark, which leads to the comparison of the versions."""

import re

from playwright.sync_api import expect

from people import Reader
from verdicts import assert_accessible, assert_fits

MARK = "Quotes a passage that was corrected later"


def test_a_comment_that_quotes_a_corrected_passage_leads_to_the_correction(someone, process, editor, view):
    editor.new_story(Headline=f"A pier of many planks ({view})", Text="It took nine years.\n\nIt has 400 planks of oak.")
    editor.choose("Publish")
    address = editor.page.url
    reader = Reader(someone(process))
    reader.open(address)
    reader.write("plank counter", "> It has 400 planks\n\nI counted more.")
    reader.open(address)
    reader.write("year counter", "> It took nine years.\n\nTen, I think.")
    reader.open(address)
    expect(reader.page.get_by_text(MARK)).to_have_count(0)

    editor.open("/desk/stories/" + re.search(r"/stories/(\d+)", address)[1])
    editor.choose("Edit this story")
    editor.fill(Text="It took nine years.\n\nIt has 4,000 planks of oak.")
    editor.page.get_by_role("radio", name=re.compile("^A correction")).check()
    editor.fill(Note_to_readers="An earlier version said that the pier has 400 planks.")
    editor.choose("Publish the changes")

    reader.open(address)
    mark = reader.comment("I counted more.").get_by_role("link", name=MARK)
    expect(mark).to_be_visible()
    expect(reader.page.get_by_text(MARK)).to_have_count(1)
    assert_accessible(reader.page)
    assert_fits(reader.page)
    reader.open(address)
    reader.write("late counter", "> It has 400 planks\n\nGood that you corrected it.")
    reader.open(address)
    expect(reader.page.get_by_text(MARK)).to_have_count(1)

    reader.page.get_by_role("link", name=MARK).click()
    expect(reader.page.locator(".changes")).to_contain_text("An earlier version said that the pier has 400 planks.")
    expect(reader.page.locator(".comparison del")).to_contain_text("400")
    expect(reader.page.locator(".comparison ins")).to_contain_text("4,000")
