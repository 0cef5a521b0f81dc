"""Words and addresses that are wider than a small phone break on every page."""

import re

import pytest

import photos
import wire
from kinds import OPEN
from people import Reader, Staff
from verdicts import assert_fits
from view import View

COMPOUND = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
WORD = "w" * 200
ADDRESS = "https://example.org/" + "a-very-long-path" * 12
NAME = "Donaudampfschifffahrtselektrizitätenhau"
NARROW = pytest.mark.parametrize("view", [View(320)], ids=str)


@pytest.fixture(scope="module")
def long_words(new_process, tmp_path_factory):
    """A server whose newest story has long words in all its parts."""
    process, folder = new_process(), tmp_path_factory.mktemp("wire")
    photos.photo(folder, size=(300, 200), Description=f"{COMPOUND} {WORD}")
    wire.deliver_together(process, folder, {
        "story": wire.item(
            "long", f"{COMPOUND} {WORD}", [f"{COMPOUND} {WORD}", ADDRESS], byline=COMPOUND, topic=COMPOUND,
            language="de"),
        "picture": wire.picture("harbor", "harbor.jpg", credit=COMPOUND),
        "package": wire.package("package", "long", ["harbor"]),
    })
    return process


def _open_story(page):
    link = page.locator(".card").get_by_role("link", name=re.compile(f"^{COMPOUND}"))
    page.goto(link.get_attribute("href"))


@NARROW
def test_long_words_fit_into_320_pixels(someone, long_words, session_of):
    reader = Reader(someone(long_words))
    reader.open("/")
    assert_fits(reader.page)
    _open_story(reader.page)
    story = reader.page.url
    assert COMPOUND in reader.page.locator("h1").inner_text()
    assert_fits(reader.page)
    # The agency's story is too old for comments.
    reader.open(OPEN)
    reader.write(NAME, f"{COMPOUND} {WORD} {ADDRESS}")
    assert_fits(reader.page)
    reader.report(reader.page.locator("article.comment").last, "Advertising", f"{COMPOUND} {WORD} {ADDRESS}")
    assert_fits(reader.page)
    for address in ("/topics", story + "/pictures/1", story + "/versions", story + "/versions/1"):
        reader.open(address)
        assert_fits(reader.page)
    reader.open(story)
    reader.open(reader.page.locator(".topics a").first.get_attribute("href"))
    assert_fits(reader.page)

    admin = Staff(someone(long_words, storage_state=session_of("admin")))
    number = story.split("/")[4]
    for address in ("/desk", "/desk/stories", f"/desk/stories/{number}", "/desk/queue", "/desk/queue?view=unread",
                    "/desk/pictures", "/desk/log", story):
        admin.open(address)
        assert_fits(admin.page)
    admin.case(COMPOUND)
    assert_fits(admin.page)


@pytest.mark.parametrize("view", [View(1280)], ids=str)
def test_a_small_picture_keeps_its_size_above_its_centered_caption(someone, long_words):
    page = someone(long_words)
    page.goto("/")
    _open_story(page)
    column, figure, picture = (page.locator(each).bounding_box() for each in (
        ".lead-picture", ".lead-picture figure", ".lead-picture img"))
    assert picture["width"] == 300
    for box in (figure, picture):
        assert abs(box["x"] + box["width"] / 2 - column["x"] - column["width"] / 2) <= 1
    assert "1 of 1" not in page.locator("figcaption").inner_text()
