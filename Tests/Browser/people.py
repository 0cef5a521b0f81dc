"""Those who come to a house: readers with a page, and the staff at the desk. What they do, they do by what they see."""

import re

from playwright.sync_api import expect

import house as houses

PASSWORD = "long enough for the desk"


class Reader:
    """Somebody at a page, who reads, writes and reports."""

    def __init__(self, page):
        self.page = page

    def open(self, address):
        return self.page.goto(address)

    def write(self, name, text, button="Post the comment"):
        """Fills the form on the page and sends it; gives the answer."""
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_role("textbox", name="Comment", exact=True).fill(text)
        return self.press(self.page.get_by_role("button", name=button))

    def press(self, button):
        """Presses a button that sends a form, and waits for the answer."""
        with self.page.expect_navigation() as answer:
            button.click()
        return answer.value

    def comment(self, text):
        """The comment that has this text."""
        return self.page.locator("article.comment").filter(has_text=text)

    def count(self):
        """What the page says of how many comments there are."""
        heading = self.page.get_by_role("heading", name=re.compile(r"^Comments \(")).inner_text()
        return int(re.search(r"\(([\d,]+)\)", heading)[1].replace(",", ""))

    def refusal(self):
        return self.page.get_by_role("alert")

    def report(self, comment, rule, note):
        """Reports a comment, and gives the address of the receipt."""
        comment.get_by_role("link", name="Report as abuse").click()
        self.page.get_by_role("radio", name=re.compile(f"^{rule}")).check()
        self.page.get_by_label("What should our editors know?").fill(note)
        self.press(self.page.get_by_role("button", name="Send the report"))
        expect(self.page.get_by_role("heading", name="Your report", exact=True)).to_be_visible()
        return self.page.url


class Staff(Reader):
    """Somebody of the staff, at the desk."""

    def sign_in(self, email):
        self.open("/desk")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press(self.page.get_by_role("button", name="Sign in"))
        expect(self.page.get_by_role("heading", name="Desk", exact=True)).to_be_visible()

    def case(self, text):
        """The open case on the desk that is about a comment with this text."""
        self.open("/desk")
        quotation = self.page.locator("blockquote").filter(has_text=text)
        return self.page.locator("article.case").filter(has=quotation)

    def undo_last(self):
        """Takes back the ruling made last."""
        self.open("/desk")
        self.press(self.page.locator("ul.rulings > li").first.get_by_role("button", name=re.compile("^Undo")))


def hire(house, email, role):
    """Adds somebody to the staff as an operator does; gives the address to sign in with."""
    houses.command("staff", "add", "--data", str(house.data), "--email", email, "--role", role, typed=PASSWORD + "\n")
    return email
