"""Live stories: an editor adds entries from a phone, and open pages show them."""

import re

import pytest
from playwright.sync_api import expect

import live
from kinds import OPEN
from machines import assert_valid_data
from people import Reader, Staff
from verdicts import assert_accessible, assert_fits, assert_touchable
from view import ON_DESK, ON_PHONE, View

ALL_VIEWS = [
    View(width, scripts=scripts, scheme=scheme)
    for width in (390, 1280) for scripts in (True, False) for scheme in ("light", "dark")
]
DESK = "/desk/stories/1/live"


class LiveEditor(Staff):
    """An editor who covers the first story."""

    def begin(self):
        self.open(DESK)
        self.choose("Go live")
        expect(self.page.get_by_label("New entry")).to_be_empty()

    def add(self, text, headline="", is_key_point=False):
        self.open(DESK)
        self.page.get_by_label("New entry").fill(text)
        if headline or is_key_point:
            self.page.get_by_text("Headline and key point").click()
            self.page.get_by_label("Headline").fill(headline)
            if is_key_point:
                self.page.get_by_label("Key point: also").check()
        self.choose("Post")
        expect(self.page.locator(".desk-entry").first).to_contain_text(text.replace("*", ""))

    def entry(self, text):
        return self.page.locator(".desk-entry").filter(has_text=text)


class Follower(Reader):
    """A reader with the page of the live story open."""

    def follow(self, address=OPEN):
        with self.page.expect_request(lambda request: "/live?after=" in request.url):
            self.open(address)
        expect(self.page.locator(".discussion-head").get_by_role("link", name="Reload")).to_be_hidden()

    @property
    def bar(self):
        return self.page.get_by_role("status")

    def entry(self, text):
        return self.page.locator(".coverage .entry").filter(has_text=text)


@pytest.fixture
def own_process(new_process):
    return new_process()


def editor_of(someone, process, session_of):
    return LiveEditor(someone(process, storage_state=session_of("editor")))


@pytest.mark.parametrize("view", ALL_VIEWS, ids=lambda view: f"{view}-{view.scheme}")
def test_an_editor_covers_a_story_and_readers_read_it(someone, own_process, session_of, view):
    editor, reader = editor_of(someone, own_process, session_of), Reader(someone(own_process))
    editor.begin()
    assert_accessible(editor.page)
    editor.add("The first boats have left the **east pier**.", headline="Boats leave", is_key_point=True)
    editor.add("Rain over the harbour.")
    live.add(own_process, 1, 22)
    editor.add("The last boat is back.")
    assert_accessible(editor.page)
    assert_fits(editor.page)
    assert_touchable(editor.page)

    reader.open(OPEN)
    expect(reader.page.locator(".live-mark")).to_contain_text("Live")
    entries = reader.page.locator(".coverage .entry")
    expect(entries).to_have_count(20)
    expect(entries.first).to_contain_text("The last boat is back.")
    expect(reader.page.locator(".key-points")).to_contain_text("Boats leave")
    assert_valid_data(reader.page)
    assert_accessible(reader.page)
    assert_fits(reader.page)
    assert_touchable(reader.page)
    reader.page.get_by_role("link", name="Older entries").click()
    expect(entries).to_have_count(5)
    expect(entries.last.locator("strong")).to_have_text("east pier")
    assert_accessible(reader.page)
    reader.page.get_by_role("link", name="Newer entries").click()
    expect(reader.page).to_have_url(re.compile("#live$"))
    reader.page.get_by_role("link", name="Boats leave").click()
    expect(reader.page.get_by_role("heading", name="Boats leave")).to_be_visible()
    assert_accessible(reader.page)
    assert_fits(reader.page)
    assert_touchable(reader.page)
    reader.page.get_by_role("link", name="Later entry").click()
    expect(reader.page.locator(".entry")).to_contain_text("Rain over the harbour.")

    editor.open(DESK)
    editor.page.get_by_text("Order and end").click()
    editor.choose("Show the oldest first")
    editor.page.get_by_text("Order and end").click()
    editor.choose("End the live coverage")
    expect(editor.page.get_by_role("button", name="Go live again")).to_be_visible()
    reader.open(OPEN)
    expect(entries.first).to_contain_text("Boats leave")
    expect(reader.page.locator(".live-mark")).to_contain_text("has ended")


@pytest.mark.parametrize("view", [ON_PHONE, View(390, scripts=False)], ids=str)
def test_an_entry_takes_two_taps_from_the_story(someone, own_process, session_of, view):
    editor = editor_of(someone, own_process, session_of)
    editor.begin()
    editor.open(OPEN)
    link = editor.page.get_by_role("link", name="Add an entry")
    expect(link).to_be_in_viewport()
    link.click()
    editor.page.get_by_label("New entry").fill("Seen from the ferry.")
    post = editor.page.get_by_role("button", name="Post", exact=True)
    expect(post).to_be_in_viewport()
    editor.press(post)
    expect(editor.page.get_by_label("New entry")).to_be_empty()
    expect(editor.page.locator(".desk-entry").first).to_contain_text("Seen from the ferry.")


@pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=str)
def test_three_listeners_see_entries_edits_and_removals(someone, own_process, session_of, view):
    editor = editor_of(someone, own_process, session_of)
    editor.begin()
    editor.add("The first boat has left.")
    followers = [Follower(someone(own_process)) for _ in range(3)]
    for follower in followers:
        follower.follow()
    # One of them reads the discussion below the entries.
    away = followers[2]
    away.page.locator("#write").scroll_into_view_if_needed()
    away.page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")

    editor.add("The second boat has left.", is_key_point=True)
    for follower in followers[:2]:
        expect(follower.entry("The second boat has left.")).to_be_visible()
        expect(follower.page.locator(".key-points")).to_contain_text("The second boat")
        expect(follower.bar).to_contain_text("1 entry added")
        expect(follower.page.locator(".coverage .entry").first).to_contain_text("new")
    expect(away.bar).to_have_text("1 new entry")
    expect(away.bar).to_be_in_viewport()
    # At the end of the page, the bar covers nothing. In the middle, it is still there.
    foot, bar = away.page.locator(".foot").bounding_box(), away.page.locator(".live").bounding_box()
    assert foot["y"] + foot["height"] <= bar["y"]
    away.page.evaluate("scrollTo({top: document.querySelector('.discussion').offsetTop - 1000, behavior: 'instant'})")
    expect(away.bar).to_be_in_viewport()
    assert_fits(away.page)
    expect(away.entry("The second boat has left.")).to_have_count(0)
    away.page.get_by_role("button", name="Show").click()
    expect(away.entry("The second boat has left.")).to_be_in_viewport()
    expect(away.page.get_by_role("status")).to_have_count(1)

    editor.open(DESK)
    editor.entry("The first boat").get_by_role("link", name=re.compile("^Edit")).click()
    editor.page.get_by_label("Text", exact=True).fill("The first boat left at noon.")
    editor.choose("Save changes")
    for follower in followers:
        expect(follower.entry("The first boat left at noon.")).to_contain_text("edited")
    editor.entry("The second boat").get_by_role("link", name=re.compile("^Remove")).click()
    editor.choose("Remove for good")
    for follower in followers:
        expect(follower.entry("The second boat")).to_have_count(0)
        expect(follower.page.locator(".key-points")).to_have_count(0)
    editor.page.get_by_text("Order and end").click()
    editor.choose("End the live coverage")
    for follower in followers:
        expect(follower.page.locator(".live-mark")).to_contain_text("has ended")


@pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=str)
def test_an_open_page_says_that_its_story_went_live(someone, own_process, session_of, view):
    editor, follower = editor_of(someone, own_process, session_of), Follower(someone(own_process))
    follower.follow()
    editor.begin()
    expect(follower.bar).to_have_text("The story went live.")
    expect(follower.bar).to_be_in_viewport()
    editor.add("The first boat has left.")
    expect(follower.bar).to_have_text("The story went live.")
    follower.page.locator(".live").get_by_role("link", name="Reload").click()
    expect(follower.entry("The first boat has left.")).to_be_visible()
    expect(follower.page.locator(".live-mark")).to_contain_text("Live")


@pytest.mark.parametrize("view", [ON_DESK], ids=str)
def test_a_page_that_slept_catches_up(someone, own_process, session_of, view):
    editor, follower = editor_of(someone, own_process, session_of), Follower(someone(own_process))
    editor.begin()
    editor.add("The first boat has left.")
    follower.follow()
    hide = """hidden => {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
        document.dispatchEvent(new Event("visibilitychange"))
    }"""
    follower.page.evaluate(hide, True)
    editor.add("The second boat has left.")
    with follower.page.expect_request(lambda request: "/live?after=" in request.url):
        follower.page.evaluate(hide, False)
    expect(follower.entry("The second boat has left.")).to_be_visible()


@pytest.mark.parametrize("view", [View(390, scripts=False), ON_DESK], ids=str)
def test_a_refused_entry_comes_back(someone, own_process, session_of, view):
    editor = editor_of(someone, own_process, session_of)
    editor.begin()
    editor.page.get_by_label("New entry").fill("t" * 5_001)
    assert editor.press(editor.page.get_by_role("button", name="Post", exact=True)).status == 422
    expect(editor.refusal()).to_contain_text("1 character too long")
    expect(editor.page.get_by_label("New entry")).to_have_value("t" * 5_001)
    assert_accessible(editor.page)
    editor.page.get_by_label("New entry").fill("Boats: ![The pier](picture:1)")
    assert editor.press(editor.page.get_by_role("button", name="Post", exact=True)).status == 422
    expect(editor.refusal()).to_contain_text("Entries have no pictures.")
    expect(editor.page.get_by_label("New entry")).to_have_value("Boats: ![The pier](picture:1)")
