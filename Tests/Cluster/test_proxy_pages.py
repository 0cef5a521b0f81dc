"""The samples for proxies show the newspaper's pages for responses that the proxy makes itself."""

import http.client
import select
import socket
import threading
import urllib.parse

import pytest

import error_pages
from caddy import Caddy
from haproxy import HAProxy
from nginx import Nginx
from server import free_port
from visitor import until

TOO_LARGE = 40 << 20


class Silent:
    """Accepts connections, reads the first bytes of a request or all of it, and closes them without a response."""

    def __init__(self, reads_all=False):
        self._reads_all = reads_all
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            with line:
                while line.recv(65_536) and self._reads_all:
                    pass

    def stop(self):
        self._socket.close()


@pytest.fixture
def silent():
    silent = Silent()
    yield silent
    silent.stop()


@pytest.fixture
def patient():
    patient = Silent(reads_all=True)
    yield patient
    patient.stop()


@pytest.fixture
def pages(edition, tmp_path):
    return error_pages.made(edition / "newspaper", tmp_path / "error-pages")


@pytest.fixture(params=["nginx", "nginx for many", "HAProxy", "Caddy"])
def start_proxy(request, edition, tmp_path, pages):
    """Starts one of the proxies in front of a process at a port."""
    started = []

    def start(port):
        made = {
            "nginx": lambda: Nginx(tmp_path / "proxy", [port], pages),
            "nginx for many": lambda: Nginx(tmp_path / "proxy", [port, port], pages),
            "HAProxy": lambda: HAProxy(tmp_path / "proxy", [port, port], edition / "newspaper"),
            "Caddy": lambda: Caddy(tmp_path / "proxy", port, pages),
        }[request.param]()
        started.append(made)
        until(lambda: listens(made))
        return made

    yield start
    for proxy in started:
        proxy.stop()


def listens(proxy):
    try:
        socket.create_connection(place(proxy), timeout=1).close()
    except OSError:
        return False
    return True


def place(proxy):
    address = urllib.parse.urlsplit(proxy.address)
    return address.hostname, address.port


def ask(proxy, method, path, length=None):
    """Sends a request, with a body of this length until a response arrives. Returns the response with its text."""
    line = http.client.HTTPConnection(*place(proxy), timeout=30)
    line.putrequest(method, path)
    if length is not None:
        line.putheader("Content-Length", str(length))
        line.putheader("Content-Type", "application/x-www-form-urlencoded")
    line.endheaders()
    sent = 0
    while sent < (length or 0) and not select.select([line.sock], [], [], 0)[0]:
        try:
            sent += line.sock.send(b"x" * min(65_536, length - sent))
        except OSError:
            break  # The proxy has responded and closed.
    response = line.getresponse()
    text = response.read().decode()
    line.close()
    return response, text


def assert_ours(response, text, statuses, heading):
    assert response.status in statuses
    assert error_pages.title(text) == heading
    assert response.headers["Content-Type"].startswith("text/html")
    assert response.headers["Cache-Control"] == "no-store"
    assert "nginx" not in text and "Caddy" not in text


def test_without_a_process_the_page_says_that_the_newspaper_is_away(start_proxy):
    response, text = ask(start_proxy(free_port()), "GET", "/")
    heading = "The newspaper is unavailable" if response.status == 503 else "The newspaper does not respond"
    assert_ours(response, text, {502, 503}, heading)
    assert "http://" not in text and "<script" not in text, "the page loads nothing"


def test_a_form_that_gets_no_response_shows_our_page(start_proxy, silent):
    response, text = ask(start_proxy(silent.port), "POST", "/stories/1/a-story/comments", length=0)
    heading = "The newspaper is unavailable" if response.status == 503 else "The newspaper does not respond"
    assert_ours(response, text, {502, 503}, heading)


def test_a_request_above_the_limit_of_the_proxy_shows_our_page(start_proxy, patient):
    response, text = ask(start_proxy(patient.port), "POST", "/stories/1/a-story/comments", length=TOO_LARGE)
    assert_ours(response, text, {413}, "That was too large")
