"""The library of pictures: upload, describe, use in a story, replace, withdraw, and terms that end."""

import itertools
import re
import time

import pytest
from playwright.sync_api import expect

from photos import photo
from verdicts import assert_accessible, assert_fits

_numbers = itertools.count(1)


def _colour():
    """A color of its own for each picture, because a file that is sent twice is one picture. JPEG makes similar colors
    alike."""
    number = next(_numbers)
    return f"{number * 37 % 240} {number * 71 % 240} {number * 113 % 240}"


def _develop(editor, button):
    """Presses a button whose answer takes as long as making the files of pictures."""
    with editor.page.expect_navigation(timeout=240_000):
        editor.page.get_by_role("button", name=button, exact=True).click(no_wait_after=True)


def _upload(editor, files, view):
    """Uploads files and returns their lines."""
    editor.open("/desk/pictures")
    editor.page.get_by_label("Choose pictures, or drop them here").set_input_files(files)
    if not view.scripts:
        _develop(editor, "Upload")
    lines = editor.page.locator(".uploads > li")
    expect(lines.locator("a, .refusal")).to_have_count(len(files), timeout=240_000)
    return lines


def _choose(editor, word):
    """Chooses the picture that a word finds, in the dialog of the form of a story."""
    editor.page.get_by_role("button", name="Choose pictures").last.click()
    editor.page.get_by_role("searchbox").fill(word)
    editor.page.get_by_role("button", name="Find").click()
    editor.page.get_by_role("button", name=re.compile(word)).click()
    editor.page.get_by_role("button", name="Done").click()


def _add(editor, word):
    """The same without scripts, in the library."""
    editor.choose("Save and choose pictures")
    editor.page.get_by_label("Words or number").fill(word)
    editor.choose("Filter")
    editor.press(editor.page.get_by_role("button", name=re.compile("^Add to the story")))
    expect(editor.page.get_by_text("In the story", exact=True)).to_be_visible()
    editor.press(editor.page.get_by_role("link", name="Back to the story"))


@pytest.mark.usefixtures("view")
def test_ten_pictures_go_in_and_each_bad_file_has_a_sentence(editor, view, tmp_path):
    good = [photo(tmp_path, f"harbor-{n}.jpg", _colour(), Description=f"Pier {n}", Credit="Harbor Press") for n in range(7)]
    half = tmp_path / "half.jpg"
    half.write_bytes(good[0].read_bytes()[:-2])
    drawing = tmp_path / "drawing.png"
    drawing.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(200))
    lines = _upload(editor, [*good[:3], half, drawing, film, *good[3:]], view)
    expect(lines.filter(has_text="Added to the library")).to_have_count(7)
    expect(lines.filter(has_text="Missing: description")).to_have_count(7)
    expect(lines.nth(3)).to_contain_text("This picture is damaged")
    expect(lines.nth(4)).to_contain_text("SVG drawing")
    expect(lines.nth(5)).to_contain_text("cannot host these yet")
    assert_fits(editor.page)
    again = _upload(editor, [good[0]], view)
    expect(again).to_contain_text("Was in the library before")


def test_a_picture_is_described_used_replaced_and_withdrawn(editor, reader, view, tmp_path):
    word = f"quay{next(_numbers)}{'s' if view.scripts else 'n'}{view.width}"
    lines = _upload(editor, [photo(tmp_path, "quay.jpg", _colour(), Description=f"The {word} at dawn")], view)
    editor.press(lines.get_by_role("link", name=re.compile("^Describe")))
    address = editor.page.url
    number = address.split("/")[-1]
    editor.fill(Description="Ships at a quay.", Credit="Harbor Press/Handout")
    _develop(editor, "Save")
    expect(editor.page.get_by_text("Missing:")).to_have_count(0)
    assert_fits(editor.page)

    editor.open(f"/desk/pictures?text={word}")
    expect(editor.page.locator(".library > li")).to_have_count(1)

    headline = f"The {word} reopens"
    editor.new_story(Headline=headline, Text="Ships come back.")
    if view.scripts:
        _choose(editor, word)
        editor.page.get_by_label("Caption in this story").fill("The quay: open again")
        assert_fits(editor.page)
        editor.choose("Save")
        expect(editor.page.get_by_label("Caption in this story")).to_have_value("The quay: open again")
    else:
        _add(editor, word)
        expect(editor.page.get_by_label("Pictures", exact=True)).to_have_value(number)
        editor.fill(Pictures=f"{number}: The quay: open again")
    editor.choose("Publish")
    reader.open("/")
    reader.press(reader.page.get_by_role("link", name=headline).first)
    story = reader.page.url
    figure = reader.page.locator(".lead-picture figure")
    expect(figure).to_contain_text("The quay: open again")
    expect(figure).to_contain_text("Harbor Press/Handout")
    file = figure.locator("img").get_attribute("src")

    editor.open(address)
    expect(editor.page.get_by_role("link", name=headline)).to_be_visible()
    editor.page.get_by_label("New file").set_input_files(photo(tmp_path, "new.jpg", _colour()))
    _develop(editor, "Replace")
    expect(editor.page.get_by_role("alert")).to_have_count(0)
    # A browser may show its own copy for a second; a reload never does.
    reader.page.reload()
    expect(figure.locator("img")).not_to_have_attribute("src", file)
    file = figure.locator("img").get_attribute("src")

    editor.page.get_by_text("Withdraw this picture").click()
    editor.page.get_by_label("Reason").fill("The rights were not ours.")
    editor.choose("Withdraw for good")
    expect(editor.page.get_by_text("withdrew this picture")).to_be_visible()
    assert_fits(editor.page)
    assert reader.page.request.get(file).status == 410
    reader.page.reload()
    expect(reader.page.locator("figure")).to_have_count(0)


