"""A TCP proxy between a process and its database or picture store, which breaks connections on request.

The worst moment for the database is after a commit and before its acknowledgment.
"""

import socket
import threading

COMMITTED = b"COMMIT\0"


class Cable:
    """Forwards all data until it is cut. Then it closes each new connection at once, until it is mended."""

    def __init__(self, port):
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends = []
        self._breaks_after_commit = False
        self._is_silent = False
        self._lock = threading.Lock()
        self.is_cut = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def port(self):
        return self._listener.getsockname()[1]

    @property
    def address(self):
        return f"postgres://broadsheet@127.0.0.1:{self.port}/postgres"

    def break_after_commit(self):
        """Drops the database's next acknowledgment of a commit, and cuts all connections."""
        self._breaks_after_commit = True

    def silence(self):
        """Drops all data from now on, but keeps the connections open."""
        self._is_silent = True

    def mend(self):
        """Accepts connections again. Closes those on which data was lost."""
        if self._is_silent:
            self.cut()
        self._is_silent = False
        self.is_cut.clear()

    def close(self):
        self.cut()
        self._listener.close()

    def cut(self):
        with self._lock:
            self._breaks_after_commit = False
            self.is_cut.set()
            ends, self._ends = self._ends, []
        for end in ends:
            _close(end)

    def _accept(self):
        while True:
            try:
                process, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                if self.is_cut.is_set():
                    _close(process)
                    continue
                try:
                    database = socket.create_connection(("127.0.0.1", self._port))
                except OSError:
                    _close(process)
                    continue
                self._ends += [process, database]
            threading.Thread(target=self._forward, args=(process, database, False), daemon=True).start()
            threading.Thread(target=self._forward, args=(database, process, True), daemon=True).start()

    def _forward(self, source, target, is_response):
        try:
            while data := source.recv(65_536):
                if is_response and self._breaks_after_commit and COMMITTED in data:
                    return self.cut()
                if not self._is_silent:
                    target.sendall(data)
        except OSError:
            pass
        _close(source)
        _close(target)


def _close(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()
