"""Pictures of an agency: their size on every page, their credit on pages and in files, and damaged files."""

import subprocess

import pytest
from playwright.sync_api import expect

import wire
from conftest import SCREENSHOTS
from verdicts import assert_fits, assert_pictures_sound
from view import ON_DESK, ON_PHONE

EVERY_WIDTH = pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=lambda view: str(view.width))
ONCE = pytest.mark.parametrize("view", [ON_DESK], ids=str)
# The newest story is last, and is the largest on the front page.
SIZES = {"large": (1700, 1100), "broad": (400, 40), "tall": (40, 400), "small": (120, 80)}
KINDS = ("jpg", "png", "gif", "webp", "tif")


def make_picture(file, width=120, height=80):
    subprocess.run(["vips", "gaussnoise", str(file), str(width), str(height), "--mean", "128"], check=True)
    return file


def with_gallery(name, pictures):
    """A story and the package that gives it these pictures."""
    return {
        f"story-{name}": wire.item(f"story-{name}", f"A {name} picture", ["It is shown."], topic="Harbor"),
        f"package-{name}": wire.package(f"package-{name}", f"story-{name}", pictures),
    }


@pytest.fixture(scope="module")
def shown(new_process, tmp_path_factory):
    """A server with a story for each size of picture. Its gallery has all of them, that picture first."""
    process, folder = new_process(), tmp_path_factory.mktemp("pictures")
    documents = {}
    for name, size in SIZES.items():
        make_picture(folder / f"{name}.jpg", *size)
        documents[name] = wire.picture(name, f"{name}.jpg")
        documents |= with_gallery(name, [name, *(each for each in SIZES if each != name)])
    assert "published 12" in wire.deliver_together(process, folder, documents)
    return process


@EVERY_WIDTH
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_picture_is_enlarged(someone, shown, view, scheme):
    page = someone(shown, color_scheme=scheme)
    page.goto("/topics/harbor")
    stories = [each.get_attribute("href") for each in page.locator("h2 a").all()]
    assert len(stories) == len(SIZES)
    pictures = [f"{stories[0]}/pictures/{number + 1}" for number in range(len(SIZES))]
    for number, address in enumerate(["/", "/topics/harbor", *stories, *pictures]):
        page.goto(address)
        assert page.locator("img").count()
        assert_pictures_sound(page)
        assert_fits(page)
        page.screenshot(path=SCREENSHOTS / f"pictures-{number}-{view.width}-{scheme}.jpeg", full_page=True)


@ONCE
def test_a_file_carries_the_credit_of_its_item_and_of_its_correction(someone, shown, tmp_path):
    make_picture(tmp_path / "shared.jpg")

    def deliver(*pictures):
        items = {guid: wire.picture(guid, "shared.jpg", credit, version) for guid, credit, version in pictures}
        return wire.deliver_together(shown, tmp_path, items | with_gallery("shared", ["one", "two"]))

    page = someone(shown)
    assert "published 4" in deliver(("one", "First Agency", 1), ("two", "Second Agency", 1))
    assert credits(page) == ["First Agency", "Second Agency"]
    assert "updated 1" in deliver(("one", "Corrected Agency", 2), ("two", "Second Agency", 1))
    assert credits(page) == ["Corrected Agency", "Second Agency"]


def credits(page):
    """The credits in the files of a gallery. Each is also the one on the page."""
    page.goto("/topics/harbor")
    page.get_by_role("link", name="A shared picture").click()
    story, found = page.url, []
    for number in (1, 2):
        page.goto(f"{story}/pictures/{number}")
        file = page.request.get(page.locator("figure img").get_attribute("src")).body()
        done = subprocess.run(["exiftool", "-s3", "-XMP-photoshop:Credit", "-"], input=file, capture_output=True)
        found.append(done.stdout.decode().strip())
        expect(page.locator("figcaption .credit").first).to_have_text(f"Credit: {found[-1]}")
    return found


@ONCE
def test_a_file_that_ends_early_is_refused_and_its_complete_file_is_imported_later(someone, shown, tmp_path):
    complete, documents = {}, with_gallery("damaged", [])
    for kind in KINDS:
        whole = make_picture(tmp_path / f"whole.{kind}", 200, 100).read_bytes()
        (tmp_path / f"whole.{kind}").unlink()
        for length in (len(whole) // 2, len(whole) * 9 // 10, len(whole) * 99 // 100, len(whole) - 9, len(whole) - 1):
            name = f"{kind}-{length}"
            (tmp_path / f"{name}.{kind}").write_bytes(whole[:length])
            complete[tmp_path / f"{name}.{kind}"] = whole
            documents[name] = wire.picture(name, f"{name}.{kind}")
    said = wire.deliver_together(shown, tmp_path, documents)
    assert f"published 2, updated 0, unchanged 0, refused {len(complete)}" in said
    assert said.count("This picture is damaged and cannot be opened.") == len(complete)

    for file, whole in complete.items():
        file.write_bytes(whole)
    assert f"published {len(complete)}" in wire.take_in(shown, tmp_path)
