"""Visitors of a site: readers and staff. They act through the labels and buttons that a person sees."""

import re

from playwright.sync_api import expect

import broadsheet
import mails

PASSWORD = "long enough for the desk"


class Reader:
    """A visitor with one page, who reads, comments and reports."""

    def __init__(self, page):
        self.page = page

    def open(self, address):
        return self.page.goto(address)

    def write(self, name, text, button="Post comment"):
        """Fills in the comment form, submits it and returns the response."""
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_role("textbox", name="Comment", exact=True).fill(text)
        return self.press(self.page.get_by_role("button", name=button))

    def press(self, button):
        """Presses a button that submits a form, and returns the response."""
        with self.page.expect_navigation() as answer:
            button.click()
        return answer.value

    def comment(self, text):
        """The comment with this text."""
        return self.page.locator("article.comment").filter(has_text=text)

    def count(self):
        """The number of comments that the page states."""
        heading = self.page.get_by_role("heading", name=re.compile(r"^Comments \(")).inner_text()
        return int(re.search(r"\(([\d,]+)\)", heading)[1].replace(",", ""))

    def refusal(self):
        return self.page.get_by_role("alert")

    def report(self, comment, rule, note):
        """Reports a comment and returns the address of the receipt."""
        comment.get_by_role("link", name="Report as abuse").click()
        self.page.get_by_role("radio", name=re.compile(f"^{rule}")).check()
        self.page.get_by_label("What should our moderators know?").fill(note)
        self.press(self.page.get_by_role("button", name="Send report"))
        expect(self.page.get_by_role("heading", name="Your report", exact=True)).to_be_visible()
        return self.page.url


    def suggest(self, **texts):
        """Sends the form for a correction with these texts, by their labels, and returns the address of the receipt."""
        for label, text in texts.items():
            self.page.get_by_label(re.compile(f"^{label.replace('_', ' ')}")).fill(text)
        self.press(self.page.get_by_role("button", name="Send suggestion"))
        expect(self.page.get_by_role("heading", name="Your suggestion", exact=True)).to_be_visible()
        return self.page.url


class Member(Reader):
    """A reader with an account."""

    def ask_for_mail(self, address):
        self.open("/sign-in")
        self.page.get_by_label("E-mail").first.fill(address)
        self.press(self.page.get_by_role("button", name="Send me a link"))
        expect(self.page.get_by_role("heading", name="Look in your mail")).to_be_visible()

    def sign_up(self, process, address, name):
        self.ask_for_mail(address)
        self.open(mails.wait_for(process, address).link)
        self.page.get_by_label("Your name").fill(name)
        self.press(self.page.get_by_role("button", name="Create account and sign in"))
        expect(self.page.get_by_role("heading", name="Your account", exact=True)).to_be_visible()


class Staff(Reader):
    """A staff member at the desk."""

    def sign_in(self, email):
        self.open("/desk")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press(self.page.get_by_role("button", name="Sign in"))
        # Reporters begin with their stories.
        expect(self.page.get_by_role("heading", name=re.compile("^(Desk|Stories)$"), level=1)).to_be_visible()

    def new_story(self, **fields):
        """Saves a new draft with these fields, by their labels. Returns its address."""
        self.open("/desk/stories/new")
        self.fill(**fields)
        self.press(self.page.get_by_role("button", name="Save draft"))
        expect(self.page.get_by_role("heading", name="Edit story")).to_be_visible()
        return self.page.url

    def fill(self, **fields):
        for label, text in fields.items():
            self.page.get_by_label(label.replace("_", " "), exact=True).fill(text)

    def choose(self, button):
        self.press(self.page.get_by_role("button", name=button, exact=True))

    def case(self, text):
        """The page of the open case about the comment with this text, opened from its address alone."""
        self.open("/desk/queue")
        link = self.page.locator(".queue .excerpt").filter(has_text=text).get_by_role("link")
        while not link.count():
            self.page.get_by_role("link", name="More cases").click()
        self.open(link.get_attribute("href").partition("?")[0])
        return self.page.locator(".queue-case")

    def undo_last(self):
        """Undoes the latest ruling, which leads to its case."""
        self.open("/desk")
        self.press(self.page.locator("ul.rulings > li").first.get_by_role("button", name=re.compile("^Undo")))
        expect(self.page.locator(".queue-done")).to_contain_text("The case is open again.")


def hire(process, email, role):
    """Adds a staff member with the command line and returns the e-mail address to sign in with."""
    broadsheet.command(
        "staff", "add", "--data", str(process.data), "--email", email, "--role", role, typed=PASSWORD + "\n")
    return email
