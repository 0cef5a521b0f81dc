"""A service manager hears how the server is, and can make it read its settings again."""

import json
import shutil
import socket

import pytest

import broadsheet
from visitor import Visitor, until


@pytest.fixture(scope="session")
def newspaper(tmp_path_factory):
    folder = tmp_path_factory.mktemp("service") / "newspaper"
    broadsheet.command("demo", "--data", str(folder))
    return folder


@pytest.fixture
def data(newspaper, tmp_path):
    return shutil.copytree(newspaper, tmp_path / "newspaper")


class Manager:
    """The socket of a service manager, as sd_notify(3) describes it."""

    def __init__(self, path):
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(path)
        self._socket.settimeout(30)

    def next(self, *ignored):
        """The next message, as a dictionary, without those that have one of these names."""
        while True:
            message = dict(line.split("=", 1) for line in self._socket.recv(65_536).decode().splitlines())
            if not set(ignored) & message.keys():
                return message

    def is_silent_for(self, seconds):
        """Whether messages stop for this time, after those that are waiting."""
        self._socket.settimeout(seconds)
        try:
            for _ in range(100):
                self._socket.recv(65_536)
        except TimeoutError:
            return True
        finally:
            self._socket.settimeout(30)
        return False

    def close(self):
        self._socket.close()


@pytest.fixture
def manager(tmp_path):
    manager = Manager(str(tmp_path / "m"))
    yield manager
    manager.close()


@pytest.fixture
def process(data, manager, tmp_path):
    process = broadsheet.Process(
        data, {"NOTIFY_SOCKET": str(tmp_path / "m"), "WATCHDOG_USEC": "200000"})
    yield process
    if process.is_running:
        process.kill()


def change(data, **values):
    """Changes settings in the configuration file."""
    file = data / "broadsheet.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | values))


def test_the_manager_hears_of_the_start_of_life_and_of_the_end(process, manager):
    assert manager.next("WATCHDOG") == {"READY": "1", "STATUS": f"Serving {process.address}"}
    for _ in range(3):
        assert manager.next() == {"WATCHDOG": "1"}
    process.stop()
    assert manager.next("WATCHDOG") == {"STOPPING": "1"}


def test_a_process_that_hangs_sends_no_sign_of_life(process, manager):
    manager.next("WATCHDOG")
    process.pause()
    assert manager.is_silent_for(1)
    process.resume()
    assert manager.next() == {"WATCHDOG": "1"}


def test_new_settings_apply_without_a_restart(process, data, manager):
    assert "<title>The Broadsheet</title>" in Visitor().get(process, "/").text
    manager.next("WATCHDOG")
    house = json.loads((data / "broadsheet.json").read_text())["house"]
    change(data, house=house | {"name": "The Evening Post"}, public={"url": "https://news.example"})
    process.reload()
    assert "RELOADING" in manager.next("WATCHDOG")
    assert manager.next("WATCHDOG")["READY"] == "1"
    assert "<title>The Evening Post</title>" in Visitor().get(process, "/").text
    until(lambda: "need a restart" in process.log())
    assert "public.url" in process.log()


def test_wrong_settings_change_nothing(process, data, manager):
    manager.next("WATCHDOG")
    change(data, comments={"perMinute": "many"})
    process.reload()
    manager.next("WATCHDOG")
    assert "wrong" in manager.next("WATCHDOG")["STATUS"]
    until(lambda: "comments.perMinute" in process.log())
    assert "<title>The Broadsheet</title>" in Visitor().get(process, "/").text
