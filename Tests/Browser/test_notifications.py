"""A reader is told about replies, rulings and followed stories, on the site and by mail, and turns mails off."""

import re

import pytest
from playwright.sync_api import expect

import accounts
import mails
import rows
from kinds import OPEN
from notifications import LIST, PATIENCE, assert_harmless, entries, sign_up, unread, write
from people import Member, Reader, Staff
from test_accounts import EVERYWHERE
from verdicts import assert_accessible, assert_fits, assert_touchable
from view import ON_DESK, ON_PHONE

WITH_SCRIPTS = pytest.mark.parametrize("view", [ON_DESK, ON_PHONE], ids=lambda view: str(view.width))
HOSTILE = """No, it was open. Sign in at http://evil.example/login or on www.evil.example.
Reply-To: thief@evil.example
<a href="http://evil.example">Your account</a>
"""


def _check(reader):
    assert_accessible(reader.page)
    assert_fits(reader.page)
    assert_touchable(reader.page)


def _reply(someone, process, place, text):
    """Replies as a guest with a browser of its own."""
    guest = Reader(someone(process))
    guest.open(place)
    guest.write("A neighbour", text, button="Post reply")
    expect(guest.comment(text.splitlines()[0])).to_be_visible()
    return guest


@EVERYWHERE
def test_a_reader_is_answered_reads_the_mail_and_unsubscribes_with_one_click(someone, page, process, view):
    member, address = Member(page), f"nora-{view}-{view.scheme}@broadsheet.example"
    member.sign_up(process, address, f"Nora {view.width} {view.scheme} {view.scripts}")
    member.open(LIST)
    expect(member.page.get_by_text("No notifications yet.")).to_be_visible()
    expect(member.page.locator(".unread-count")).to_be_hidden()
    _check(member)
    place = write(member, f"The pier was closed ({view}, {view.scheme}).")
    first = f"{view}, {view.scheme}: {HOSTILE}"
    guest = _reply(someone, process, place, first)

    member.open(OPEN)
    expect(unread(member, 1)).to_be_visible()
    _check(member)
    member.press(unread(member, 1))
    entry = entries(member)
    expect(entry).to_have_count(1)
    expect(entry).to_contain_text(re.compile("^A neighbour replied to your comment on .* New"))
    expect(entry.locator("blockquote")).to_contain_text("No, it was open.")
    _check(member)

    letter = mails.wait_for(process, address, 2, PATIENCE)
    assert letter.message["Subject"] == "A reply to your comment at The Broadsheet"
    assert re.search(r"^A reader, “A neighbour”, replied to your comment on “.*”:\s+^> .*No, it was open\.", letter.text, re.M)
    assert_harmless(letter, process)
    member.open(letter.link)
    expect(member.page.locator(".highlighted")).to_contain_text("No, it was open.")

    # Programs that check mails open every address. That changes nothing.
    guest.open(letter.stop)
    expect(guest.page.get_by_role("heading", name="Turn these mails off")).to_be_visible()
    _check(guest)
    choice = member.page.get_by_label("Replies to my comments")
    member.open(LIST)
    expect(choice).to_have_value("at-once")
    assert mails.stop_with_one_click(letter) == 200
    member.open(LIST)
    expect(choice).to_have_value("site")
    guest.press(guest.page.get_by_role("button", name="Turn off"))
    expect(guest.page.get_by_role("heading", name="These mails are turned off")).to_be_visible()
    _check(guest)

    choice.select_option("By mail every morning")
    member.press(member.page.get_by_role("button", name="Save choices"))
    expect(member.page.get_by_role("status")).to_have_text("Your choices are saved.")
    expect(choice).to_have_value("daily")
    _check(member)
    member.press(member.page.get_by_role("button", name="Mark all as read"))
    expect(entry).not_to_contain_text("New")
    expect(member.page.get_by_role("button", name="Mark all as read")).to_have_count(0)
    expect(member.page.locator(".unread-count")).to_be_hidden()
    _check(member)