def test_terms_are_understood_and_confirmed(editor, view, tmp_path):
    file = photo(tmp_path, "terms.jpg", _colour(), Description="A pier", UsageTerms="SINGLE USE. Valid until 31 December 2040.")
    lines = _upload(editor, [file], view)
    editor.press(lines.get_by_role("link", name=re.compile("^Describe")))
    expect(editor.page.get_by_text("Nobody has confirmed these terms.")).to_be_visible()
    expect(editor.page.get_by_text("one story may show it")).to_be_visible()
    expect(editor.page.get_by_label("Only one story may show this picture")).to_be_checked()
    expect(editor.page.get_by_label("Readers may see it until")).to_have_value("2041-01-01T00:00")
    editor.page.get_by_label("Readers may see it until").fill("2039-06-30T12:00")
    editor.choose("Confirm these terms")
    expect(editor.page.get_by_text("Confirmed by")).to_be_visible()
    expect(editor.page.get_by_label("Readers may see it until")).to_have_value("2039-06-30T12:00")


def _publish_with(editor, reader, view, word, headline):
    """Publishes a story with the picture that a word finds, and opens it as a reader."""
    editor.new_story(Headline=headline, Text="Ships come back.")
    if view.scripts:
        _choose(editor, word)
    else:
        _add(editor, word)
    editor.choose("Publish")
    reader.open("/")
    reader.press(reader.page.get_by_role("link", name=headline).first)


def test_a_crop_shows_at_the_top_of_a_story_and_the_full_frame_is_one_click_away(editor, reader, view, tmp_path):
    word = f"crop{next(_numbers)}{view.width}"
    lines = _upload(editor, [photo(tmp_path, "crop.jpg", _colour(), (800, 600), Description=f"The {word}", Credit="Harbor")], view)
    editor.press(lines.get_by_role("link", name=re.compile("^Describe")))
    address = editor.page.url
    if view.scripts:
        editor.page.get_by_role("radio", name=re.compile("^Small picture")).check()
        mover = editor.page.get_by_role("button", name=re.compile("^Small picture"))
        mover.press("Shift+ArrowLeft")
        mover.press("ArrowRight")
        editor.page.get_by_role("radio", name="Focal point").check()
        stage = editor.page.locator(".stage").bounding_box()
        editor.page.mouse.click(stage["x"] + stage["width"] * 0.8, stage["y"] + stage["height"] * 0.5)
        expect(editor.page.get_by_role("spinbutton", name="% from the left").first).to_have_value("80.0")
    else:
        for label, value in [("% from the left", "80"), ("% from the top", "50")]:
            editor.page.get_by_role("group", name="Focal point").get_by_label(label).fill(value)
    assert_accessible(editor.page)
    _develop(editor, "Save focus and crops")
    expect(editor.page.locator(".prints .whole:visible")).to_have_count(0)
    assert_fits(editor.page)
    lead = editor.page.get_by_role("group", name=re.compile("^Top of a story"))
    for label, value in [("from the left", "60"), ("from the top", "0"), ("wide", "60"), ("high", "40")]:
        lead.get_by_label(f"% {label}").fill(value)
    editor.choose("Save focus and crops")
    expect(editor.page.get_by_role("alert")).to_contain_text("This rectangle leaves the picture")
    expect(lead.get_by_label("% wide")).to_have_value("60")

    editor.open(address)
    editor.fill(Description="A pier.")
    _develop(editor, "Save")
    _publish_with(editor, reader, view, word, f"The {word} opens")
    reader.open("/")
    card = reader.page.locator(".card-picture img.cropped").first.bounding_box()
    assert abs(card["width"] * 3 - card["height"] * 4) <= 8
    reader.press(reader.page.get_by_role("link", name=f"The {word} opens").first)
    picture = reader.page.locator(".lead-picture img")
    assert abs(int(picture.get_attribute("width")) * 2 - int(picture.get_attribute("height")) * 3) <= 3
    reader.press(reader.page.locator(".lead-picture a").first)
    whole = reader.page.locator("main img").first
    assert int(whole.get_attribute("width")) * 3 == int(whole.get_attribute("height")) * 4


def test_a_picture_leaves_the_story_when_its_terms_end(editor, reader, view, tmp_path):
    word = f"ended{next(_numbers)}{view.width}"
    lines = _upload(editor, [photo(tmp_path, "ended.jpg", _colour(), Description=f"The {word}", AltText="A pier.", Credit="Harbor")], view)
    editor.press(lines.get_by_role("link", name=re.compile("^Describe")))
    address = editor.page.url
    _publish_with(editor, reader, view, word, f"The {word} of a picture")
    file = reader.page.locator(".lead-picture img").get_attribute("src")
    editor.open(address)
    editor.page.get_by_label("Readers may see it until").fill("2025-01-31T12:00")
    editor.choose("Confirm these terms")
    expect(editor.page.get_by_role("alert")).to_contain_text("This time has passed")
    editor.page.get_by_label("This time has passed. Remove the picture now, for good.").check()
    editor.choose("Confirm these terms")
    _reload_until(editor, editor.page.get_by_text("The usage terms of this picture have ended"))
    expect(editor.page.get_by_text("Harbor").first).to_be_visible()
    assert_accessible(editor.page)
    reader.page.reload()
    expect(reader.page.locator("figure")).to_have_count(0)
    assert reader.page.request.get(file).status == 410


def _reload_until(person, locator):
    """Reloads the page until a job has changed it."""
    end = time.monotonic() + 60
    while locator.count() == 0:
        assert time.monotonic() < end, "The page did not change."
        person.page.reload()
