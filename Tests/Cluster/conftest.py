"""The fixtures of the tests with several houses on one PostgreSQL database."""

import shutil

import pytest

import house as houses
from replica import Replica
from server import Server
from shared import made_once

OPEN = {f"BROADSHEET_{name}": "1000000" for name in
        ("COMMENTS_PER_MINUTE", "COMMENTS_PER_HOUR", "REPORTS_PER_HOUR", "SIGN_INS_PER_FIVE_MINUTES")}
OPEN["BROADSHEET_TRUSTED_PROXIES"] = "127.0.0.1"


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    """The demo edition, made once: the folder of a server that is stopped, and in `house` that of a house."""
    def make(folder):
        server = Server(folder).make().start()
        houses.command("demo", "--data", str(folder / "house"), "--database", server.address)
        server.stop()

    return made_once(tmp_path_factory, "edition", make)


@pytest.fixture
def server(edition, tmp_path):
    """A server with the demo edition."""
    server = Server(tmp_path).copy(edition).start()
    yield server
    server.stop("immediate") if (server.data / "postmaster.pid").exists() else None


@pytest.fixture
def replica(server, tmp_path):
    """A streaming replica of the server."""
    folder = tmp_path / "replica"
    folder.mkdir()
    replica = Replica(folder).follow(server).start()
    yield replica
    replica.stop("immediate") if (replica.data / "postmaster.pid").exists() else None


@pytest.fixture
def newspaper(server, edition, tmp_path):
    """The demo edition on the database: `newspaper({…})` opens one more house of it, on a folder with the same key and
    pictures, or on the `data` of one that has ended.
    """
    first = tmp_path / "first"
    shutil.copytree(edition / "house", first)
    opened = []

    def open_house(settings=None, data=None):
        data = data or tmp_path / f"house-{len(opened)}"
        if (first / "secret.key").exists() and not data.exists():
            shutil.copytree(first, data)
        house = houses.House(data if data.exists() else first,
                             OPEN | {"BROADSHEET_DATABASE": server.address} | (settings or {}))
        opened.append(house)
        return house

    yield open_house
    for house in opened:
        if house.is_running:
            house.kill()
