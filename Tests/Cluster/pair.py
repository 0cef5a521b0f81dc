"""Two processes of one newspaper behind a load balancer, and the clients that read and write through it."""

import re
import shutil
import urllib.request

from nginx import FixedPortProcess
from clients import Client
from conftest import OPEN
from history import History
from server import free_port
from test_several_processes import story_of
from visitor import Visitor


class Pair:
    """Two processes, each with a fixed port and a database address. `start(0)` restarts the first one."""

    def __init__(self, edition, folder, *addresses):
        data = [folder / "one", folder / "other"]
        self._settings = [OPEN | {"BROADSHEET_DATABASE": address} for address in (addresses[0], addresses[-1])]
        shutil.copytree(edition / "newspaper", data[0])
        self.processes = [FixedPortProcess(data[0], self._settings[0], free_port())]
        shutil.copytree(*data)
        self.processes.append(FixedPortProcess(data[1], self._settings[1], free_port()))

    def start(self, number):
        process = self.processes[number]
        self.processes[number] = FixedPortProcess(process.data, self._settings[number], process.port)

    def end(self):
        for process in self.processes:
            if process.is_running:
                process.kill()


class Sender(Client):
    """Posts one comment after another."""

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
    """Reads one page after another and records every failed or incomplete one."""

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
    """Commenters and readers that run for the duration of a `with` statement."""

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
        """How often the commenters received each status."""
        received = [call.status for call in self.history.calls]
        return {status: received.count(status) for status in sorted(set(received))}


def answers(process):
    try:
        return Visitor().get(process, "/health").status == 200
    except OSError:
        return False


def assert_listener_hears_of_both(balancer, processes):
    """A listener behind the load balancer is notified of comments posted at either process."""
    story = story_of(balancer)
    listening = re.search(r"/stories/[^\"]*/live\?after=\d+", Visitor().get(balancer, story).text)[0]
    with urllib.request.urlopen(balancer.address + listening, timeout=20) as events:
        assert events.readline() == b"retry: 3000\n"
        for process in processes:
            posted = Visitor().comment(process, story, f"Written at {process.address}.")
            comment = re.search(r"comments/(\d+)", posted.headers["Location"])[1]
            told = next(line for line in events if line.startswith(b"data: {\"comment\""))
            assert f'"comment":{comment},'.encode() in told
