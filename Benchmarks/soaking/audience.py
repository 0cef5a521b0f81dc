"""Listeners to the live updates of each discussion. Each records the comments that it hears of."""

import re
import select
import socket
import threading
import time


class Audience(threading.Thread):
    def __init__(self, soak, count_each):
        super().__init__(daemon=True)
        self.soak = soak
        self.poll = select.epoll()
        self.sockets = {}
        # Per listener: the numbers of the comments that it heard of, and the unfinished last line.
        self.heard = {}
        self.rest = {}
        self.dropped = 0
        for story, _ in soak.discussions:
            for _ in range(count_each):
                self.open(story)

    def open(self, story):
        one = socket.create_connection(("127.0.0.1", self.soak.port), timeout=30)
        one.sendall(f"GET {story}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode())
        status = one.recv(65_536).split(b"\r\n", 1)[0]
        if b" 200 " not in status:
            self.soak.ledger.fault(f"listener: {story}/live returned {status.decode()}")
            one.close()
            return
        one.setblocking(False)
        self.sockets[one.fileno()] = (one, story)
        self.heard[one.fileno()] = set()
        self.poll.register(one, select.EPOLLIN)

    def run(self):
        while not self.soak.is_over.is_set():
            for number, _ in self.poll.poll(0.5):
                self.receive(number)

    def receive(self, number):
        one, _ = self.sockets[number]
        try:
            received = one.recv(1 << 18)
        except BlockingIOError:
            return
        except ConnectionError:
            received = b""
        if not received:
            self.dropped += 1
            self.poll.unregister(number)
            one.close()
            self.soak.ledger.fault("listener: disconnected")
        else:
            text = self.rest.get(number, "") + received.decode("utf-8", "replace")
            whole, _, self.rest[number] = text.rpartition("\n")
            self.heard[number].update(int(found) for found in re.findall(r'"comment"\s*:\s*"?(\d+)', whole))

    def missed(self, settle=10):
        """The number of acknowledged comments that a listener has not heard of, summed over all listeners.

        Waits up to `settle` seconds for the last ones.
        """
        end = time.monotonic() + settle
        while True:
            missing = sum(len(self.below(story) - self.heard[number]) for number, (_, story) in self.sockets.items())
            if not missing or time.monotonic() > end:
                return missing
            for number, _ in self.poll.poll(0.5):
                self.receive(number)

    def below(self, story):
        """The numbers of the acknowledged comments on a story."""
        ledger = self.soak.ledger
        return {number for token, number in ledger.acknowledged.items() if ledger.stories[token] == story}
