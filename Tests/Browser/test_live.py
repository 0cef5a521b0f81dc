"""Live updates: an open page announces new, changed and removed comments, and shows them on request."""

import itertools

import pytest
from playwright.sync_api import expect

import rows
from conftest import SCREENSHOTS
from kinds import OPEN
from people import Reader, Staff
from verdicts import assert_accessible, assert_fits
from view import ON_DESK, ON_PHONE, PHONE, View

WITH_SCRIPTS = pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=lambda view: str(view.width))
DESK_ONLY = pytest.mark.parametrize("view", [ON_DESK], ids=str)
_numbers = itertools.count(1)


def words(about):
    """A text that is unique in this run."""
    return f"{about} (live, {next(_numbers)})."


class Watcher(Reader):
    """A reader with an open discussion while others write."""

    def watch(self, address):
        with self.page.expect_request(lambda request: "/live?after=" in request.url):
            self.open(address)
        expect(self.page.locator(".discussion-head").get_by_role("link", name="Reload")).to_be_hidden()

    @property
    def bar(self):
        return self.page.get_by_role("status")

    def show(self):
        self.page.get_by_role("button", name="Show").click()

    def read(self, comment):
        """Scrolls a comment near the top. Returns a function that says how many pixels it has moved since."""
        comment = self.page.locator("#" + comment.get_attribute("id"))
        comment.evaluate(
            "each => scrollTo({top: scrollY + each.getBoundingClientRect().top - 200, behavior: 'instant'})")
        place = "each => each.getBoundingClientRect().top"
        before = comment.evaluate(place)
        return lambda: abs(comment.evaluate(place) - before)


@pytest.fixture
def watcher(someone, process):
    return Watcher(someone(process))


@pytest.fixture
def writer(someone, process):
    return Reader(someone(process))


def write(writer, text):
    writer.open(OPEN)
    writer.write("night ferry", text)


@WITH_SCRIPTS
@pytest.mark.parametrize("order", ["", "?order=newest"])
def test_a_new_comment_is_inserted_on_request_without_moving_the_page(watcher, writer, order, view):
    watcher.open(OPEN)
    watcher.watch(watcher.page.url.partition("?")[0] + order)
    before = watcher.count()
    moved = watcher.read(watcher.page.locator(".threads .comment").nth(1))
    text = words("Seen from the night ferry")

    write(writer, text)

    expect(watcher.bar).to_have_text("1 new comment")
    expect(watcher.bar).to_be_in_viewport()
    expect(watcher.comment(text)).to_have_count(0)
    assert watcher.count() == before + 1
    assert moved() <= 1

    write(writer, words("And once more from there"))
    expect(watcher.bar).to_have_text("2 new comments")
    watcher.show()

    expect(watcher.comment(text)).to_have_count(1)
    assert moved() <= 1
    expect(watcher.comment(text).locator("header")).to_contain_text("new")
    expect(watcher.bar).to_have_text("2 comments added")
    shown = watcher.page.locator(".threads .comment.new")
    expect(shown).to_have_count(2)
    jump = watcher.page.get_by_role("link", name="Jump to first")
    expect(jump).to_be_focused()
    expect(jump).to_be_in_viewport()
    fresh = watcher.page.locator(".threads .comment").all_inner_texts()
    assert text in fresh[1 if order else -2]
    jump.click()
    expect(shown.first).to_be_in_viewport()
    expect(watcher.bar).to_be_empty()


@DESK_ONLY
def test_a_new_comment_on_another_page_has_a_link(someone, new_process):
    process = new_process()
    rows.fill_discussion(process, 1, 60)
    watcher, text = Watcher(someone(process)), words("Late to a long discussion")
    watcher.watch(OPEN)
    write(Reader(someone(process)), text)
    expect(watcher.bar).to_have_text("1 new comment")
    watcher.show()

    expect(watcher.bar).to_contain_text("another page")
    jump = watcher.page.get_by_role("link", name="Jump to first")
    expect(jump).to_be_focused()
    jump.press("Enter")
    expect(watcher.page.locator("article.comment").filter(has_text=text)).to_be_visible()


