"""Readers sign up by mail, comment under their own names, and look after their accounts."""

import pytest
from playwright.sync_api import expect

import mails
from kinds import OPEN
from people import Member
from verdicts import assert_accessible, assert_fits
from view import View

# Both widths with and without scripts, and both color schemes.
VIEWS = [View(390, scripts=False), View(390, scheme="dark"), View(1280), View(1280, scripts=False, scheme="dark")]
EVERYWHERE = pytest.mark.parametrize(
    "view", VIEWS, ids=lambda view: f"{view}-{view.scheme}")


@pytest.fixture
def member(page):
    return Member(page)


def _look(member):
    assert_accessible(member.page)
    assert_fits(member.page)


@EVERYWHERE
def test_a_reader_signs_up_comments_and_signs_in_again_with_the_code(member, process, view):
    address = f"ada-{view}-{view.scheme}@broadsheet.example"
    name = f"Ada {view.width} {view.scheme} {view.scripts}"
    member.ask_for_mail(address)
    _look(member)
    letter = mails.wait_for(process, address)
    # A program that checks mails opens the link before the reader does.
    member.open(letter.link)
    member.open(letter.link)
    _look(member)
    member.page.get_by_label("Your name").fill(name)
    member.press(member.page.get_by_role("button", name="Create account and sign in"))
    expect(member.page.get_by_role("heading", name="Your account", exact=True)).to_be_visible()
    _look(member)

    member.open(OPEN)
    expect(member.page.locator(".signature")).to_contain_text(name)
    expect(member.page.get_by_label("Name", exact=True)).to_have_count(0)
    text = f"A comment with a name ({name})."
    member.page.locator("#text").fill(text)
    member.press(member.page.get_by_role("button", name="Post comment"))
    expect(member.comment(text)).to_contain_text(name)
    expect(member.comment(text).get_by_role("link", name="Delete")).to_be_visible()
    member.open("/account/comments")
    expect(member.page.get_by_text(text)).to_be_visible()
    _look(member)

    member.open("/account")
    member.press(member.page.get_by_role("button", name="Sign out"))
    member.ask_for_mail(address)
    member.page.get_by_label("Code").fill("000000")
    member.press(member.page.get_by_role("button", name="Sign in"))
    expect(member.refusal()).to_contain_text("You have 4 tries left.")
    _look(member)
    member.page.get_by_label("Code").fill(mails.wait_for(process, address, 2).code)
    member.press(member.page.get_by_role("button", name="Sign in"))
    expect(member.page.get_by_role("heading", name="Your account", exact=True)).to_be_visible()


def test_a_name_that_is_taken_comes_back_with_a_sentence_and_the_link_stays_open(member, process, view):
    address = f"second-{view}@broadsheet.example"
    member.ask_for_mail(address)
    member.open(mails.wait_for(process, address).link)
    member.page.get_by_label("Your name").fill("The Editors")
    member.press(member.page.get_by_role("button", name="Create account and sign in"))
    expect(member.refusal()).to_contain_text("choose another")
    expect(member.page.get_by_label("Your name")).to_have_value("The Editors")
    _look(member)
    member.page.get_by_label("Your name").fill(f"Second {view}")
    member.press(member.page.get_by_role("button", name="Create account and sign in"))
    expect(member.page.get_by_role("heading", name="Your account", exact=True)).to_be_visible()


def test_a_reader_goes_back_to_the_story_after_signing_in(member, process, view):
    member.sign_up(process, f"back-{view}@broadsheet.example", f"Back {view}")
    member.press(member.page.get_by_role("button", name="Sign out"))
    member.open(OPEN)
    story = member.page.url
    with member.page.expect_navigation():
        member.page.get_by_role("link", name="Sign in").first.click()
    member.page.get_by_label("E-mail").first.fill(f"back-{view}@broadsheet.example")
    member.press(member.page.get_by_role("button", name="Send me a link"))
    member.open(mails.wait_for(process, f"back-{view}@broadsheet.example", 2).link)
    member.press(member.page.get_by_role("button", name="Sign in"))
    assert member.page.url == story


def test_guests_are_asked_to_sign_in_where_only_accounts_may_comment(someone, new_process, view):
    process = new_process({"BROADSHEET_COMMENTS_FROM": "accounts"})
    member = Member(someone(process))
    member.open(OPEN)
    expect(member.page.locator("#text")).to_have_count(0)
    _look(member)
    member.sign_up(process, f"only-{view}@broadsheet.example", f"Only {view}")
    member.open(OPEN)
    member.page.locator("#text").fill("A comment where guests cannot write.")
    member.press(member.page.get_by_role("button", name="Post comment"))
    expect(member.comment("A comment where guests cannot write.")).to_be_visible()
