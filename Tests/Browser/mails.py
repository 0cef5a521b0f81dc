"""Reads the mails that a server without a relay writes into its folder `outbox`."""

import email
import email.policy
import html
import re
import time
import urllib.parse
import urllib.request

LINK = re.compile(r"http://\S+")
CODE = re.compile(r"\b\d{6}\b")


class Letter:
    """A mail, with its link and its code."""

    def __init__(self, message):
        self.message = message
        self.text = message.get_body(("plain",)).get_content()
        self.html = message.get_body(("html",)).get_content()

    @property
    def link(self):
        return LINK.search(self.text)[0]

    @property
    def code(self):
        return CODE.search(self.text)[0]

    @property
    def stop(self):
        """The address that turns mails like this one off with one request (RFC 8058)."""
        assert self.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        return self.message["List-Unsubscribe"].removeprefix("<").removesuffix(">")

    @property
    def links(self):
        """The addresses to which the HTML part leads."""
        return [html.unescape(link) for link in re.findall(r'(?:href|src)="([^"]*)"', self.html)]


def letters(process, address):
    """The mails to an address, the oldest first."""
    found = []
    for file in sorted((process.data / "outbox").glob("[!.]*.eml")):
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        if address in message["To"]:
            found.append(Letter(message))
    return found


def wait_for(process, address, number=1, seconds=60):
    """The latest mail to an address, once there are `number` of them."""
    end = time.monotonic() + seconds
    while len(found := letters(process, address)) < number:
        assert time.monotonic() < end, f"No mail to {address} arrived."
    return found[-1]


def stop_with_one_click(letter):
    """Turns mails like this one off, as mail programs do: one request without cookies. Returns the status."""
    body = urllib.parse.urlencode({"List-Unsubscribe": "One-Click"}).encode()
    with urllib.request.urlopen(urllib.request.Request(letter.stop, body), timeout=20) as answer:
        return answer.status
