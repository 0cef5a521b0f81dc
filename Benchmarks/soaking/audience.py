"""Listeners in a soak: some below each discussion; the first of each keeps what it heard."""

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
        # By story: the numbers of comments that its first listener heard of, and what came after the last whole line.
        self.heard = {story: set() for story, _ in soak.discussions}
        self.rest = {}
        self.dropped = 0
        for story in self.heard:
            for place in range(count_each):
                self.open(story, keeps=place == 0)

    def open(self, story, keeps):
        one = socket.create_connection(("127.0.0.1", self.soak.port), timeout=30)
        one.sendall(f"GET {story}/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n".encode())
        status = one.recv(65_536).split(b"\r\n", 1)[0]
        if b" 200 " not in status:
            self.soak.ledger.fault(f"listener: {story}/live was answered {status.decode()}")
            one.close()
            return
        one.setblocking(False)
        self.sockets[one.fileno()] = (one, story if keeps else None)
        self.poll.register(one, select.EPOLLIN)

    def run(self):
        while not self.soak.is_over.is_set():
            for number, _ in self.poll.poll(0.5):
                self.receive(number)

    def receive(self, number):
        one, story = self.sockets[number]
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
            self.soak.ledger.fault("listener: was dropped")
        elif story:
            text = self.rest.get(number, "") + received.decode("utf-8", "replace")
            whole, _, self.rest[number] = text.rpartition("\n")
            self.heard[story].update(int(found) for found in re.findall(r'"comment"\s*:\s*"?(\d+)', whole))

    def missed(self, settle=10):
        """Acknowledged comments that the first listener of their story has not heard of, after a while."""
        end = time.monotonic() + settle
        while True:
            missing = [
                number for token, number in self.soak.ledger.acknowledged.items()
                if number not in self.heard[self.soak.ledger.stories[token]]]
            if not missing or time.monotonic() > end:
                return missing
            for number, _ in self.poll.poll(0.5):
                self.receive(number)
