"""Records browser errors and requests to other hosts while a page is open."""

from urllib.parse import urlsplit


class Witness:
    """Observes a page from the start.

    Records requests to other hosts, dialogs, script errors, and console errors and warnings, which include
    violations of the content security policy.
    """

    def __init__(self, page, process):
        self._own = urlsplit(process.address).netloc
        self.complaints = []
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"error in a script: {error}"))
        page.on("dialog", self._asks_back)

    def assert_quiet(self):
        assert not self.complaints, "\n".join(self.complaints)

    def _asked(self, request):
        if urlsplit(request.url).netloc != self._own:
            self.complaints.append(f"asked another host: {request.url}")

    def _said(self, message):
        # Chromium logs an "error" for each page with an error status, and for each request of a browser that is offline.
        # Tests cause both on purpose.
        of_status = message.text.startswith(
            ("Failed to load resource: the server responded with a status of",
             "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"))
        own_page = urlsplit(message.location["url"]).path.startswith(("/assets/", "/pictures/")) is False
        if message.type in ("error", "warning") and not (of_status and own_page):
            self.complaints.append(f"{message.type} in the console: {message.text}")

    def _asks_back(self, dialog):
        self.complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()