@DESK_ONLY
def test_a_reply_is_inserted_after_its_parent(watcher, writer):
    watcher.watch(OPEN)
    parent = watcher.page.locator(".threads .comment.depth-1").first
    text = words("An answer from far away")
    writer.open(parent.locator(".permalink").get_attribute("href"))
    writer.write("night ferry", text, button="Post reply")

    expect(watcher.bar).to_have_text("1 new comment")
    moved = watcher.read(parent)
    watcher.show()

    expect(watcher.comment(text)).to_be_visible()
    assert moved() <= 1
    order = "list => list.map(each => each.id)"
    seen = watcher.page.locator(".threads .comment").evaluate_all(order)
    writer.open(OPEN)
    assert seen == writer.page.locator(".threads .comment").evaluate_all(order)


@DESK_ONLY
def test_changes_and_removals_are_announced(watcher, writer, editor):
    text = words("Leaves at sevn")
    write(writer, text)
    edit = writer.page.get_by_role("link", name="Edit").get_attribute("href")
    permalink = writer.page.url
    watcher.watch(OPEN)

    writer.open(edit)
    writer.page.get_by_role("textbox", name="Comment", exact=True).fill(text.replace("sevn", "seven"))
    writer.press(writer.page.get_by_role("button", name="Save changes"))
    expect(watcher.bar).to_have_text("1 comment edited")
    watcher.show()
    changed = watcher.comment(text.replace("sevn", "seven"))
    expect(changed.locator("footer")).to_contain_text("edited")
    expect(watcher.bar).to_have_text("1 edited comment shown")

    before = watcher.count()
    writer.open(permalink)
    writer.report(writer.page.locator(".highlighted"), "Private information", "")
    case = editor.case(text.replace("sevn", "seven"))
    editor.press(case.get_by_role("button", name="Remove"))
    expect(watcher.page.get_by_text("This comment was removed.", exact=True)).to_be_attached()
    expect(changed).to_have_count(0)
    assert watcher.count() == before - 1

    editor.undo_last()
    expect(watcher.bar).to_have_text("1 comment edited")
    watcher.show()
    expect(changed).to_be_visible()
    assert watcher.count() == before


@DESK_ONLY
def test_a_passage_that_the_desk_removes_disappears_from_open_pages_at_once(watcher, writer, editor):
    text = words("Ring Anna at 030 5550")
    write(writer, text)
    writer.report(writer.page.locator(".highlighted"), "Private information", "")
    watcher.watch(OPEN)
    comment = watcher.comment(text)
    expect(comment).to_be_visible()
    number = comment.get_attribute("id")

    editor.case(text)
    editor.page.get_by_text("Black out a passage").click()
    editor.page.get_by_label("The passage").fill("030 5550")
    editor.press(editor.page.get_by_role("button", name="Black out"))
    hidden = watcher.page.locator(f"#{number}")
    expect(hidden).to_contain_text("We blacked out a passage. Press “Show” to read the new text.")
    expect(hidden).not_to_contain_text("Ring Anna")
    watcher.show()
    expect(hidden).to_contain_text("Ring Anna at █████")


@DESK_ONLY
def test_closing_a_discussion_is_announced_and_keeps_typed_text(someone, new_process, session_of):
    process = new_process()
    watcher = Watcher(someone(process))
    editor = Staff(someone(process, storage_state=session_of("editor")))
    watcher.watch(OPEN)
    field = watcher.page.get_by_role("textbox", name="Comment", exact=True)
    field.fill("Half a thought")

    editor.open("/desk/stories/1")
    editor.press(editor.page.get_by_role("button", name="Close discussion"))

    expect(watcher.bar).to_have_text("The discussion is closed.")
    expect(field).to_have_value("Half a thought")
    expect(field).to_be_focused()
    watcher.page.get_by_role("link", name="Reload").click()
    expect(watcher.page.locator(".closed")).to_contain_text("An editor closed it")


@DESK_ONLY
def test_a_page_that_becomes_visible_again_announces_what_it_missed(watcher, writer):
    watcher.watch(OPEN)
    hide = "state => { Object.defineProperty(document, 'hidden', {value: state, configurable: true});" \
           "document.dispatchEvent(new Event('visibilitychange')) }"
    watcher.page.evaluate(hide, True)
    write(writer, words("While nobody looked"))

    with watcher.page.expect_request(lambda request: "/live?after=" in request.url):
        watcher.page.evaluate(hide, False)

    expect(watcher.bar).to_have_text("1 new comment")


