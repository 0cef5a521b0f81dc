"""No text is lost: what is typed is kept in the browser and on the server until somebody saves it."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from people import PASSWORD, Staff
from view import ENDS, ON_DESK, ON_PHONE

_numbers = itertools.count(1)
KEPT_HERE = re.compile("^This browser has unsaved text from ")
SAVED = re.compile(r"^Kept on the server at \d")
OFFLINE = "No connection. This browser keeps your text."

# Keeping and offering texts works alike at every width. What people see of it is tested at both.
at_both_widths = pytest.mark.parametrize("view", [ON_PHONE, ON_DESK], ids=str)
scripted = pytest.mark.parametrize("view", [ON_DESK], ids=str)


KEPT_TEXTS = """async () => {
  const answer = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const [{ name } = {}] = await indexedDB.databases();
  if (!name) return 0;
  const database = await answer(indexedDB.open(name));
  const texts = await answer(database.transaction("texts").objectStore("texts").getAll());
  database.close();
  return texts.length;
}"""

# Whether this browser has kept that text on its disk.
HAS_KEPT = """async (text) => {
  const answer = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const [{ name } = {}] = await indexedDB.databases();
  if (!name) return false;
  const database = await answer(indexedDB.open(name));
  const texts = await answer(database.transaction("texts").objectStore("texts").getAll());
  database.close();
  return texts.some(({ fields }) => fields.body === text);
}"""

# Sends the form as a browser does, while the page stays.
SEND = """() => new Promise((resolve) => {
  const form = document.getElementById("draft");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    resolve(fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).then(() => {}));
  });
  form.requestSubmit();
})"""

# Types when the page is left, and stops the pauses in which the script collects what is typed.
TYPE_LATE = """() => {
  const later = window.setTimeout;
  window.setTimeout = (action, delay) => (delay === 300 ? 0 : later(action, delay));
  addEventListener("pagehide", () => {
    const { body } = document.getElementById("draft").elements;
    body.value = "It opens at one.";
    body.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
}"""


class Writer(Staff):
    """A member of staff at the form of a draft."""

    @property
    def text(self):
        return self.page.get_by_label("Text", exact=True)

    @property
    def state(self):
        return self.page.locator("#saving > p").first

    def draft(self, view, text="It opens."):
        """Makes a new draft, and returns its address."""
        return self.new_story(Headline=f"Lighthouse {next(_numbers)} ({view})", Text=text)

    def type_without_connection(self, text):
        self.page.context.set_offline(True)
        self.text.fill(text)
        expect(self.state).to_have_text(OFFLINE)
        self._wait_until_kept(text)

    def type_without_server(self, text):
        """Types a text that only this browser has."""
        self.page.context.route("**/autosave", lambda route: route.fulfill(status=503))
        self.text.fill(text)
        self._wait_until_kept(text)

    def _wait_until_kept(self, text):
        """Waits for the disk: the line above the form says that a text is only here before it is written."""
        self.page.wait_for_function(HAS_KEPT, arg=text)

    def in_new_tab(self, address):
        """Closes the tab, and opens the address in another one of the same browser, with a connection."""
        self.page.close()
        self.page.context.set_offline(False)
        writer = Writer(self.page.context.new_page())
        writer.open(address)
        return writer

    def sees_no_offer(self):
        expect(self.page.get_by_label("Headline")).to_be_visible()
        # The place for offers goes once the script has looked for texts and found none.
        expect(self.page.locator("#kept")).to_have_count(0)


@pytest.fixture
def writer(someone, process, session_of):
    permissions = ["clipboard-read", "clipboard-write"]
    return Writer(someone(process, storage_state=session_of("editor"), permissions=permissions))


@pytest.fixture
def colleague(someone, process, session_of):
    return Writer(someone(process, storage_state=session_of("admin")))


@at_both_widths
def test_a_lost_connection_keeps_the_text_and_saving_goes_on(writer, view):
    address = writer.draft(view)
    writer.type_without_connection("It opens at noon.")
    writer.page.context.set_offline(False)
    expect(writer.state).to_have_text(SAVED)
    again = writer.in_new_tab(address)
    expect(again.page.get_by_text("and did not add to the history")).to_be_visible()
    again.press(again.page.get_by_role("link", name="Open it"))
    expect(again.text).to_have_value("It opens at noon.")
    again.choose("Save")
    expect(again.page.get_by_text("and did not add to the history")).to_have_count(0)
    expect(again.text).to_have_value("It opens at noon.")


@at_both_widths
def test_a_closed_tab_has_its_text_offered(writer, view):
    address = writer.draft(view)
    writer.type_without_connection("It opens at noon.")
    again = writer.in_new_tab(address)
    expect(again.page.get_by_text(KEPT_HERE)).to_be_visible()
    expect(again.text).to_have_value("It opens.")
    again.page.get_by_role("button", name="Restore it").click()
    expect(again.text).to_have_value("It opens at noon.")
    expect(again.state).to_have_text(SAVED)
    # The server has it now, so the browser has none.
    third = again.in_new_tab(address)
    expect(third.page.get_by_text("and did not add to the history")).to_be_visible()
    third.sees_no_offer()


@scripted
def test_a_discarded_text_is_offered_no_more(writer, view):
    address = writer.draft(view)
    writer.type_without_connection("It opens at noon.")
    again = writer.in_new_tab(address)
    again.page.get_by_role("button", name="Discard it").click()
    expect(again.page.locator("#kept")).to_have_count(0)
    third = again.in_new_tab(address)
    third.sees_no_offer()
    expect(third.text).to_have_value("It opens.")


@scripted
def test_a_text_whose_draft_was_saved_meanwhile_is_shown_beside_it(writer, colleague, view):
    address = writer.draft(view, "One.\n\nTwo.")
    writer.type_without_connection("One.\n\nTwo, by the writer.")
    colleague.open(address)
    colleague.choose("Take over")
    colleague.text.fill("One, by the colleague.\n\nTwo.")
    colleague.choose("Save")
    again = writer.in_new_tab(address)
    again.press(again.page.get_by_role("button", name="Restore it"))
    expect(again.page.get_by_role("heading", name="Two texts")).to_be_visible()
    expect(again.text).to_have_value("One, by the colleague.\n\nTwo, by the writer.")


@scripted
def test_without_a_database_in_the_browser_the_server_still_saves(writer, view):
    writer.page.context.add_init_script("IDBFactory.prototype.open = () => { throw new Error('no databases here'); }")
    address = writer.draft(view)
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text(SAVED)
    writer.page.context.set_offline(True)
    expect(writer.state).to_have_text("No connection. Only this window has your text, so leave it open.")
    writer.text.fill("It opens at one.")
    writer.page.context.set_offline(False)
    expect(writer.state).to_have_text(SAVED)
    writer.choose("Save")
    writer.open(address)
    expect(writer.text).to_have_value("It opens at one.")


@scripted
def test_a_new_story_is_offered_until_it_is_saved(writer, view):
    writer.open("/desk/stories/new")
    headline = f"A story that is new {next(_numbers)} ({view})"
    writer.fill(Headline=headline, Text="It opens.")
    expect(writer.state).to_have_text("Not saved yet. This browser keeps your text.")
    again = writer.in_new_tab("/desk/stories/new")
    again.page.get_by_role("button", name="Restore it").click()
    expect(again.page.get_by_label("Headline")).to_have_value(headline)
    again.choose("Save draft")
    expect(again.page.get_by_role("heading", name="Edit story")).to_be_visible()
    again.sees_no_offer()
    again.open("/desk/stories/new")
    again.sees_no_offer()


@scripted
def test_an_ended_session_goes_on_after_signing_in_again(writer, view):
    writer.draft(view)
    writer.page.context.clear_cookies()
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text("You are signed out. Sign in again, and saving goes on.")
    with writer.page.context.expect_page() as opened:
        writer.page.get_by_role("link", name="Sign in in a new tab").click()
    tab = Staff(opened.value)
    tab.page.get_by_label("E-mail").fill("editor@broadsheet.example")
    tab.page.get_by_label("Password").fill(PASSWORD)
    tab.press(tab.page.get_by_role("button", name="Sign in"))
    writer.page.bring_to_front()
    expect(writer.state).to_have_text(SAVED)
    expect(writer.text).to_have_value("It opens at noon.")


@scripted
def test_a_text_that_was_sent_after_the_session_ended_is_offered(writer, session_of, view):
    address = writer.draft(view)
    writer.page.context.clear_cookies()
    writer.text.fill("It opens at noon.")
    writer.choose("Save")
    expect(writer.page.get_by_text("It opens at noon.")).to_be_visible()
    writer.page.context.add_cookies(session_of("editor")["cookies"])
    writer.open(address)
    writer.page.get_by_role("button", name="Restore it").click()
    expect(writer.text).to_have_value("It opens at noon.")


@at_both_widths
def test_a_page_whose_draft_was_taken_over_says_so_and_keeps_its_text(writer, colleague, view):
    address = writer.draft(view)
    colleague.open(address)
    expect(colleague.page.get_by_text("has been writing this draft since")).to_be_visible()
    colleague.choose("Take over")
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_contain_text("is writing this draft now")
    expect(writer.text).to_have_value("It opens at noon.")
    writer.page.get_by_role("button", name="Copy my text").click()
    expect(writer.page.get_by_role("button", name="Copied")).to_be_visible()
    assert writer.page.evaluate("navigator.clipboard.readText()").endswith("\n\nIt opens at noon.")
    writer.choose("Show both texts")
    expect(writer.page.get_by_role("heading", name="Two texts")).to_be_visible()
    expect(writer.page.get_by_label("Your text, not saved yet")).to_have_value(re.compile("It opens at noon."))
    writer.page.get_by_role("region", name="Two texts").get_by_role("button", name="Copy my text").click()
    expect(writer.page.get_by_role("button", name="Copied")).to_be_visible()


@scripted
def test_opening_a_draft_says_to_colleagues_who_is_writing(writer, colleague, someone, process, session_of, view):
    reporter = Writer(someone(process, storage_state=session_of("reporter")))
    address = reporter.draft(view)
    reporter.choose("Submit to the editors")
    with colleague.page.expect_response("**/open"):
        colleague.open(address)
    writer.open(address)
    expect(writer.page.get_by_text("has been writing this draft since")).to_be_visible()


@at_both_widths
def test_signing_out_asks_and_erases(new_process, someone, session_of, view):
    process = new_process()
    writer = Writer(someone(process, storage_state=session_of("editor")))
    address = writer.draft(view)
    writer.page.context.route("**/autosave", lambda route: route.fulfill(status=503))
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text(OFFLINE)
    question = writer.page.get_by_role("dialog")
    writer.page.get_by_role("button", name="Sign out", exact=True).click()
    expect(question).to_contain_text("This browser has text that you have not saved.")
    question.get_by_role("button", name="Stay signed in").click()
    expect(question).to_be_hidden()
    expect(writer.text).to_have_value("It opens at noon.")
    writer.page.get_by_role("button", name="Sign out", exact=True).click()
    writer.press(question.get_by_role("button", name="Sign out and erase it"))
    expect(writer.page.get_by_role("link", name="Front page")).to_be_visible()
    assert writer.page.evaluate("indexedDB.databases()") == []
    writer.page.context.unroute_all()
    writer.sign_in("editor@broadsheet.example")
    writer.open(address)
    writer.sees_no_offer()


@scripted
@pytest.mark.parametrize("button", ["Save", "Publish"])
def test_a_text_that_was_sent_is_no_longer_in_the_browser(writer, view, button):
    writer.draft(view)
    # No autosave confirms the text before it is sent.
    writer.page.context.route("**/autosave", lambda route: route.fulfill(status=503))
    writer.text.fill("It opens at noon.")
    writer.page.wait_for_function(f"async () => await ({KEPT_TEXTS})() === 1")
    writer.choose(button)
    expect(writer.page.get_by_text("It opens at noon.")).to_be_visible()
    writer.page.wait_for_function(f"async () => await ({KEPT_TEXTS})() === 0")


@scripted
def test_a_failed_save_is_offered_after_a_page_that_redirects(writer, view):
    writer.open("/desk/stories/new")
    headline = f"A story that fails {next(_numbers)} ({view})"
    writer.fill(Headline=headline, Text="It opens.")
    expect(writer.state).to_have_text("Not saved yet. This browser keeps your text.")
    writer.page.context.set_offline(True)
    writer.page.get_by_role("button", name="Save draft").click()
    writer.page.wait_for_url("chrome-error://**")
    writer.page.context.set_offline(False)
    writer.open("/stories/1")
    assert writer.page.evaluate("performance.getEntriesByType('navigation')[0].redirectCount") == 1
    writer.open("/desk/stories/new")
    writer.page.get_by_role("button", name="Restore it").click()
    expect(writer.page.get_by_label("Headline")).to_have_value(headline)


@scripted
@pytest.mark.parametrize("end", ["Save", "Discard it"])
def test_a_text_that_another_tab_replaced_on_the_server_is_offered(writer, view, end):
    address = writer.draft(view)
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text(SAVED)
    other = Writer(writer.page.context.new_page())
    other.open(address)
    if end == "Save":
        other.press(other.page.get_by_role("link", name="Open it"))
        other.text.fill("It opens at one.")
    other.page.get_by_role("button", name=end, exact=True).click()
    expect(other.page).to_have_url(re.compile(r"/desk/drafts/\d+$"))
    expect(other.page.get_by_text("and did not add to the history")).to_have_count(0)
    other.page.close()
    again = writer.in_new_tab(address)
    again.page.get_by_role("button", name="Restore it").click()
    expect(again.text).to_have_value(re.compile("It opens at noon."))


@scripted
def test_the_texts_of_several_closed_tabs_are_all_offered(writer, view):
    address = writer.draft(view)
    writer.type_without_connection("It opens at noon.")
    again = writer.in_new_tab(address)
    expect(again.page.get_by_text(KEPT_HERE)).to_be_visible()
    again.type_without_connection("It opens at one.")
    third = again.in_new_tab(address)
    restore = third.page.get_by_role("button", name="Restore it")
    restore.click()
    expect(third.text).to_have_value("It opens at one.")
    restore.click()
    expect(third.text).to_have_value("It opens at noon.")


@scripted
def test_a_text_is_not_saved_as_another_persons(writer, session_of, view):
    address = writer.draft(view)
    writer.page.context.route("**/autosave", lambda route: route.fulfill(status=503))
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text(OFFLINE)
    writer.page.context.clear_cookies()
    writer.page.context.add_cookies(session_of("admin")["cookies"])
    for _ in range(2):
        writer.choose("Save")
        expect(writer.page.get_by_text("Somebody else has signed in here.").first).to_be_visible()
        expect(writer.text).to_have_value("It opens at noon.")
    writer.page.context.clear_cookies()
    writer.page.context.add_cookies(session_of("editor")["cookies"])
    writer.choose("Save")
    expect(writer.page.get_by_text("Somebody else has signed in here.")).to_have_count(0)
    writer.open(address)
    expect(writer.text).to_have_value("It opens at noon.")


@scripted
def test_saving_goes_on_if_the_page_stays_after_a_save(writer, view):
    writer.draft(view)
    # The browser stays on the page after this answer.
    writer.page.context.route("**/desk/drafts/*", lambda route: route.fulfill(status=204))
    writer.text.fill("It opens at noon.")
    writer.page.get_by_role("button", name="Save", exact=True).click()
    writer.text.fill("It opens at one.")
    expect(writer.state).to_have_text(SAVED)


@scripted
def test_a_new_story_is_kept_again_after_signing_out_elsewhere(new_process, someone, session_of, view):
    writer = Writer(someone(new_process(), storage_state=session_of("editor")))
    writer.open("/desk/stories/new")
    writer.fill(Headline="A story", Text="It opens.")
    expect(writer.state).to_have_text("Not saved yet. This browser keeps your text.")
    other = Writer(writer.page.context.new_page())
    other.open("/desk/stories")
    other.page.get_by_role("button", name="Sign out", exact=True).click()
    other.press(other.page.get_by_role("dialog").get_by_role("button", name="Sign out and erase it"))
    expect(writer.state).to_have_text("Not saved yet. Only this window has your text, so leave it open.")
    writer.text.fill("It opens at noon.")
    assert other.page.evaluate("indexedDB.databases()") == []
    other.sign_in("editor@broadsheet.example")
    writer.text.fill("It opens at one.")
    expect(writer.state).to_have_text("Not saved yet. This browser keeps your text.")
    assert writer.page.evaluate(KEPT_TEXTS) == 1


@scripted
def test_back_offers_the_text_and_undoes_nothing_of_a_colleague(writer, colleague, view):
    address = writer.draft(view, "One.\n\nTwo.")
    writer.type_without_server("One.\n\nTwo, by the writer.")
    writer.open("/desk/stories")
    colleague.open(address)
    colleague.choose("Take over")
    colleague.text.fill("One, by the colleague.\n\nTwo.")
    colleague.choose("Save")
    writer.page.go_back()
    expect(writer.page.get_by_text(KEPT_HERE)).to_be_visible()
    expect(writer.text).to_have_value("One, by the colleague.\n\nTwo.")
    writer.press(writer.page.get_by_role("button", name="Restore it"))
    expect(writer.page.get_by_role("heading", name="Two texts")).to_be_visible()
    expect(writer.text).to_have_value("One, by the colleague.\n\nTwo, by the writer.")


@scripted
def test_the_last_letters_before_a_page_is_left_are_offered(writer, view):
    address = writer.draft(view)
    writer.page.evaluate(TYPE_LATE)
    writer.type_without_server("It opens at noon.")
    writer.open("/desk/stories")
    writer.open(address)
    writer.page.get_by_role("button", name="Restore it").click()
    expect(writer.text).to_have_value("It opens at one.")


@scripted
def test_two_new_stories_that_are_saved_at_once_are_both_offered_no_more(new_process, someone, session_of, view):
    writer = Writer(someone(new_process(), storage_state=session_of("editor")))
    other = Writer(writer.page.context.new_page())
    for each in (writer, other):
        each.open("/desk/stories/new")
        each.fill(Headline="A story", Text="It opens.")
        expect(each.state).to_have_text("Not saved yet. This browser keeps your text.")
    for each in (writer, other):
        each.page.evaluate(SEND)
    other.page.close()
    writer.in_new_tab("/desk/stories/new").sees_no_offer()


@scripted
def test_enter_in_a_field_takes_nothing_over(writer, colleague, view):
    address = writer.draft(view)
    colleague.open(address)
    with colleague.page.expect_navigation():
        colleague.page.get_by_label("Headline").press("Enter")
    expect(colleague.page.get_by_role("heading", name="Two texts")).to_be_visible()
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text(SAVED)


@scripted
def test_another_person_on_the_same_browser_sees_nothing(writer, session_of, view):
    address = writer.draft(view)
    writer.type_without_connection("It opens at noon.")
    context = writer.page.context
    context.clear_cookies()
    context.add_cookies(session_of("admin")["cookies"])
    other = writer.in_new_tab(address)
    other.sees_no_offer()
    assert "It opens at noon." not in other.page.content()
    context.clear_cookies()
    context.add_cookies(session_of("editor")["cookies"])
    expect(other.in_new_tab(address).page.get_by_text(KEPT_HERE)).to_be_visible()


@pytest.mark.parametrize("view", ENDS[:1], ids=str)
def test_an_autosave_is_offered_without_scripts(someone, process, session_of, view):
    state = session_of("editor")
    writer = Writer(someone(process, storage_state=state, java_script_enabled=True))
    address = writer.draft(view)
    writer.text.fill("It opens at noon.")
    expect(writer.state).to_have_text(SAVED)
    elsewhere = Writer(someone(process, storage_state=state))
    elsewhere.open(address)
    expect(elsewhere.page.get_by_text("and did not add to the history")).to_be_visible()
    elsewhere.press(elsewhere.page.get_by_role("link", name="Open it"))
    expect(elsewhere.text).to_have_value("It opens at noon.")
    elsewhere.open(address)
    elsewhere.choose("Discard it")
    expect(elsewhere.page.get_by_text("and did not add to the history")).to_have_count(0)
    expect(elsewhere.text).to_have_value("It opens.")
