"""Fixtures of the tests that run several processes on one PostgreSQL database."""

import shutil

import pytest

import broadsheet
from replica import Replica
from server import Server
from shared import made_once

OPEN = {f"BROADSHEET_{name}": "1000000" for name in
        ("COMMENTS_PER_MINUTE", "COMMENTS_PER_HOUR", "REPORTS_PER_HOUR", "SIGN_INS_PER_FIVE_MINUTES")}
OPEN["BROADSHEET_TRUSTED_PROXIES"] = "127.0.0.1"


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    """The demo edition, made once: a stopped PostgreSQL server, and the data folder in `newspaper`."""
    def make(folder):
        server = Server(folder).make().start()
        broadsheet.command("demo", "--data", str(folder / "newspaper"), "--database", server.address)
        server.stop()

    return made_once(tmp_path_factory, "edition", make)


@pytest.fixture
def server(edition, tmp_path):
    """A PostgreSQL server with the demo edition."""
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
def start_process(server, edition, tmp_path):
    """Starts processes of one newspaper with the demo edition: `start_process({…})`.

    Each has its own data folder with the same key and pictures; `data` names the folder of an ended process instead.
    """
    first = tmp_path / "first"
    shutil.copytree(edition / "newspaper", first)
    opened = []

    def start(settings=None, data=None):
        data = data or tmp_path / f"process-{len(opened)}"
        if (first / "secret.key").exists() and not data.exists():
            shutil.copytree(first, data)
        process = broadsheet.Process(data if data.exists() else first,
                             OPEN | {"BROADSHEET_DATABASE": server.address} | (settings or {}))
        opened.append(process)
        return process

    yield start
    for process in opened:
        if process.is_running:
            process.kill()
