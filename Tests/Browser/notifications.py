"""What readers are told: the list on the site, its count, and the mails."""

import itertools
import time

import accounts
import mails
import rows
from kinds import OPEN
from people import Reader

LIST = "/account/notifications"
# The first mail waits for 20 seconds, and the machine may be busy.
PATIENCE = 180
_numbers = itertools.count(1)


def sign_up(someone, process, name):
    """A reader with an account of their own, the address of their mails, and their full name."""
    reader, number = Reader(someone(process)), next(_numbers)
    address = f"{name.lower()}-{number}@example.org"
    rows.sign_in_reader(process, reader.page.context, address, f"{name} {number}")
    return reader, address, f"{name} {number}"


def write(reader, text):
    """Posts a comment under the name of the account and returns its address."""
    reader.open(OPEN)
    accounts.write(reader, text)
    return reader.comment(text).locator(".permalink").get_attribute("href")


def entries(reader):
    return reader.page.locator(".notifications li")


def unread(reader, number):
    """The link beside that of the account that says how many notifications are unread."""
    return reader.page.locator(".account").get_by_role("link", name=f"{number} unread", exact=True)


def assert_harmless(letter, process):
    """Nothing in the mail leads to another site, and nothing of the quoted text has become a header."""
    assert letter.message["Reply-To"] is None
    assert "evil.example" not in letter.text and "evil.example" not in letter.html
    links = [*mails.LINK.findall(letter.text), *letter.links, letter.stop]
    assert len(links) > 3 and all(link.startswith(process.address) for link in links)


def fill(process, person):
    """Gives a reader a notification of every kind, the latest ones unread, about the latest comment and ruling."""
    now = int(time.time() * 1000)
    kinds = ("topic", "comments", "update", "correction", "report", "release", "ruling", "staff-reply", "reply")
    for number, kind in enumerate(kinds):
        comment = "c.id" if number > 3 else "NULL"
        ruling = "(SELECT MAX(id) FROM rulings)" if kind in ("report", "release", "ruling") else "NULL"
        at = now - 3_600_000 * (10 - number)
        rows.run(
            process,
            "INSERT INTO notifications (person_id, kind, story_id, comment_id, ruling_id, at, read_at, mailed_at)"
            f" SELECT ?, ?, c.story_id, {comment}, {ruling}, ?, ?, ? FROM comments c"
            " WHERE c.state = 'published' ORDER BY c.id DESC LIMIT 1", person, kind, at, at if number < 6 else None, at)
