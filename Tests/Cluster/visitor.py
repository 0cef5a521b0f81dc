"""Somebody who asks a house over HTTP, as a browser does, with cookies that go along to another house of the same newspaper."""

import html
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request


class Reply:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.text = body.decode("utf-8", "replace")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


class Visitor:
    """Has a source of its own where the house believes in `X-Forwarded-For` of this machine."""

    def __init__(self, source="198.51.100.1"):
        self.source = source
        self.cookies = {}
        self._opener = urllib.request.build_opener(_Stay)

    def get(self, house, path):
        return self._ask(house, path)

    def post(self, house, path, fields):
        return self._ask(house, path, urllib.parse.urlencode(fields).encode())

    def comment(self, house, story, text, name="A reader", parent=None):
        fields = {"name": name, "text": text, "email": "", "version": "1"}
        if parent:
            fields["parent"] = str(parent)
        return self.post(house, f"{story}/comments", fields)

    def sign_in(self, house, email, password):
        return self.post(house, "/sign-in", {"email": email, "password": password})

    def _ask(self, house, path, body=None):
        headers = {"X-Forwarded-For": self.source}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        request = urllib.request.Request(urllib.parse.urljoin(house.address, path), body, headers)
        try:
            answer = self._opener.open(request, timeout=40)
        except urllib.error.HTTPError as refused:
            answer = refused
        with answer:
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, value = line.split(";")[0].split("=", 1)
                self.cookies[name] = value
            return Reply(answer.status, answer.headers, answer.read())


def kept_text(page):
    """What stands in the text field of a page."""
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    return html.unescape(found[1]).lstrip("\n") if found else None


# So that whoever waits does not keep the machine from what they wait for.
PAUSE_SECONDS = 0.02


def until(condition, seconds=20):
    """Waits for something that must come, and looks again after a short pause."""
    end, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < end, "it did not come to that in time"
        pause.wait(PAUSE_SECONDS)