@DESK_ONLY
def test_a_comment_announced_while_the_page_loads_is_inserted_with_it(watcher, writer, view):
    watcher.watch(OPEN)
    write(writer, words("On the first boat"))
    expect(watcher.bar).to_have_text("1 new comment")
    held = []
    watcher.page.route(lambda address: "/live" not in address, lambda route: held.append(route))
    watcher.show()

    text = words("On the second boat")
    write(writer, text)
    expect(watcher.bar).to_have_text("2 new comments")
    held[0].continue_()

    expect(watcher.comment(text)).to_be_visible()
    expect(watcher.page.get_by_role("button", name="Show")).to_be_hidden()


@DESK_ONLY
def test_a_new_comment_stands_below_the_last_update_of_the_story(watcher, writer, view):
    watcher.watch(OPEN)
    divider = watcher.page.locator("#update-3")
    expect(divider).to_have_count(1)
    text = words("After the update")
    write(writer, text)
    watcher.show()

    comment = watcher.comment(text)
    expect(comment).to_be_visible()
    expect(divider).to_have_count(1)
    assert divider.bounding_box()["y"] < comment.bounding_box()["y"]


@pytest.mark.parametrize("view", [View(PHONE, scripts=False)], ids=str)
def test_without_scripts_a_link_reloads_the_page(watcher, writer):
    watcher.open(OPEN)
    text = words("For those without scripts")
    write(writer, text)
    expect(watcher.comment(text)).to_have_count(0)

    watcher.page.get_by_role("link", name="Reload").click()

    expect(watcher.comment(text)).to_be_visible()


@WITH_SCRIPTS
def test_the_update_bar_fits_is_accessible_and_works_by_keyboard(watcher, writer, view):
    watcher.watch(OPEN)
    watcher.read(watcher.page.locator(".threads .comment").nth(2))
    text = words("Without a mouse")
    write(writer, text)
    expect(watcher.bar).to_have_text("1 new comment")
    picture(watcher.page, "live-told", view)
    assert_fits(watcher.page)
    assert_accessible(watcher.page)

    watcher.page.locator(".threads .comment footer a").last.focus()
    watcher.page.keyboard.press("Tab")
    expect(watcher.page.get_by_role("button", name="Show")).to_be_focused()
    watcher.page.keyboard.press("Enter")

    expect(watcher.page.get_by_role("link", name="Jump to first")).to_be_focused()
    assert_accessible(watcher.page)
    picture(watcher.page, "live-shown", view)
    watcher.page.keyboard.press("Enter")
    expect(watcher.comment(text)).to_be_in_viewport()
    watcher.page.keyboard.press("Tab")
    expect(watcher.page.locator(":focus")).to_be_in_viewport()
    picture(watcher.page, "live-new", view)


def picture(page, name, view):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=SCREENSHOTS / f"{name}-{view.width}-{scheme}.jpeg", quality=80)
    page.emulate_media(color_scheme="light")


@DESK_ONLY
def test_typed_text_survives_a_failed_submission(reader):
    reader.open(OPEN)
    text = words("Sent into a dead spot")
    field = reader.page.get_by_role("textbox", name="Comment", exact=True)
    name = reader.page.get_by_label("Name", exact=True)
    reader.page.route(
        "**/comments", lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>No</h1>"))
    reader.write("dead spot", text)
    reader.page.unroute("**/comments")

    reader.open(OPEN)
    expect(field).to_have_value(text)
    name.fill("dead spot")
    reader.press(reader.page.get_by_role("button", name="Post comment"))
    expect(reader.comment(text)).to_be_in_viewport()

    reader.open(OPEN)
    expect(field).to_be_empty()


@DESK_ONLY
def test_the_site_has_its_own_icon(reader):
    reader.open(OPEN)
    icon = reader.page.locator("link[rel='icon'][type='image/svg+xml']").get_attribute("href")
    answer = reader.page.request.get(icon)
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/svg+xml"
