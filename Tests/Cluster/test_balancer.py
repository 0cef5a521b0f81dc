"""Two houses behind nginx: one of them dies under load and comes back."""

import re
import shutil
import threading
import urllib.request

import pytest

import house as houses
import verdict
from balancer import Balancer, SteadyHouse
from clients import Client
from conftest import OPEN
from history import OK, History
from server import free_port
from test_several_houses import story_of
from visitor import Visitor, until

WRITERS, READERS, KILLS = 4, 4, 4


@pytest.fixture
def pair(server, edition, tmp_path):
    """Two houses, each on a port of its own; `start(0)` starts the first one again."""
    pair = Pair(server, edition, tmp_path)
    yield pair
    for house in pair.houses:
        if house.is_running:
            house.kill()


@pytest.fixture
def balancer(pair, tmp_path):
    balancer = Balancer(tmp_path / "nginx", [house.port for house in pair.houses])
    until(lambda: answers(balancer))
    yield balancer
    balancer.stop()


class Pair:
    def __init__(self, server, edition, folder):
        self._settings = OPEN | {"BROADSHEET_DATABASE": server.address}
        data = [folder / "one", folder / "other"]
        shutil.copytree(edition / "house", data[0])
        self.houses = [SteadyHouse(data[0], self._settings, free_port())]
        shutil.copytree(*data)
        self.houses.append(SteadyHouse(data[1], self._settings, free_port()))

    def start(self, number):
        house = self.houses[number]
        self.houses[number] = SteadyHouse(house.data, self._settings, house.port)


class Sender(Client):
    """Writes one comment after another."""

    def __init__(self, number, balancer, history, story, stop):
        super().__init__(f"sender {number}", stop)
        self.number, self.balancer, self.history, self.story = number, balancer, history, story
        self.visitor = Visitor()
        self.written = 0

    def step(self):
        self.written += 1
        text = f"Writer {self.number}, number {self.written}."
        self.history.write("comment", text, text, lambda: (self.balancer, self.visitor.comment(
            self.balancer, self.story, text, name=f"Writer {self.number}")))


class Watcher(Client):
    """Reads one page after another and keeps what is not as it should be."""

    def __init__(self, number, balancer, paths, stop):
        super().__init__(f"watcher {number}", stop)
        self.balancer, self.paths = balancer, paths
        self.read, self.wrong = 0, []

    def step(self):
        path = self.random.choice(self.paths)
        try:
            reply = Visitor().get(self.balancer, path)
            if reply.status != 200 or "</html>" not in reply.text:
                self.wrong.append((path, reply.status))
        except Exception as fault:
            self.wrong.append((path, repr(fault)))
        self.read += 1


def answers(house):
    try:
        return Visitor().get(house, "/health").status == 200
    except OSError:
        return False


def test_a_house_that_dies_under_load_takes_no_write_and_no_reader_with_it(pair, balancer, server):
    history, stop = History(), threading.Event()
    story = story_of(balancer)
    senders = [Sender(number, balancer, history, story, stop) for number in range(WRITERS)]
    watchers = [Watcher(number, balancer, ["/", story, f"{story}?order=newest"], stop) for number in range(READERS)]
    for client in [*senders, *watchers]:
        client.start()
    for kill in range(KILLS):
        history.wait_for(30)
        pair.houses[kill % 2].kill()
        history.wait_for(30)
        pair.start(kill % 2)
        begun = len(balancer.log())
        until(lambda: balancer.answered(pair.houses[kill % 2].port, since=begun) > 10)
    stop.set()
    for client in [*senders, *watchers]:
        client.join()
    print(history.summary(), f"pages read: {sum(watcher.read for watcher in watchers)},",
          f"asked of the other house: {balancer.broken('GET')}")
    assert [wrong for watcher in watchers for wrong in watcher.wrong] == []
    assert {call.status for call in history.calls} <= {303, 502}
    # Each writer has one request under way at most when a house dies.
    assert sum(call.outcome != OK for call in history.calls) <= WRITERS * KILLS
    assert balancer.broken("POST") == [call.status for call in history.calls].count(502), "a POST was sent twice"
    assert verdict.faults_of_writes(history, server) == []
    assert verdict.faults_of_counts(server) == []


def test_who_listens_through_nginx_learns_of_a_comment_at_either_house(pair, balancer):
    story = story_of(balancer)
    listening = re.search(r"/stories/[^\"]*/live\?after=\d+", Visitor().get(balancer, story).text)[0]
    with urllib.request.urlopen(balancer.address + listening, timeout=20) as events:
        assert events.readline() == b"retry: 3000\n"
        for house in pair.houses:
            posted = Visitor().comment(house, story, f"Written at {house.address}.")
            comment = re.search(r"comments/(\d+)", posted.headers["Location"])[1]
            told = next(line for line in events if line.startswith(b"data: {\"comment\""))
            assert f'"comment":{comment},'.encode() in told
