"""Reads the mails that a server without a relay writes into its folder `outbox`."""

import email
import email.policy
import re
import time

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


def letters(process, address):
    """The mails to an address, the oldest first."""
    found = []
    for file in sorted((process.data / "outbox").glob("*.eml")):
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        if address in message["To"]:
            found.append(Letter(message))
    return found


def wait_for(process, address, number=1):
    """The latest mail to an address, once there are `number` of them."""
    end = time.monotonic() + 60
    while len(found := letters(process, address)) < number:
        assert time.monotonic() < end, f"No mail to {address} arrived."
    return found[-1]
