"""The fixtures of the tests with several houses on one PostgreSQL database."""

import shutil

import pytest

import house as houses
from server import Server

OPEN = {f"BROADSHEET_{name}": "1000000" for name in
        ("COMMENTS_PER_MINUTE", "COMMENTS_PER_HOUR", "REPORTS_PER_HOUR", "SIGN_INS_PER_FIVE_MINUTES")}
OPEN["BROADSHEET_TRUSTED_PROXIES"] = "127.0.0.1"


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path).make().start()
    yield server
    server.stop("immediate") if (server.data / "postmaster.pid").exists() else None


@pytest.fixture
def newspaper(server, tmp_path):
    """The demo edition on the database: `newspaper({…})` opens one more house of it, on a folder with the same key and
    pictures, or on the `data` of one that has ended.
    """
    first = tmp_path / "first"
    houses.command("demo", "--data", str(first), "--database", server.address)
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
