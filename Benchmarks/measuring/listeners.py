"""Thousands of listeners to the live updates of one discussion, in one process."""

import select
import socket
import time


class Listeners:
    """Opens `count` connections to the live updates of a story, and records when events arrive."""

    def __init__(self, port, path, count):
        self.port = port
        self.poll = select.epoll()
        self.sockets = {}
        request = f"GET {path}/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n\r\n".encode()
        for _ in range(count):
            one = socket.create_connection(("127.0.0.1", port), timeout=30)
            one.sendall(request)
            one.setblocking(False)
            self.sockets[one.fileno()] = one
            self.poll.register(one, select.EPOLLIN)
        self.accepted = self.hear(b"text/event-stream", 30)

    def hear(self, sign, seconds, also=None):
        """Returns how many listeners received `sign` within `seconds`.

        Sets `last` to the time at which the last of them received it. Sets `answered` to the time at which
        another socket, `also`, first received data.
        """
        waiting = set(self.sockets)
        end = time.monotonic() + seconds
        self.last = None
        self.answered = None
        while (waiting or (also and self.answered is None)) and time.monotonic() < end:
            for number, _ in self.poll.poll(0.5, 2_000):
                if also and number == also.fileno():
                    self.answered = self.answered or (time.monotonic() if also.recv(65_536) else None)
                    continue
                received = self.read(number)
                if sign in received and number in waiting:
                    waiting.discard(number)
                    self.last = time.monotonic()
        return len(self.sockets) - len(waiting)

    def read(self, number):
        try:
            received = self.sockets[number].recv(65_536)
        except BlockingIOError:
            return b""
        except ConnectionError:
            received = b""
        if not received:
            self.poll.unregister(number)
            self.sockets.pop(number).close()
        return received

    def tell(self, message, seconds=30):
        """Posts a comment.

        Returns the number of listeners that heard of it, and the seconds until the last one did: from the
        request, and from the response.
        """
        with socket.create_connection(("127.0.0.1", self.port)) as writer:
            writer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.poll.register(writer, select.EPOLLIN)
            began = time.monotonic()
            writer.sendall(message)
            heard = self.hear(b"published", seconds, also=writer)
            self.poll.unregister(writer)
        last = self.last or float("inf")
        return heard, last - began, last - (self.answered or began)

    def close(self):
        for one in self.sockets.values():
            one.close()
        self.poll.close()
