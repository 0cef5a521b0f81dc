"""An HTTP client like a browser, whose cookies go to every process of the newspaper."""

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
    """Sends `source` in `X-Forwarded-For`, which counts if the process trusts this machine as a proxy."""

    def __init__(self, source="198.51.100.1"):
        self.source = source
        self.cookies = {}
        self._opener = urllib.request.build_opener(_Stay)

    def get(self, process, path):
        return self._ask(process, path)

    def post(self, process, path, fields):
        return self._ask(process, path, urllib.parse.urlencode(fields).encode())

    def upload(self, process, path, fields, name, file):
        """Sends a file with a form, as browsers do (`multipart/form-data`)."""
        mark = "a-mark-that-no-file-has"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                 for key, value in fields.items()]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file.name}"\r\n\r\n'
        body = b"".join([*parts, head.encode(), file.read_bytes(), f"\r\n--{mark}--\r\n".encode()])
        return self._ask(process, path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def comment(self, process, story, text, name="A reader", parent=None):
        fields = {"name": name, "text": text, "email": "", "version": "1"}
        if parent:
            fields["parent"] = str(parent)
        return self.post(process, f"{story}/comments", fields)

    def sign_in(self, process, email, password):
        return self.post(process, "/sign-in", {"email": email, "password": password})

    def _ask(self, process, path, body=None, more=None):
        headers = {"X-Forwarded-For": self.source} | (more or {})
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        request = urllib.request.Request(urllib.parse.urljoin(process.address, path), body, headers)
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
    """The content of the text field on a page, or None if there is no field."""
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    return html.unescape(found[1]).lstrip("\n") if found else None


# The pause between two checks, so that waiting does not slow down the work in progress.
PAUSE_SECONDS = 0.02


def until(condition, seconds=20):
    """Waits until a condition holds; fails after `seconds`."""
    end, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < end, f"the condition did not hold within {seconds} seconds"
        pause.wait(PAUSE_SECONDS)