@WITH_SCRIPTS
def test_the_count_of_unread_notifications_appears_on_an_open_page(someone, process, view):
    member, _, name = sign_up(someone, process, "Lena")
    place = write(member, f"Who has seen the lighthouse? ({name})")
    with member.page.expect_request(lambda request: "/live?after=" in request.url):
        member.open(OPEN)
    expect(member.page.locator(".unread-count")).to_be_hidden()
    # A mark on the window would be gone after a reload.
    member.page.evaluate("window.mark = true")
    for number in (1, 2):
        _reply(someone, process, place, f"I have, {number} times. ({name})")
        expect(unread(member, number)).to_be_visible()
    assert member.page.evaluate("window.mark")
    _check(member)


def test_a_ruling_is_told_to_the_commenter_and_the_reporter_without_names(someone, process, view):
    commenter, mail_of_commenter, name = sign_up(someone, process, "Carl")
    reporter, mail_of_reporter, name_of_reporter = sign_up(someone, process, "Rita")
    moderator = Staff(someone(process))
    number = accounts.sign_up(process, moderator.page, "Maximilian Strict")
    rows.run(process, "UPDATE people SET role = 'moderator' WHERE id = ?", number)
    text, note, rule_note = f"You are all fools. ({name})", f"He means me. ({name})", f"Argue about the pier. ({name})"
    place = write(commenter, text)
    reporter.open(place)
    reporter.report(reporter.comment(text), "Abuse", note)
    case = moderator.case(text)
    case.get_by_label("Note to the commenter").fill(rule_note)
    moderator.press(case.get_by_role("button", name="Remove", exact=True))

    commenter.open(LIST)
    entry = entries(commenter)
    expect(entry).to_contain_text("We removed your comment on")
    expect(entry).to_contain_text("Rule: Abuse")
    expect(entry.locator("q")).to_have_text(rule_note)
    _check(commenter)
    reporter.open(LIST)
    outcome = entries(reporter)
    expect(outcome).to_contain_text("We decided on the comment that you reported on")
    expect(outcome).to_contain_text("It broke a rule, and we removed it.")
    _check(reporter)
    letter = mails.wait_for(process, mail_of_commenter, seconds=PATIENCE)
    assert letter.message["Subject"] == "Your comment at The Broadsheet was removed"
    assert "Rule: Abuse." in letter.text and f"> {rule_note}" in letter.text
    answer = mails.wait_for(process, mail_of_reporter, seconds=PATIENCE)
    assert "broke the rule “Abuse”. We removed it." in answer.text

    strangers = ("Maximilian", "Strict", name_of_reporter, mail_of_reporter, note)
    told = (commenter.page.content(), letter.message.as_string(), letter.text, letter.html)
    assert not [stranger for stranger in strangers for each in told if stranger in each]
    strangers = ("Maximilian", "Strict", name, mail_of_commenter, rule_note)
    told = (reporter.page.content(), answer.message.as_string(), answer.text, answer.html)
    assert not [stranger for stranger in strangers for each in told if stranger in each]
    for reader in (commenter, reporter):
        reader.press(entries(reader).get_by_role("link"))
        assert reader.page.url.endswith(place)
        expect(reader.page.get_by_text("This comment was removed")).to_be_visible()
        expect(reader.page.get_by_text("Maximilian")).to_have_count(0)


def test_a_reader_is_told_about_a_new_version_of_a_story(someone, process, editor, view):
    member, _, name = sign_up(someone, process, "Ivo")
    headline = f"The pier opens ({name})"
    editor.new_story(Headline=headline, Text="It opens.")
    editor.choose("Publish")
    address = editor.page.url
    member.open(address)
    member.press(member.page.get_by_role("button", name="Follow this story"))
    editor.open("/desk/stories/" + re.search(r"/stories/(\d+)", address)[1])
    editor.choose("Edit this story")
    editor.fill(Text="It opens at noon.")
    editor.choose("Publish the changes")

    entry = entries(member)
    member.open(LIST)
    # A job tells the followers.
    while not entry.count():
        expect(member.page.get_by_text("No notifications yet.")).to_be_visible()
        member.page.reload()
    expect(entry).to_contain_text(f"There is a new version of {headline}")
    _check(member)
    member.press(entry.get_by_role("link", name=headline))
    expect(member.page.locator(".body")).to_contain_text("It opens at noon.")
