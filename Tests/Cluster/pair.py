"""Two houses of one newspaper behind what balances between them, and who reads and writes there."""

import re
import shutil
import urllib.request

from balancer import SteadyHouse
from clients import Client
from conftest import OPEN
from history import History
from server import free_port
from test_several_houses import story_of
from visitor import Visitor


class Pair:
    """Two houses, each on a port of its own and with its own address of the database; `start(0)` starts the first one again."""

    def __init__(self, edition, folder, *addresses):
        data = [folder / "one", folder / "other"]
        self._settings = [OPEN | {"BROADSHEET_DATABASE": address} for address in (addresses[0], addresses[-1])]
        shutil.copytree(edition / "house", data[0])
        self.houses = [SteadyHouse(data[0], self._settings[0], free_port())]
        shutil.copytree(*data)
        self.houses.append(SteadyHouse(data[1], self._settings[1], free_port()))

    def start(self, number):
        house = self.houses[number]
        self.houses[number] = SteadyHouse(house.data, self._settings[number], house.port)

    def end(self):
        for house in self.houses:
            if house.is_running:
                house.kill()


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


class Crowd:
    """Writers and readers, from `with` to its end."""

    def __init__(self, balancer, story, stop, writers=4, readers=4, first=0):
        self.history = History()
        paths = ["/", story, f"{story}?order=newest"]
        self.senders = [Sender(first + number, balancer, self.history, story, stop) for number in range(writers)]
        self.watchers = [Watcher(first + number, balancer, paths, stop) for number in range(readers)]
        self._stop = stop

    def __enter__(self):
        for client in [*self.senders, *self.watchers]:
            client.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for client in [*self.senders, *self.watchers]:
            client.join()

    @property
    def wrong_pages(self):
        return [wrong for watcher in self.watchers for wrong in watcher.wrong]

    @property
    def statuses(self):
        """What was said to writers, and how often."""
        said = [call.status for call in self.history.calls]
        return {status: said.count(status) for status in sorted(set(said))}


def answers(house):
    try:
        return Visitor().get(house, "/health").status == 200
    except OSError:
        return False


def assert_who_listens_hears_of_both(balancer, houses):
    """Who listens through what stands in front learns of a comment at either house."""
    story = story_of(balancer)
    listening = re.search(r"/stories/[^\"]*/live\?after=\d+", Visitor().get(balancer, story).text)[0]
    with urllib.request.urlopen(balancer.address + listening, timeout=20) as events:
        assert events.readline() == b"retry: 3000\n"
        for house in houses:
            posted = Visitor().comment(house, story, f"Written at {house.address}.")
            comment = re.search(r"comments/(\d+)", posted.headers["Location"])[1]
            told = next(line for line in events if line.startswith(b"data: {\"comment\""))
            assert f'"comment":{comment},'.encode() in told
