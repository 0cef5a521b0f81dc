"""A small HTTP client with a persistent connection.

It is cheap enough to post 500 comments per second during a measurement.
"""

import socket
import urllib.parse

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Answer:
    """A response. `cookies` are the pairs that it sets, ready for a `Cookie` header."""

    def __init__(self, status, fields, body, cookies):
        self.status = status
        self.fields = fields
        self.body = body
        self.cookies = cookies


class Connection:
    """One persistent connection, which is reopened after the server has closed it."""

    def __init__(self, port, timeout=30):
        self.port = port
        self.timeout = timeout
        self.socket = None

    def get(self, path, fields=None):
        return self.send("GET", path, fields)

    def post(self, path, form, fields=None):
        return self.send("POST", path, {**FORM, **(fields or {})}, urllib.parse.urlencode(form).encode())

    def send(self, method, path, fields=None, body=b""):
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        lines += [f"{name}: {value}" for name, value in (fields or {}).items()]
        if method == "POST":
            lines.append(f"Content-Length: {len(body)}")
        message = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
        for is_last in (False, True):
            is_fresh = self.socket is None
            try:
                if is_fresh:
                    self.open()
                self.socket.sendall(message)
                return self.read()
            except (ConnectionResetError, BrokenPipeError, EOFError):
                self.close()
                # The server may have closed an idle connection. A retry is safe: a comment is stored only once.
                if is_fresh or is_last:
                    raise

    def open(self):
        self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=self.timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket = None

    def read(self):
        received = b""
        while b"\r\n\r\n" not in received:
            received += self.some()
        head, body = received.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        status = int(lines[0].split(" ")[1])
        pairs = [(name.lower(), value.strip()) for name, value in (line.split(":", 1) for line in lines[1:])]
        fields = dict(pairs)
        cookies = [value.split(";")[0] for name, value in pairs if name == "set-cookie"]
        if fields.get("transfer-encoding") == "chunked":
            body = self.chunks(body)
        elif status != 304:
            length = int(fields.get("content-length", 0))
            parts = [body]
            missing = length - len(body)
            while missing > 0:
                parts.append(self.some())
                missing -= len(parts[-1])
            body = b"".join(parts)
        if fields.get("connection") == "close":
            self.close()
        return Answer(status, fields, body, cookies)

    def chunks(self, received):
        parts = []
        while True:
            while b"\r\n" not in received:
                received += self.some()
            size, received = received.split(b"\r\n", 1)
            count = int(size, 16)
            while len(received) < count + 2:
                received += self.some()
            parts.append(received[:count])
            received = received[count + 2:]
            if count == 0:
                return b"".join(parts)

    def some(self):
        received = self.socket.recv(1 << 18)
        if not received:
            raise EOFError("the connection was closed")
        return received
